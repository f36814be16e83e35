"""What plain YAML says: the text that was typed, and exactly where it stands."""

from collections.abc import Iterator
from typing import Any

import pytest

from jfp_cli.source.yaml import parse
from tests.source.marks import unmark, unmark_all

# The key that is meant and its value stand between « and »; then the value that is read. An entry of a list has no key.
VALUES = [
    ("«due»: «March 2026»\n", "March 2026"),
    ("«due»:   «March 2026»   \n", "March 2026"),
    ("«due»: «March 2026»", "March 2026"),
    ("«due»: «March 2026» # agreed\n", "March 2026"),
    ("«due»: «a#b»\n", "a#b"),
    ("«due» : «x»\n", "x"),
    ("«due»:\t«x»\n", "x"),
    # quotation marks
    ("«a»: «'it''s'» # c\n", "it's"),
    ('«a»: «"90% \\u00a3"» # c\n', "90% £"),
    ('«a»: «"one\n  two"»\nb: c\n', "one two"),
    ('«"a: b"»: «c»\n', "c"),
    # text over several lines
    ("«a»: «one\n  two»\nb: c\n", "one two"),
    ("«a»: «>-\n  one\n  two»\n\nb: c\n", "one two"),
    ("«a»: «>\n  one\n\n  two»\nb: c\n", "one\ntwo\n"),
    ("«a»: «|\n  one\n  two»\n# c\nb: d\n", "one\ntwo\n"),
    ("«a»: «|2-\n   one»\nb: c\n", " one"),
    ("«a»: «>- # c\n  one»\nb: c\n", "one"),
    ("a:\n  - «>-\n    one\n    two»\n  - b\n", "one two"),
    # lists and keys
    ("«a»: «[x, y]» # c\n", ["x", "y"]),
    ("a: [x, «y z» ]\n", "y z"),
    ("a: {b: c, «d»: «e»}\n", "e"),
    ("«a»:\n  «- x\n  - y» # c\n\nb: c\n", ["x", "y"]),
    ("a:\n- x\n- «y»\nb: c\n", "y"),
    ("a:\n  - - x\n    - «y»\n", "y"),
    ("a:\n  «b»:\n    «c: d»\n", {"c": "d"}),
    ("- «a: x\n  b: y»\n- a: z\n", {"a": "x", "b": "y"}),
    ("? «a»\n: «b»\n", "b"),
    ("---\n«a»: «b»\n...\n", "b"),
    ("%YAML 1.2\n---\n«a»: «b»\n", "b"),
    # line ends
    ("a: b\r\n«c»: «d»\r\n", "d"),
    ("«a»: «>-\r\n  x\r\n  y»\r\nc: d\r\n", "x y"),
    ("a: b\r«c»: «d»\r", "d"),
    # characters beyond ASCII
    ("é😀: ü😀\n«b»: «d»\n", "d"),
    ("é😀: [😀, «ü😀»]\n", "ü😀"),
    ("«a»: «b\u2028c»\nd: e\n", "b\u2028c"),
    ('a: "b\x85c"\n«d»: «e»\n', "e"),
    # colons and question marks within brackets
    ("a: [«https://x.org/y?z=1», 12:30]\n", "https://x.org/y?z=1"),
    ("a: [https://x.org, «12:30»]\n", "12:30"),
    ("a: {«at»: «https://x.org», of: 8:00}\n", "https://x.org"),
    ("a: [«Who waits?», Why?]\nb: c:d\n", "Who waits?"),
    ("a: [«Who waits ? Why»]\n", "Who waits ? Why"),
    ("a: [b:c]\n«d»: «>-\n  e:f»\n", "e:f"),
    ("a: {«b:c»: «d»}\n", "d"),
    ("a: [«:b», 'c':d]\n", ":b"),
    ('a: [«Who said "no"?», b:c]\n', 'Who said "no"?'),
]


def read(text: str) -> Any:
    """The data of a text that has no faults."""
    document = parse(text)
    assert document.faults == []
    return document.data


