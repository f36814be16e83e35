"""Which YAML is read without libyaml, where the answer is the same, and what is left to libyaml."""

import pytest

from jfp_cli.source.yaml.plain import read
from tests.conftest import EXAMPLE, SHIPPED
from tests.fuzz.plain_yaml import difference

QUICK = [
    # texts on one line
    "a: b\n",
    "a: b",
    "a: b\n\n\n",
    "a:   b   \nc: d \n",
    "a: b # c\nd: e  # f: g\n",
    "a: b#c d:e -f\n",
    "a: -5\nb: <= 1%\nc: (d)\n",
    "a b, c [d]: e\n",
    "\xa37m: \xe9\xa0\U0001f600\n",
    "nullify: annulled\n",
    # quotation marks
    "a: 'it''s'\nb: \"c: d # e\"\n",
    "a: '' # b\nc: \"\"  \n",
    # comments and blank lines
    "# a\n\n  # b\nc: d\n   # e\n \nf: g\n# h",
    "a:  # b\n  c: d\ne: \n  # f\n  - g\n",
    # below a key
    "a:\n  - b\n  - c\nd:\n- e\n- f\n",
    "a:\n  b:\n   c:\n       d: e\nf: g\n",
    "a:\n  - b: c\n    d:\n      - e\n  - f: g\n",
    "a:\n-   b\n-   c: d\n    e: f\n",
    "a:\n  [b, c]\nd:\n  'e'\nf:\n  g # h\n",
    "---\na: b\n",
    # blocks of text
    "a: >-\n  b\n  c\nd: e\n",
    "a: >\n  b \n  c\n\n\nd: |\n e\n\n\n f\n",
    "a: |\n  1. b\n     c\n\n    # d\n  2. e\nf:\n  - |-\n    g\n      h\n",
    "a:\n  - |-\n   b\n   # c\n  - >-\n        d\n# e\n",
    "a: >-\n  b\n\n  c\n  \n # d\ne: f\n",
    # brackets
    "a: [b, c-d, 2025]\n",
    "a: [ b, c d,e ] # f\n",
    "a: {b: c, d: 'e, f', g: [h, {i: j}]}\n",
    "a: [https://x.org/?b=c, 12:30, Who waits?, it's, d#e, -5]\n",
    "a: []\nb: {}\nc: [[], {}]\n",
    "a: { b: c }\n",
]
LEFT = [
    # nothing, or no keys
    *("", "\n", "# a\n", "a\n", "- a\n", "[a]\n", "{a: b}\n", "  a: b\n"),
    # keys
    *("a: b\na: c\n", "a: {b: c, b: d}\n", "null: a\n", "~: a\n", "<<: a\n", "...: a\n", "'a': b\n", "? a\n: b\n"),
    *("a : b\n", "-a: b\n", "[a]: b\n", "a:b: c\n", f"{'a' * 102}: b\n", "a: {null: b}\n", "a: {b : c}\n", "a:\tb\n"),
    # no values
    *("a:\n", "a:\nb: c\n", "a: ~\n", "a: null\n", "a: Null # b\n", "a:\n  NULL\n", "a: [null]\n", "a: [b, Null]\n"),
    *("a: {b: NULL}\n", "a:\n  -\n", "a:\n  - # b\n", "a: {b: }\n", "a: {b}\n", "a: [b, ]\n", "a: [, b]\n", "a: # b\n"),
    # signs
    *("a: &b c\n", "a: *b\n", "a: !b c\n", "a: @b\n", "a: `b`\n", "a: %b\n", "a: ? b\n", "a: - b\n", "a: b: c\n"),
    *("a: [b: c]\n", "a: [b}\n", "a: [b]]\n", "a: [b] c\n", "a: [b]#c\n", "a: 'b'#c\n", "a: 'b' c\n", "a: [b c: d]\n"),
    *('a: "\\n"\n', "a: [b':c]\n", "a: [b ?c]\n", "a: [b #c]\n", "a: [[[[[[b]]]]]]\n", "a: >b\n", "a: |2\n   b\n"),
    # lines
    *("a: b\n  c\n", "a:\n  - b\n    c\n", "a: 'b\n  c'\n", "a: [b,\n  c]\n", "a:\n  - - b\n", "a:\n - b\n  - c\n"),
    *("a:\n  b: c\n d: e\n", "a: b\n...\n", "%YAML 1.2\n---\na: b\n", "a: b\n---\nc: d\n", "---\n---\na: b\n"),
    *("a: b\rc: d\r", "a: b\r\nc: d\n", "a: b\n\r\n"),
    # blocks of text
    *("a: >-\n\n  b\n", "a: >-\n  b\n   c\n", "a: >+\n  b\n", "a: >-\nb: c\n", "a:\n  - >-\n  b\n", "a: > # b\n  c\n"),
    *("a: |\n  b\n    \n", "a: >\n  b\n    # c\n", "a: |\n    b\n   c\n", "a: >\n  b", "a: |\n  b\n  \n  c\n"),
    # characters
    *(f"a: b{sign}c\n" for sign in "\t\x00\x0b\x7f\x85\u2028\u2029\ud800\ufdd0\ufdd4\ufeff\ufffe\uffff"),
]


@pytest.mark.parametrize("text", QUICK)
def test_a_text_is_read_quickly_as_libyaml_would(text: str) -> None:
    assert difference(text) == ""
    assert difference(text.replace("\n", "\r\n")) == ""


@pytest.mark.parametrize("text", LEFT)
def test_a_text_is_left_to_libyaml(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_files_of_a_plan_are_read_quickly(line_end: str) -> None:
    for path in [*SHIPPED.rglob("*.yaml"), *EXAMPLE.rglob("*.yaml")]:
        assert difference(path.read_text(encoding="utf-8").replace("\n", line_end)) == "", path


def test_the_deepest_nesting_that_is_read_quickly_is_allowed() -> None:
    columns = ["", *(" " * column for column in range(1, 33))]
    keys = "".join(f"{here}a:\n" for here in columns[:-1]) + f"{columns[-1]}a: [[[[[b]]]]]\n"
    lists = "a:\n" + "".join(f"{here}- a:\n" for here in columns[:-3:2]) + f"{columns[-3]}- a: [[[[[b]]]]]\n"
    for text in (keys, lists):
        assert difference(text) == ""
    assert read(keys.replace("[[[[[b]]]]]", f"\n{' ' * 33}b: c")) is None


@pytest.mark.parametrize("length", [100, 101, 102, 1000, 1023, 1024, 1025, 5000])
def test_a_name_is_no_longer_than_libyaml_allows(length: int) -> None:
    name = "a" * length
    for text in (f"{name}: b\n", f"- {name}: b\n", f"a:\n  {name}:\n    b: c\n", f"a: {{{name}: b}}\n"):
        assert not difference(text)


@pytest.mark.parametrize(
    "piece", ["a", ":a", "#a", " ", "''", "[", "{a: ", ", ", "- ", "a\n", "\n", "# a\n", "  \n", '"']
)
def test_however_long_a_text_is_it_is_read_once(piece: str) -> None:
    many = piece * 100_000
    for text in (f"a: {many}\n", f"a: [{many}]\n", f"a: '{many}'\n", f"a: >-\n  {many}\n", f"a:\n  {many}b: c\n", many):
        read(text)
        read(text.replace("\n", "\r\n"))
