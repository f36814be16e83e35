"""`jfp diff` in real repositories."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Jfp, Result
from tests.cli.test_formats import read_csv, read_markdown
from tests.conftest import SHIPPED, ChangePlan
from tests.source.test_git import Git, committed, in_folder

OPEN, MEASURE = "due: March 2027", "measures/waiting-list-size.yaml"
PLANNED, ELECTIVE, PLAN = "milestones/planned-care.yaml", "sections/elective-care.yaml", "plan.yaml"


@pytest.fixture
def git(example: Path) -> Git:
    """The example as the only commit of a repository, of 1 April 2025."""
    git = in_folder(example.parent)
    git("init", "-q")
    committed(git, "Begin", "2025-04-01")
    return git


def sorts(found: Result) -> list[str]:
    assert (found.err, found.code) == ("", 0)
    return [row["change"] for row in json.loads(found.out)]


def test_what_was_written_since_the_last_commit(jfp: Jfp, git: Git, change: ChangePlan) -> None:
    assert git("rev-parse", "HEAD")
    plan = change(PLANNED, "due: March 2027", "due: June 2027")
    [row] = json.loads(jfp("diff", "--plan", plan, "--format", "json").out)
    assert row["file"].endswith(f"plan/{PLANNED}")
    kept = {key: row[key] for key in ("change", "kind", "id", "area", "field", "before", "after", "days", "recorded")}
    assert kept == {
        "change": "moved",
        "kind": "milestone",
        "id": "patient-portal",
        "area": "planned-care",
        "field": "due",
        "before": "March 2027",
        "after": "June 2027",
        "days": 91,
        "recorded": False,
    }
    found = jfp("diff", "--plan", plan)
    assert found.lines[-1] == "1 change: 1 date moved without a reason"
    assert jfp("diff", "--plan", plan, "--exit-code").code == 1


def test_a_state_may_be_a_day_a_tag_a_revision_or_an_edition(jfp: Jfp, git: Git, change: ChangePlan) -> None:
    git("tag", "v2025")
    editions = 'editions: [{name: "2025-30", tag: v2025}]\nperiod:'
    plan = change(PLAN, "period:", editions)
    change(PLANNED, "status: at_risk", "status: off_track")
    committed(git, "Report", "2025-06-01")
    change(PLANNED, "due: March 2027", "due: June 2027")

    def ask(*states: str) -> list[str]:
        return sorts(jfp("diff", *states, "--plan", plan, "--format", "json"))

    assert ask() == ask("HEAD") == ask("2025-06-01") == ["moved"]
    every = ask("v2025")
    assert sorted(every) == ["changed", "moved", "status"]
    assert ask("2025-04-30") == ask("2025-30") == ask("last") == ask("HEAD~1") == every
    assert sorted(ask("v2025", "HEAD")) == ["changed", "status"]
    assert sorted(ask("HEAD", "v2025")) == ["changed", "status"]


def test_another_folder(jfp: Jfp, tmp_path: Path, example: Path, change: ChangePlan) -> None:
    shutil.copytree(example, tmp_path / "last-year" / "plan")
    plan = change(ELECTIVE, 'target: "92,300"', 'target: "99,000"')
    found = jfp("diff", "--with", tmp_path / "last-year", "--plan", plan, "--format", "json")
    assert sorts(found) == ["weaker"]


def test_house_style_changes_nothing(jfp: Jfp, tmp_path: Path) -> None:
    plan = Path(shutil.copytree(SHIPPED, tmp_path / "plan"))
    for path in plan.rglob("*.yaml"):
        wide = re.sub(r"^(\s*[\w-]+): (?=\S)", r"\1:    ", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(wide, "utf-8", newline="\r\n")
    git = in_folder(tmp_path)
    git("init", "-q")
    committed(git, "Begin", "2025-04-01")
    assert jfp("fmt", "--plan", plan).code == 0
    assert git("status", "--porcelain")
    assert jfp("diff", "--plan", plan) == ("nothing changed\n", "", 0)


def test_a_baseline_of_which_both_fields_changed_is_one(jfp: Jfp, git: Git, change: ChangePlan) -> None:
    assert git("rev-parse", "HEAD")
    plan = change(ELECTIVE, 'value: "150,000", at: April 2025', 'value: "160,000", at: May 2025')
    change(ELECTIVE, 'target: "134,140"', 'target: "140,000"')
    change(ELECTIVE, 'target: "92,300"', 'target: "99,000"')
    change("sections/staff-retention.yaml", "    better: lower", "    better: higher")
    told = "5 changes: 1 target weakened, 1 baseline rewritten, 1 direction changed"
    assert jfp("diff", "--plan", plan).lines[-1] == told
    assert "### 1 baseline rewritten\n" in jfp("diff", "--plan", plan, "--format", "markdown").out


def test_what_reporting_brings_does_not_hide_what_was_changed(jfp: Jfp, git: Git, change: ChangePlan) -> None:
    assert git("rev-parse", "HEAD")
    change(PLANNED, "due: Autumn 2025\n", "due: Autumn 2025\n    forecast: June 2026\n")
    change(PLANNED, OPEN, f"{OPEN}\n    updates: [{{date: 2025-06-01, note: The supplier is chosen}}]")
    change(PLANNED, "First patients seen", "First patients were seen")
    change(PLANNED, "completed: 2025-09-20", "completed: 2025-09-21")
    change(PLANNED, "because: supplier delay", "because: nobody knows why")
    change(PLANNED, OPEN, f"{OPEN}\n    moves: [{{from: May 2026, to: March 2027, date: 2025-01-02, because: late}}]")
    reading = 'value: "148,300"'
    plan = change(MEASURE, reading, 'value: "148,000"}\n  - {at: 2025-05, value: "147,000"')
    assert " ".join(jfp("diff", "--plan", plan).lines[-2:]).endswith(
        "8 changes: 1 day of completion changed, 1 recorded move changed, 1 reading changed, 1 forecast changed, "
        "1 other change, 1 reading added, 1 move recorded, 1 update written"
    )


def test_what_cannot_be_read_is_not_said_to_be_the_same(jfp: Jfp, git: Git, change: ChangePlan) -> None:
    assert git("rev-parse", "HEAD")
    plan = change(PLANNED, "due: March 2027", "due: Marchy 2027")
    said = "othing changed in what can be read; not compared: 1 part"
    assert f"n{said}\n" in jfp("diff", "--plan", plan).out
    comment = jfp("diff", "--plan", plan, "--format", "markdown")
    assert f"**N{said}**\n" in comment.out
    assert comment.code == 1


def test_every_format_says_the_same(jfp: Jfp, git: Git, change: ChangePlan) -> None:
    assert git("rev-parse", "HEAD")
    change(PLANNED, "due: March 2027", "due: June 2027")
    plan = change(ELECTIVE, "title: Outpatients", "title: '=Out|patients <b>'")
    rows = json.loads(jfp("diff", "--plan", plan, "--format", "json").out)
    assert [row["address"] for row in read_csv(jfp("diff", "--plan", plan, "--format", "csv").out)] == [
        row["address"] for row in rows
    ]
    assert jfp("diff", "--plan", plan, "--format", "ids").lines == [row["address"] for row in rows]
    text = jfp("diff", "--plan", plan, "--format", "markdown").out
    assert text.startswith("<!-- jfp diff plan/ -->\n**2 changes: 1 date moved without a reason, 1 reworded**\n")
    assert "| milestones/patient-portal | due | March 2027 | June 2027 | +91 |" in text
    assert r"=Out\|patients \<b>" in text
    narrow = read_markdown(jfp("diff", "--plan", plan, "--format", "markdown", "--columns", "change,id").out)
    assert [line[0] for line in narrow[2:]] == [row["change"] for row in rows]


@pytest.mark.parametrize(("columns", "both"), [(60, False), (80, True)])
def test_a_terminal_shows_the_new_date_whatever_else_it_has_no_room_for(
    screen: Jfp, git: Git, change: ChangePlan, columns: int, both: bool
) -> None:
    assert git("rev-parse", "HEAD")
    plan = change(PLANNED, "due: March 2027", "due: June 2027")
    (moved,) = (line for line in screen("diff", "--plan", plan, columns=columns).lines if line.startswith("moved"))
    assert "June 2027" in moved
    assert ("March 2027" in moved) == both


def test_people_are_shown_the_words_that_changed(jfp: Jfp, git: Git, change: ChangePlan) -> None:
    assert git("rev-parse", "HEAD")
    plan = change(ELECTIVE, "longest in\n    the places", "worst in\n    the places")
    [row] = json.loads(jfp("diff", "--plan", plan, "--format", "json").out)
    assert row["after"].startswith("The waiting list is longer than it was before the pandemic, and worst in the")
    for form in ("table", "markdown"):
        page = jfp("diff", "--plan", plan, "--format", form).out
        assert "… pandemic, and longest in the …" in page
        assert "… pandemic, and worst in the …" in page


def test_a_comment_is_short_whatever_changed_and_counts_what_it_leaves_out(
    jfp: Jfp, git: Git, example: Path, change: ChangePlan
) -> None:
    assert git("rev-parse", "HEAD")
    entry = "  - {{id: new-{0}, activity: '{1}', due: May 2026}}\n"
    more = "".join(entry.format(number, f"[{number}] " + "| *" * 900) for number in range(600))
    text = (example / PLANNED).read_text("utf-8").replace("due: Autumn 2025", "due: Spring 2026")
    plan = change(PLANNED, text.replace("milestones:\n", f"milestones:\n{more}"))
    page = jfp("diff", "--plan", plan, "--format", "markdown").out
    assert len(page) < 60_000
    assert page.index("1 date moved without a reason") < page.index("600 added")
    assert "| milestones/endoscopy-unit | due | Autumn 2025 | Spring 2026 | +182 |" in page
    assert "575 more are not shown here; jfp diff lists them." in page


def test_a_state_that_cannot_be_read_whole_is_said(jfp: Jfp, git: Git, change: ChangePlan) -> None:
    good = "due: March 2027"
    plan = change(PLANNED, good, "due: when we can")
    committed(git, "A date that is none", "2025-05-01")
    change(PLANNED, "due: when we can", good)
    found = jfp("diff", "--plan", plan, "--format", "json")
    assert found.code == 1
    assert "at HEAD parts of the plan cannot be read" in found.err
    assert "left out: " in found.err
    assert sorts(jfp("diff", "HEAD~1", "--plan", plan, "--format", "json")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such",), 'the repository has no revision "no-such"'),
        (("--", "--output=x"), "is no revision"),
        (("2024-01-01",), "the first commit is of 1 April 2025"),
        (("HEAD", "HEAD", "HEAD"), "diff compares two states"),
        (("HEAD", "--with", "elsewhere"), "leave out the revisions"),
        (("--with", "elsewhere"), "--with: there is no folder elsewhere; --with takes the folder that"),
    ],
)
def test_what_cannot_be_compared_is_said(
    jfp: Jfp, git: Git, example: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert git("rev-parse", "HEAD")
    found = jfp("diff", "--plan", example, *arguments)
    assert (found.out, found.code) == ("", 2)
    assert said in found.err


def test_it_answers_from_a_folder_within(
    jfp: Jfp, git: Git, change: ChangePlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert git("rev-parse", "HEAD")
    plan = change(PLANNED, "due: March 2027", "due: June 2027")
    monkeypatch.chdir(plan / "milestones")
    assert sorts(jfp("diff", "--format", "json")) == ["moved"]


def test_a_folder_that_cannot_be_read_holds_nothing_that_is_gone(jfp: Jfp, git: Git, example: Path) -> None:
    assert git("rev-parse", "HEAD")
    shutil.rmtree(example / "milestones")
    (example / "milestones").write_text("", "utf-8")
    found = jfp("diff", "--plan", example, "--format", "json")
    assert (json.loads(found.out), found.code) == ([], 1)
    assert "left out: " in found.err
