"""`jfp lint --fix` mends what is certain, with every byte around it kept, and says what is left."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.edit.store import write
from jfp_cli.loading import load
from tests.cli.conftest import AS_OF, Jfp, Result
from tests.conftest import ChangePlan

HUB = "places: [north-town]\n    workstreams: [outpatients]"
PLANNED, CARE = "milestones/planned-care.yaml", "sections/elective-care.yaml"
Fix = Callable[..., Result]


@pytest.fixture
def fix(jfp: Jfp, example: Path) -> Fix:
    """Fix the example: `fix("--unsafe")`."""

    def run(*options: str) -> Result:
        return jfp("lint", "--plan", example, *AS_OF, "--fix", *options)

    return run


def text(plan: Path, name: str) -> str:
    return (plan / name).read_bytes().decode("utf-8")


def mended(plan: Path, name: str, wrong: str, right: str) -> str:
    """What a file shall say after a fix of what it says now."""
    before = text(plan, name)
    assert before.count(wrong) == 1
    return before.replace(wrong, right)


@pytest.mark.parametrize(
    ("name", "old", "wrong", "right"),
    [
        (PLANNED, "owner: Planned care lead\n    places", "onwer: Planned care lead\n    places", None),
        (PLANNED, "completed: 2025-09-20", "complete: 2025-09-20", None),
        (PLANNED, "owner: Planned care lead\n    places", "sro: Planned care lead\n    places", None),
        (PLANNED, "due: Autumn 2025", "deadline: Autumn 2025", None),
        (PLANNED, "status: at_risk", "rag: at_risk", None),
        (PLANNED, "status: at_risk", "status: At risk", None),
        (PLANNED, "updates: [{date: 2025-09-20", "comments: [{on: 2025-09-20", "updates: [{date: 2025-09-20"),
        (PLANNED, HUB, "places: [north-town]\n    workstreams: [outpatient]", None),
        (PLANNED, HUB, "places: [north-town]\n    workstreams: outpatients", None),
        (PLANNED, "places: [north-town]", "places: [North Town]", None),
        (PLANNED, "due: Autumn 2025", "due: 30.09.2025", "due: 30 September 2025"),
        (PLANNED, "due: Autumn 2025", 'due: "Sept 2025"', "due: September 2025"),
        (PLANNED, "note: First patients seen", "note: no", 'note: "no"'),
        (
            PLANNED,
            "owner: Planned care lead\n    places",
            "owner: Lead of hub #1\n    places",
            'owner: "Lead of hub #1"\n    places',
        ),
        (PLANNED, "note: First patients seen", "note: First pa\u00adtients seen", None),
        (PLANNED, "    status: at_risk\n", "\u00a0   status: at_risk\n", None),
        (PLANNED, "due: March 2027", "due: \u201cMarch 2027\u201d", 'due: "March 2027"'),
        ("plan.yaml", "sections: [elective-care]", "sections: [elective_care]", None),
        ("plan.yaml", "organisation:", "organization:", None),
        ("plan.yaml", "planning_periods:", "planning-periods:", None),
        (
            CARE,
            "challenges:\n",
            "challenges:\n  - Two gaps: beds and staff\n",
            'challenges:\n  - "Two gaps: beds and staff"\n',
        ),
    ],
    ids=lambda value: value.strip()[:30] if isinstance(value, str) else "",
)
def test_what_is_certain_is_mended_and_nothing_else_changes(
    change: ChangePlan, fix: Fix, example: Path, name: str, old: str, wrong: str, right: str | None
) -> None:
    files = {path: path.read_bytes() for path in example.rglob("*.yaml")}
    change(name, old, wrong)
    after = mended(example, name, wrong, right or old)
    result = fix()
    assert text(example, name) == after
    assert {path for path, was in files.items() if path.read_bytes() != was} <= {example / name}
    assert "fixed 1 finding in 1 file; " in result.err or "fixed 2 findings in 1 file; " in result.err
    assert load(example).findings == []


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_line_ends_marks_and_comments_stay(change: ChangePlan, fix: Fix, example: Path, newline: str) -> None:
    written = text(example, PLANNED).replace("due: Autumn 2025", "due: 01/09/2025  # agreed").replace("\n", newline)
    change(PLANNED, b"\xef\xbb\xbf" + written.encode())
    fix()
    expected = written.replace("due: 01/09/2025  # agreed", "due: 1 September 2025  # agreed")
    assert (example / PLANNED).read_bytes() == b"\xef\xbb\xbf" + expected.encode()


@pytest.mark.parametrize(
    ("name", "old", "wrong", "right"),
    [
        (PLANNED, HUB, "places: [north-town]\n    workstreams: [outpat]", HUB),
        (
            PLANNED,
            "owner: Planned care lead\n    places",
            "owner: Lead #agreed\n    places",
            'owner: "Lead #agreed"\n    places',
        ),
        (PLANNED, "activity: Open the endoscopy unit", "activity: \u201cOpen it\u201d", 'activity: "Open it"'),
    ],
    ids=["a near miss", "a remark or a text", "quotation marks"],
)
def test_what_somebody_has_to_look_at_is_mended_when_asked(
    change: ChangePlan, fix: Fix, example: Path, name: str, old: str, wrong: str, right: str
) -> None:
    change(name, old, wrong)
    before, after = text(example, name), mended(example, name, wrong, right)
    result = fix()
    assert text(example, name) == before
    assert "there is nothing to fix; " in result.err
    assert "of them with a fix that --fix --unsafe makes" in result.err
    fix("--unsafe", "--ignore", "JFP609")
    assert text(example, name) == after


def test_an_expired_allowance_is_taken_out_when_asked(fix: Fix, example: Path) -> None:
    before = text(example, "plan.yaml")
    fix()
    assert text(example, "plan.yaml") == before
    fix("--unsafe", "--select", "JFP609,JFP403")
    assert text(example, "plan.yaml") == before.partition("lint:\n")[0]


def test_of_several_allowances_the_expired_ones_go(change: ChangePlan, fix: Fix, example: Path) -> None:
    kept = "    - {rule: JFP401, at: targets/staff-turnover, because: agreed, until: 2027-06-30}  # by the board\n"
    old = (
        "    # until the summer\n    - {rule: JFP410, at: targets/staff-turnover, because: agreed, until: 2026-06-30}\n"
    )
    change("plan.yaml", "  allow:\n", f"  allow:\n{kept}{old}")
    fix("--unsafe", "--select", "JFP609,JFP401,JFP403,JFP410")
    assert text(example, "plan.yaml").endswith(f"lint:\n  allow:\n{kept}")


@pytest.mark.parametrize(
    ("glossary", "after"),
    [
        (
            "glossary: {FIT: faecal immunochemical test}\n",
            "glossary: {FIT: faecal immunochemical test, SDEC: same day emergency care}\n",
        ),
        (
            "glossary:\n  FIT: faecal immunochemical test  # in full\n",
            "glossary:\n  FIT: faecal immunochemical test  # in full\n  SDEC: same day emergency care\n",
        ),
    ],
    ids=["in brackets", "in lines"],
)
def test_a_known_abbreviation_gets_a_line_in_the_glossary(
    change: ChangePlan, fix: Fix, example: Path, glossary: str, after: str
) -> None:
    change("plan.yaml", "glossary: {FIT: faecal immunochemical test}\n", glossary)
    change(CARE, "challenges:\n", "challenges:\n  - SDEC and FIT are growing\n")
    result = fix("--select", "JFP504")
    assert after in text(example, "plan.yaml")
    assert "fixed 1 finding in 1 file; 0 left" in result.err


def test_a_glossary_is_begun_where_there_is_none(change: ChangePlan, fix: Fix, example: Path) -> None:
    change("plan.yaml", "glossary: {FIT: faecal immunochemical test}\n", "")
    change(CARE, "challenges:\n", "challenges:\n  - SDEC is growing, and so is every PCN\n")
    fix("--select", "JFP504")
    plan = load(example).plan
    assert plan is not None
    assert dict(plan.settings.glossary) == {"SDEC": "same day emergency care", "PCN": "primary care network"}


def test_what_the_plan_says_an_abbreviation_stands_for_comes_first(change: ChangePlan, fix: Fix, example: Path) -> None:
    change(CARE, "challenges:\n", "challenges:\n  - The patient flow teams (PFTs) are new\n")
    change(
        "sections/staff-retention.yaml",
        "title: Retaining staff\n",
        "title: Retaining staff\nambitions: [Every PFT is full]\n",
    )
    fix("--select", "JFP504")
    assert "PFT: patient flow team}" in text(example, "plan.yaml")


def test_a_fix_that_would_make_another_error_is_not_made(change: ChangePlan, fix: Fix, example: Path) -> None:
    change(PLANNED, "due: Autumn 2025", "due: March 2026 #1")
    before = text(example, PLANNED)
    result = fix()
    assert text(example, PLANNED) == before
    assert "there is nothing to fix" in result.err


def test_a_key_that_is_there_already_is_not_written_twice(change: ChangePlan, fix: Fix, example: Path) -> None:
    change(PLANNED, "owner: Planned care lead\n    places", "owner: Planned care lead\n    onwer: Somebody\n    places")
    before = text(example, PLANNED)
    fix()
    assert text(example, PLANNED) == before


def test_a_key_that_may_be_a_person_or_an_organisation_is_left_to_the_planner(
    change: ChangePlan, fix: Fix, jfp: Jfp, example: Path
) -> None:
    change(PLANNED, "owner: Planned care lead\n    places", "lead: Planned care lead\n    places")
    before = text(example, PLANNED)
    fix("--unsafe")
    assert '"owner" (the one person or post' in jfp("validate", "--plan", example).out
    assert text(example, PLANNED) == before


def test_a_plan_that_does_not_load_is_mended_until_it_does(change: ChangePlan, fix: Fix, example: Path) -> None:
    change("plan.yaml", "title: Example", "titel: Example")
    change("plan.yaml", "planning_periods: [2025-26, 2026-30]", "planning_period: [2025-26, 2026-30]")
    change(PLANNED, "due: Autumn 2025", "due: 01/09/2025")
    assert load(example).plan is None
    result = fix()
    assert load(example).findings == []
    assert "due: 1 September 2025" in text(example, PLANNED)
    assert "fixed 3 findings in 2 files; " in result.err
    assert result.code == 0


def test_fixes_that_overlap_are_made_one_after_the_other(change: ChangePlan, fix: Fix, example: Path) -> None:
    change(PLANNED, HUB, "places: [north-town]\n    workstreams: outpatient")
    fix()
    assert "workstreams: [outpatients]" in text(example, PLANNED)


def test_diff_shows_the_change_and_writes_nothing(change: ChangePlan, jfp: Jfp, example: Path) -> None:
    change(PLANNED, "due: Autumn 2025", "due: 01/09/2025")
    before = {path: path.read_bytes() for path in example.rglob("*") if path.is_file()}
    result = jfp("lint", "--plan", example, *AS_OF, "--diff")
    assert "\n-    due: 01/09/2025\n+    due: 1 September 2025\n" in result.out
    assert "would fix 1 finding in 1 file (nothing was written); " in result.err
    assert {path: path.read_bytes() for path in example.rglob("*") if path.is_file()} == before


def test_only_what_is_asked_for_is_mended(change: ChangePlan, jfp: Jfp, example: Path) -> None:
    change(PLANNED, "due: Autumn 2025", "due: 01/09/2025")
    change(CARE, "due: March 2029", "due: 03/2029")
    jfp("lint", example / CARE, *AS_OF, "--fix")
    assert "due: March 2029" in text(example, CARE)
    assert "due: 01/09/2025" in text(example, PLANNED)
    jfp("lint", "--plan", example, *AS_OF, "--fix", "--ignore", "JFP206")
    assert "due: 01/09/2025" in text(example, PLANNED)


def test_what_is_left_is_listed_and_counted(change: ChangePlan, fix: Fix) -> None:
    change(PLANNED, "due: Autumn 2025", "due: 01/09/2025")
    result = fix("--format", "json")
    left: list[dict[str, Any]] = json.loads(result.out)
    assert "JFP206" not in {row["code"] for row in left}
    assert f"fixed 1 finding in 1 file; {len(left)} left, 1 of them with a fix" in result.err


def test_json_has_the_fixes_as_edits_of_the_text(change: ChangePlan, jfp: Jfp, example: Path) -> None:
    change(PLANNED, "due: Autumn 2025", "due: 01/09/2025")
    rows = json.loads(jfp("lint", "--plan", example, *AS_OF, "-f", "json", "--select", "JFP206").out)
    [row] = rows
    [made] = row["fixes"]
    assert (made["title"], made["safe"]) == ('write "1 September 2025"', True)
    place = {key: row[key] for key in ("file", "line", "column", "end_line", "end_column")}
    assert made["edits"] == [{**place, "text": "1 September 2025"}]


def test_text_says_how_many_can_be_mended(change: ChangePlan, jfp: Jfp, example: Path) -> None:
    change(PLANNED, "due: Autumn 2025", "due: 01/09/2025")
    assert "; jfp lint --fix mends 1 of them\n" in jfp("lint", "--plan", example, *AS_OF).out
    change(PLANNED, "owner: Planned care lead\n    places", "onwer: Planned care lead\n    places")
    assert "1 error in 1 file; jfp lint --fix mends 1 of them\n" in jfp("validate", "--plan", example).out


def test_what_is_changed_meanwhile_is_not_overwritten(
    change: ChangePlan, fix: Fix, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(PLANNED, "due: Autumn 2025", "due: 01/09/2025")

    def late(*arguments: Any) -> None:
        change(PLANNED, "due: 01/09/2025", "due: 02/09/2025")
        write(*arguments)

    monkeypatch.setattr("jfp_cli.cli.fixing.write", late)
    result = fix()
    assert result.code == 2
    assert "was changed by somebody else meanwhile" in result.err
    assert "due: 02/09/2025" in text(example, PLANNED)


def test_fixes_to_look_at_are_asked_for_with_those_that_are_made(jfp: Jfp, example: Path) -> None:
    result = jfp("lint", "--plan", example, *AS_OF, "--unsafe")
    assert (result.code, result.out) == (2, "")
    assert "it goes with --fix or --diff" in result.err
