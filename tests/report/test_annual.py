"""The annual report's section on the plan: what came of what a financial year was to bring."""

from datetime import date
from pathlib import Path

import pytest

from jfp_cli.loading.faults.examples import read_example
from jfp_cli.model.field import Audience
from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.query.years import last_year, year_of
from jfp_cli.report.document.annual import Annual
from jfp_cli.report.pages.environment import Templates, shipped_templates
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.papers import WHOLE, Scope, document_for
from tests.borough.test_borough import PLAN as BOROUGH
from tests.conftest import SHIPPED
from tests.report.pages import FORMS, page, read

DAY = date(2026, 7, 1)
MADE_UP = """
--- plan.yaml
period: {{start: 2025-04-01, end: 2030-03-31}}
places: {{north: North Town}}
organisations: {{trust: The Trust}}
{settings}
--- milestones/cancer.yaml
milestones:
  - {{id: early, activity: Open the early clinic, due: June 2025, status: complete, completed: 2025-03-01}}
  - {{id: in-time, activity: Open the first clinic, due: June 2025, status: complete, completed: 2025-06-30}}
  - id: late
    activity: Open the late clinic
    due: June 2025
    status: complete
    completed: 2025-07-30
    leads: [trust]
  - {{id: later, activity: Open the later clinic, due: March 2026, status: complete, completed: 2026-05-01}}
  - {{id: undated, activity: Open the quiet clinic, due: March 2026, status: complete, owner: Clinic lead}}
  - {{id: dropped, activity: Open the lost clinic, due: March 2026, status: cancelled}}
  - {{id: open, activity: Open the next clinic, due: March 2026, status: off_track}}
  - id: silent
    activity: Open the silent clinic
    due: March 2026
    places: [north]
  - {{id: ahead, activity: Open the clinic ahead, due: March 2027, status: complete, completed: 2025-12-01}}
  - id: moved
    activity: Open the moved clinic
    due: June 2026
    moves:
      - {{from: March 2026, to: June 2026, date: 2026-02-03, because: the supplier is late, agreed_by: Cancer board}}
  - id: sooner
    activity: Open the sooner clinic
    due: May 2026
    moves: [{{from: June 2026, to: May 2026, date: 2025-09-03, because: rooms are free}}]
  - id: moved-since
    activity: Open the other clinic
    due: June 2027
    moves: [{{from: March 2027, to: June 2027, date: 2026-05-03, because: no rooms}}]
  - id: whole
    activity: Open the whole clinic
    due: September 2025
    status: complete
    completed: 2025-09-01
    checkpoints: [{{due: May 2025, activity: Rooms found}}]
--- sections/access.yaml
targets:
  - id: list
    statement: A shorter list
    measure: list
    better: lower
    baseline: {{value: "500", at: March 2025}}
    trajectory: [{{target: "450", due: September 2025}}, {{target: "400", due: March 2026}}]
    target: "300"
    due: March 2029
  - {{id: uptake, statement: A higher uptake, measure: uptake, target: at least 70%, due: March 2026}}
  - {{id: kept, statement: Uptake kept up, measure: uptake, target: at least 60%, hold: true}}
  - {{id: broken, statement: Uptake kept higher, measure: uptake, target: at least 66%, hold: true}}
  - {{id: unread, statement: Happier staff, measure: Staff survey, better: higher, target: 80%, due: 2025/26}}
  - {{id: vague, statement: Better access, due: March 2026}}
  - {{id: to-come, statement: A tool for all, measure: Tools, better: higher, target: "40", due: March 2028}}
  - {{id: half, statement: A lower wait, measure: wait, better: lower, target: 3 weeks, due: March 2026}}
--- measures/list.yaml
title: People on the list
readings:
  - {{at: 2026-03, value: "390", provisional: true}}
  - {{at: 2026-06, value: "410"}}
--- measures/uptake.yaml
title: Uptake
readings:
  - {{at: 2025-03, value: 50%}}
  - {{at: 2025-06, value: 65%}}
  - {{at: 2025-12, value: 68%}}
  - {{at: 2026-03, value: 69%}}
--- measures/wait.yaml
title: Weeks to wait
readings: [{{at: 2025-12, value: 4 weeks}}, {{at: 2026-06, value: 2 weeks}}]
"""


def made_up(settings: str = "") -> Plan:
    loaded = read_example(MADE_UP.format(settings=settings)).loaded
    assert [f"{finding.span} {finding.message}" for finding in loaded.findings] == []
    assert loaded.plan
    return loaded.plan


def report(plan: Plan | None = None, audience: Audience = "internal", scope: Scope = WHOLE, day: date = DAY) -> Annual:
    paper = document_for("annual", plan or made_up(), day, audience, scope=scope).paper
    assert isinstance(paper, Annual)
    return paper


def words(paper: Annual) -> dict[str, str]:
    return {headline.title: headline.words for headline in paper.headlines}


