"""Whatever text of whatever plan file is set to another, that text alone changes, and can be set back."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.handwriting import Bare
from jfp_cli.edit.yaml.scalars import is_plain
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading.source_file import walk
from jfp_cli.source.yaml import parse
from jfp_cli.values.address import Path as Steps
from tests.conftest import EXAMPLE, SHIPPED

FILES = sorted(
    [*SHIPPED.rglob("*.yaml"), *EXAMPLE.rglob("*.yaml"), *(Path(__file__).parent / "cases").rglob("before.yaml")]
)
ENDS = {"LF": "\n", "CRLF": "\r\n"}
NASTY = "-?:,[]{}#&*!|>'\"%@`~= \tabZ09.é\u2028\u0085\U0001f600\\/"
TEXTS = st.one_of(
    st.sampled_from(
        ["Done", "a: b", "null", "true", "0", "92,300", "- x", "#x", "x #y", "it's", 'say "yes"', "[a]", "12:30"]
    ),
    st.text(NASTY, min_size=1),
    st.text(min_size=1, max_size=30),
    st.lists(st.text("abc,:é", min_size=1, max_size=12), min_size=10, max_size=40).map(" ".join),
)


def texts(data: Any, path: Steps = ()) -> Iterator[Steps]:
    """The path of every text in a file."""
    below = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    if below is None:
        yield path
        return
    for step, value in below:
        yield from texts(value, (*path, step))


@cache
def read(file: Path) -> tuple[str, list[Steps]]:
    text = file.read_bytes().decode()
    return text, list(texts(parse(text).data))


@st.composite
def places(draw: st.DrawFn) -> tuple[str, Steps]:
    """A plan file's text, in either line ends, and the path of one of its texts."""
    text, paths = read(draw(st.sampled_from(FILES)))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))), draw(st.sampled_from(paths))


def span(draft: Draft, path: Steps) -> tuple[int, int]:
    place, there = walk(draft.document.root, path)
    assert there
    return place[2], place[3]


@settings(max_examples=300, deadline=None)
@given(places(), TEXTS)
def test_setting_a_text_changes_its_span_and_nothing_else(place: tuple[str, Steps], new: str) -> None:
    text, path = place
    assume(not new.isspace() and "\ufeff" not in new and new.isprintable() and new.strip() == new)
    draft = Draft("file.yaml", text)
    start, end = span(draft, path)
    draft.set(path, new)
    assert draft.value(path) == new
    assert draft.text.startswith(text[:start])
    comment = text[end:].split("\n")[0]
    assert draft.text.endswith(text[end:]) or (
        comment.strip().startswith("#") and draft.text.endswith(text[end + len(comment) :])
    )


@settings(max_examples=300, deadline=None)
@given(places(), st.sampled_from(["Done", "a: b", "92,300", "long " + "word " * 40 + "end"]))
def test_a_text_that_is_set_back_is_written_as_it_was(place: tuple[str, Steps], new: str) -> None:
    text, path = place
    draft = Draft("file.yaml", text)
    start, end = span(draft, path)
    old, stood = draft.value(path), text[start:end]
    plain, in_quotes = stood == old and not draft.habits.quotes_all, stood[0] == draft.habits.quote
    by_house = plain or (in_quotes and not is_plain(old, in_flow=False)) or file_is_shipped(text)
    assume(by_house)  # another hand's quotes or lines are gone when the text that stood in them is
    draft.set(path, new)
    draft.set(path, as_it_stood(old, stood))
    assert draft.text == text


def as_it_stood(old: str, stood: str) -> str:
    """A number is set as a number."""
    return Bare(old) if stood == old and not is_plain(old, in_flow=False) else old


def file_is_shipped(text: str) -> bool:
    return any(read(file)[0] == text.replace("\r\n", "\n") for file in FILES if file.is_relative_to(SHIPPED))


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_every_text_of_the_shipped_plan_can_be_set_and_set_back(end: str) -> None:
    for file in SHIPPED.rglob("*.yaml"):
        text, paths = read(file)
        text = text.replace("\n", end)
        draft = Draft(file.name, text)
        for path in paths[:: max(1, len(paths) // 12)]:
            old, (start, stop) = draft.value(path), span(draft, path)
            draft.set(path, "Something: else")
            assert draft.text != text
            draft.set(path, as_it_stood(old, text[start:stop]))
        assert draft.text == text, file.name


@settings(max_examples=300, deadline=None)
@given(st.text(NASTY + "\n\r", min_size=1))
def test_whatever_is_written_into_a_list_is_read_back(new: str) -> None:
    for text in ("a: [x, y]\n", "a:\n  - x\n  - y\n", "a:\n- x\n", "{a: [\n  x,\n  y\n]}"):
        draft = Draft("file.yaml", text)
        draft.insert(("a",), new)
        draft.insert(("a",), new, 0)
        assert draft.value(("a",))[0] == draft.value(("a",))[-1] == new
        draft.remove(("a", 0))
        draft.remove(("a", len(draft.value(("a",))) - 1))
        assert draft.text == text or text.startswith("{")


@pytest.mark.parametrize(
    "text",
    [
        "a: &x one\nb: *x\n",
        "a: &x {b: one}\nc: *x\n",
    ],
)
def test_a_text_that_is_repeated_elsewhere_is_left_alone(text: str) -> None:
    draft = Draft("file.yaml", text)
    [path, *_] = texts(draft.document.data)
    with pytest.raises(EditError, match="change it by hand"):
        draft.set(path, "two")
    assert draft.text == text


def test_a_repeated_text_can_be_set_where_it_repeats() -> None:
    draft = Draft("file.yaml", "a: &x one\nb: *x\n")
    draft.set(("b",), "two")
    assert draft.text == "a: &x one\nb: two\n"


def test_a_file_that_cannot_be_read_cannot_be_changed() -> None:
    with pytest.raises(EditError, match=r"file\.yaml cannot be read"):
        Draft("file.yaml", "a: [\n")


def test_a_key_without_a_value_gets_one() -> None:
    draft = Draft("file.yaml", "a:\nb: ~  # none\nc: {d: , e: f}\n")
    draft.set(("a",), "one")
    draft.set(("b",), "two")
    draft.set(("c", "d"), "three")
    assert draft.text == "a: one\nb: two  # none\nc: {d: three , e: f}\n"


@pytest.mark.parametrize(
    "text", ["null", "~", "true", "False", "0", "-1.5", "1e3", "0x1f", ".inf", "92,300", "<<", "no", "on", "12:30"]
)
def test_what_other_readers_of_yaml_take_for_no_text_is_quoted(text: str) -> None:
    draft = Draft("file.yaml", "a: x\n")
    draft.set(("a",), text)
    assert draft.text == f'a: "{text}"\n'


@pytest.mark.parametrize("text", ["2026-03-31", "2026-03", "2025-26", "19%", "£7m", "a:b", "it's", "x#y", "-x"])
def test_what_is_text_stands_without_quotes(text: str) -> None:
    draft = Draft("file.yaml", "a: x\n")
    draft.set(("a",), text)
    assert draft.text == f"a: {text}\n"


@pytest.mark.parametrize("header", [">-", ">", "|", "|-", ">2-"])
@pytest.mark.parametrize("new", ["short", "a: b", "long " + "word " * 40 + "end", "two\nlines"])
def test_the_comment_behind_the_sign_of_a_block_stays(header: str, new: str) -> None:
    draft = Draft("file.yaml", f"a: {header}  # why\n  one\n  two\nb: x\n")
    draft.set(("a",), new)
    assert draft.text.count("# why") == 1
    assert draft.text.endswith("\nb: x\n")
