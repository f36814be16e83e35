"""What reports tell of a plan's past, in real repositories."""

from pathlib import Path

import pytest

from tests.cli.conftest import Jfp, jfp
from tests.history.repository import Planner

__all__ = ["jfp"]
PLANNED, WORKFORCE, ELECTIVE, PLAN = (
    "milestones/planned-care.yaml",
    "milestones/workforce.yaml",
    "sections/elective-care.yaml",
    "plan.yaml",
)
DUE, LATER, LATEST = "due: March 2027", "due: June 2027", "due: May 2028"
MILESTONE, TARGET = (
    "milestone, [Planned care](#planned-care)",
    "target, [1.1 Elective care recovery](#11-elective-care-recovery)",
)
GONE = """  - id: exit-interviews
    activity: Hold an exit interview with every leaver
    due: April 2026 onwards
"""
EDITIONS = (PLAN, "lint:", "editions: [{name: 2025-30, tag: v2025}]\nlint:")
NEW = (
    "milestones/workforce.yaml",
    "milestones:\n",
    "milestones:\n  - {id: hub, activity: Open a hub, due: May 2027}\n",
)


def rendered(jfp: Jfp, plan: Path, *more: str, report: str = "plan", form: str = "md") -> str:
    found = jfp("render", report, "--format", form, "--as-of", "2026-07-01", "--plan", plan, *more)
    assert (found.err, found.code) == ("", 0)
    return found.out


@pytest.fixture
def edition(planner: Planner) -> Planner:
    """A plan with an edition, of which much became something else since, and a date something else twice."""
    planner.git("tag", "v2025")
    planner.commit("2025-05-01", (PLANNED, DUE, LATER), EDITIONS)
    planner.commit(
        "2025-06-01",
        (PLANNED, LATER, LATEST),
        (PLANNED, "due: Autumn 2025", "due: Summer 2025"),
        (PLANNED, "status: at_risk", "status: complete\n    completed: 2025-08-30"),
        (ELECTIVE, '"92,300"', '"99,000"'),
        (ELECTIVE, "target: under 6%", "target: under 5%"),
        (WORKFORCE, GONE, ""),
        NEW,
    )
    return planner


def test_a_plan_tells_what_changed_since_an_edition(jfp: Jfp, edition: Planner) -> None:
    text = rendered(jfp, edition.plan, "--since", "last")
    told = text[text.index("## What changed") : text.index("## Contents")]
    assert told.split("\n\n") == [
        "## What changed since the edition 2025-30",
        "### New: 1",
        "- Open a hub (milestone, [Workforce](#workforce))",
        "### Moved later: 1",
        f"- Give every patient the portal: March 2027 to May 2028, 427 days later ({MILESTONE})",
        "### Moved earlier: 1",
        f"- Open the endoscopy unit: Autumn 2025 to Summer 2025, 91 days earlier ({MILESTONE})",
        "### Completed: 1",
        f"- Open the endoscopy unit ({MILESTONE})",
        "### Targets made stronger: 1",
        f"- Fewer missed appointments: under 6% to under 5% ({TARGET})",
        "### Targets made weaker: 1",
        f"- A smaller elective waiting list: 92,300 to 99,000 ({TARGET})",
        "### Gone: 1",
        "- Hold an exit interview with every leaver (milestone, [Workforce](#workforce))",
        "",
    ]
    assert "Open a hub; New since the edition 2025-30" in text


def test_the_page_leads_to_what_changed_and_marks_what_is_new(jfp: Jfp, edition: Planner) -> None:
    text = rendered(jfp, edition.plan, "--since", "2025-30", form="html")
    assert '<h3 id="changes">What changed since the edition 2025-30</h3>' in text
    assert '<li><a href="#milestone-hub">Open a hub</a>' in text
    assert text.count('<div class="new">New since the edition 2025-30</div>') == 1
    assert 'id="milestone-hub"' in text