def ended(paper: Annual) -> dict[str, list[str]]:
    return {outcome.title: [row.promise.id for row in outcome.rows] for outcome in paper.outcomes or ()}


def text(plan: Plan, form: str, audience: Audience = "public") -> str:
    document = document_for("annual", plan, DAY, audience)
    return Templates(Path("none"), shipped_templates()).page("annual", Form(form), document)


def test_what_was_due_stands_by_how_it_ended() -> None:
    assert ended(report()) == {
        "Delivered by their date": ["early", "in-time", "whole"],
        "Delivered late": ["late", "later"],
        "Complete, on a day that nobody reported": ["undated"],
        "Dropped": ["dropped"],
        "Not delivered": ["open"],
        "Not reported": ["silent"],
        "Delivered, and due in another year": ["ahead"],
    }
    assert words(report())["Due"] == (
        "9 promises were due in 2025/26: 3 delivered by the date, 2 delivered late, 1 complete on a day that nobody "
        "reported, 1 dropped, 1 not delivered and 1 not reported."
    )
    assert words(report())["Delivered besides"] == "1 promise of another year was delivered in 2025/26."


def test_what_was_late_says_by_how_many_days() -> None:
    rows = {row.promise.id: row.days_late for outcome in report().outcomes or () for row in outcome.rows}
    assert (rows["in-time"], rows["late"], rows["later"], rows["undated"]) == (0, 30, 31, 0)


def test_what_moved_in_the_year_is_told_with_what_it_took_out_of_it() -> None:
    assert [(one.promise.id, one.days) for one in report().moves or ()] == [("moved", 91), ("sooner", -30)]
    assert words(report())["Moved"] == (
        "2 dates were moved in 2025/26, 1 of them later, by 91 days; 1 of them was due in 2025/26 before."
    )


def test_targets_are_judged_by_what_was_measured_until_the_year_ended() -> None:
    told = {one.statement: (one.progress, one.asked, one.reading, one.reason) for one in report().targets or ()}
    assert told == {
        "A shorter list": ("met", "400, by March 2026", "390 (March 2026, provisional)", ""),
        "Uptake kept up": ("met", "at least 60%, at every reading", "69% (March 2026)", ""),
        "A higher uptake": ("missed", "at least 70%, by March 2026", "69% (March 2026)", ""),
        "Uptake kept higher": ("breached", "at least 66%, at every reading", "69% (March 2026)", "1 reading breaks it"),
        "A lower wait": ("awaiting_reading", "3 weeks, by March 2026", "4 weeks (December 2025)", ""),
        "Happier staff": ("no_reading", "80%, in 2025/26", "", ""),
        "Better access": ("not_measurable", "by March 2026", "", "it has no figure"),
    }
    assert words(report())["Targets"] == (
        "5 targets or steps to one were to be reached in 2025/26: 1 met, 1 missed, 2 without a reading and 1 that "
        "cannot be measured."
    )
    assert words(report())["Standards"] == (
        "2 standards were to be held in 2025/26: 1 held at every reading and 1 not held."
    )


def test_another_year_has_its_own() -> None:
    paper = report(scope=Scope(year=year_of(date(2026, 4, 1), 4)), day=date(2027, 4, 1))
    assert (paper.year, paper.first, paper.last) == ("2026/27", "1 April 2026", "31 March 2027")
    assert ended(paper)["Delivered by their date"] == ["ahead"]
    assert [one.promise.id for one in paper.moves or ()] == ["moved-since"]
    assert [one.statement for one in paper.targets or ()] == ["Uptake kept up", "Uptake kept higher"]


@pytest.mark.parametrize(
    "fields",
    [
        "hold: true, due: April 2025 to March 2027",
        "hold: true, due: April 2025 onwards",
        "each: year",
        "each: year, due: March 2028",
        "each: year, due: September 2025",
    ],
)
@pytest.mark.parametrize("last", [2025, 2026, 2027, 2028])
def test_nothing_is_on_its_way_any_more_once_the_year_is_over(fields: str, last: int) -> None:
    text = f"""
--- sections/access.yaml
targets:
  - id: t1
    statement: A higher uptake
    measure: uptake
    better: higher
    baseline: {{value: 50%, at: March 2025}}
    target: 70%
    {fields.replace(", ", chr(10) + "    ")}
--- measures/uptake.yaml
readings: [{{at: 2025-06, value: 55%}}, {{at: 2026-03, value: 60%}}, {{at: 2026-09, value: 65%}}]
"""
    plan = read_example(text).loaded.plan
    assert plan
    paper = report(plan, scope=Scope(year=year_of(date(last, 3, 31), 4)), day=date(2028, 6, 1))
    over = {"met", "missed", "breached", "awaiting_reading", "no_reading"}
    assert {one.progress for one in paper.targets or ()} <= over


