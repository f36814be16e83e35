"""What is different between two states of the example plan."""

from pathlib import Path
from typing import Any

import pytest

from jfp_cli.history.diff import State, diff
from jfp_cli.loading import Loaded, load
from jfp_cli.loading.loader import load_strings
from tests.conftest import SHIPPED
from tests.loading.changed_plans import ELECTIVE, ESTATES, PLAN, PLANNED, READINGS, STAFF, TEXTS, WORKFORCE, changed


def state(loaded: Loaded) -> State:
    assert loaded.plan is not None
    return State(loaded.plan, loaded.sources.span, loaded.lost)


def rows(after: Loaded, before: Loaded | None = None) -> list[dict[str, Any]]:
    return diff(state(before or load_strings(TEXTS)), state(after))


def only(after: Loaded, before: Loaded | None = None) -> dict[str, Any]:
    [row] = rows(after, before)
    return row


def told(after: Loaded, before: Loaded | None = None) -> list[tuple[Any, ...]]:
    return [(row["change"], row["address"], row["field"], row["before"], row["after"]) for row in rows(after, before)]


OPEN = "due: March 2027"
MOVES = "\n    moves: [{from: March 2027, to: June 2027, date: 2026-01-02, because: a late supplier}]"
TWO_MOVES = MOVES.replace("}]", "}, {from: June 2027, to: May 2028, date: 2026-02-02, because: again}]")


def test_the_same_plan_has_no_changes() -> None:
    assert rows(load_strings(TEXTS)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("due: March 2027", "due: 2027-03"),
        ("activity: Give every patient the portal", "activity: >-\n      Give every\n      patient the portal"),
        ("area: planned-care\ntitle: Planned care", "title: Planned care  # the area\narea: planned-care"),
    ],
)
def test_what_is_only_written_otherwise_is_no_change(old: str, new: str) -> None:
    assert rows(changed((PLANNED, old, new))) == []


def test_a_row_says_what_where_and_by_how_much() -> None:
    assert only(changed((PLANNED, OPEN, "due: June 2027"))) == {
        "change": "moved",
        "kind": "milestone",
        "id": "patient-portal",
        "address": "milestones/patient-portal",
        "area": "planned-care",
        "section": None,
        "field": "due",
        "before": "March 2027",
        "after": "June 2027",
        "days": 91,
        "recorded": False,
        "file": PLANNED,
        "line": 25,
    }


@pytest.mark.parametrize(
    ("due", "days", "recorded"),
    [
        (f"due: June 2027{MOVES}", 91, True),
        (f"due: May 2028{TWO_MOVES}", 427, True),
        (f"due: May 2028{MOVES}", 427, False),
        ("due: January 2027", -59, False),
        ("due: March 2027 onwards", None, False),
    ],
)
def test_a_date_moved_with_or_without_an_entry_that_says_so(due: str, days: int | None, recorded: bool) -> None:
    row = only(changed((PLANNED, OPEN, due)))
    assert (row["change"], row["days"], row["recorded"]) == ("moved", days, recorded)


THERE_AND_BACK = TWO_MOVES.replace("to: May 2028", "to: March 2027")
AGAIN = THERE_AND_BACK.replace("}]", "}, {from: March 2027, to: June 2027, date: 2026-03-02, because: once more}]")


@pytest.mark.parametrize(("moves", "recorded"), [(THERE_AND_BACK, False), (AGAIN, True)])
def test_an_entry_that_told_of_an_earlier_move_tells_of_no_later_one(moves: str, recorded: bool) -> None:
    before = changed((PLANNED, OPEN, f"{OPEN}{THERE_AND_BACK}"))
    found = rows(changed((PLANNED, OPEN, f"due: June 2027{moves}")), before)
    assert [row["recorded"] for row in found if row["change"] == "moved"] == [recorded]


@pytest.mark.parametrize(
    ("more", "recorded"),
    [("", False), ("\n    updates: [{date: 2026-01-02, note: The standard of England is later now}]", True)],
)
def test_an_update_says_why_the_date_of_a_target_moved(more: str, recorded: bool) -> None:
    after = changed((ELECTIVE, "due: March 2029", f"due: March 2030{more}"))
    assert [(row["change"], row["recorded"]) for row in rows(after) if row["field"] == "due"] == [("moved", recorded)]


