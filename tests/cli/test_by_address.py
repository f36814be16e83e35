"""Entries of lists that have no id and are named by their address."""

from pathlib import Path

import pytest

from jfp_cli.loading import load
from tests.cli.conftest import Jfp
from tests.cli.test_writing import texts
from tests.conftest import ChangePlan

AREA, SECTION, ENABLER = "milestones/planned-care.yaml", "sections/elective-care.yaml", "enablers/estates.yaml"
CHECKPOINTS = "milestones/patient-portal.checkpoints"


def lines(plan: Path, file: str) -> list[str]:
    return [line.strip() for line in (plan / file).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("entries", "file", "gone"),
    [
        ([f"{CHECKPOINTS}[0]"], AREA, ["Half of specialties live"]),
        ([f"{CHECKPOINTS}[0]", f"{CHECKPOINTS}[1]"], AREA, ["Half of specialties", "Every specialty", "checkpoints"]),
        (["workstreams/outpatients.actions.2025-26[0]"], SECTION, ["Cut missed appointments", "2025-26"]),
        (["workstreams/outpatients.indicators[0]"], SECTION, ["Functioning decision support tool"]),
        (["enablers/estates.commitments[0]"], ENABLER, ["Develop neighbourhood hubs", "commitments"]),
    ],
)
def test_an_entry_is_taken_out(jfp: Jfp, example: Path, entries: list[str], file: str, gone: list[str]) -> None:
    found = jfp("remove", *entries, "--plan", example)
    assert (found.code, found.err) == (0, f"removed {', '.join(entries)}\n")
    assert not [words for words in gone if words in (example / file).read_text(encoding="utf-8")]
    assert load(example).findings == []


def test_an_entry_with_an_id_goes_by_either_name(jfp: Jfp, example: Path) -> None:
    assert jfp("rename", f"{CHECKPOINTS}[1]", "all-live", "--plan", example).code == 0
    assert jfp("remove", f"{CHECKPOINTS}[1]", "checkpoints/all-live", "--plan", example).code == 0
    assert "Every specialty live" not in (example / AREA).read_text(encoding="utf-8")
    assert load(example).findings == []


def test_an_indicator_that_something_names_stays(jfp: Jfp, example: Path) -> None:
    jfp("set", "patient-portal", "targets=missed-appointments", "--plan", example)
    found = jfp("remove", "workstreams/outpatients.indicators[1]", "--plan", example)
    assert found.code == 1
    assert "milestones/patient-portal.targets[0] names targets/missed-appointments" in found.err


def test_the_allowances_of_an_entry_go_with_it(jfp: Jfp, example: Path) -> None:
    path = example / "plan.yaml"
    allowed = f'    - {{rule: JFP302, at: "{CHECKPOINTS}[0]", because: It is fine}}\n'
    lint = "lint:\n  allow:\n"
    path.write_text(path.read_text(encoding="utf-8").replace(lint, lint + allowed), encoding="utf-8")
    assert jfp("remove", f"{CHECKPOINTS}[0]", "--plan", example).code == 0
    assert "checkpoints[0]" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("entry", "name", "file", "line"),
    [
        (f"{CHECKPOINTS}[1]", "all-live", AREA, "- {id: all-live, due: June 2026, activity: Every specialty live}"),
        (
            "workstreams/outpatients.actions.2025-26[0]",
            "fewer-missed",
            SECTION,
            "2025-26: [{id: fewer-missed, action: Cut missed appointments}]",
        ),
        ("workstreams/outpatients.indicators[0]", "tool", SECTION, "- id: tool"),
        (
            "enablers/estates.commitments[0]",
            "hubs",
            ENABLER,
            "commitments: [{id: hubs, commitment: Develop neighbourhood hubs, due: 2026-30}]",
        ),
    ],
)
def test_an_entry_is_given_an_id(jfp: Jfp, example: Path, entry: str, name: str, file: str, line: str) -> None:
    assert jfp("rename", entry, name, "--plan", example).code == 0
    assert line in lines(example, file)
    assert load(example).findings == []
    assert jfp("rename", entry, f"{name}-2", "--plan", example).code == 0
    assert line.replace(f"id: {name}", f"id: {name}-2") in lines(example, file)


