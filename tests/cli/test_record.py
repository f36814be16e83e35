"""`jfp record`: one reading or a table of them, in the measure's file and in the order of dates."""

import io
import sys
from pathlib import Path

import pytest

from jfp_cli.loading import load
from tests.cli.conftest import Jfp
from tests.conftest import ChangePlan

WAITING, SECTION = "measures/waiting-list-size.yaml", "sections/elective-care.yaml"
BY_PLACE = """id: waiting-list-size
title: Open elective pathways
readings:
  - {at: 2025-06, value: "148,300"}
  - {at: 2025-12, value: "139,000"}
  - {at: 2025-06, place: north-town, value: "48,300"}
  - {at: 2025-12, place: north-town, value: "39,000"}
"""


def lines(plan: Path, file: str) -> list[str]:
    return (plan / file).read_text(encoding="utf-8").splitlines()


def readings(plan: Path, file: str = WAITING) -> list[str]:
    return [line.strip() for line in lines(plan, file) if line.strip().startswith("- {at")]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    """What comes on standard input."""
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data, encoding="utf-8"))
    return data


@pytest.mark.parametrize("of", ["waiting-list-size", "targets/waiting-list-size", "measures/waiting-list-size"])
def test_a_reading_of_a_target_is_its_measure_s(jfp: Jfp, example: Path, of: str) -> None:
    found = jfp("record", of, "130,000", "--at", "2026-09", "--plan", example)
    assert (found.code, found.err) == (0, "recorded 130,000 for waiting-list-size at 2026-09\n")
    assert readings(example)[-1] == '- {at: 2026-09, value: "130,000"}'


def test_all_that_is_known_of_a_reading_stands_with_it(jfp: Jfp, example: Path) -> None:
    said = ("--place", "north-town", "--source", "Return", "--note", "-5 by mistake", "--provisional")
    found = jfp("record", "waiting-list-size", "40,000", "--at", "2026-09", *said, "--plan", example)
    assert found.err == "recorded 40,000 for waiting-list-size at 2026-09 in north-town\n"
    assert lines(example, WAITING)[-6:] == [
        *("  - at: 2026-09", "    place: north-town", '    value: "40,000"'),
        *("    source: Return", "    note: -5 by mistake", "    provisional: true"),
    ]
    assert load(example).findings == []


def test_the_system_and_a_place_may_have_readings_of_one_date(jfp: Jfp, example: Path) -> None:
    assert jfp("record", "waiting-list-size", "40,000", "--at", "2026-06", "--place", "north-town", "--plan", example)
    assert [("north-town" in line) for line in readings(example)[-2:]] == [False, True]
    again = jfp(
        "record", "waiting-list-size", "41,000", "--at", "June 2026", "--place", "north-town", "--plan", example
    )
    assert (again.out, again.code) == ("", 2)
    assert (
        again.err
        == "jfp: a reading of June 2026 in north-town is there already, 40,000; to correct it, say --replace\n"
    )


@pytest.mark.parametrize(
    ("at", "place", "position"),
    [("2025-09", "", 1), ("2026-09", "", 2), ("2025-09", "north-town", 3), ("2025-01", "north-town", 2)],
)
def test_where_places_stand_apart_a_reading_stands_with_its_own(
    jfp: Jfp, example: Path, at: str, place: str, position: int
) -> None:
    (example / WAITING).write_text(BY_PLACE, encoding="utf-8")
    where = ("--place", place) if place else ()
    assert jfp("record", "waiting-list-size", "45,000", "--at", at, *where, "--plan", example).code == 0
    assert "45,000" in readings(example)[position]
    assert load(example).findings == []


def test_a_reading_is_corrected_with_replace(jfp: Jfp, example: Path) -> None:
    said = ("record", "waiting-list-size", "132,500", "--at", "June 2026", "--replace", "--plan", example)
    assert jfp(*said).err == "corrected 132,500 for waiting-list-size at June 2026\n"
    assert readings(example)[-1] == '- {at: 2026-06, value: "132,500", note: After validation}'
    assert jfp(*said).err.startswith("nothing to change")


