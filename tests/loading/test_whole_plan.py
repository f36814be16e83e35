"""Faults that no file shows alone, all of them in one run, and none that only follows from another."""

import pytest

from jfp_cli.loading import load
from jfp_cli.loading.loader import load_strings
from tests.conftest import SHIPPED
from tests.loading.changed_plans import (
    ELECTIVE,
    ESTATES,
    PLAN,
    PLANNED,
    READINGS,
    STAFF,
    TEXTS,
    WORKFORCE,
    changed,
    replaced,
    told,
    underlined,
)

NEW_SECTION = {"sections/dental.yaml": "id: dental\ntitle: Dental\n"}


def test_the_example_and_the_shipped_plan_have_no_findings() -> None:
    assert changed().findings == []
    assert load(SHIPPED).findings == []


def test_all_findings_of_all_files_come_in_one_run_in_the_order_of_files_and_lines() -> None:
    loaded = changed(
        (WORKFORCE, "due: 31 January 2026", "due: some day"),
        (WORKFORCE, "due: April 2026 onwards", "due: TBC"),
        (PLANNED, "status: at_risk", "status: late"),
        (PLAN, "year_starts: April", "year_starts: Aprill"),
        (ELECTIVE, "duties: [14Z35]", "duties: [13A, 13B]"),
        (ELECTIVE, "respondents: 1124", "respondents: 1124\n    respondents: 1125"),
        (STAFF, "title: Retaining staff", "title: @retain"),
        (READINGS, "at: 2025-12", "at: 2025-05"),
    )
    assert told(loaded) == [
        ("readings-out-of-order", READINGS, "2025-05"),
        ("wrong-value", PLANNED, "late"),
        ("bad-date", WORKFORCE, "TBC"),
        ("bad-date", WORKFORCE, "some day"),
        ("wrong-value", PLAN, "Aprill"),
        ("dangling-reference", ELECTIVE, "13A"),
        ("dangling-reference", ELECTIVE, "13B"),
        ("duplicate-key", ELECTIVE, "respondents"),
        ("yaml-syntax", STAFF, "@retain"),
    ]
    places = [(finding.span, finding.code, finding.message) for finding in loaded.findings]
    assert places == sorted(places)


def test_every_fault_of_one_thing_is_found() -> None:
    loaded = changed(
        (PLANNED, "due: Autumn 2025", "due: TBC"),
        (PLANNED, "status: at_risk", "status: late\n    stage: 2\n    completed: then"),
        (PLANNED, "activity: Open the endoscopy unit", "activity: ''"),
    )
    assert [text for _, _, text in told(loaded)] == ["''", "TBC", "late", "stage", "then"]


def test_a_duplicate_says_where_the_first_one_stands() -> None:
    [finding] = changed((STAFF, "id: staff-turnover", "id: waiting-list-size")).findings
    line = TEXTS[ELECTIVE][: TEXTS[ELECTIVE].index("- id: waiting-list-size")].count("\n") + 1
    assert finding.message.endswith(f"is taken already, at {ELECTIVE}:{line}:9")


AREA = "area: workforce\ntitle: People\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"milestones/people.yaml": AREA}, ("people", WORKFORCE, 'write "area: people", as the file is called')),
        (
            {"milestones/Our people.yaml": AREA},
            ("Our people", WORKFORCE, "give this one another id, and the file its name"),
        ),
        (
            {WORKFORCE: "area: planned-care\ntitle: Workforce\n"},
            ("workforce", PLANNED, 'write "area: workforce", as the file is called'),
        ),
    ],
)
def test_a_file_that_says_the_id_of_another_is_told_to_keep_its_own(
    files: dict[str, str], expected: tuple[str, str, str]
) -> None:
    name, other, advice = expected
    [finding] = replaced(files).findings
    assert (finding.code, finding.span.file, finding.span.line) == ("JFP110", f"milestones/{name}.yaml", 1)
    assert finding.message.endswith(f"is taken already, at {other}:1:7")
    assert finding.help == advice


def test_of_two_files_that_say_one_new_id_one_alone_is_told_to_take_it() -> None:
    loaded = replaced({f"milestones/{name}.yaml": "area: dental\ntitle: Dental\n" for name in ("teeth", "gums")})
    assert [(finding.code, finding.help) for finding in loaded.findings] == [
        ("JFP110", 'write "area: gums", as the file is called'),
        ("JFP111", 'write "area: teeth", or rename the file to dental.yaml'),
    ]


def test_things_of_different_kinds_may_share_an_id() -> None:
    loaded = changed(
        (STAFF, "id: staff-wellbeing", "id: elective-hub"), (STAFF, "id: staff-turnover", "id: elective-care")
    )
    assert loaded.findings == []