@pytest.mark.parametrize(
    ("old", "new", "change", "field"),
    [
        ("status: at_risk", "status: off_track", "status", "status"),
        ("status: at_risk", "status: complete\n    completed: 2025-11-30", "completed", "status"),
        ("status: complete\n    completed: 2025-09-20", "status: on_track", "reopened", "status"),
        ("completed: 2025-09-20", "completed: 2025-09-21", "changed", "completed"),
        ("due: Autumn 2025\n", "due: Autumn 2025\n    forecast: June 2026\n", "changed", "forecast"),
        ("status: at_risk\n    owner: Planned care lead", "status: at_risk\n    owner: A. Nurse", "owner", "owner"),
        ("status: at_risk\n    owner: Planned care lead", "status: at_risk", "owner", "owner"),
        ("places: [north-town]", "places: [north-town, south-vale]", "links", "places"),
        ("activity: Open the endoscopy unit", "activity: Open the new endoscopy unit", "reworded", "activity"),
        ("First patients seen", "First patients were seen", "changed", "updates"),
    ],
)
def test_a_field_of_a_milestone(old: str, new: str, change: str, field: str) -> None:
    row = only(changed((PLANNED, old, new)))
    assert (row["change"], row["field"], row["kind"]) == (change, field, "milestone")


def test_a_date_that_ends_on_the_same_day_did_not_move() -> None:
    row = only(changed((PLANNED, "due: Autumn 2025", "due: November 2025")))
    assert (row["change"], row["field"], row["days"]) == ("changed", "due", 0)


def test_completed_is_told_once() -> None:
    after = changed((PLANNED, "status: at_risk", "status: complete\n    completed: 2025-11-30"))
    assert told(after) == [("completed", "milestones/endoscopy-unit", "status", "at_risk", "complete")]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ('target: "92,300"\n', 'target: "80,000"\n', "stronger"),
        ('target: "92,300"\n', 'target: "99,000"\n', "weaker"),
        ('target: "92,300"\n', 'target: "between 80,000 and 99,000"\n', "weaker"),
        ('target: "92,300"\n', "target: down 50%\n", "stronger"),
        ('    target: "92,300"\n', "", "weaker"),
        ("target: under 6%", "target: under 5%", "stronger"),
        ("target: under 6%", "target: under 7%", "weaker"),
        ("target: under 6%", "target: at least 7%", "changed"),
        ("target: under 6%", "target: 3 weeks", "changed"),
    ],
)
def test_a_target_is_stronger_or_weaker_by_its_direction(old: str, new: str, change: str) -> None:
    row = only(changed((ELECTIVE, old, new)))
    assert (row["change"], row["kind"], row["field"], row["section"]) == (change, "target", "target", "elective-care")


def test_the_direction_may_be_that_of_the_measure() -> None:
    stated = (ELECTIVE, "    better: lower\n", "")
    measured = (READINGS, "title: Open elective pathways\n", "title: Open elective pathways\nbetter: lower\n")
    before = changed(stated, measured)
    after = changed(stated, measured, (ELECTIVE, 'target: "92,300"\n', 'target: "99,000"\n'))
    assert only(after, before)["change"] == "weaker"


def test_a_baseline_that_was_written_anew() -> None:
    row = only(changed((ELECTIVE, 'value: "150,000"', 'value: "160,000"')))
    assert (row["change"], row["field"], row["before"], row["after"]) == (
        *("baseline", "baseline.value"),
        *("150,000", "160,000"),
    )


def test_a_thing_that_is_new_and_one_that_is_gone() -> None:
    milestone = "  - id: portal-training\n    activity: Train all receptionists\n    due: May 2026\n"
    after = changed((WORKFORCE, "milestones:\n", f"milestones:\n{milestone}"))
    added = ("added", "milestones/portal-training", None, None, "Train all receptionists")
    assert told(after) == [added]
    [gone] = rows(load_strings(TEXTS), after)
    assert (gone["change"], gone["before"], gone["after"]) == ("removed", "Train all receptionists", None)
    assert (gone["file"], gone["line"], gone["area"]) == (WORKFORCE, 4, "workforce")


def test_a_sentence_goes_with_the_thing_that_it_stands_in() -> None:
    text = TEXTS[STAFF]
    start = text.index("workstreams:")
    end = text.index("targets:")
    after = changed((STAFF, text[start:end], ""))
    assert [row["address"] for row in rows(after)] == ["workstreams/staff-wellbeing"]


