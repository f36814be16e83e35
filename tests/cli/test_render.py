"""`jfp render`: what is written where, for whom, and how it ends."""

from pathlib import Path

import pytest

from tests.cli.conftest import Jfp
from tests.conftest import SHIPPED, ChangePlan

DAY = ("--as-of", "2026-07-01")
MD = ("--format", "md", *DAY)


def own(folder: Path, name: str, text: str) -> Path:
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_the_plan_for_the_public_is_written_to_standard_output(jfp: Jfp, example: Path) -> None:
    ran = jfp("render", *MD, "--plan", example)
    assert ran.out.startswith("# Example Joint Forward Plan\n")
    assert "As of 1 July 2026." in ran.out
    assert "Planned care lead" not in ran.out
    assert (ran.err, ran.code) == ("", 0)


def test_a_file_is_written_in_a_new_folder_and_twice_the_same(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    file = tmp_path / "build" / "deep" / "plan.md"
    ran = jfp("render", "overdue", *MD, "--output", file, "--plan", example)
    first = file.read_bytes()
    assert (ran.out, ran.code) == ("", 0)
    assert "wrote " in ran.err
    assert first.startswith(b"# Dates that have passed: Example Joint Forward Plan\n")
    assert b"\r" not in first
    jfp("render", "overdue", *MD, "--output", file, "--plan", example)
    assert file.read_bytes() == first


@pytest.mark.parametrize("name", ["plan.yaml", "sections/elective-care.yaml", "new.yml", "../plan/plan.yaml"])
def test_no_file_of_the_plan_is_written_over(jfp: Jfp, example: Path, name: str) -> None:
    before = {path: path.read_bytes() for path in example.rglob("*.yaml")}
    ran = jfp("render", *MD, "--output", example / name, "--plan", example)
    assert (ran.out, ran.code) == ("", 2)
    assert "is a file of the plan, which would be lost; name another file" in ran.err
    assert {path: path.read_bytes() for path in example.rglob("*") if path.suffix in (".yaml", ".yml")} == before


def test_a_page_beside_the_files_of_the_plan_is_written(jfp: Jfp, example: Path) -> None:
    assert jfp("render", *MD, "--output", example / "plan.md", "--plan", example).code == 0


@pytest.mark.parametrize("name", ["plan.doc", "plan.txt", "plan.rtf", "plan.yaml"])
def test_a_file_that_ends_as_no_report_does_is_not_written(jfp: Jfp, example: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    ran = jfp("render", *DAY, "--output", file, "--plan", example)
    assert (ran.out, ran.code, file.exists()) == ("", 2, False)
    assert ran.err == (
        f"jfp: --output: no report is written as {file.suffix}; say what the file is with --format html, md, pdf or "
        "docx, or end its name so\n"
    )


@pytest.mark.parametrize(
    ("name", "begins"), [("page", "<!doctype"), ("page.HTM", "<!doctype"), ("page.markdown", "# Example Joint")]
)
def test_a_name_says_the_format(jfp: Jfp, example: Path, tmp_path: Path, name: str, begins: str) -> None:
    file = tmp_path / name
    assert jfp("render", *DAY, "--output", file, "--plan", example).code == 0
    assert file.read_text(encoding="utf-8").startswith(begins)


def test_an_internal_reader_sees_owners(jfp: Jfp, example: Path) -> None:
    assert "Planned care lead" in jfp("render", *MD, "--audience", "internal", "--plan", example).out


def test_one_section_is_written_alone(jfp: Jfp, example: Path) -> None:
    ran = jfp("render", *MD, "--section", "staff-retention", "--plan", example)
    assert "### 2.1 Retaining staff" in ran.out
    assert "Elective care recovery" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("overdeu",), 'there is no report "overdeu"; did you mean "overdue"?'),
        (("plan", "--section", "elective-cre"), 'did you mean "elective-care"?'),
        (("plan", "--section", "planned-care"), 'no section "planned-care"'),
        (("../../etc/passwd",), "there is no report"),
        (("plan", "--as-of", "soon"), "--as-of"),
        (("plan", "--audience", "press"), "press"),
    ],
)
def test_what_there_is_not_is_answered_with_a_sentence(
    jfp: Jfp, example: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = jfp("render", "--format", "md", *arguments, "--plan", example)
    assert said in ran.err
    assert (ran.out, ran.code) == ("", 2)


def test_a_format_that_a_report_lacks_is_answered_with_those_it_has(jfp: Jfp, example: Path) -> None:
    own(example, "mine.md.j2", "x")
    ran = jfp("render", "mine", "--plan", example)
    assert 'no html of the report "mine"; write --format md' in ran.err
    assert ran.code == 2


def test_the_list_says_where_each_template_is(jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example.parent)
    own(example, "plan.md.j2", "mine")
    own(example, "mine.html.j2", "mine")
    rows = [line.split() for line in jfp("render", "--list").lines]
    assert ["plan", "md", "plan/templates/plan.md.j2"] in rows
    assert ["mine", "html", "plan/templates/mine.html.j2"] in rows
    assert any(row[:2] == ["overdue", "md"] and not row[2].startswith("plan/") for row in rows)


def test_a_fault_in_a_template_of_the_plan_is_said_with_file_and_line(
    jfp: Jfp, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example.parent)
    own(example, "plan.md.j2", "fine\n{{ document.no_such }}\n")
    ran = jfp("render", *MD)
    assert ran.err.startswith("jfp: plan/templates/plan.md.j2:2: ")
    assert "no_such" in ran.err
    assert (ran.out, ran.code) == ("", 2)


def test_the_rest_of_a_plan_is_written_after_saying_what_was_left_out(jfp: Jfp, change: ChangePlan) -> None:
    folder = change("sections/staff-retention.yaml", "id: staff-retention\n")
    ran = jfp("render", *MD, "--plan", folder)
    assert "### 1.1 Elective care recovery" in ran.out
    assert "left out: " in ran.err
    assert "Traceback" not in ran.err
    assert ran.code == 1


def test_a_plan_that_cannot_be_read_is_no_page(jfp: Jfp, change: ChangePlan) -> None:
    ran = jfp("render", *MD, "--plan", change("plan.yaml", "{"))
    assert (ran.out, ran.code) == ("", 2)


def test_a_page_that_hides_what_it_must_passes_the_check(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    ran = jfp("render", *MD, "--check", "--plan", example)
    assert (ran.out, ran.code) == ("", 0)
    assert "nothing that is hidden from the public" in ran.err
    jfp("render", *MD, "--check", "--output", tmp_path / "plan.md", "--plan", example)
    assert (tmp_path / "plan.md").exists()


def test_internal_readers_are_called_so(jfp: Jfp, example: Path) -> None:
    ran = jfp("render", *MD, "--audience", "internal", "--check", "--plan", example)
    assert ran.err == "nothing that is hidden from internal readers reaches plan.md\n"


def test_the_check_names_both_places_of_a_text_that_a_public_field_repeats(
    jfp: Jfp, change: ChangePlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    change("sections/elective-care.yaml", "Offer one-stop clinics", "Offer clinics (Planned care lead)")
    ran = jfp("render", *MD, "--check", "--output", "plan.md")
    number = next(
        at for at, line in enumerate(jfp("render", *MD).lines, 1) if "Offer clinics (Planned care lead)" in line
    )
    assert any(
        line.startswith("plan/milestones/planned-care.yaml:10:12: milestones/elective-hub.owner") for line in ran.lines
    )
    assert f"line {number} of the page" in ran.out
    assert ran.code == 1
    assert not Path("plan.md").exists()


def test_the_check_finds_what_a_template_of_the_plan_gives_away(jfp: Jfp, example: Path) -> None:
    own(example, "overdue.md.j2", "Seen on the day: first   *patients* of all\n")
    ran = jfp("render", "overdue", *MD, "--check", "--plan", example)
    assert ran.code == 0  # two words may be a coincidence
    own(example, "overdue.md.j2", "Seen on the day: first   *patients* seen at last\n")
    ran = jfp("render", "overdue", *MD, "--check", "--plan", example)
    assert "milestones/elective-hub.updates[0].note is hidden from the public" in ran.out
    assert ran.code == 1
    own(example, "overdue.md.j2", "See https://example.org/hub\n")
    ran = jfp("render", "overdue", *MD, "--check", "--plan", example)
    assert "milestones/elective-hub.evidence[0] is hidden from the public, but line 1 of the page" in ran.out
    assert ran.code == 1


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(
    "hidden",
    [
        "forecast: December 2025 to February 2026",
        "forecast: Q3 2025/26",
        "owner: Planned care",
        "owner: Key milestones",
    ],
)
def test_what_jfp_says_itself_and_headings_give_nothing_away(
    jfp: Jfp, change: ChangePlan, form: str, hidden: str
) -> None:
    folder = change("milestones/planned-care.yaml", "completed: 2025-09-20\n    owner: Planned care lead", hidden)
    ran = jfp("render", "--format", form, *DAY, "--check", "--output", folder / "page", "--plan", folder)
    assert (ran.out, ran.code) == ("", 0)


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_jfp_says_itself_gives_something_away_where_the_plan_says_it(
    jfp: Jfp, change: ChangePlan, form: str
) -> None:
    folder = change(
        "milestones/planned-care.yaml", "completed: 2025-09-20\n    owner: Planned care lead", "owner: Key milestones"
    )
    change("sections/elective-care.yaml", "Offer one-stop clinics", "Offer clinics (Key milestones)")
    ran = jfp("render", "--format", form, *DAY, "--check", "--plan", folder)
    assert "milestones/elective-hub.owner is hidden from the public" in ran.out
    assert ran.code == 1


def test_the_day_on_which_a_date_that_everybody_sees_begins_gives_nothing_away(jfp: Jfp, change: ChangePlan) -> None:
    folder = change("milestones/planned-care.yaml", "date: 2025-09-20, note", "date: 2026-02-01, note")
    own(folder, "overdue.md.j2", "Said on 2026-02-01\n")
    ran = jfp("render", "overdue", *MD, "--check", "--plan", folder)
    assert "updates[0].date is hidden from the public" in ran.out
    assert ran.code == 1
    change("milestones/planned-care.yaml", "due: Autumn 2025", "due: February 2026")
    assert jfp("render", "overdue", *MD, "--check", "--plan", folder).code == 0


def test_the_check_covers_what_the_plan_hides(jfp: Jfp, change: ChangePlan) -> None:
    folder = change("plan.yaml", "lint:\n", "publish: {public: {hide: [challenges]}}\nlint:\n")
    assert jfp("render", *MD, "--check", "--plan", folder).code == 0
    own(
        folder,
        "plan.md.j2",
        "The waiting list is longer than it was before the pandemic, and longest\n"
        "in the places with the most deprivation",
    )
    ran = jfp("render", *MD, "--check", "--plan", folder)
    assert "sections/elective-care.challenges[0]" in ran.out
    assert ran.code == 1


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("publish: {public: {hid: [status]}}", '"hid"'),
        ("publish: {public: {hide: [statu, places]}}", 'did you mean "status"?'),
        ("publish: {public: {hide: status}}", "should be a list"),
        ("publish: {press: {hide: [status]}}", '"press"'),
        ("publish: [public]", "not a list"),
        ("publsh: {public: {hide: [status]}}", 'did you mean "publish"?'),
        ("publish: {public: {hide: [places], hide: [status]}}", "stands twice"),
        ("publish: {}\npublish: {public: {hide: [status]}}", "stands twice"),
    ],
)
@pytest.mark.parametrize("checked", [(), ("--check",)])
def test_nothing_is_published_where_nobody_knows_what_is_hidden(
    jfp: Jfp, change: ChangePlan, tmp_path: Path, written: str, said: str, checked: tuple[str, ...]
) -> None:
    folder = change("plan.yaml", "lint:\n", f"{written}\nlint:\n")
    file = tmp_path / "plan.md"
    file.write_text("the page of last week", "utf-8")
    ran = jfp("render", *MD, *checked, "--output", file, "--plan", folder)
    assert "no page was written" in ran.err
    assert "nobody knows what is hidden from the public" in ran.err
    assert said in ran.err
    assert (ran.out, ran.code, file.read_text("utf-8")) == ("", 1, "the page of last week")
    assert jfp("render", *MD, "--audience", "internal", "--plan", folder).out.startswith("# Example")


def test_another_fault_of_the_plan_does_not_stop_the_public_edition(jfp: Jfp, change: ChangePlan) -> None:
    ran = jfp("render", *MD, "--plan", change("plan.yaml", "sections: [elective-care]", "sections: [elective-cre]"))
    assert ran.out.startswith("# Example")
    assert ran.code == 1


def test_the_check_refuses_a_plan_whose_hidden_fields_could_not_be_read(
    jfp: Jfp, change: ChangePlan, tmp_path: Path
) -> None:
    folder = change(
        "milestones/planned-care.yaml", "  - id: elective-hub\n    group:", "  - id: elective-hub\n    grup:"
    )
    ran = jfp("render", *MD, "--check", "--output", tmp_path / "plan.md", "--plan", folder)
    assert "milestones/elective-hub could not be read, so nobody knows what it hides from the public" in ran.err
    assert (ran.out, ran.code) == ("", 1)
    assert not (tmp_path / "plan.md").exists()


def test_an_internal_page_hides_nothing(jfp: Jfp, example: Path) -> None:
    assert jfp("render", *MD, "--check", "--audience", "internal", "--plan", example).code == 0


@pytest.mark.parametrize("report", ["plan", "overdue"])
def test_the_shipped_plan_is_written_and_passes_the_check(jfp: Jfp, report: str) -> None:
    ran = jfp("render", report, *MD, "--check", "--plan", SHIPPED)
    assert (ran.out, ran.code) == ("", 0)


def test_help_ends_with_an_example(jfp: Jfp) -> None:
    said = jfp("render", "--help").out
    assert "Examples:" in said
    assert "jfp render plan --format html --output build/plan.html" in said


def test_the_board_paper_is_internal_and_of_a_month(jfp: Jfp, example: Path) -> None:
    ran = jfp("render", "board", *MD, "--plan", example)
    assert ran.out.startswith("# Board paper: Example Joint Forward Plan\n")
    assert "Nothing was reported complete since 1 June 2026" in ran.out
    assert "Planned care lead" in ran.out
    assert (ran.err, ran.code) == ("", 0)


def test_the_board_paper_is_of_an_area_a_place_or_an_organisation_since_a_day(jfp: Jfp, example: Path) -> None:
    ran = jfp("render", "board", *MD, "--area", "workforce", "--since", "2025-05-01", "--plan", example)
    assert "Area: Workforce" in ran.out
    assert "since 1 May 2025" in ran.out
    assert "endoscopy-unit" not in ran.out


def test_the_annual_report_is_public_and_of_the_last_year_that_ended(jfp: Jfp, example: Path) -> None:
    ran = jfp("render", "annual", *MD, "--check", "--output", "-", "--plan", example)
    assert (ran.out, ran.code) == ("", 0)
    ran = jfp("render", "annual", *MD, "--plan", example)
    assert ran.out.startswith("# Annual report 2025/26: Example Joint Forward Plan\n")
    assert "Planned care lead" not in ran.out
    assert (ran.err, ran.code) == ("", 0)
    internal = jfp("render", "annual", *MD, "--audience", "internal", "--area", "planned-care", "--plan", example).out
    assert "Planned care lead" in internal
    assert "Area: Planned care" in internal


@pytest.mark.parametrize("year", ["2024/25", "2024-25", "FY24/25"])
def test_the_annual_report_is_of_another_year(jfp: Jfp, example: Path, year: str) -> None:
    ran = jfp("render", "annual", *MD, "--year", year, "--plan", example)
    assert ran.out.startswith("# Annual report 2024/25")
    assert "Nothing was due in 2024/25" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("board", "--area", "planned-cra"), 'there is no area "planned-cra"; did you mean "planned-care"?'),
        (("board", "--audience", "public"), "the report board is for internal readers; leave out --audience public"),
        (("board", "--since", "2026-07-02"), "--since: 2026-07-02 is after 2026-07-01, the day of the report"),
        (("board", "--since", "July"), '--since: "July" is no state that is known: '),
        (("plan", "--area", "planned-care"), "only the report annual or board is of an area"),
        (("overdue", "--since", "2026-01-01"), "the report overdue takes no --since; leave it out"),
        (("plan", "--since", "last"), '--since: "last" is no state that is known: '),
        (("annual", "--since", "2026-01-01"), "the report annual takes no --since; write --year, or leave it out"),
        (("board", "--year", "2025/26"), "the report board takes no --year; write --since, or leave it out"),
        (("annual", "--year", "2026/27"), "--year: 2026/27 ends on 31 March 2027, after the day of the report"),
        (("annual", "--year", "2025"), '--year: "2025" is no financial year; write it like 2025/26'),
        (("annual", "--year", "last"), '--year: "last" is no financial year; write it like 2025/26'),
    ],
)
def test_options_of_papers_that_cannot_be_followed_are_answered(
    jfp: Jfp, example: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = jfp("render", *MD, *arguments, "--plan", example)
    assert said in ran.err
    assert (ran.out, ran.code) == ("", 2)