def test_a_reference_of_a_duplicate_is_underlined_where_it_stands() -> None:
    loaded = changed(
        (STAFF, "id: staff-wellbeing", "id: outpatients"), (STAFF, "areas: [workforce]", "areas: [workforse]")
    )
    assert told(loaded) == [("duplicate-id", STAFF, "outpatients"), ("dangling-reference", STAFF, "workforse")]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (PLANNED, "[outpatients]\n    checkpoints", "[Out Patients]\n    checkpoints", "Out Patients"),
        (ELECTIVE, "supports: [ageing-well]", 'supports: ["Age Well", ageing-well]', '"Age Well"'),
        (ELECTIVE, "supports: [ageing-well]", "supports: [ageing-well, {a: b}, ageing]", "ageing"),
    ],
)
def test_a_name_that_nothing_has_is_told_once_and_where_it_stands(file: str, old: str, new: str, expected: str) -> None:
    loaded = changed((file, old, new))
    found = [said for said in told(loaded) if said[0] != "wrong-shape"]
    assert found == [("dangling-reference", file, expected)]


PLACES = "places: {north-town: North Town, south-vale: South Vale}\n"


@pytest.mark.parametrize("written", ["places:", "places: ~", "places: [north-town]", "places: North Town"])
def test_where_the_names_themselves_are_lost_nothing_that_names_them_is_at_fault(written: str) -> None:
    loaded = changed((PLAN, PLACES, f"{written}\n"))
    assert [file for _, file, _ in told(loaded)] == [PLAN]


@pytest.mark.parametrize("written", ["places: {}\n", ""])
def test_where_there_are_no_names_it_is_said_where_they_belong(written: str) -> None:
    loaded = changed((PLAN, PLACES, written))
    assert {finding.help for finding in loaded.findings} == {
        'plan.yaml has nothing under "places"; add it there, such as "places: {north-town: ...}"'
    }


def test_where_there_is_nothing_of_a_kind_it_is_said_how_it_begins() -> None:
    texts = {name: text for name, text in TEXTS.items() if not name.startswith("milestones/")}
    loaded = load_strings(texts)
    assert {finding.help for finding in loaded.findings} == {
        "the plan has no area yet; write the file milestones/planned-care.yaml",
        "the plan has no area yet; write the file milestones/workforce.yaml",
    }


def test_a_measure_may_wait_for_its_target() -> None:
    loaded = replaced({"measures/ambulances.yaml": "id: ambulances\ntitle: Ambulances\nreadings: []\n"})
    assert told(loaded) == []


def test_what_is_nearly_the_name_of_a_measure_names_none() -> None:
    loaded = changed((ELECTIVE, "measure: Open elective pathways", "measure: waiting-list-sise"))
    assert told(loaded) == [("dangling-reference", ELECTIVE, "waiting-list-sise")]
    [finding] = loaded.findings
    assert finding.message == 'there is no measure "waiting-list-sise"'
    assert finding.help == 'did you mean "waiting-list-size"?'


@pytest.mark.parametrize("words", ["waiting-list-size", "open  elective PATHWAYS", "Vacancies", "four-hour-waits"])
def test_a_measure_is_named_by_its_id_or_its_title_or_is_words(words: str) -> None:
    assert told(changed((ELECTIVE, "measure: Open elective pathways", f"measure: {words}"))) == []


def test_readings_are_in_order_within_each_place() -> None:
    loaded = changed((READINGS, "at: 2025-12", "at: 2025-05, place: north-town"))
    assert loaded.findings == []
    old = '  - {at: 2026-06, value: "133,000", note: After validation}\n'
    more = '  - {at: 2026-05, place: north-town, value: "1"}\n  - {at: 2026-04, place: north-town, value: "1"}\n'
    assert told(changed((READINGS, old, old + more))) == [("readings-out-of-order", READINGS, "2026-04")]


def test_readings_of_one_month_may_stand_together() -> None:
    assert changed((READINGS, "at: 2025-12", "at: 2025-06")).findings == []


@pytest.mark.parametrize(("file", "noun"), [("sections/dental.yaml", "section"), ("enablers/dental.yaml", "enabler")])
def test_a_file_needs_a_place_in_the_contents(file: str, noun: str) -> None:
    loaded = replaced({file: "id: dental\ntitle: Dental\n"})
    assert told(loaded) == [("file-outside-contents", file, "dental")]
    [finding] = loaded.findings
    assert finding.message == f'the {noun} "dental" has no place in the contents of plan.yaml'
    assert f'add "dental" to the {noun}s of a part' in finding.help