def test_what_was_cancelled_is_told_where_statuses_are(jfp: Jfp, planner: Planner) -> None:
    planner.write(PLANNED, "status: at_risk", "status: cancelled")
    told = "### Cancelled: 1\n\n- Open the endoscopy unit ("
    for report in ("plan", "board"):
        assert told.removeprefix("###") in rendered(jfp, planner.plan, "--since", "2025-04-01", report=report)
    planner.write(PLAN, "lint:", "publish: {public: {hide: [status]}}\nlint:")
    assert "Cancelled: 1" not in rendered(jfp, planner.plan, "--since", "2025-04-01")


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("complete\n    completed: 2025-05-02", "### Completed: 1\n\n- Open the endoscopy unit ("),
        ("cancelled", "### Cancelled: 1\n\n- Open the endoscopy unit ("),
        ("off_track", "### Gone: 1\n\n- Open the endoscopy unit ("),
    ],
)
def test_what_ended_before_it_was_taken_out_is_not_told_as_gone(
    jfp: Jfp, planner: Planner, status: str, told: str
) -> None:
    planner.commit("2025-05-02", (PLANNED, "status: at_risk", f"status: {status}"))
    text = (planner.plan / PLANNED).read_text("utf-8")
    unit = text[text.index("  - id: endoscopy-unit") : text.index("  - id: patient-portal")]
    planner.commit("2025-05-03", (PLANNED, unit, ""))
    assert ("Gone: 1" in rendered(jfp, planner.plan, "--since", "2025-04-01", report="board")) == ("Gone" in told)
    text = rendered(jfp, planner.plan, "--since", "2025-04-01")
    assert told in text
    assert text.count("Open the endoscopy unit") == 1
    planner.commit("2025-05-04", (PLAN, "lint:", "publish: {public: {hide: [status]}}\nlint:"))
    assert ("Open the endoscopy unit" in rendered(jfp, planner.plan, "--since", "2025-04-01")) == ("Gone" in told)


@pytest.mark.parametrize("since", ["2025-04-01", "v2025", "1 April 2025"])
def test_another_state_is_called_by_its_day(jfp: Jfp, edition: Planner, since: str) -> None:
    text = rendered(jfp, edition.plan, "--since", since)
    assert "## What changed since 1 April 2025\n" in text


def test_nothing_is_told_where_nobody_asks(jfp: Jfp, edition: Planner) -> None:
    for form in ("md", "html"):
        text = rendered(jfp, edition.plan, form=form)
        assert "What changed since" not in text
        assert "New since" not in text


def test_a_draft_that_was_no_state_in_question_is_for_internal_readers_alone(jfp: Jfp, edition: Planner) -> None:
    text = rendered(jfp, edition.plan, "--since", "last")
    assert "| May 2028 (was March 2027) |" in text
    assert "June 2027" not in text
    text = rendered(jfp, edition.plan, "--since", "last", "--audience", "internal")
    assert "| May 2028 (was March 2027, moved twice, not recorded) |" in text


def test_what_is_hidden_is_not_compared_and_nobody_is_named(jfp: Jfp, edition: Planner) -> None:
    edition.write(PLAN, "lint:", "publish: {public: {hide: [moves, status]}}\nlint:")
    for form in ("md", "html"):
        text = rendered(jfp, edition.plan, "--since", "last", form=form)
        assert "Targets made weaker" in text
        for hidden in ("Moved later", "was March 2027", "was June 2025", "Completed", "AUTHOR", "COMMITTER"):
            assert hidden not in text


def test_a_section_that_the_contents_have_not_is_not_told_of(jfp: Jfp, edition: Planner) -> None:
    path = edition.plan / "sections" / "draft.yaml"
    path.write_text("id: draft\ntitle: A secret draft\nworkstreams: [{id: secret, title: Secret}]\n", encoding="utf-8")

    def told(since: str) -> str:
        found = jfp("render", "plan", "--format", "md", "--plan", edition.plan, "--since", since)
        return found.out[found.out.index("## What changed") : found.out.index("## Contents")]

    assert "ecret" not in told("last")
    edition.write(PLAN, "sections: [elective-care]", "sections: [elective-care, draft]")
    assert "### New: 2\n\n- A secret draft (section)\n- Open a hub" in told("last")
    edition.git("add", ".")
    edition.git("commit", "-q", "-m", "Add a draft", day="2025-07-01")
    edition.write(PLAN, "sections: [elective-care, draft]", "sections: [elective-care]")
    assert "### Gone: 1\n\n- A secret draft (section)" in told("HEAD")


