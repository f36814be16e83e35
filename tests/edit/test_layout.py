"""The house style, by before and after: what moves, what stays, and what a comment goes with."""

import gc
from pathlib import Path

import pytest

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.fmt.layout import Entry, Node
from jfp_cli.fmt.plan import laid_out
from jfp_cli.source.folder import TextFile
from tests.conftest import SHIPPED

LONG = "word " * 24 + "end"
SECOND_VOICE = "  - source: b\n    findings: [c]\n"
NEW_LINE = "\n     "
FOLDED = ("word " * 19).rstrip() + "\n  " + "word " * 5 + "end\n"


def house(text: str, kind: str = "sections") -> str:
    after = laid_out(TextFile("x.yaml", kind, "x", text))
    assert laid_out(TextFile("x.yaml", kind, "x", after)) == after
    return after


CASES = {
    "keys stand in the order of the model": ("title: y\nid: x\n", "id: x\ntitle: y\n"),
    "names of the plan stay in their order": (
        "places: {b: B, a: A}\ntitle: x\n",
        "title: x\nplaces: {b: B, a: A}\n",
    ),
    "a comment above a key goes with it": (
        "# about title\ntitle: y\n# about id\nid: x\n",
        "# about id\nid: x\n# about title\ntitle: y\n",
    ),
    "a comment about the file stays at the top": (
        "# The file.\n\ntitle: y\nid: x\n",
        "# The file.\n\nid: x\ntitle: y\n",
    ),
    "a comment beside a value goes with it": ("title: y   # t\nid: x # i\n", "id: x # i\ntitle: y   # t\n"),
    "a comment between a key and its value goes with it": ("id: x\ntitle:\n  # t\n  y\n", "id: x\n# t\ntitle: y\n"),
    "a comment at the end of the file stays there": ("title: y\nid: x\n\n# end", "id: x\ntitle: y\n\n# end\n"),
    "a comment at the end of an entry stays in it": (
        "voices:\n- source: a\n  findings: [b]\n  # end\n# about b\n- source: b\n  findings: [c]\n# about id\nid: x\n",
        "# about id\nid: x\nvoices:\n  - source: a\n    findings: [b]\n    # end\n  # about b\n" + SECOND_VOICE,
    ),
    "a comment above the first key of an entry goes above its dash": (
        "voices:\n-\n  # about it\n  source: a\n  findings: [b]\n",
        "voices:\n  # about it\n  - source: a\n    findings: [b]\n",
    ),
    "indentation is two spaces, lists under their key": (
        "ambitions:\n- a\n- b\nvoices:\n      -   source: a\n          findings:\n          - b\n",
        "ambitions:\n  - a\n  - b\nvoices:\n  - source: a\n    findings:\n      - b\n",
    ),
    "blank lines stay, one at most": ("\n\nid: x\n\n\n\ntitle: y\n\n", "id: x\n\ntitle: y\n"),
    "long text is folded": (f"title: {LONG}\n", f"title: >-\n  {FOLDED}"),
    "long text in quotes is folded": (f"title: '{LONG}'\n", f"title: >-\n  {FOLDED}"),
    "a comment beside long text stays beside it": (f"title: {LONG} # why\n", f"title: >- # why\n  {FOLDED}"),
    "folded text that a line holds is unfolded": ("title: >-\n  a\n  b\n", "title: a b\n"),
    "folded text that would need quotes is not": ("title: >-\n  a:\n  b\n", "title: >-\n  a: b\n"),
    "folded text is filled again": (f"title: >-\n     {LONG.replace(' ', NEW_LINE, 5)}\n", f"title: >-\n  {FOLDED}"),
    "quotes stay": ("id: 'x'\ntitle: \"92,300\"\n", "id: 'x'\ntitle: \"92,300\"\n"),
    "text of several lines keeps them": ("title: |\n      a\n        b\n\n      c\n", "title: |\n  a\n    b\n\n  c\n"),
    "brackets stay where a line holds them": (
        "duties: [a,b ,\n  c]\nvoices: [{source: a, findings: [b]}]\n",
        "duties: [a, b, c]\nvoices: [{source: a, findings: [b]}]\n",
    ),
    "brackets that no line holds become lines": (
        f"ambitions: ['{LONG[:60]}', '{LONG[:50]}']\n",
        f"ambitions:\n  - '{LONG[:60]}'\n  - '{LONG[:50]}'\n",
    ),
    "ids in brackets go on the line below the key where that holds them": (
        f"supports: [{'a' * 45}, {'b' * 45}]\n",
        f"supports:\n  [{'a' * 45}, {'b' * 45}]\n",
    ),
    "comments within brackets make lines of them": (
        "supports: [ # both\n  a, # one\n  # two\n  b\n  # end\n]\n",
        "supports: # both\n  - a # one\n  # two\n  - b\n  # end\n",
    ),
    "what is repeated stays above its repetition": (
        "title: &t y\nid: x\nambitions: [*t]\n",
        "title: &t y\nid: x\nambitions: [*t]\n",
    ),
    "the mark of a document stays": ("---\ntitle: y\nid: x\n", "---\nid: x\ntitle: y\n"),
    "a comment behind the mark stays there": ("--- # plan \ntitle: y\nid: x\n", "--- # plan\nid: x\ntitle: y\n"),
    "a comment above the mark stays there": (
        "%YAML 1.2\n# The file.\n---  \ntitle: y\nid: x\n",
        "%YAML 1.2\n# The file.\n---\nid: x\ntitle: y\n",
    ),
    "the mark of the end stays, and what follows it": (
        "title: y\nid: x\n... # end\n\n\n# more\n",
        "id: x\ntitle: y\n... # end\n\n# more\n",
    ),
    "what stands behind the mark goes below it": ("--- {title: y, id: x}\n", "---\nid: x\ntitle: y\n"),
    "three dots in a text are no mark": ("title: |\n  ...\n  x\nid: x\n", "id: x\ntitle: |\n  ...\n  x\n"),
    "blanks at the ends of the lines of a text stay": ("title: |\n  a  \n  b\n", "title: |\n  a  \n  b\n"),
    "a comment behind the sign of a block has no blanks at its end": (
        "id: x\ntitle: >- \t# c  \n  " + "word " * 24 + "end\n",
        "id: x\ntitle: >-   # c\n  " + ("word " * 19).rstrip() + "\n  " + "word " * 5 + "end\n",
    ),
    "line ends stay": ("title: y\r\nid: x\r\n", "id: x\r\ntitle: y\r\n"),
    "a hash in text is no comment": ("title: a#b\nid: '# e'\n", "id: '# e'\ntitle: a#b\n"),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_the_house_style(before: str, after: str) -> None:
    assert house(before, "plan" if "places" in before else "sections") == after


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_plan_is_in_the_house_style(path: Path) -> None:
    text = path.read_text("utf-8")
    kind = path.parent.name if path.parent != SHIPPED else "plan"
    assert house(text, kind) == text


@pytest.mark.parametrize("text", ["", "id: x\nid: y\n", "id: [x\n", "id: !!str x\n", "id:\n", "a: 1\n---\nb: 2\n"])
def test_a_file_with_faults_is_left_as_it_is(text: str) -> None:
    with pytest.raises(EditError, match=r"^x\.yaml was left as it is: .* run jfp validate"):
        house(text)


def test_nothing_of_a_file_that_was_laid_out_is_kept() -> None:
    """Nobody collects while a plan is laid out, so that what leads round in a circle would add up."""
    gc.collect()
    gc.disable()
    try:
        house("# a\ntitle: y  # b\nid: x\nvoices: [{source: a, findings: [b, c]}]\n")
        assert [thing for thing in gc.get_objects() if isinstance(thing, Node | Entry)] == []
    finally:
        gc.enable()