def test_a_corrected_reading_is_provisional_no_more_unless_that_is_said(jfp: Jfp, example: Path) -> None:
    said = ("record", "waiting-list-size", "120,000", "--at", "2026-09", "--plan", example)
    assert jfp(*said, "--provisional").err.startswith("recorded ")
    assert readings(example)[-1] == '- {at: 2026-09, value: "120,000", provisional: true}'
    assert jfp(*said, "--replace").err.startswith("corrected ")
    assert readings(example)[-1] == '- {at: 2026-09, value: "120,000"}'


def test_a_target_without_a_measure_gets_one_that_is_named_after_it(jfp: Jfp, example: Path) -> None:
    assert jfp("record", "missed-appointments", "7%", "--at", "2026-09", "--plan", example).code == 0
    assert lines(example, "measures/missed-appointments.yaml") == [
        *("id: missed-appointments", "title: Fewer missed appointments", "readings:", "  - {at: 2026-09, value: 7%}")
    ]
    assert "statement: Fewer missed appointments, measure: missed-appointments," in "".join(lines(example, SECTION))
    assert load(example).findings == []


@pytest.mark.parametrize(
    ("words", "file", "title"),
    [
        ("Staff who left in a year", "staff-turnover", "Staff who left in a year"),
        ("leavers", "leavers", "Leavers"),
        ("staff-who-left", "staff-who-left", "Staff who left"),
    ],
)
def test_the_words_of_a_target_name_its_new_measure(
    jfp: Jfp, change: ChangePlan, words: str, file: str, title: str
) -> None:
    plan = change("sections/staff-retention.yaml", "    better: lower\n", f"    measure: {words}\n    better: lower\n")
    before = lines(plan, "sections/staff-retention.yaml")
    assert jfp("record", "staff-turnover", "9%", "--at", "2026-09", "--plan", plan).code == 0
    assert lines(plan, f"measures/{file}.yaml")[:2] == [f"id: {file}", f"title: {title}"]
    assert lines(plan, "sections/staff-retention.yaml") == before
    loaded = load(plan)
    assert loaded.plan is not None
    [target] = [home.target for home in loaded.plan.targets() if home.target.id == "staff-turnover"]
    assert [reading.value.text for reading in loaded.plan.readings_of(target)] == ["9%"]


def test_a_measure_of_that_name_that_counts_something_else_is_left_alone(jfp: Jfp, change: ChangePlan) -> None:
    plan = change(SECTION, "measure: Open elective pathways", "measure: Patients waiting")
    refused = jfp("record", "targets/waiting-list-size", "130,000", "--at", "2026-09", "--plan", plan)
    assert (refused.out, refused.code) == ("", 2)
    assert "jfp set targets/waiting-list-size measure=waiting-list-size\n" in refused.err


