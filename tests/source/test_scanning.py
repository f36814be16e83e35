"""What looks like something else in a plan file: named at its own place, and read as it was meant where it can be."""

import pytest

from jfp_cli.source.yaml import parse
from jfp_cli.source.yaml.suspicion import is_suspect
from tests.conftest import SHIPPED
from tests.source.marks import unmark_all

FAULTS = [
    ("m:\n  - id: a\n«\xa0\xa0\xa0\xa0»due: b\n", "a no-break space", {"m": [{"id": "a", "due": "b"}]}),
    ("a:\n  b: c\n «\u2003»d: e\n", "a em space", {"a": {"b": "c", "d": "e"}}),
    ("due:«\xa0»March 2026\n", "a no-break space", {"due": "March 2026"}),
    ("a:\n  -«\xa0»b\n", "a no-break space", {"a": ["b"]}),
    ("a:\n  «\u2013» b\n  «\u2013» c\n", '"\u2013" (en dash)', {"a": ["b", "c"]}),
    ("a:\r\n  - b\r\n  «\u2022» c\r\n", '"\u2022" (bullet)', {"a": ["b", "c"]}),
    ("a: b\n«<<<<<<< HEAD»\nc: d\n=======\nc: e\n>>>>>>> x\nf: g\n", "two versions", {"a": "b", "c": "d", "f": "g"}),
    (
        "a: b\r\n«<<<<<<<»\r\nc: d\r\n||||||| old\r\nc: x\r\n=======\r\nc: e\r\n>>>>>>>\r\n",
        "two versions",
        {"a": "b", "c": "d"},
    ),
]
WARNINGS = [
    ("a: Cut list «#1 and #2»\n", '"#1 and #2" is not read'),
    ("a: March 2027 «#TBC»\r\nb: c\r\n", '"#TBC" is not read'),
    ("a: [b «#c»\n  ]\n", '"#c" is not read'),
    ('a: "b" «##c»\n', '"##c" is not read'),
    ("a: wait«\xad»ing\n", "a character that does not show stands here (soft hyphen)"),
    ("a«\u200b»: b\n", "(zero width space)"),
    ("a: «\u201cb c\u201d»\n", "these quotation marks are part of the text"),
]
QUIET = [
    "a: b  # remark\n",
    "# remark #1\na: b\n  #not: read\n",
    "a: \"list #1\"\nb: 'list #2'\n",
    "a: >-\n  list #1\n  \u2013 more\n  \xa0\xa0text\nb: c#1\n",
    "a: b ## remark\n",
    "a:  #TODO\n  - b\n",
    "a: text\n  \u2013 that goes on\n",
    "a: 2025\u201330\nb:\n  - \u2013 c\n",
    "a:\n  - \u201cNobody called us\u201d\n",
    "a: \u201cTalk\u201d launches\n",
    "a: \N{WOMAN}\u200d\N{STAFF OF AESCULAPIUS}\ufe0f\n",
    "a: b\n  =======\n",
]


@pytest.mark.parametrize(("marked", "message", "data"), FAULTS)
def test_what_breaks_the_structure_is_a_fault_and_the_rest_is_read(marked: str, message: str, data: object) -> None:
    text, spans = unmark_all(marked)
    document = parse(text)
    assert [(fault.start, fault.end) for fault in document.faults] == spans
    assert {fault.name for fault in document.faults} == {"yaml-syntax"}
    assert all(message in fault.message for fault in document.faults)
    assert document.data == data


@pytest.mark.parametrize(("marked", "message"), WARNINGS)
def test_what_leaves_a_file_readable_is_a_warning(marked: str, message: str) -> None:
    text, spans = unmark_all(marked)
    document = parse(text)
    assert document.faults == []
    assert [(found.start, found.end) for found in document.warnings] == spans
    assert message in document.warnings[0].message


@pytest.mark.parametrize("word", ["yes", "Yes", "NO", "no", "on", "Off", "OFF", "12:30", "+1_2:30", "-0:30:15.5"])
@pytest.mark.parametrize("text", ["a: {}\n", "a:   {} \t # remark\n", "a:\n  - {}\r\n", "a: {{b: {}}}\n", "a: {}"])
def test_what_other_readers_read_otherwise_is_a_warning(text: str, word: str) -> None:
    written = text.format(word)
    [warning] = parse(written).warnings
    assert written[warning.start : warning.end] == word
    assert warning.name == "read-otherwise-elsewhere"


@pytest.mark.parametrize("text", ["a: no more\n", "a: on and off again\n", "a: 12:305\n", "- yes!\n", 'a: "no"\n'])
def test_what_only_begins_so_is_none(text: str) -> None:
    assert not is_suspect(text)


@pytest.mark.parametrize("text", QUIET)
def test_what_is_as_it_seems_is_left_alone(text: str) -> None:
    document = parse(text)
    assert (document.faults, document.warnings) == ([], [])


def test_a_clean_plan_is_not_looked_at_twice() -> None:
    texts = [path.read_text("utf-8") for path in SHIPPED.rglob("*.yaml")]
    assert sum(map(is_suspect, texts)) < len(texts) / 4
