"""YAML whatever it holds: nothing raises, and what other tools write is read as it was meant, at its place."""

import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from jfp_cli.source.yaml import Document, parse

SIGNS = [*"ab1:-#[]{},&*!|>'\"%@`?\\~<=. \n\r\t\0é😀", "\x85", "\u2028", "\ufeff", "\ufdd3", "\ud800"]
PIECES = [
    ": ",
    "- ",
    "\n  ",
    "\n",
    " #",
    "<<",
    "---\n",
    "&a ",
    "*a",
    "!t ",
    "null",
    ">-\n  ",
    "|\n  ",
    '"\\',
    "''",
    "? ",
]
anything = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*SIGNS, *PIECES]), max_size=40).map("".join),
)

# Without U+2028 and U+2029, at which YAML 1.1, which PyYAML writes, ends a line and 1.2 does not.
characters = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], include_characters="\t\n")
words = st.sampled_from(["no", "12:30", "150,000", "> 90%", "it's", '"', "a: b", "# c", "null", "https://x.org", "£7m"])
texts = st.one_of(
    words,
    st.text(characters, max_size=30),
    st.lists(words | st.text(characters, max_size=8), max_size=8).map(" ".join),
    st.lists(words, max_size=5).map("\n".join),
)
# Where a line begins, or after a dash, a space of another kind looks like one of those that YAML counts: refused.
texts = texts.map(lambda text: re.sub(r"(?<![^\W_])[^\S \t\n]", " ", text))
# A dash where a line is folded reads as an entry of a list, the first sign of "[?a]" and the colon of '[a":b]' as those
# of a key.
texts = texts.map(lambda text: text.replace("- ", "-").replace('":', '"').replace("':", "'").lstrip("?"))
plain = st.recursive(
    texts,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(texts, below, max_size=4),
    max_leaves=12,
)


WIDE = 10_000


def dumped_by_pyyaml(data: Any, draw: st.DrawFn) -> str:
    manner: dict[str, Any] = {
        "default_style": draw(st.sampled_from([None, '"', "'", "|", ">"])),
        "default_flow_style": draw(st.sampled_from([None, True, False])),
        "allow_unicode": draw(st.booleans()),
        "explicit_start": draw(st.booleans()),
        "line_break": draw(st.sampled_from(["\n", "\r\n", "\r"])),
        "indent": draw(st.integers(2, 6)),
    }
    narrow: str = yaml.safe_dump(data, **manner, width=draw(st.integers(10, 120)))
    # Where it folds text in double quotes it can add a space.
    return yaml.safe_dump(data, **manner, width=WIDE) if '"' in narrow else narrow


def dumped_by_ruamel(data: Any, draw: st.DrawFn) -> str:
    dumper: Any = YAML()
    dumper.default_style = draw(st.sampled_from([None, '"', "'"]))  # it cannot write every text as a block
    dumper.default_flow_style = draw(st.booleans())
    dumper.width = WIDE  # it folds keys, which cannot be read back
    if draw(st.booleans()):
        dumper.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    dumper.dump(data, out)
    return out.getvalue()


@st.composite
def dumped(draw: st.DrawFn) -> tuple[Any, str]:
    """Plain data, and a text that says it in some style."""
    data = draw(st.lists(plain, max_size=4) | st.dictionaries(texts, plain, max_size=4))
    return data, draw(st.sampled_from([dumped_by_pyyaml, dumped_by_ruamel]))(data, draw)


def scalars(data: Any, place: Any) -> Iterator[tuple[str, int, int]]:
    """Every scalar value, and where it stands."""
    if isinstance(data, str):
        yield data, place[2], place[3]
    else:
        for step in data if isinstance(data, dict) else range(len(data)):
            yield from scalars(data[step], place[4][step])


def same_shape(data: Any, place: Any, text: str) -> bool:
    """Whether every value has a place inside the text."""
    if not 0 <= place[2] <= place[3] <= len(text):
        return False
    if isinstance(data, dict):
        return set(data) <= set(place[4]) and all(same_shape(data[key], place[4][key], text) for key in data)
    if isinstance(data, list):
        return len(data) == len(place[4]) and all(map(same_shape, data, place[4], [text] * len(data)))
    return isinstance(data, str) and place[4] is None


def check_any(text: str) -> Document:
    document = parse(text)
    assert document.data is None or same_shape(document.data, document.root, text)
    for fault in document.faults:
        assert 0 <= fault.start <= fault.end <= max(len(text), 1)
        assert fault.message
        assert fault.help
        assert "\0" not in fault.message
        assert not any("\ufdd0" <= char <= "\ufdd4" for char in fault.message + fault.help) or "\ufdd3" in text
    return document


@settings(max_examples=250, deadline=None)
@given(anything)
def test_any_text_gives_a_document(text: str) -> None:
    check_any(text)


@settings(max_examples=80, deadline=None)
@given(dumped())
def test_what_another_tool_wrote_is_read_as_it_was_meant(case: tuple[Any, str]) -> None:
    data, text = case
    document = parse(text)
    assert document.faults == []
    assert document.data == data
    assert same_shape(document.data, document.root, text)


@settings(max_examples=80, deadline=None)
@given(dumped())
def test_the_text_at_the_place_of_a_scalar_says_its_value(case: tuple[Any, str]) -> None:
    _, text = case
    document = parse(text)
    for value, start, end in scalars(document.data, document.root):
        written = text[start:end]
        if written[:1] in ("|", ">") and written[1:2].isdigit():
            continue  # such a block counts its indentation from what stands around it
        read = yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506 - it makes text alone
        assert read.rstrip() == value.rstrip()


@settings(max_examples=80, deadline=None)
@given(dumped(), st.data())
def test_a_scalar_can_be_replaced_at_its_place_and_nothing_else_changes(
    case: tuple[Any, str], more: st.DataObject
) -> None:
    _, text = case
    document = parse(text)
    found = list(scalars(document.data, document.root))
    if not found:
        return
    number = more.draw(st.integers(0, len(found) - 1))
    _, start, end = found[number]
    changed = parse(text[:start] + '"CHANGED"' + text[end:])
    assert changed.faults == []
    values = [value for value, _, _ in scalars(changed.data, changed.root)]
    assert values == [value if at != number else "CHANGED" for at, (value, _, _) in enumerate(found)]
