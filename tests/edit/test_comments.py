"""Comments stay with what they are about, whatever goes, comes or changes places around it."""

from collections.abc import Callable

import pytest

from jfp_cli.cli.door import main
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.splice import EditError
from tests.conftest import ChangePlan

Act = Callable[[Draft], None]


def without(*path: str | int) -> Act:
    return lambda draft: draft.remove(path)


def swapped(*path: str | int) -> Act:
    return lambda draft: draft.reorder(path, [1, 0])


def with_key(name: str, *order: str) -> Act:
    return lambda draft: draft.set((name,), "new", order)


def with_entry(at: int | None = None) -> Act:
    return lambda draft: draft.insert(("a",), "new", at)


REMOVED: dict[str, tuple[str, Act, str]] = {
    "the last in brackets, on a line of its own": ("a: [x, # x\n  y]\n", without("a", 1), "a: [x, # x\n  ]\n"),
    "the first in brackets, whose line another comment ends": (
        "a: [x, y, # y\n  z]\n",
        without("a", 0),
        "a: [y, # y\n  z]\n",
    ),
    "the first in brackets, with a comment that may be of the list": (
        "a: [x, # which\n  y]\n",
        without("a", 0),
        "a: [ # which\n  y]\n",
    ),
    "in brackets, before a comment above the next": ("a: [x,\n  # y\n  y]\n", without("a", 0), "a: [\n  # y\n  y]\n"),
    "in brackets, on a line with its comments": (
        "a: [\n  x, # x\n  # y\n  y, # y too\n  z # z\n]\n",
        without("a", 1),
        "a: [\n  x, # x\n  z # z\n]\n",
    ),
    "in brackets, after a comma at the beginning of its line": (
        "a: [ x # x\n  , y # y\n  , z # z\n  ]\n",
        without("a", 1),
        "a: [ x # x\n   # y\n  , z # z\n  ]\n",
    ),
    "a key in braces": ("{a: x, # x\n b: y, # y\n c: z}", without("c"), "{a: x, # x\n b: y, # y\n }"),
    "a key in braces, on a line of its own": ("{\n a: x, # x\n b: y, # y\n}", without("b"), "{\n a: x, # x\n}"),
    "the first key of an entry": ("- a: x # x\n  # b\n  b: y\n", without(0, "a"), "- # b\n  b: y\n"),
    "the first key of an entry, above a blank line": ("- a: x\n\n  b: y\n", without(0, "a"), "- b: y\n"),
    "a key, its comments and what is commented out below it": (
        "a: x\n# b\nb: y # y\n  # more\n# c\nc: z\n",
        without("b"),
        "a: x\n# c\nc: z\n",
    ),
    "the key that a file begins with": ("# The file.\na: x\n# b\nb: y\n", without("a"), "# The file.\n# b\nb: y\n"),
    "an entry between two": (
        "a:\n  # x\n  - x # 1\n  # y\n  - y # 2\n  # z\n  - z # 3\n",
        without("a", 1),
        "a:\n  # x\n  - x # 1\n  # z\n  - z # 3\n",
    ),
    "the last entry, above one that is commented out": ("a:\n- x\n- y\n# - z\n", without("a", 1), "a:\n- x\n# - z\n"),
}
MOVED: dict[str, tuple[str, Act, str]] = {
    "in lines": ("a:\n  - x # x\n  - y # y\n", swapped("a"), "a:\n  - y # y\n  - x # x\n"),
    "in lines, with comments above": (
        "a:\n  # x\n  - x\n\n  # y\n  - y\nb: z\n",
        swapped("a"),
        "a:\n  # y\n  - y\n\n  # x\n  - x\nb: z\n",
    ),
    "in lines, without a last line end": ("a:\n- x # x\n- y", swapped("a"), "a:\n- y\n- x # x"),
    "in brackets": ("a: ['x',  y] # both\n", swapped("a"), "a: [y,  'x'] # both\n"),
    "in brackets, below a comment of both": ("a: [ # both\n  x, y]\n", swapped("a"), "a: [ # both\n  y, x]\n"),
    "in brackets, line by line": (
        "a: [\n  # x\n  x, # 1\n  y # 2\n]\n",
        swapped("a"),
        "a: [\n  y, # 2\n  # x\n  x # 1\n]\n",
    ),
}
ADDED: dict[str, tuple[str, Act, str]] = {
    "a first key, above the comment of the one below": (
        "l:\n  # b\n  b: x\n",
        lambda draft: draft.set(("l", "a"), "new", ["a", "b"]),
        "l:\n  a: new\n  # b\n  b: x\n",
    ),
    "a first key, below one whose comment may be of the file": (
        "# The file?\nb: x # x\n# c\nc: y\n",
        with_key("a", "a", "b", "c"),
        "# The file?\nb: x # x\na: new\n# c\nc: y\n",
    ),
    "a first key, above what a blank line parts from the comment of the file": (
        "# The file.\n\n# b\nb: x\n",
        with_key("a", "a", "b"),
        "# The file.\n\na: new\n# b\nb: x\n",
    ),
    "a first key of an entry": (
        "l:\n  # it\n  - b: x # x\n",
        lambda draft: draft.set(("l", 0, "a"), "new", ["a", "b"]),
        "l:\n  # it\n  - a: new\n    b: x # x\n",
    ),
    "a first key below its dash": (
        "l:\n  -\n    # b\n    b: x\n",
        lambda draft: draft.set(("l", 0, "a"), "new", ["a", "b"]),
        "l:\n  -\n    a: new\n    # b\n    b: x\n",
    ),
    "a first key behind its dash, above a comment there": (
        "l:\n  - # b\n    b: x\n",
        lambda draft: draft.set(("l", 0, "a"), "new", ["a", "b"]),
        "l:\n  - a: new\n    # b\n    b: x\n",
    ),
    "the first entry of a list of nothing": ("a:\n  # none\n  -\n", with_entry(), "a:\n  # none\n  - new\n  -\n"),
    "a key in braces, after a comment": (
        "{a: x, # x\n c: y}",
        with_key("b", "a", "b", "c"),
        "{a: x, # x\n b: new,\n c: y}",
    ),
    "a first entry": ("a:\n  # x\n  - x\n", with_entry(0), "a:\n  - new\n  # x\n  - x\n"),
    "a first entry in brackets": ("a: [\n  # x\n  x\n]\n", with_entry(0), "a: [\n  new,\n  # x\n  x\n]\n"),
    "an entry in brackets, behind a comment": ("a: [x # x\n  ]\n", with_entry(), "a: [x, # x\n    new\n  ]\n"),
    "an entry in brackets, between two with comments": (
        "a: [x, # x\n  y # y\n]\n",
        with_entry(1),
        "a: [x, # x\n  new,\n  y # y\n]\n",
    ),
    "an entry in brackets, before the comment of the one above": (
        "a: [x, y, # y\n  z]\n",
        with_entry(2),
        "a: [x, y, # y\n  new,\n  z]\n",
    ),
    "a value for a key without one": ("a: # why\nb: x\n", with_key("a"), "a: new # why\nb: x\n"),
    "the first entry of a key without a value": ("a: # why\nb: x\n", with_entry(), "a: [new] # why\nb: x\n"),
    "the first entry of an empty list": ("a: []  # why\n", with_entry(), "a: [new]  # why\n"),
    "the first entry of an empty list that holds a comment": (
        "a: [ # none yet\n  ]\n",
        with_entry(),
        "a: [new # none yet\n  ]\n",
    ),
    "the first entry, in lines, of an empty list": (
        "a: []  # why\nb: x\n",
        lambda draft: draft.insert(("a",), {"c": "new"}, in_lines=True),
        "a:  # why\n  - c: new\nb: x\n",
    ),
    "the first entry, in lines, of a key without a value": (
        "a:  # why\n  # - c: old\nb: x\n",
        lambda draft: draft.insert(("a",), {"c": "new"}, in_lines=True),
        "a:  # why\n  - c: new\n  # - c: old\nb: x\n",
    ),
    "the first entry, in lines, of an empty list below a comment": (
        "a:\n  # why\n  []\nb: x\n",
        lambda draft: draft.insert(("a",), {"c": "new"}, in_lines=True),
        "a:\n  # why\n  - c: new\nb: x\n",
    ),
    "the first entry of nothing, said as null": ("a: ~ # why\n", with_entry(), "a: [new] # why\n"),
    "the first entry of an empty key in braces": ("{a: , b: x}", with_entry(), "{a: [new] , b: x}"),
}


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [*REMOVED.values(), *MOVED.values(), *ADDED.values()],
    ids=[
        *(f"without {name}" for name in REMOVED),
        *(f"another order {name}" for name in MOVED),
        *(f"with {name}" for name in ADDED),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_comments_stay_with_what_stays(before: str, act: Act, after: str, newline: str) -> None:
    draft = Draft("file.yaml", before.replace("\n", newline))
    act(draft)
    assert draft.text == after.replace("\n", newline)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("a: [x, # x\n  y]\n", swapped("a")),
    ],
)
def test_what_could_only_be_done_at_the_cost_of_a_comment_is_left_to_a_person(text: str, act: Act) -> None:
    draft = Draft("file.yaml", text)
    with pytest.raises(EditError, match="change it by hand"):
        act(draft)
    assert draft.text == text