def test_one_section_alone_tells_what_became_of_it(jfp: Jfp, edition: Planner) -> None:
    told = rendered(jfp, edition.plan, "--since", "last", "--section", "elective-care")
    assert "Give every patient the portal: March 2027 to May 2028" in told
    assert "Targets made weaker: 1" in told
    assert "Open a hub" not in told
    assert "exit interview" not in told


def test_a_long_list_folds(jfp: Jfp, planner: Planner) -> None:
    more = "".join(f"  - {{id: more-{n}, activity: Do thing {n}, due: May 2027}}\n" for n in range(9))
    planner.write(WORKFORCE, "milestones:\n", f"milestones:\n{more}")
    assert "- Do thing 4 (milestone, [Workforce](#workforce))\n- and 4 more\n" in rendered(
        jfp, planner.plan, "--since", "HEAD"
    )
    page = rendered(jfp, planner.plan, "--since", "HEAD", form="html")
    assert '<summary>4 more<span class="unseen"> under New</span></summary>' in page


def test_a_plan_that_is_the_same_says_so(jfp: Jfp, planner: Planner) -> None:
    assert "Nothing that this document tells of changed." in rendered(jfp, planner.plan, "--since", "HEAD")


def test_new_and_gone_sentences_are_counted(jfp: Jfp, planner: Planner) -> None:
    planner.write(ELECTIVE, "[Cut missed appointments]", "[Cut missed appointments, Ring up, Write twice]")
    told = rendered(jfp, planner.plan, "--since", "HEAD").split("## Contents")[0]
    assert "### New\n\n- 2 actions\n" in told


@pytest.mark.parametrize(("since", "said"), [("last", "plan.yaml names no editions"), ("v9", "no revision")])
def test_a_state_that_nobody_knows_is_refused(jfp: Jfp, planner: Planner, since: str, said: str) -> None:
    found = jfp("render", "plan", "--plan", planner.plan, "--since", since, "--format", "md")
    assert (found.out, found.code) == ("", 2)
    assert said in found.err


def test_what_could_not_be_read_of_a_state_is_never_taken_for_new(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, "due: Some day"))
    planner.write(PLANNED, "due: Some day", DUE)
    found = jfp("render", "plan", "--plan", planner.plan, "--since", "HEAD", "--format", "md")
    assert (found.out, found.code) == ("", 2)
    assert "nobody can say what is new since 1 May 2025" in found.err


def test_the_board_is_told_of_moves_that_nobody_recorded(jfp: Jfp, edition: Planner) -> None:
    text = rendered(jfp, edition.plan, "--since", "2025-05-15", report="board")
    assert "1 date was moved later since 15 May 2025, by 336 days; 2 moves were not recorded; " in text
    told = text[text.index("## What moved") :]
    silent = (
        "| 1 June 2025, not recorded | Give every patient the portal (milestone, Planned care) | June 2027 | May 2028 |"
    )
    assert silent in told
    assert "May 2028 since 1 June 2025, not recorded" in told
    assert "only agreed moves" not in told.lower()
    page = rendered(jfp, edition.plan, "--since", "last", report="board", form="html")
    assert page.count("Not recorded</strong>") == 3
    assert '<figure class="measure trend">' in page
    assert '<span class="was">(was March 2027, moved twice, not recorded)</span>' not in page  # it is not due yet