def test_a_sentence_that_is_new_in_a_thing_that_was_there() -> None:
    after = changed((ELECTIVE, "[Cut missed appointments]", "[Ring everybody up, Cut missed appointments]"))
    assert told(after) == [
        ("added", "workstreams/outpatients.actions.2025-26[0]", None, None, "Ring everybody up"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("Cut missed appointments", "Cut all missed appointments", "action"),
        ("Functioning decision support tool", "Working decision support tool", "statement"),
    ],
)
def test_a_sentence_is_reworded_as_an_entry_is(old: str, new: str, field: str) -> None:
    row = only(changed((ELECTIVE, old, new)))
    assert (row["change"], row["field"], row["before"], row["after"]) == ("reworded", field, old, new)


def test_a_sentence_that_became_an_entry_has_only_what_is_new() -> None:
    after = changed(
        (ELECTIVE, "- Functioning decision support tool", "- {id: tool, statement: Functioning decision support tool}"),
        (ELECTIVE, "[Cut missed appointments]", "[{action: Cut missed appointments, due: May 2025}]"),
    )
    assert told(after) == [("changed", "workstreams/outpatients.actions.2025-26[0]", "due", None, "May 2025")]


@pytest.mark.parametrize(
    ("action", "address"),
    [
        ("Cut missed appointments", "workstreams/outpatients.actions.2026-30[0]"),
        ("{action: Cut missed appointments, due: May 2025}", "workstreams/outpatients.actions.2026-30[0]"),
        ("{id: cut-missed, action: Cut missed appointments}", "actions/cut-missed"),
    ],
)
def test_an_action_that_was_put_off_to_another_planning_period(action: str, address: str) -> None:
    before = changed((ELECTIVE, "[Cut missed appointments]", f"[{action}]"))
    after = changed(
        (ELECTIVE, "2025-26: [Cut missed appointments]", "2025-26: []"),
        (ELECTIVE, "2026-30: [", f"2026-30: [{action}, "),
    )
    assert told(after, before) == [("changed", address, "period", "2025-26", "2026-30")]


def test_a_promise_without_an_id_is_followed_when_others_come_before_it() -> None:
    steps = "checkpoints:\n      - {due: May 2025, activity: Choose a supplier}\n"
    after = changed((PLANNED, "checkpoints:\n", steps), (PLANNED, "due: June 2026", "due: July 2026"))
    assert told(after) == [
        ("added", "milestones/patient-portal.checkpoints[0]", None, None, "Choose a supplier"),
        ("moved", "milestones/patient-portal.checkpoints[2]", "due", "June 2026", "July 2026"),
    ]


def test_an_id_that_is_given_to_a_promise_is_no_other_promise() -> None:
    after = changed((ESTATES, "{commitment: Develop", "{id: hubs, commitment: Develop"))
    assert rows(after) == []
    later = changed(
        (
            ESTATES,
            "{commitment: Develop neighbourhood hubs, due: 2026-30}",
            "{id: hubs, commitment: Develop neighbourhood hubs, due: 2026-31}",
        )
    )
    assert [row["change"] for row in rows(later)] == ["moved"]


def test_a_renamed_thing_is_the_same_thing() -> None:
    after = changed((PLANNED, "id: endoscopy-unit", "id: scopes"), (PLANNED, "due: Autumn 2025", "due: Spring 2026"))
    assert told(after) == [
        ("renamed", "milestones/scopes", "id", "endoscopy-unit", "scopes"),
        ("moved", "milestones/scopes", "due", "Autumn 2025", "Spring 2026"),
    ]


def test_a_renamed_file_keeps_what_stands_in_it() -> None:
    texts = {name: text for name, text in TEXTS.items() if name != WORKFORCE}
    texts["milestones/people.yaml"] = TEXTS[WORKFORCE].replace("area: workforce", "area: people")
    for name in (ELECTIVE, STAFF):
        texts[name] = texts[name].replace("areas: [workforce]", "areas: [people]")
    assert ("renamed", "areas/people", "area", "workforce", "people") in told(load_strings(texts))
    assert not {"added", "removed", "changed"} & {row["change"] for row in rows(load_strings(texts))}


def test_two_things_that_share_little_are_two_things() -> None:
    after = changed(
        (PLANNED, "id: endoscopy-unit", "id: car-park"), (PLANNED, "Open the endoscopy unit", "Build a car park")
    )
    assert [row["change"] for row in rows(after)] == ["added", "removed"]


def test_two_that_are_equally_alike_are_not_guessed_at() -> None:
    def plan(first: str, second: str) -> Loaded:
        each = "".join(f"  - {{id: {name}, activity: Open a ward, due: May 2026}}\n" for name in (first, second))
        return load_strings(TEXTS | {WORKFORCE: f"area: workforce\ntitle: Workforce\nmilestones:\n{each}"})

    assert [row["change"] for row in rows(plan("c", "d"), plan("a", "b"))] == ["added", "added", "removed", "removed"]