PLACES = "    places: [north-town]\n    workstreams: [outpatients]\n    moves:"


@pytest.mark.parametrize(
    ("places", "command", "after"),
    [
        (
            "[north-town, # the council pays\n      south-vale]",
            "north-town",
            "[north-town, # the council pays\n      ]",
        ),
        (
            "\n      - north-town  # the council pays\n      - south-vale  # we pay",
            "south-vale,north-town",
            "\n      - south-vale  # we pay\n      - north-town  # the council pays",
        ),
        (
            "\n      # the council pays\n      - north-town\n      # we pay\n      - south-vale",
            "south-vale",
            "\n      # we pay\n      - south-vale",
        ),
        ("[north-town]  # the council pays", "south-vale", "[south-vale]  # the council pays"),
    ],
)
def test_names_keep_their_comments(places: str, command: str, after: str, change: ChangePlan) -> None:
    space = "" if places.startswith("\n") else " "
    plan = change("milestones/planned-care.yaml", PLACES, PLACES.replace(" [north-town]", space + places))
    path = plan / "milestones" / "planned-care.yaml"
    before = path.read_bytes().decode()
    assert main(["set", "elective-hub", f"places={command}", "--plan", str(plan)]) == 0
    assert path.read_bytes().decode() == before.replace(places, after)


def test_a_sentence_in_other_words_keeps_its_comment(change: ChangePlan) -> None:
    old = "ambitions:\n  - One # first\n  - Two # second\n  - Three # third\n"
    path = change("sections/staff-retention.yaml", "title: Retaining staff\n", f"title: Retaining staff\n{old}")
    words = ["ambitions=One", "ambitions=Two again", "ambitions=Three"]
    assert main(["set", "sections/staff-retention", *words, "--plan", str(path)]) == 0
    text = (path / "sections" / "staff-retention.yaml").read_text(encoding="utf-8")
    assert old.replace("Two", "Two again") in text