BEGINNING = "15 May 2025"
BESIDES = [
    "### What else changed since 15 May 2025",
    "#### Gone: 1",
    "- Hold an exit interview with every leaver (milestone, Workforce)",
    "#### Targets made weaker: 1",
    "- A smaller elective waiting list: 92,300 to 99,000 (target, Elective care recovery)",
    "#### Targets put off: 1",
    "- A smaller elective waiting list: March 2029 to March 2030, 365 days later (target, Elective care recovery)",
    "#### Baselines rewritten: 1",
    "- A smaller elective waiting list: 150,000, April 2025 to 160,000, May 2025 (target, Elective care recovery)",
    "#### Readings rewritten: 1",
    "- Open elective pathways, June 2025: 148,300 to 148,000 (measure)",
    "#### No longer complete: 1",
    "- Open the elective hub to patients (milestone, Planned care)",
    "#### Targets made stronger: 1",
    "- Fewer missed appointments: under 6% to under 5% (target, Elective care recovery)",
    "#### New: 1",
    "- Open a hub (milestone, Workforce)",
]


@pytest.fixture
def weakened(edition: Planner) -> Planner:
    """The same, and a target that was put off and whose baseline was rewritten, and what is no longer complete."""
    edition.write(ELECTIVE, "due: March 2029", "due: March 2030")
    edition.write(ELECTIVE, 'value: "150,000", at: April 2025', 'value: "160,000", at: May 2025')
    edition.write(PLANNED, "status: complete\n    completed: 2025-09-20", "status: at_risk")
    edition.write("measures/waiting-list-size.yaml", 'value: "148,300"', 'value: "148,000"')
    return edition


def test_the_board_is_told_what_else_became_of_what_was_promised(jfp: Jfp, weakened: Planner) -> None:
    text = rendered(jfp, weakened.plan, "--since", BEGINNING, report="board")
    assert "; 1 target was made weaker or put off; 1 promise or target was taken out." in text
    assert text[text.index("### What else") :].strip().split("\n\n") == BESIDES
    page = rendered(jfp, weakened.plan, "--since", BEGINNING, report="board", form="html")
    assert "<h3>What else changed since 15 May 2025</h3>" in page
    assert "<div>92,300 to 99,000</div>" in page
    assert "AUTHOR" not in page


def test_a_paper_of_a_part_tells_what_else_became_of_that_part(jfp: Jfp, weakened: Planner) -> None:
    text = rendered(jfp, weakened.plan, "--since", BEGINNING, "--area", "workforce", report="board")
    told = text[text.index("### What else") :].strip().split("\n\n")
    assert told == [BESIDES[0], *BESIDES[1:3], *BESIDES[-2:]]


def test_a_paper_since_a_day_has_what_was_done_on_it(jfp: Jfp, edition: Planner) -> None:
    for since in ("1 June 2025", "2025-05-31"):
        assert "#### Gone: 1\n" in rendered(jfp, edition.plan, "--since", since, report="board")
    assert "Nothing else changed that was promised." in rendered(
        jfp, edition.plan, "--since", "2025-06-02", report="board"
    )


def test_a_paper_since_a_day_of_which_git_has_no_plan_says_so(jfp: Jfp, edition: Planner) -> None:
    text = rendered(jfp, edition.plan, "--since", "2025-01-01", report="board")
    assert "Git has no plan of 1 January 2025, so nobody can say what else changed since." in text


def test_a_milestone_that_is_gone_is_told_with_its_steps(jfp: Jfp, planner: Planner) -> None:
    text = (planner.plan / PLANNED).read_text("utf-8")
    portal = text[text.index("  - id: patient-portal") :]
    planner.write(PLANNED, portal, "")
    text = rendered(jfp, planner.plan, "--since", "2025-04-01", report="board")
    assert "#### Gone: 1\n\n- Give every patient the portal (milestone, Planned care)" in text


def test_what_is_gone_with_its_area_is_told_with_the_title_of_that(jfp: Jfp, planner: Planner) -> None:
    (planner.plan / WORKFORCE).unlink()
    planner.write("sections/staff-retention.yaml", "    areas: [workforce]\n", "")
    text = rendered(jfp, planner.plan, "--since", "2025-04-01", report="board")
    assert "- Hold an exit interview with every leaver (milestone, Workforce)" in text