def written(data: Any, place: Any) -> Iterator[tuple[tuple[int, int], tuple[int, int], Any]]:
    """Where each value stands, where its key does, and the value."""
    key_start, key_end, start, end, below = place
    yield (start, end), (key_start, key_end), data
    for step in below if isinstance(below, dict) else range(len(below or ())):
        yield from written(data[step], below[step])


@pytest.mark.parametrize(("marked", "value"), VALUES, ids=[repr(marked) for marked, _ in VALUES])
def test_a_value_is_the_text_that_stands_at_its_place(marked: str, value: object) -> None:
    text, spans = unmark_all(marked)
    *key, value_at = spans
    found = {at: (key_at, read) for at, key_at, read in written(read(text), parse(text).root)}
    assert found[value_at] == (key[0] if key else (-1, -1), value)


@pytest.mark.parametrize(
    "scalar",
    [
        *[
            "no",
            "No",
            "off",
            "on",
            "yes",
            "true",
            "12:30",
            "2026-03",
            "2026-03-31",
            "0",
            "007",
            "0x1F",
            "0o17",
            "1_000",
        ],
        *["1e3", ".5", ".inf", "-5%", "£7m", "=", "nUll", "None", "n/a", "<= 5%"],
    ],
)
@pytest.mark.parametrize("form", ["a: {}\n", "a: [{}]\n", "- {}\n", "a: '{}'\n", 'a: "{}"\n'])
def test_a_scalar_stays_the_text_that_was_typed(scalar: str, form: str) -> None:
    found = read(form.format(scalar))
    found = found["a"] if isinstance(found, dict) else found
    assert found in (scalar, [scalar])


def test_quoted_nulls_are_text() -> None:
    assert read("a: \"null\"\nb: '~'\nc: ''\n") == {"a": "null", "b": "~", "c": ""}


def test_the_place_of_the_whole_document_is_all_that_it_says() -> None:
    text, start, end = unmark("# comment\n\n«a: b\nc:\n  - d»\n\n# the end\n")
    assert parse(text).root[2:4] == (start, end)


def test_keys_keep_their_order() -> None:
    assert list(read("c: 1\na: 2\nb: 3\n")) == ["c", "a", "b"]


def test_an_alias_repeats_what_its_anchor_marks() -> None:
    text = "a: &x {b: [c, d]}\ne: *x\nf: &y g\nh: [*y, *y]\n"
    assert read(text) == {"a": {"b": ["c", "d"]}, "e": {"b": ["c", "d"]}, "f": "g", "h": ["g", "g"]}


def test_an_alias_stands_where_it_is_written_and_what_it_repeats_where_that_is_written() -> None:
    text = "a: &x {b: c}\ne: *x\n"
    root: Any = parse(text).root
    _, _, start, end, below = root[4]["e"]
    assert text[start:end] == "*x"
    _, _, start, end, _ = below["b"]
    assert text[start:end] == "c"


def test_an_anchor_is_no_part_of_the_text() -> None:
    assert read("a: &x\n  b: c\nd: *x\n") == {"a": {"b": "c"}, "d": {"b": "c"}}


@pytest.mark.parametrize("text", ["", "\n\n", "# a\n# b\n", "---\n", "~\n", "null"])
def test_a_text_that_says_nothing_has_no_data(text: str) -> None:
    document = parse(text)
    assert (document.data, document.faults) == (None, [])


@pytest.mark.parametrize(
    ("text", "data"), [("just text\n", "just text"), ("- a\n- b\n", ["a", "b"]), ("[]", []), ("{}", {})]
)
def test_a_document_need_not_be_keys(text: str, data: object) -> None:
    assert read(text) == data


def test_ten_megabytes_in_one_scalar_are_read() -> None:
    text = "a: >-\n" + "  ten characters\n" * 600_000 + "b: c\n"
    data = read(text)
    assert len(data["a"]) > 8_000_000
    assert data["b"] == "c"