def test_a_near_miss_in_the_contents_is_two_findings_that_say_so() -> None:
    loaded = changed((PLAN, "[elective-care]", "[elective-car]"))
    assert told(loaded) == [
        ("section-without-file", PLAN, "elective-car"),
        ("file-outside-contents", ELECTIVE, "elective-care"),
    ]


@pytest.mark.parametrize(
    "fault", ["{part: Priorities, sektions: [dental]}", "{part: Priorities, sections: dental}", "dental"]
)
def test_where_the_contents_cannot_be_read_no_file_is_said_to_be_missing_in_them(fault: str) -> None:
    before, after = TEXTS[PLAN].split("  - part: Workforce")
    loaded = replaced({PLAN: f"{before}  - {fault}\n  - part: Workforce{after}", **NEW_SECTION})
    assert [name for name, _, _ in told(loaded) if name == "file-outside-contents"] == []
    assert len(loaded.findings) == 1


@pytest.mark.parametrize("text", ["id: elective-care\ntitle: [\n", "\0", "just text\n", "- a\n", "", "# later\n"])
def test_what_an_unreadable_section_holds_is_not_said_to_be_missing(text: str) -> None:
    loaded = replaced({ELECTIVE: text})
    assert [finding.span.file for finding in loaded.findings] == [ELECTIVE]


def test_what_stands_under_a_key_that_is_written_twice_is_not_said_to_be_missing() -> None:
    loaded = changed((ELECTIVE, "workstreams:\n", "workstreams: [{id: other, title: Other}]\nworkstreams:\n"))
    assert told(loaded) == [("duplicate-key", ELECTIVE, "workstreams")]


def test_a_section_with_a_small_fault_still_has_its_workstreams() -> None:
    loaded = changed(
        (ELECTIVE, "title: Outpatients", "title: [Outpatients]"), (ELECTIVE, "  - id: waiting", "  - id: Waiting")
    )
    assert [name for name, _, _ in told(loaded)] == ["wrong-shape", "bad-id"]


def test_an_area_whose_file_cannot_be_read_is_still_an_area() -> None:
    loaded = replaced({PLANNED: "area: planned-care\ntitle: [\n"})
    assert [finding.span.file for finding in loaded.findings] == [PLANNED]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("places: {north-town: North Town", "places: {north-town: [North Town]"),
        ("places: {north-town: North Town", "places: {North town: North Town"),
        ("places: {", "places: {a: A}\nplaces: {"),
        ("duties: {14Z35", "duties: {a: A}\nduties: {14Z35"),
    ],
)
def test_a_fault_in_a_vocabulary_makes_no_reference_to_it_wrong(old: str, new: str) -> None:
    loaded = changed((PLAN, old, new))
    assert [finding.span.file for finding in loaded.findings] == [PLAN]


def test_while_plan_yaml_is_at_fault_dates_that_count_from_its_period_are_not() -> None:
    loaded = changed((PLAN, "title: Example", "title: @Example"), (WORKFORCE, "31 January 2026", "year 2"))
    assert told(loaded) == [("yaml-syntax", PLAN, "@Example Joint Forward Plan")]


def test_an_empty_file_says_so_at_its_beginning() -> None:
    for text, message in (("", "the file is empty"), ("# later\n", "the file holds nothing but comments")):
        [finding] = replaced({ESTATES: text}).findings
        assert (finding.code, finding.name, finding.message) == ("JFP006", "empty-file", message)
        assert (finding.span.line, finding.span.column) == (1, 1)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("just text\n", "just text", 'the text "just text"'),
        ("- a\n- b\n", "- a", "a list"),
        ("- a: b\n  c: d\n", "- a: b", "a list"),
    ],
)
def test_a_file_that_holds_no_keys_is_underlined_on_its_first_line(text: str, line: str, what: str) -> None:
    loaded = replaced({ESTATES: text})
    [finding] = loaded.findings
    assert (finding.name, underlined(loaded, finding)) == ("wrong-shape", line)
    assert finding.message == f"this file should be keys with values, not {what}"
    assert "the names are: id, title, edition" in finding.help


def test_line_ends_of_windows_and_of_old_macs_change_no_position() -> None:
    for end in ("\r\n", "\r"):
        texts = {file: text.replace("\n", end) for file, text in TEXTS.items()}
        assert replaced(texts).findings == []
        texts[WORKFORCE] = texts[WORKFORCE].replace("31 January", "some day in")
        [finding] = replaced(texts).findings
        assert finding.span[1:] == changed((WORKFORCE, "31 January", "some day in")).findings[0].span[1:]
