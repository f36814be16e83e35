"""Where somebody types, `|` being the cursor; the text need not be YAML yet."""

from typing import Any

import pytest

from jfp_cli.editor.typing_place import typing_place

PLACES: list[tuple[str, tuple[Any, ...], str, str, set[str]]] = [
    ("|", (), "", "", set()),
    ("ti|", (), "", "ti", set()),
    ("id: a\n|\ntitle: b\n", (), "", "", {"id", "title"}),
    ("title: |", (), "title", "", set()),
    ("title:|", (), "title", "", set()),
    (
        "milestones:\n  - id: a\n    du|\n    owner: b\n  - id: c\n    status: d\n",
        ("milestones", 0),
        "",
        "du",
        {"id", "owner"},
    ),
    ("milestones:\n  - id: a\n  - |\n", ("milestones", 0), "", "", set()),
    ("milestones:\n- id: a\n  |", ("milestones", 0), "", "", {"id"}),
    ("milestones:\n- id: a\n- due: Mar|", ("milestones", 0), "due", "Mar", set()),
    ("workstreams:\n  - id: a\n    areas: [planned, can|", ("workstreams", 0, "areas", 0), "", "can", set()),
    ("workstreams:\n  - id: a\n    areas:\n      - can|", ("workstreams", 0, "areas", 0), "", "can", set()),
    ("workstreams:\n  - id: a\n    areas:\n    - can|", ("workstreams", 0, "areas", 0), "", "can", set()),
    ("a:\n  - b:\n      - {due: x, st|}", ("a", 0, "b", 0), "", "st", {"due"}),
    ("a:\n  - b: [{due: x, status: |", ("a", 0, "b", 0), "status", "", {"due", "status"}),
    ("a: {b: 1, |, c: 2}", ("a",), "", "", {"b", "c"}),
    ("a:\n  x: 1\n# a comment\n\n  |", ("a",), "", "", {"x"}),
    ("a:\n  2025-26:\n    - action: b\n      |", ("a", "2025-26", 0), "", "", {"action"}),
    ("a:\n  broken [ }: \n  b: {\nc:\n  |", ("c",), "", "", set()),
]


@pytest.mark.parametrize(("text", "path", "key", "typed", "there"), PLACES)
def test_a_place_is_known_by_the_lines_around_it(
    text: str, path: tuple[Any, ...], key: str, typed: str, there: set[str]
) -> None:
    before = text.partition("|")[0]
    line = before.count("\n") + 1
    place = typing_place(text.replace("|", ""), line, len(before) - before.rfind("\n"))
    assert (place.path, place.key, place.typed) == (path, key, typed)
    assert place.there == there
    assert place.start == len(before) - before.rfind("\n") - 1 - len(typed)