def test_a_year_before_the_plan_has_nothing() -> None:
    paper = report(scope=Scope(year=year_of(date(2020, 4, 1), 4)))
    assert words(paper)["Due"] == "Nothing was due in 2020/21."
    assert words(paper)["Moved"] == "No move of a date was agreed in 2020/21."
    assert words(paper)["Targets"] == "No target, and no step to one, was to be reached in 2020/21."
    assert "Standards" not in words(paper)
    assert paper.targets == ()


def test_what_was_reported_later_is_not_known_yet() -> None:
    found = ended(report(day=date(2026, 4, 15)))
    assert "later" in found["Not reported"]
    assert "later" not in found["Delivered late"]


@pytest.mark.parametrize(
    ("filters", "ids", "scope"),
    [
        (Filters(leads=("trust",)), {"late"}, "Organisation: The Trust"),
        (Filters(places=("north",)), {"silent"}, "Place: North Town"),
        (Filters(areas=("cancer",)), None, "Area: Cancer"),
    ],
)
def test_the_report_of_a_part_says_so_and_has_no_other(filters: Filters, ids: set[str] | None, scope: str) -> None:
    paper = report(scope=Scope(filters))
    found = {name for names in ended(paper).values() for name in names}
    assert paper.scope == (scope,)
    assert found == (ids or {name for names in ended(report()).values() for name in names})


@pytest.mark.parametrize("form", FORMS)
def test_the_public_sees_no_owners_reasons_or_ids(form: str) -> None:
    public, internal = text(made_up(), form), text(made_up(), form, "internal")
    for said in ("Clinic lead", "the supplier is late", "Cancer board"):
        assert said in internal
        assert said not in public
    assert "Why" in internal
    assert "Why" not in public
    assert ("undated" in internal, "undated" in public) == (True, False)


@pytest.mark.parametrize("form", FORMS)
def test_a_plan_may_show_why_dates_were_moved(form: str) -> None:
    shown = text(made_up("publish: {public: {show: [moves.because]}}"), form)
    assert "the supplier is late" in shown
    assert "Cancer board" not in shown


@pytest.mark.parametrize(
    ("hide", "said", "still"),
    [
        ("status", "What was delivered in 2025/26 is not published.", "1 met, 1 missed"),
        ("completed", "What was delivered in 2025/26 is not published.", "1 met, 1 missed"),
        ("moves", "Which dates were moved in 2025/26 is not published.", "2 delivered late"),
        ("readings", "Which targets were met in 2025/26 is not published.", "2 delivered late"),
        ("targets", "Which targets were met in 2025/26 is not published.", "2 delivered late"),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_what_is_hidden_is_said_to_be_so_and_not_to_be_missing(form: str, hide: str, said: str, still: str) -> None:
    plan = made_up(f"publish: {{public: {{hide: [{hide}]}}}}")
    public = text(plan, form)
    assert said in public
    assert still in public
    assert said not in text(plan, form, "internal")


def test_a_hidden_way_to_a_target_is_no_step_and_a_hidden_baseline_changes_nothing() -> None:
    hidden = report(made_up("publish: {public: {hide: [trajectory, baseline]}}"), "public")
    assert "A shorter list" not in {one.statement for one in hidden.targets or ()}
    shown = report(made_up("publish: {public: {hide: [baseline]}}"), "public")
    assert [one.progress for one in shown.targets or ()] == [one.progress for one in report().targets or ()]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("folder", [SHIPPED, BOROUGH])
def test_every_part_of_the_report_has_its_place_in_both_formats(form: str, folder: Path) -> None:
    told = page(folder, "annual", form, day=date(2026, 11, 21))
    titles = ["What 2025/26 brought", "What was promised", "What moved", "Targets met and missed"]
    places = [told.index(title) for title in titles]
    assert places == sorted(places)


def test_nobody_reported_anything_of_the_shipped_plan_and_nothing_is_made_of_that() -> None:
    paper = report(read(SHIPPED), "public", day=date(2026, 11, 21))
    assert words(paper)["Due"].endswith(" not reported.")
    assert {one.progress for one in paper.targets or ()} == {"no_reading", "not_measurable"}
    assert list(ended(paper)) == ["Not reported"]


@pytest.mark.parametrize(
    ("day", "starts", "first"),
    [
        ("2026-03-30", 4, "2024-04-01"),
        ("2026-03-31", 4, "2025-04-01"),
        ("2026-04-01", 4, "2025-04-01"),
        ("2026-12-30", 1, "2025-01-01"),
        ("2026-12-31", 1, "2026-01-01"),
        ("2026-08-31", 9, "2025-09-01"),
    ],
)
def test_the_last_year_is_the_one_that_ended_by_the_day(day: str, starts: int, first: str) -> None:
    year = last_year(date.fromisoformat(day), starts)
    assert year.first == date.fromisoformat(first)
    assert year_of(year.last, starts) == year