def test_a_milestone_that_another_area_has_now() -> None:
    milestone = TEXTS[PLANNED][TEXTS[PLANNED].index("  - id: endoscopy") : TEXTS[PLANNED].index("  - id: patient")]
    after = changed((PLANNED, milestone, ""), (WORKFORCE, "milestones:\n", f"milestones:\n{milestone}"))
    assert told(after) == [
        ("changed", "milestones/endoscopy-unit", "area", "areas/planned-care", "areas/workforce"),
    ]


def test_a_period_that_a_new_year_renamed_is_the_same_period() -> None:
    after = changed(
        (PLAN, "planning_periods: [2025-26, 2026-30]", "planning_periods: [2026-27, 2027-31]"),
        (ELECTIVE, "2025-26: [Cut missed appointments]", "2026-27: [Cut missed appointments]"),
        (ELECTIVE, "2026-30: [Offer one-stop clinics]", "2027-31: [Offer one-stop clinics]"),
    )
    assert {row["address"] for row in rows(after)} == {"plan"}


def test_words_and_contents_of_the_plan() -> None:
    after = changed((PLAN, "North Town", "North Borough"))
    assert told(after) == [("reworded", "places/north-town", None, "North Town", "North Borough")]


def test_the_order_of_names_in_a_list_says_nothing() -> None:
    before = changed((PLANNED, "places: [north-town]", "places: [north-town, south-vale]"))
    after = changed((PLANNED, "places: [north-town]", "places: [south-vale, north-town]"))
    assert rows(after, before) == []


def test_there_and_back_are_as_many_changes() -> None:
    after = load_strings({file: text.replace("March", "May").replace("2026", "2027") for file, text in TEXTS.items()})
    there, back = rows(after), rows(load_strings(TEXTS), after)
    assert len(there) == len(back) > 5
    assert sorted(-row["days"] for row in there if row["days"]) == sorted(row["days"] for row in back if row["days"])


def test_the_shipped_plan_with_other_comments_and_lines_is_the_same_plan(tmp_path: Path) -> None:
    before = load(SHIPPED)
    texts = {
        path.relative_to(SHIPPED).as_posix(): f"# A comment\n\n{path.read_text('utf-8')}"
        for path in sorted(SHIPPED.rglob("*.yaml"))
        if "templates" not in path.parts
    }
    for name, text in texts.items():
        path = tmp_path / "plan" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    assert rows(load(tmp_path / "plan"), before) == []


POINT = 'trajectory: [{target: "134,140", due: March 2026}]'


@pytest.mark.parametrize(
    ("new", "change", "before", "after", "days"),
    [
        ('[{target: "140,000", due: March 2026}]', "weaker", "134,140, March 2026", "140,000, March 2026", None),
        ('[{target: "130,000", due: March 2026}]', "stronger", "134,140, March 2026", "130,000, March 2026", None),
        ('[{target: "134,140", due: June 2026}]', "weaker", "134,140, March 2026", "134,140, June 2026", 91),
        ('[{target: "134,140", due: January 2026}]', "stronger", "134,140, March 2026", "134,140, January 2026", -59),
        (
            '[{target: "134,140", due: March 2026 onwards}]',
            "weaker",
            "134,140, March 2026",
            "134,140, March 2026 onwards",
            None,
        ),
        ("[{target: 3 weeks, due: March 2026}]", "changed", "134,140, March 2026", "3 weeks, March 2026", None),
    ],
)
def test_a_point_of_a_trajectory_is_weaker_or_stronger_as_the_target_is(
    new: str, change: str, before: str, after: str, days: int | None
) -> None:
    row = only(changed((ELECTIVE, POINT, f"trajectory: {new}")))
    told = tuple(row[key] for key in ("change", "field", "before", "after", "days", "line"))
    assert told == (change, "trajectory", before, after, days, 33)


@pytest.mark.parametrize(
    ("point", "change", "days"),
    [
        ('{target: "140,000", due: June 2026}', "weaker", 91),
        ('{target: "130,000", due: June 2026}', "weaker", 91),
        ('{target: "140,000", due: January 2026}', "weaker", -59),
        ('{target: "130,000", due: January 2026}', "stronger", -59),
    ],
)
def test_a_point_of_another_figure_and_another_date_is_told_once(point: str, change: str, days: int) -> None:
    row = only(changed((ELECTIVE, POINT, f"trajectory: [{point}]")))
    assert (row["change"], row["before"], row["days"]) == (change, "134,140, March 2026", days)