ENTRIES = {
    f"{CHECKPOINTS}[1]": "checkpoints/specialty-live",
    "workstreams/outpatients.actions.2025-26[0]": "actions/cut-missed-appointments",
    "enablers/estates.commitments[0]": "commitments/develop-neighbourhood-hubs",
}


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize(
    "command",
    [
        ("show",),
        ("set", "owner=A. Nurse"),
        ("complete", "--on", "2026-05-01"),
        ("move", "--to", "May 2027", "--because", "no room"),
        ("rename", "other"),
        ("remove",),
    ],
    ids=lambda command: command[0],
)
def test_every_command_takes_the_address_of_an_entry_before_and_after_it_has_an_id(
    jfp: Jfp, change: ChangePlan, entry: str, command: tuple[str, ...]
) -> None:
    dated = "[{action: Cut missed appointments, due: March 2026}]"
    example = change(SECTION, "[Cut missed appointments]", dated)
    name, *words = command
    assert jfp(name, entry, *words, *(["--dry-run"] if name != "show" else []), "--plan", example).code == 0
    assert jfp("move", entry, "--to", "April 2027", "--because", "no site", "--plan", example).code == 0
    shown = jfp("show", entry, "--plan", example)
    assert shown.lines[0].startswith(f"{ENTRIES[entry]}  (")
    assert "due April 2027" in " ".join(shown.out.split())
    before = texts(example)
    done = jfp(name, entry, *words, "--plan", example)
    assert (done.code, texts(example) != before) == (0, name != "show")
    assert load(example).findings == []


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (("show", f"{CHECKPOINTS}[9]"), f"there is no {CHECKPOINTS}[9]; "),
        (("remove", f"{CHECKPOINTS}[9]"), "milestones/patient-portal has no checkpoints[9]"),
        (("rename", f"{CHECKPOINTS}[9]", "x"), "milestones/patient-portal has no checkpoints[9]"),
        (("rename", f"{CHECKPOINTS}[1]", "Every one"), '"Every one" cannot be an id'),
        (("rename", "workstreams/outpatients.indicators[0]", "waiting-list-size"), "is there already, at "),
        (("remove", "patient-portal.due"), "take a field out with: jfp set milestones/patient-portal due="),
        (("rename", "patient-portal.due", "x"), "milestones/patient-portal.due has no id to change"),
    ],
)
def test_what_is_not_there_is_told(jfp: Jfp, example: Path, command: tuple[str, ...], answer: str) -> None:
    before = texts(example)
    found = jfp(*command, "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert answer in found.err
    assert texts(example) == before


@pytest.mark.parametrize(
    ("thing", "field", "answer"),
    [
        ("elective-hub", "deadline", 'milestones/elective-hub has no field "deadline"; write "due"'),
        ("elective-hub", "sro", 'milestones/elective-hub has no field "sro"; write "owner"'),
        ("elective-hub", "rag", 'milestones/elective-hub has no field "rag"; write "status"'),
        (f"{CHECKPOINTS}[0]", "rag", f'{CHECKPOINTS}[0] has no field "rag"; write "status"'),
        ("patient-portal", "checkpoints[0].rag", f'{CHECKPOINTS}[0] has no field "rag"; write "status"'),
        ("waiting-list-size.baseline", "valu", 'targets/waiting-list-size.baseline has no field "valu"; did you mean'),
        (f"{CHECKPOINTS}[9]", "owner", "milestones/patient-portal has no checkpoints[9]"),
        (f"{CHECKPOINTS}[9].moves[0]", "to", "milestones/patient-portal has no checkpoints[9].moves[0]"),
    ],
)
def test_set_names_what_has_no_such_field_and_what_is_meant(
    jfp: Jfp, example: Path, thing: str, field: str, answer: str
) -> None:
    target = "targets/" + thing if thing.startswith("waiting") else thing
    found = jfp("set", target, f"{field}=x", "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert answer in found.err


def test_of_what_is_not_there_yet_its_kind_is_named(jfp: Jfp, example: Path) -> None:
    found = jfp("add", "milestone", "--area", "workforce", "--set", "period=x", "--plan", example)
    assert 'a milestone has no field "period"; it has: ' in found.err