def test_the_board_hears_of_a_move_that_was_agreed_before_and_written_down_since(jfp: Jfp, planner: Planner) -> None:
    entry = "\n    moves: [{from: March 2027, to: June 2027, date: 2025-04-20, because: a late supplier}]"
    planner.commit("2025-05-20", (PLANNED, DUE, f"{LATER}{entry}"))
    text = rendered(jfp, planner.plan, "--since", "2025-05-15", report="board")
    assert "1 date was moved later since 15 May 2025, by 91 days." in text
    row = "| 20 April 2025 | Give every patient the portal (milestone, Planned care) | March 2027 | June 2027 | +91 |"
    assert text.count(row) == 1
    assert rendered(jfp, planner.plan, "--since", "2025-04-10", report="board").count(row) == 1
    assert row not in rendered(jfp, planner.plan, "--since", "2025-05-25", report="board")


def test_the_board_hears_of_what_was_done_before_and_reported_since(jfp: Jfp, planner: Planner) -> None:
    def told(since: str) -> str:
        lines = rendered(jfp, planner.plan, "--since", since, report="board").splitlines()
        return next(line for line in lines if line.startswith("- **Completed**"))

    planner.commit("2025-05-20", (PLANNED, "status: at_risk", "status: complete\n    completed: 2025-05-02"))
    reported = "1 promise that was completed before 15 May 2025 was reported since."
    assert told("2025-05-15") == f"- **Completed**: 1 promise was completed since 15 May 2025; {reported}"
    assert told("2025-04-10") == "- **Completed**: 2 promises were completed since 10 April 2025."
    planner.commit("2025-05-21", (PLANNED, "completed: 2025-09-20", "completed: 2025-04-20"))
    assert told("2025-05-15") == f"- **Completed**: {reported}"
    assert told("2025-05-25") == "- **Completed**: Nothing was reported complete since 25 May 2025."


def test_the_board_hears_of_a_silent_move_beside_what_is_due(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2025-05-01", (PLANNED, "due: Autumn 2025", "due: March 2026"))
    text = rendered(jfp, planner.plan, report="board")
    assert "| March 2026 (was Autumn 2025, not recorded) | Open the endoscopy unit" in text


def test_a_board_without_a_repository_hears_of_agreed_moves_alone(jfp: Jfp, example: Path) -> None:
    for form in ("md", "html"):
        text = rendered(jfp, example, "--since", "2025-05-01", report="board", form=form)
        assert "Only agreed moves are known" in text
        assert "supplier delay" in text


def test_a_board_paper_knows_of_no_move_after_its_day(jfp: Jfp, planner: Planner) -> None:
    planner.commit("2026-06-20", (PLANNED, DUE, LATER))
    assert "not recorded" in rendered(jfp, planner.plan, report="board")
    found = jfp("render", "board", "--format", "md", "--as-of", "2026-06-01", "--plan", planner.plan)
    assert "not recorded" not in found.out


def test_a_clone_without_its_past_says_so_and_still_makes_the_paper(jfp: Jfp, planner: Planner, tmp_path: Path) -> None:
    planner.commit("2025-05-01", (PLANNED, DUE, LATER))
    planner.git("clone", "-q", "--depth", "1", planner.plan.parent.as_uri(), str(tmp_path / "clone"))
    found = jfp("render", "board", "--format", "md", "--as-of", "2026-07-01", "--plan", tmp_path / "clone" / "plan")
    assert found.code == 0
    assert "git fetch --unshallow helps" in found.err


def test_what_was_hidden_in_the_earlier_state_is_not_told_now(jfp: Jfp, planner: Planner) -> None:
    hiding = "publish: {public: {hide: [targets]}}\nlint:"
    planner.commit("2025-05-01", (PLAN, "lint:", hiding))
    planner.commit("2025-06-01", (PLAN, hiding, "lint:"), (ELECTIVE, '"92,300"', '"99,000"'))
    for form in ("md", "html"):
        text = rendered(jfp, planner.plan, "--since", "2025-05-01", form=form)
        assert "99,000" in text
        assert "92,300" not in text
    text = rendered(jfp, planner.plan, "--since", "2025-05-01", "--audience", "internal")
    assert "92,300 to 99,000" in text