@pytest.mark.parametrize(
    ("unit", "value", "code"),
    [
        ("pathways", "130,000", 0),
        ("pathways", "130,000 pathways", 0),
        ("pathways", "5 beds", 2),
        ("weeks", "9 days", 0),
    ],
)
def test_a_reading_is_in_the_unit_that_its_measure_states(
    jfp: Jfp, example: Path, unit: str, value: str, code: int
) -> None:
    (example / "measures" / "waits.yaml").write_text(f"id: waits\ntitle: Waits\nunit: {unit}\n", encoding="utf-8")
    found = jfp("record", "waits", value, "--at", "2026-09", "--plan", example)
    assert found.code == code, found.err
    assert (f'does not compare with the unit of the measure, "{unit}"' in found.err) == bool(code)


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("waiting-list-size", "down 5%", "--at", "2026-09"), '"down 5%" is a change, and a reading is a level'),
        (("waiting-list-size", "5", "--at", "2026-09", "--place", "nort-town"), 'did you mean "north-town"?'),
        (("waiting-list-size", "5", "--at", "2026-09", "--note", " "), "--note is empty"),
        (("waiting-list-size", "at least 5", "--at", "2026-09"), '"at least 5" is a comparison, and a reading is'),
        (("waiting-list-size", "between 1 and 2", "--at", "2026-09"), '"between 1 and 2" is a range, and a reading is'),
        (("waiting-list-size", "5", "--at", "April 2026 onwards"), '--at: "April 2026 onwards" has no end; write'),
        (("waiting-list-size", "5", "--at", "2099-12"), '--at: "2099-12" is still to come; write'),
        (
            ("waiting-list-size", "5", "--at", "2025-07", "--replace"),
            "there is no reading of 2025-07 to replace; those there are of 2025-06, 2025-12, 2026-06; to enter",
        ),
        (
            ("waiting-list-size", "5", "--at", "2025-06", "--place", "north-town", "--replace"),
            "there is no reading of 2025-06 in north-town to replace; there is none yet; to enter",
        ),
        (("waiting-list-size", "5", "--csv", "x.csv"), "--csv takes every reading from the table"),
        (("--csv", "nowhere.csv"), "nowhere.csv cannot be read: no such file or directory"),
        ((), "record needs a TARGET, such as: jfp record "),
        (("waiting-list-size", "--at", "2026-09"), "record needs a VALUE, such as: jfp record "),
        (("north-town", "5", "--at", "2026-09"), "nothing can be measured of it"),
    ],
)
def test_what_cannot_be_recorded_is_refused(jfp: Jfp, example: Path, arguments: tuple[str, ...], answer: str) -> None:
    before = (example / WAITING).read_bytes()
    found = jfp("record", *arguments, "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert answer in found.err
    assert (example / WAITING).read_bytes() == before


TABLE = """measure,place,at,value,note,source
waiting-list-size,,2026-09,"130,000",,Return
waiting-list-size,north-town,2026-09,"40,000","before validation, in part",

missed-appointments,,2026-08,7%,,
missed-appointments,,2026-07,8%,,
"""


@pytest.mark.parametrize(
    "table", [TABLE, "\ufeff" + TABLE, TABLE.replace("\n", "\r\n")], ids=["plain", "byte-order mark", "Windows"]
)
def test_a_table_is_recorded_whole(jfp: Jfp, example: Path, tmp_path: Path, table: str) -> None:
    path = tmp_path / "readings.csv"
    path.write_bytes(table.encode())
    found = jfp("record", "--csv", path, "--plan", example)
    assert (found.code, found.err) == (0, "recorded 4 readings\n")
    assert readings(example)[-2:] == [
        '- {at: 2026-09, value: "130,000", source: Return}',
        '- {at: 2026-09, place: north-town, value: "40,000", note: "before validation, in part"}',
    ]
    made = readings(example, "measures/missed-appointments.yaml")
    assert made == ["- {at: 2026-07, value: 8%}", "- {at: 2026-08, value: 7%}"]
    assert load(example).findings == []


def test_of_a_table_nothing_is_recorded_where_a_row_cannot_be(jfp: Jfp, example: Path, typed: io.BytesIO) -> None:
    typed.write(
        b"measure,place,at,value,note\n"
        b"waiting-list-size,,2026-09,130000,\n"
        b'waiting-list-size,,2026-09,131000,"two\nlines"\n'
        b"waiting-list-size,,2026-06,130000,\n"
        b"waiting-list-size,nowhere,2026-09,130000,\n"
        b"waiting-list-size,,someday,130000,\n"
        b"waiting-list-size,,2026-10,down 5%,\n"
        b"waiting-list-size,,2026-10,9 days,\n"
        b"waiting,,2026-10,9,\n"
        b"waiting-list-size,,,,\n"
    )
    typed.seek(0)
    before = (example / WAITING).read_bytes()
    found = jfp("record", "--csv", "-", "--plan", example)
    assert (found.out, found.code) == ("", 1)
    first, *faults, last = found.err.splitlines()
    assert (first, last) == ("8 of 9 readings cannot be recorded:", "nothing was written")
    assert [fault.partition(":")[0].strip() for fault in faults] == [
        f"line {line}" for line in (3, 5, 6, 7, 8, 9, 10, 11)
    ]
    for fault, said in zip(
        faults,
        [
            *(
                "it is of the same date and place as line 2; keep one of the two",
                "a reading of 2026-06 is there already, 133,000",
            ),
            *(
                'place: there is no place "nowhere"',
                'at: "someday"',
                '"down 5%" is a change',
                '"9 days", does not compare',
            ),
            *('there is nothing in the plan called "waiting"', "there is no at and no value"),
        ],
        strict=True,
    ):
        assert said in fault
    assert (example / WAITING).read_bytes() == before


def test_a_table_corrects_what_is_there_with_replace(jfp: Jfp, example: Path, typed: io.BytesIO) -> None:
    typed.write(b"value;at;measure\n132000;2026-06;waiting-list-size\n131000;2026-07;waiting-list-size\n")
    typed.seek(0)
    assert (
        jfp("record", "--csv", "-", "--replace", "--plan", example).err
        == "corrected 1 reading and recorded 1 reading\n"
    )
    assert readings(example)[-2:] == [
        *('- {at: 2026-06, value: "132000", note: After validation}', '- {at: 2026-07, value: "131000"}')
    ]


@pytest.mark.parametrize(
    ("table", "answer"),
    [
        ("", "the table is empty; its first line names the columns: measure,place,at,value,note,source"),
        ("measure,at\n", "the first line names the columns, and lacks value"),
        ("measure,at,value,sourc\n", 'there is no column "sourc"; did you mean "source"?'),
        ("measure,at,value,at\n", 'the column "at" stands twice'),
        ("measure,at,value\nwaiting-list-size,2026-09,130,000\n", "line 2: it has more cells than there are columns"),
        ('measure,at,value\nwaiting-list-size,2026-09,"5\n', "line 2: it cannot be read as CSV"),
        ("measure,at,value\nwaits,2026-09,5 £\n".encode("cp1252").decode("latin-1"), "waits"),
    ],
)
def test_a_table_that_cannot_be_read_says_so(
    jfp: Jfp, example: Path, typed: io.BytesIO, table: str, answer: str
) -> None:
    typed.write(table.encode())
    typed.seek(0)
    found = jfp("record", "--csv", "-", "--plan", example)
    assert found.out == ""
    assert found.code
    assert answer in found.err


def test_a_table_of_other_bytes_says_how_excel_saves_it(jfp: Jfp, example: Path, typed: io.BytesIO) -> None:
    typed.write("measure,at,value\nwaiting-list-size,2026-09,£5\n".encode("cp1252"))
    typed.seek(0)
    found = jfp("record", "--csv", "-", "--plan", example)
    assert (found.out, found.code) == ("", 2)
    assert 'in Excel, save it as "CSV UTF-8"' in found.err


@pytest.mark.parametrize("replace", [(), ("--replace",)])
def test_every_fault_of_a_table_is_told_at_once(
    jfp: Jfp, example: Path, typed: io.BytesIO, replace: tuple[str, ...]
) -> None:
    typed.write(
        b"measure,at,value\n"
        b"waiting-list-size,2025-08,130,000\n"
        b"waiting-list-size,2025-09,130000\n"
        b"waiting-list-size,09/2025,131000\n"
        b"waiting-list-size,2099-09,131000\n"
        b'waiting-list-size,2025-10,"131000\n'
    )
    typed.seek(0)
    found = jfp("record", "--csv", "-", *replace, "--plan", example)
    assert (found.out, found.code) == ("", 1)
    assert found.err.splitlines()[:-1] == [
        "4 of 5 readings cannot be recorded:",
        "  line 2: it has more cells than there are columns; put quotes round a text with commas",
        "  line 4: it is of the same date and place as line 3; keep one of the two",
        '  line 5: at: "2099-09" is still to come; write the day or the period that was measured',
        "  line 6: it cannot be read as CSV: unexpected end of data",
    ]


def test_a_measure_may_be_named_by_its_title(jfp: Jfp, example: Path, typed: io.BytesIO) -> None:
    typed.write(b"measure,at,value\nOpen elective pathways,2026-07,130000\n")
    typed.seek(0)
    assert jfp("record", "--csv", "-", "--plan", example).err == "recorded 1 reading\n"
    assert jfp("record", "open elective pathways", "129000", "--at", "2026-08", "--plan", example).code == 0
    assert len(readings(example)) == 5
