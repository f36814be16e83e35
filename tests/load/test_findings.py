"""What loading finds wrong: a change of the example a row, with the part that must be underlined between « and »."""

import re
from typing import NamedTuple

import pytest

from jfp_cli.load.codes import CODES
from jfp_cli.values.finding import Severity
from tests.load.changed_plans import (
    ELECTIVE,
    ESTATES,
    PLAN,
    PLANNED,
    READINGS,
    STAFF,
    WORKFORCE,
    replaced,
    split,
    underlined,
)
from tests.source.marks import line_and_column, unmark


class Row(NamedTuple):
    """In `file` the text `old` becomes `new`; then there is one finding, where the marks of `new` are."""

    name: str
    file: str
    old: str
    new: str
    message: str
    help: str


# fmt: off
UNKNOWN_KEYS = [
    ("unknown-key", ELECTIVE, "ambitions:", "«ambition»:",
     'a section has no key "ambition"', 'did you mean "ambitions"?'),
    ("unknown-key", ELECTIVE, "ambitions:", "«wishes»:",
     'a section has no key "wishes"', "the keys of a section are: id, title, supports,"),
    ("unknown-key", ELECTIVE, "    due: March 2029", "    «du»: March 2029",
     'a target has no key "du"', 'did you mean "due"?'),
    ("unknown-key", ELECTIVE, '{target: "134,140", due', '{target: "134,140", «duee»',
     'a trajectory point has no key "duee"', 'did you mean "due"?'),
    ("unknown-key", ELECTIVE, "missed appointments, target:", "missed appointments, «tarqet»:",
     'a target has no key "tarqet"', 'did you mean "target"?'),
    ("unknown-key", ELECTIVE, "    actions:", "    «as of»: x\n    actions:",
     'a workstream has no key "as of"', "the keys of a workstream are: id, title,"),
    ("unknown-key", PLAN, "year_starts: April", "«year_begins»: April",
     'plan.yaml has no key "year_begins"', "the keys of plan.yaml are: title, organisation,"),
    ("unknown-key", PLAN, "year_starts: April", "«year_start»: April",
     'plan.yaml has no key "year_start"', 'did you mean "year_starts"?'),
    ("unknown-key", PLAN, "because: agreed", "«reason»: x, because: agreed",
     'an allowance has no key "reason"', "the keys of an allowance are: rule, at, because, until"),
    ("unknown-key", PLANNED, "title: Planned care", "title: Planned care\n«lead»: Jo",
     "an area's file has no key \"lead\"", "the keys of an area's file are: area, title,"),
    ("unknown-key", PLANNED, "    checkpoints:", "    «milestones»:",
     'a milestone has no key "milestones"', "the keys of a milestone are:"),
    ("unknown-key", ESTATES, "title: Estates", "title: Estates\n«lead»: Jo",
     'an enabler has no key "lead"', "the keys of an enabler are:"),
    ("unknown-key", READINGS, "source: Waiting", "«sauce»: Waiting",
     'a reading has no key "sauce"', 'did you mean "source"?'),
    ("unknown-key", PLAN, "title: Example", "«titel»: Example",
     'plan.yaml has no key "titel"', 'did you mean "title"?'),
    ("unknown-key", PLANNED, "activity: Open the endoscopy", "«activty»: Open the endoscopy",
     'a milestone has no key "activty"', 'did you mean "activity"?'),
    ("unknown-key", PLAN, "{rule: JFP403", "{«rul»: JFP403",
     'an allowance has no key "rul"', 'did you mean "rule"?'),
]
MISSING_KEYS = [
    ("missing-key", ELECTIVE, "id: elective-care\ntitle: Elective care recovery\n", "id: «elective-care»\n",
     'this section has no "title"', 'add it, such as "title: Elective care recovery"'),
    ("missing-key", ELECTIVE, "id: elective-care\ntitle", "«title»",
     'this section has no "id"', 'add it, such as "id: elective-hub"'),
    ("missing-key", ELECTIVE, "  - id: outpatients\n    title: Outpatients\n", "  - id: «outpatients»\n",
     'this workstream has no "title"', "add it, such as"),
    ("missing-key", ELECTIVE, "{id: missed-appointments, statement: Fewer missed appointments,",
     "{id: «missed-appointments»,",
     'this target has no "statement"', 'add it, such as "statement: A smaller'),
    ("missing-key", ELECTIVE, 'baseline: {value: "150,000", at: April 2025}', "«baseline»: {at: April 2025}",
     'this baseline has no "value"', 'add it, such as "value: "150,000""'),
    ("missing-key", PLANNED, "area: planned-care\ntitle", "«title»",
     "this area's file has no \"area\"", 'add it, such as "area: cancer"'),
    ("missing-key", PLANNED, "{from: June 2025, to: September 2025, on: 2025-05-10,",
     "{«from»: June 2025, to: September 2025,",
     'this move has no "on"', 'add it, such as "on: 2026-01-31"'),
    ("missing-key", WORKFORCE, "    due: 31 January 2026\n", "",
     'this milestone has no "due"', 'add it, such as "due: March 2026"'),
    ("missing-key", PLAN, "organisation: Example Integrated Care Board\n", "",
     'plan.yaml has no "organisation"', 'add it, such as "organisation: North Town'),
    ("missing-key", PLAN, "period: {start: 2025-04-01, end: 2030-03-31}", "«period»: {start: 2025-04-01}",
     'this period has no "end"', 'add it, such as "end: 2030-03-31"'),
    ("missing-key", PLAN, ", because: agreed with NHS England", "",
     'this allowance has no "because"', 'add it, such as "because: agreed with NHS England"'),
    ("missing-key", PLAN, "  - part: Workforce\n    introduction:", "  - «introduction»:",
     'this part has no "part"', 'add it, such as "part: Our priorities"'),
    ("missing-key", READINGS, '{at: 2025-12, value: "139,000"}', "{«at»: 2025-12}",
     'this reading has no "value"', 'add it, such as "value: "150,000""'),
    ("missing-key", READINGS, "target: waiting-list-size\n", "",
     'this readings file has no "target"', 'add it, such as "target: waiting-list-size"'),
]
SHAPES = [
    ("wrong-shape", ELECTIVE, "supports: [ageing-well]", "supports: «ageing-well»",
     '"supports" should be a list, not the text "ageing-well"', 'write a list: "[one, two]", or a line'),
    ("wrong-shape", ELECTIVE, "supports: [ageing-well]", "«supports»: {ageing-well: x}",
     '"supports" should be a list, not keys with values', "write a list:"),
    ("wrong-shape", ELECTIVE, "title: Elective care recovery", "«title»: [Elective, care]",
     '"title" should be text, not a list', "write text on one line"),
    ("wrong-shape", ELECTIVE, "title: Elective care recovery", "«title»: {Elective: care}",
     '"title" should be text, not keys with values', "put the text in quotes: a colon"),
    ("wrong-shape", ELECTIVE, "[Nobody waits longer than they need to]", "\n  - «Nobody waits: ever»\n  - b",
     'an entry of "ambitions" should be text, not keys', "put the text in quotes: a colon"),
    ("wrong-shape", ELECTIVE, "- Functioning decision support tool", "- «Fewer leavers: in their first year»",
     'an entry of "indicators" should be text, not keys', "put the text in quotes: a colon"),
    ("wrong-shape", ELECTIVE, "- Functioning decision support tool", "- «[Functioning tool]»",
     'an entry of "indicators" should be keys with values, not a list', "the names are: id, statement, measure,"),
    ("wrong-shape", ELECTIVE, "[Cut missed appointments]", "«Cut missed appointments»",
     '"2025-26" should be a list, not the text "Cut missed', "write a list"),
    ("wrong-shape", ELECTIVE, 'baseline: {value: "150,000", at: April 2025}', 'baseline: «"150,000"»',
     '"baseline" should be keys with values, not the text "150,000"', "the names are: value, at"),
    ("wrong-shape", ELECTIVE, 'baseline: {value: "150,000", at: April 2025}', "«baseline»: [x]",
     '"baseline" should be keys with values, not a list', "the names are: value, at"),
    ("wrong-shape", ELECTIVE, '    target: "92,300"', '    «target»: ["92,300"]',
     '"target" should be a figure, not a list', 'write a figure, such as "at least 85%"'),
    ("wrong-shape", ELECTIVE, "    due: March 2029", "    «due»: {by: March 2029}",
     '"due" should be a date, not keys with values', 'write a date, such as "March 2026"'),
    ("wrong-shape", ELECTIVE, "    respondents: 1124", "    «respondents»: [1124]",
     '"respondents" should be a whole number, not a list', 'write digits alone, such as "1124"'),
    ("wrong-shape", PLANNED, "    status: at_risk", "    «status»: [at_risk]",
     '"status" should be one word, not a list', "write one of: not_started, on_track, at_risk,"),
    ("wrong-shape", PLAN, "year_starts: April", "«year_starts»: [April]",
     '"year_starts" should be a month, not a list', 'write its name, such as "April"'),
    ("wrong-shape", PLAN, "{start: 2025-04-01, end: 2030-03-31}", "«2025 to 2030»",
     '"period" should be keys with values, not the text', "the names are: start, end"),
    ("wrong-shape", PLAN, "{14Z35: Reducing inequalities, 14Z44: Climate change}",
     "{14Z35: Reducing inequalities, «14Z44»: [Climate]}",
     '"14Z44" should be text, not a list', "write text"),
]
VALUES = [
    ("wrong-value", PLANNED, "status: at_risk", "status: «at risk»",
     '"status" cannot be "at risk"', 'did you mean "at_risk"?'),
    ("wrong-value", PLANNED, "status: at_risk", "status: «completed»",
     '"status" cannot be "completed"', 'did you mean "complete"?'),
    ("wrong-value", PLANNED, "status: at_risk", "status: «late»",
     '"status" cannot be "late"', "write one of: not_started, on_track, at_risk, off_track, complete, cancelled"),
    ("wrong-value", ELECTIVE, "    better: lower", "    better: «less»",
     '"better" cannot be "less"', "write one of: lower, higher, exactly"),
    ("wrong-value", ELECTIVE, "    better: lower", "    better: lower\n    relative: «yes»",
     '"relative" is "yes", not true or false', 'write "true" or "false"'),
    ("wrong-value", ELECTIVE, "respondents: 1124", "respondents: «1,124»",
     '"respondents" is "1,124", not a whole number', 'write digits alone, such as "1124"'),
    ("wrong-value", ELECTIVE, "respondents: 1124", "respondents: «many»",
     '"respondents" is "many", not a whole number', "write digits alone"),
    ("wrong-value", ELECTIVE, "respondents: 1124", "respondents: «-1»",
     '"respondents" is "-1", not a whole number', "write digits alone"),
    ("wrong-value", ELECTIVE, "respondents: 1124", "respondents: «1124.5»",
     '"respondents" is "1124.5", not a whole number', "write digits alone"),
    ("wrong-value", PLAN, "year_starts: April", "year_starts: «Aprill»",
     '"year_starts" is "Aprill", not a month', 'write its name, such as "April"'),
    ("empty-value", ELECTIVE, "title: Elective care recovery", 'title: «""»',
     '"title" has no text', "write a value, or delete it"),
    ("empty-value", ELECTIVE, "    due: March 2029", "    due: «' '»",
     '"due" has no text', "write a value, or delete it"),
    ("empty-value", ELECTIVE, "    due: March 2029", "    «due»:",
     '"due" has no value', "write a value after the colon, or delete the line"),
    ("empty-value", WORKFORCE, "    due: 31 January 2026", "    «due»: # not known",
     '"due" has no value', "write a value after the colon"),
    ("empty-value", ELECTIVE, "[Nobody waits longer than they need to]", "\n  «-»\n  - b",
     "this entry of the list is empty", "write something, or delete the entry"),
    ("empty-value", ELECTIVE, '{value: "150,000", at', "{value: 150,«000», at",
     '"000" has no colon and no value', 'in quotes, such as "150,000"'),
    ("bad-id", ELECTIVE, "{id: missed-appointments,", "{id: «Missed Appointments»,",
     '"Missed Appointments" cannot be an id', 'joined by hyphens, such as "missed-appointments"'),
    ("bad-id", WORKFORCE, "id: rostering", "id: «e_rostering»",
     '"e_rostering" cannot be an id', 'joined by hyphens, such as "e-rostering"'),
    ("bad-id", WORKFORCE, "id: rostering", "id: «£»",
     '"£" cannot be an id', 'joined by hyphens, such as "elective-hub"'),
    ("bad-id", ELECTIVE, "id: elective-care", "id: «elective_care»",
     '"elective_care" cannot be an id', 'such as "elective-care"'),
    ("bad-id", PLAN, "{north-town: North Town", "{«North Town»: North Town",
     '"North Town" cannot be an id', 'such as "north-town"'),
    ("bad-id", PLAN, "sections: [staff-retention]", "sections: [staff-retention, «Dental care»]",
     '"Dental care" cannot be an id', 'such as "dental-care"'),
    ("bad-date", ELECTIVE, "due: March 2029", "due: «TBC»",
     '"TBC" is not settled', "write the date once it is agreed"),
    ("bad-date", ELECTIVE, "due: March 2029", "due: «Q3 2025»",
     '"Q3 2025" could be the calendar year or the financial year', 'write "Q3 2025/26", or'),
    ("bad-date", ELECTIVE, "due: March 2029", "due: «31 June 2029»",
     '"31 June 2029" has no such day', "write"),
    ("bad-date", ELECTIVE, "due: March 2029", "due: «>-\n      Marsh\n      2029»",
     '"Marsh 2029"', "write"),
    ("bad-date", PLAN, "end: 2030-03-31", "end: «some day»",
     '"some day"', "write"),
    ("bad-figure", ELECTIVE, 'target: "92,300"', "target: «lots»",
     '"lots" is not a figure', 'write one such as "19%"'),
    ("bad-figure", READINGS, '"139,000"', '«"139,00"»',
     '"139,00" has a comma that does not part thousands', "write"),
]
IDS = [
    ("id-differs-from-file", ELECTIVE, "id: elective-care", "id: «elective»",
     'the file is called "elective-care.yaml", but its id is "elective"',
     'write "id: elective-care", or rename the file to elective.yaml'),
    ("id-differs-from-file", PLANNED, "area: planned-care", "area: «planned»",
     'the file is called "planned-care.yaml", but its area is "planned"', 'write "area: planned-care", or'),
    ("id-differs-from-file", ESTATES, "id: estates", "id: «estate»",
     'but its id is "estate"', 'write "id: estates", or'),
    ("id-differs-from-file", READINGS, "target: waiting-list-size", "target: «staff-turnover»",
     'the file is called "waiting-list-size.yaml", but its target is "staff-turnover"',
     'write "target: waiting-list-size", or'),
    ("duplicate-id", ELECTIVE, "  - id: waiting-list-size",
     "  - id: «missed-appointments»\n    statement: x\n  - id: waiting-list-size",
     'the target id "missed-appointments" is taken already, at ', "give one of the two another id"),
    ("duplicate-id", ELECTIVE, "targets:", "  - {id: «outpatients», title: x}\ntargets:",
     'the workstream id "outpatients" is taken already, at ', "give one"),
    ("duplicate-id", STAFF, "id: staff-wellbeing", "id: «outpatients»",
     'the workstream id "outpatients" is taken already, at ', "give one"),
    ("duplicate-id", STAFF, "id: staff-turnover", "id: «waiting-list-size»",
     'the target id "waiting-list-size" is taken already, at ', "give one"),
    ("duplicate-id", WORKFORCE, "- id: rostering\n    activity: Roster",
     "- id: «exit-interviews»\n    activity: Roster",
     'the milestone id "exit-interviews" is taken already, at ', "give one"),
    ("duplicate-id", WORKFORCE, "id: rostering", "id: «elective-hub»",
     'the milestone id "elective-hub" is taken already, at ', "give one"),
]
REFERENCES = [
    ("dangling-reference", ELECTIVE, "areas: [planned-care]", "areas: [«planed-care»]",
     'there is no area "planed-care"', 'did you mean "planned-care"?'),
    ("dangling-reference", ELECTIVE, "areas: [planned-care]", "areas: [«dental»]",
     'there is no area "dental"', "the area ids are: planned-care, workforce"),
    ("dangling-reference", ELECTIVE, "areas: [planned-care]", "areas: [planned-care, «'dental'»]",
     'there is no area "dental"', "the area ids are:"),
    ("dangling-reference", ESTATES, "areas: [planned-care]", "areas: [«planned-cares»]",
     'there is no area "planned-cares"', 'did you mean "planned-care"?'),
    ("dangling-reference", ELECTIVE, "places: [north-town]", "places: [«north-twon»]",
     'there is no place "north-twon"', 'did you mean "north-town"?'),
    ("dangling-reference", PLANNED, "places: [north-town]", "places: [«elsewhere»]",
     'there is no place "elsewhere"', "the place ids are: north-town, south-vale"),
    ("dangling-reference", ELECTIVE, "    better: lower", "    better: lower\n    places: [«elsewhere»]",
     'there is no place "elsewhere"', "the place ids are:"),
    ("dangling-reference", ELECTIVE, "{id: missed-appointments,", "{id: missed-appointments, places: [«elsewhere»],",
     'there is no place "elsewhere"', "the place ids are:"),
    ("dangling-reference", ESTATES, "{commitment: Develop neighbourhood hubs,",
     "{commitment: Develop neighbourhood hubs, places: [«elsewhere»],",
     'there is no place "elsewhere"', "the place ids are:"),
    ("dangling-reference", ELECTIVE, "supports: [ageing-well]", "supports: [best-start, «aging-well»]",
     'there is no strategy priority "aging-well"', 'did you mean "ageing-well"?'),
    ("dangling-reference", ESTATES, "duties: [14Z44]", "supports: [«well»]\nduties: [14Z44]",
     'there is no strategy priority "well"', 'did you mean "ageing-well"?'),
    ("dangling-reference", ELECTIVE, "duties: [14Z35]", "duties: [«14Z53»]",
     'there is no duty "14Z53"', 'did you mean "14Z35"?'),
    ("dangling-reference", ESTATES, "duties: [14Z44]", "duties: [«13A»]",
     'there is no duty "13A"', "the duty ids are: 14Z35, 14Z44"),
    ("dangling-reference", PLANNED, "workstreams: [outpatients]\n    moves", "workstreams: [«outpatient»]\n    moves",
     'there is no workstream "outpatient"', 'did you mean "outpatients"?'),
    ("dangling-reference", PLANNED, "workstreams: [outpatients]\n    moves",
     "workstreams: [«elective-care»]\n    moves",
     'there is no workstream "elective-care"', "the workstream ids are: outpatients, staff-wellbeing"),
    ("dangling-reference", ELECTIVE, "2026-30:", "«2026-2030»:",
     'there is no planning period "2026-2030"', 'did you mean "2026-30"?'),
]
CONTENTS = [
    ("section-without-file", PLAN, "sections: [elective-care]", "sections: [elective-care, «elective-car»]",
     'the contents list "elective-car", but there is no file sections/elective-car.yaml',
     'did you mean "elective-care"?'),
    ("section-without-file", PLAN, "sections: [elective-care]", "sections: [elective-care, «dental»]",
     'the contents list "dental", but there is no file sections/dental.yaml',
     "write the file sections/dental.yaml, or take it out of the contents"),
    ("section-without-file", PLAN, "enablers: [estates]", "enablers: [estates, «digital»]",
     'the contents list "digital", but there is no file enablers/digital.yaml', "write the file enablers/digital.yaml"),
    ("listed-twice", PLAN, "sections: [staff-retention]", "sections: [staff-retention, «elective-care»]",
     '"elective-care" stands twice in the contents, first at ', "keep one of the two"),
    ("period-reversed", PLAN, "end: 2030-03-31", "end: «2020-03-31»",
     "the plan ends (2020-03-31) before it starts (2025-04-01)", 'write a last day, such as "2030-03-31"'),
    ("period-reversed", PLAN, "end: 2030-03-31", "end: «April 2026 onwards»",
     'the plan never ends: "April 2026 onwards" has no last day', "write a last day"),
    ("readings-out-of-order", READINGS, "at: 2025-12", "at: «2025-05»",
     "the reading of 2025-05 stands after the one of 2025-06", "put the oldest first"),
]
# fmt: on
ROWS = [Row(*row) for row in UNKNOWN_KEYS + MISSING_KEYS + SHAPES + VALUES + IDS + REFERENCES + CONTENTS]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.name}: {row.new}" for row in ROWS])
def test_a_fault_is_found_underlined_and_explained(row: Row) -> None:
    before, after = split(row.file, row.old)
    text = before + re.sub("[«»]", "", row.new) + after
    loaded = replaced({row.file: text})
    [finding] = loaded.findings
    assert (finding.code, finding.name, finding.severity) == (CODES[row.name], row.name, Severity.ERROR)
    assert row.message in finding.message
    assert row.help in finding.help
    assert finding.span.file == row.file
    if "«" in row.new:
        _, start, end = unmark(before + row.new + after)
        assert underlined(loaded, finding) == text[start:end]
        assert (finding.span.line, finding.span.column) == line_and_column(text, start)
        assert (finding.span.end_line, finding.span.end_column) == line_and_column(text, end)