def test_a_point_that_was_dropped_is_not_taken_for_one_that_came_after_others() -> None:
    second, third = '{target: "110,000", due: March 2028}', '{target: "100,000", due: September 2028}'
    before = changed((ELECTIVE, POINT, f"{POINT[:-1]}, {second}]"))
    assert told(changed((ELECTIVE, POINT, f"trajectory: [{second}, {third}]")), before) == [
        ("stronger", "targets/waiting-list-size", "trajectory", None, "100,000, September 2028"),
        ("weaker", "targets/waiting-list-size", "trajectory", "134,140, March 2026", None),
    ]


@pytest.mark.parametrize(
    ("old", "new", "change"), [("", "    hold: true\n", "stronger"), ("    hold: true\n", "", "weaker")]
)
def test_a_standard_that_need_not_be_held_any_more_is_weaker(old: str, new: str, change: str) -> None:
    due = "    due: March 2029\n"
    row = only(changed((ELECTIVE, due, due + new)), changed((ELECTIVE, due, due + old)))
    assert (row["change"], row["field"]) == (change, "hold")


def test_points_that_came_and_went() -> None:
    two = f'{POINT[:-1]}, {{target: "110,000", due: March 2028}}]'
    assert told(changed((ELECTIVE, POINT, two))) == [
        ("stronger", "targets/waiting-list-size", "trajectory", None, "110,000, March 2028")
    ]
    assert told(load_strings(TEXTS), changed((ELECTIVE, POINT, two))) == [
        ("weaker", "targets/waiting-list-size", "trajectory", "110,000, March 2028", None)
    ]


def test_readings_of_one_date_and_place_are_held_against_each_other() -> None:
    def with_readings(*readings: str) -> Loaded:
        text = "id: waiting-list\ntitle: Open elective pathways\nunit: pathways\nreadings:\n"
        return changed((READINGS, TEXTS[READINGS], text + "".join(f"  - {{{one}}}\n" for one in readings)))

    of_a_place = "at: 2025-04, place: south-vale, value: 41200"
    before = with_readings("at: 2025-04, value: 148300", of_a_place, "at: 2025-05, value: 147000")
    after = with_readings(
        *("at: 2025-03, value: 149000", "at: 2025-04, value: 148000", of_a_place),
        *("at: 2025-06, value: 146000", "at: 2025-05, place: south-vale, value: 41000"),
    )
    assert [row[3:] for row in told(after, before)] == [
        (None, "2025-03, 149000"),
        ("2025-04, 148300", "2025-04, 148000"),
        (None, "2025-06, 146000"),
        (None, "2025-05, south-vale, 41000"),
        ("2025-05, 147000", None),
    ]


def test_a_change_of_an_entry_shows_at_the_entry() -> None:
    entries = (
        "updates:\n      - {date: 2025-09-20, note: First patients seen}\n      - {date: 2025-10-01, note: All well}"
    )
    before = changed((PLANNED, "updates: [{date: 2025-09-20, note: First patients seen}]", entries))
    after = changed(
        (PLANNED, "updates: [{date: 2025-09-20, note: First patients seen}]", entries.replace("All", "Not"))
    )
    assert (only(after, before)["field"], only(after, before)["line"]) == ("updates", 17)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PLANNED, "due: March 2027", "due: Marhc 2027"),
        (PLANNED, "area: planned-care\n", "area: planned-care\n- [\n"),
        (PLANNED, "due: January 2026", "due: some day"),
        (PLANNED, "completed: 2025-09-20", "completed: in time"),
        (PLANNED, "owner: Planned care lead\n    places", "owner: [a, b]\n    places"),
        (ELECTIVE, "workstreams:", "workstreams: {"),
        (PLAN, "north-town: North Town", "north-town: [North Town]"),
    ],
)
def test_what_cannot_be_read_is_neither_gone_nor_new(file: str, old: str, new: str) -> None:
    broken = changed((file, old, new))
    assert broken.left_out
    assert rows(broken) == rows(load_strings(TEXTS), before=broken) == []


def test_beside_what_cannot_be_read_changes_are_told() -> None:
    texts = TEXTS | {PLANNED: TEXTS[PLANNED].replace("due: March 2027", "due: Marhc 2027")}
    files = texts | {PLANNED: texts[PLANNED].replace("due: Autumn 2025", "due: Winter 2025")}
    row = only(load_strings(files))
    assert (row["change"], row["address"]) == ("moved", "milestones/endoscopy-unit")
