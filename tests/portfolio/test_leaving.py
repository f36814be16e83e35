"""What leaves several plans at once: a calendar, reminders, and a workbook, which is of one plan."""

from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp, jfp
from tests.portfolio.conftest import Write, copied

__all__ = ["jfp"]  # a fixture
PLANS = ("example", "eastmere")


def entries(file: Path) -> dict[str, tuple[str, ...]]:
    """The categories of each entry of a calendar, by its name there."""
    calendar = pytest.importorskip("icalendar").Calendar.from_ical(file.read_bytes())
    return {str(entry["uid"]): tuple(map(str, entry["categories"].cats)) for entry in calendar.subcomponents}


def test_a_calendar_of_several_plans_has_the_entries_of_each(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    pytest.importorskip("icalendar")
    ran = jfp("export", "ics", "--portfolio", portfolio, "--output", folder / "all.ics", *AS_OF)
    assert ran.code == 0, ran.err
    together = entries(folder / "all.ics")
    number = 0
    for name in PLANS:
        file = folder / f"{name}.ics"
        assert jfp("export", "ics", "--plan", folder / name / "plan", "--output", file, *AS_OF).code == 0
        text = file.read_text(encoding="utf-8")
        alone = [line.removeprefix("UID:") for line in text.replace("\n ", "").splitlines() if line.startswith("UID:")]
        assert {uid: together[uid][0] for uid in alone} == dict.fromkeys(alone, name)
        number += len(alone)
    assert len(together) == number
    assert f"{number} promises in the calendar\n" in ran.err
    assert b"X-WR-CALNAME:Two plans" in (folder / "all.ics").read_bytes()


def test_entries_of_two_plans_of_one_organisation_have_names_of_their_own(jfp: Jfp, write: Write, folder: Path) -> None:
    pytest.importorskip("icalendar")
    portfolio = write(f"title: Twice\n{copied(folder, 'eastmere/plan', ('east', 'west'))}")
    assert jfp("export", "ics", "--portfolio", portfolio, "--output", folder / "all.ics").code == 0
    found = entries(folder / "all.ics")
    east = {name for name, categories in found.items() if categories[0] == "east"}
    west = {name for name, categories in found.items() if categories[0] == "west"}
    assert west == {f"west:{name}" for name in east} != set()


def test_a_calendar_obeys_the_filters_as_each_plan_calls_things(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    pytest.importorskip("icalendar")
    asked = ("export", "ics", "--portfolio", portfolio, "--area", "planned-care", "--output", folder / "all.ics")
    assert jfp(*asked, *AS_OF).code == 0
    assert {categories[0] for categories in entries(folder / "all.ics").values()} == set(PLANS)
    areas = {area for categories in entries(folder / "all.ics").values() for area in categories[1:]}
    assert areas == {"Planned care", "Adults and health"}


def test_reminders_of_several_plans_are_those_of_each(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    alone = [jfp("remind", "--plan", folder / name / "plan", *AS_OF) for name in PLANS]
    ran = jfp("remind", "--portfolio", portfolio, *AS_OF)
    assert ran.out == "\n".join(one.out for one in alone)
    assert ran.err.endswith("reminders as of 21 November 2026\n")
    written = jfp("remind", "--portfolio", portfolio, "--output", folder / "remind", *AS_OF)
    assert written.code == 0
    names = sorted(path.name for path in (folder / "remind").iterdir())
    assert {name.partition("-for-")[0] for name in names} == set(PLANS)
    sent = jfp("remind", "--portfolio", portfolio, "--format", "eml", "--output", folder / "mail", *AS_OF)
    assert sent.code == 0
    assert [path.suffix for path in (folder / "mail").iterdir()] == [".eml"] * len(names)


def test_a_workbook_is_of_the_plan_that_in_names(jfp: Jfp, portfolio: Path, folder: Path) -> None:
    pytest.importorskip("xlsxwriter")
    output = folder / "plan.xlsx"
    ran = jfp("export", "xlsx", "--portfolio", portfolio, "--output", output)
    assert (ran.out, ran.code) == ("", 2)
    assert ran.err == (
        "jfp: a workbook is of one plan, since jfp import takes it back into that; say which with --in, such as "
        "--in example; the rows of all are in jfp export json and jfp export parquet\n"
    )
    assert not output.exists()
    assert jfp("export", "xlsx", "--portfolio", portfolio, "--in", "coast", "--output", output).code == 0
    plan = folder / "eastmere" / "plan"
    assert jfp("import", output, "--plan", plan, "--dry-run").code == 0


@pytest.mark.parametrize("command", [("export", "ics", "--output", "x.ics"), ("remind",)])
def test_one_that_cannot_be_read_is_named_and_the_others_are_there(
    jfp: Jfp, portfolio: Path, folder: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("icalendar")
    monkeypatch.chdir(folder)
    (folder / "eastmere" / "plan" / "plan.yaml").write_text("title: [\n", encoding="utf-8")
    ran = jfp(*command, "--portfolio", portfolio, *AS_OF)
    assert ran.code == 1
    assert "eastmere: jfp: plan.yaml cannot be read, so nothing can be answered\n" in ran.err
