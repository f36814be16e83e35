"""YAML that cannot be read, or that a plan does not use: where exactly, and what a planner should write instead."""

import pytest

from jfp_cli.source.yaml import parse
from tests.source.marks import unmark, unmark_all

QUOTES = "put the whole text in quotes"
LINED_UP = "this line is not indented like the lines it belongs with"
SECOND_NAME = "this text holds a colon followed by a space, which YAML reads as a second name"
NOT_CLOSED = 'the bracket "[" is not closed'
HIDDEN_CLOSING = 'this "#" begins a remark, so that the bracket'
NO_VALUE = " has no value"
AFTER_QUOTE = "the text goes on after its closing quotation mark"
NOT_TEXT = "the file holds a character that is not text"

SYNTAX = [
    # signs that mean something else in YAML
    ("target: «> 90%»\n", 'text that begins with ">" needs quotes', 'write it in quotes: "> 90%"'),
    ("target: «>90%»\n", 'text that begins with ">" needs quotes', 'write it in quotes: ">90%"'),
    ("target: «>= 90%»  # agreed\n", 'text that begins with ">" needs quotes', 'write it in quotes: ">= 90%";'),
    ("a: {target: «> 90%», due: x}\n", 'text that begins with ">" needs quotes', 'write it in quotes: "> 90%"'),
    ("a: «| x»\n", 'text that begins with "|" needs quotes', 'write it in quotes: "| x"'),
    ("owner: «@jane»\n", 'text that begins with "@" needs quotes', 'write it in quotes: "@jane"'),
    ("owner: «@jane» # lead\n", 'text that begins with "@" needs quotes', 'write it in quotes: "@jane"'),
    ("owners: [joe, «@jane», jim]\n", 'text that begins with "@" needs quotes', 'write it in quotes: "@jane"'),
    ('a: «@jane "JJ" doe»\n', 'text that begins with "@" needs quotes', "write it in quotes: '@jane \"JJ\" doe'"),
    ("a: «%x»\n", 'text that begins with "%" needs quotes', 'write it in quotes: "%x"'),
    ("«%x»\n", 'text that begins with "%" needs quotes', 'write it in quotes: "%x"'),
    ("a: «`x`»\n", 'text that begins with "`" needs quotes', 'write it in quotes: "`x`"'),
    ("a: «*bold* text»\n", 'text that begins with "*" needs quotes', 'write it in quotes: "*bold* text"'),
    ("a: «* text»\n", 'text that begins with "*" needs quotes', 'write it in quotes: "* text"'),
    ("a: «& Co»\n", 'text that begins with "&" needs quotes', 'write it in quotes: "& Co"'),
    ("a: «? text»\n", 'text that begins with "?" needs quotes', 'write it in quotes: "? text"'),
    ("a: «, text»\n", 'text that begins with "," needs quotes', 'write it in quotes: ", text"'),
    ("a: «]»\n", 'text that begins with "]" needs quotes', 'write it in quotes: "]"'),
    ("a: «!x!y z»\n", 'text that begins with "!" needs quotes', 'write it in quotes: "!x!y z"'),
    # colons
    ("a: «part one: part two»\n", SECOND_NAME, QUOTES),
    ("- a: «b: c» # d\n", SECOND_NAME, QUOTES),
    ("a: «b:»\n", SECOND_NAME, QUOTES),
    ("a: «[b]: c»\n", SECOND_NAME, QUOTES),
    ("a: {b: c«: d»}\n", SECOND_NAME, QUOTES),
    ("a: [«b:»]\n", "a colon ends this text, which YAML reads as the end of a name", QUOTES),
    ("«:» March\n", "there is no name before this colon", "write a name before"),
    ("a: b\n«:» c\n", "there is no name before this colon", "write a name before"),
    ("a: b\n«title»\nc: d\n", "this line has no colon after its name", 'write "name: value"'),
    ("«title»\nc: d\n", "this line has no colon after its name", 'write "name: value"'),
    ("«title:Cancer»\nc: d\n", "this line has no space after the colon", "with a space after the colon"),
    ("- a\n«-b»\n", "an entry of a list begins with a dash and a space", "write a space after the dash"),
    # indentation
    ("a: b\n «c: d»\n", "this line is indented deeper than the line above", "line it up with the line above"),
    ("a:\n  - b: c\n\n     «e: f»\n", "this line is indented deeper than the line above", "line it up"),
    ("a:\n  - b: c\n    # d\n     «e: f»\n", LINED_UP, "two spaces for each level"),
    ("a: Half of the\n  «people: who wait»\n", "this line is indented deeper than the line above", QUOTES),
    ("a:\n  b: c\n «d: e»\n", LINED_UP, "two spaces for each level"),
    ("a:\n  - b\n «- c»\n", LINED_UP, "two spaces for each level"),
    ("- a\n«b: c»\n", LINED_UP, "two spaces for each level"),
    ("a: >-\n    b\n  «c»\n", LINED_UP, "two spaces for each level"),
    ("a: «[]»\n  - b\n", "this empty list has entries below it", 'take the "[]" away'),
    ("a: «[ ]»  # none yet\n\n  - b: c\n", "this empty list has entries below it", 'take the "[]" away'),
    ("x:\r\n  a: «[]»\r\n  - b\r\n", "this empty list has entries below it", 'take the "[]" away'),
    ("a:\n  - b\n   «- c»\n", "this line begins with a dash, but its indentation", "line its dash up"),
    ("a:\r\n  - b\r\n    «- c»\r\nd: e\r\n", "this line begins with a dash, but its indentation", "line its dash up"),
    ("a: «-» b\n", "a list with dashes cannot begin on the line of its name", "start a new line for each entry"),
    ("a: b\n«\t»c: d\n", "a tab is used as indentation", "use spaces: two for each level"),
    ("«\t»a: b\n", "a tab is used as indentation", "use spaces"),
    ("a:\n  - b\n«\t»- c\n", "a tab is used as indentation", "use spaces"),
    ("a: |\n  b\n«\t»c\n", "a tab is used as indentation", "use spaces"),
    # quotation marks
    ('a: «"»never closed\nb: c\n', "a quotation mark is opened here and never closed", "close it at the end"),
    ("a: «'»never closed\n", "a quotation mark is opened here and never closed", "an apostrophe within single quotes"),
    ('a: [b, «"»c]\n', "a quotation mark is opened here and never closed", "close it"),
    ('a: «"»never closed\nb: "c"\n', "a quotation mark is opened here and not closed before the next one", "close it"),
    ('a: "b" «c»\n', AFTER_QUOTE, "put the quotation marks around the whole text"),
    ("a: 'it'«s here'»\n", AFTER_QUOTE, "use single quotes outside if it holds double ones"),
    ('a: "b"\t«c»\n', AFTER_QUOTE, "put the quotation marks around the whole text"),
    ('a: "C:«\\d»ocs"\n', 'a backslash begins a code, and "\\d" is none', "put the text in single quotes"),
    ('a: "«\\u»12"\n', 'a backslash begins a code, and "\\u" is none', "write the backslash twice"),
    ('a: "one\n  «\\q»"\n', 'a backslash begins a code, and "\\q" is none', "write the backslash twice"),
    # brackets
    ("a: «[»b, c\nd: e\n", NOT_CLOSED, 'put "]" after the last entry'),
    ("a: «[»b, c", NOT_CLOSED, 'put "]" after the last entry'),
    ("a: «[»", NOT_CLOSED, 'put "]" after the last entry'),
    ("a:\n  - b: «[»c,\n  - d: e\n", NOT_CLOSED, 'put "]" after the last entry'),
    ("a:\n  - b: «[»c\n  - d: e\n", NOT_CLOSED, 'put "]" after the last entry'),
    ("a: {b: «[»c}\n", NOT_CLOSED, 'put "]" after the last entry'),
    ("a: «{»b: c\nd: e\n", 'the bracket "{" is not closed', 'put "}" after the last entry'),
    ("a: {b: c, d: e «#1 f}»\ng: h\n", HIDDEN_CLOSING, "put the text that it belongs to in quotes"),
    ("a:\n  - [b, c «#TBC]»\n  - [d]\n", HIDDEN_CLOSING, "or the remark behind the bracket"),
    ("a: «[»b, c  # more to come\nd: e\n", NOT_CLOSED, 'put "]" after the last entry'),
    ('a: «[»"b #1]", c\nd: e\n', NOT_CLOSED, 'put "]" after the last entry'),
    ("a: [b,«,» c]\n", "there is nothing before this comma", "delete the comma"),
    ('a: ["b" «c»]\n', "a comma is missing before this", "put a comma between entries"),
    ("a: [b] «c»\n", "the text goes on after its closing bracket", QUOTES),
    # the rest
    ("a: b\n...\n«c: d»\n", "a line of three dots ends a YAML document", 'delete the line "..."'),
]  # fmt: skip
REFUSED = [
    ("a: «!!str» b\n", 'the YAML tag "!!str" is not read', "delete the tag"),
    ("a: «!note» b\n", 'the YAML tag "!note" is not read', "put the value in quotes"),
    ("a: &x «!note»\n  b: c\n", 'the YAML tag "!note" is not read', "delete the tag"),
    ("«!key» a: b\n", 'the YAML tag "!key" is not read', "delete the tag"),
    ("a: &x {b: c}\nd:\n  «<<»: *x\n", 'the merge key "<<" is not read', "write the keys out in full"),
    ("a: b\n«---»\nc: d\n", "a second YAML document begins here", 'delete the line "---"'),
    ("--- a\n«---» b\n", "a second YAML document begins here", 'delete the line "---"'),
    ("? «[»a, b]\n: c\n", "something other than a plain name stands before a colon", "write a plain name"),
    ("«{»a: b}: c\n", "something other than a plain name stands before a colon", "write a plain name"),
    ("a: &x b\n«*»x : c\n", "something other than a plain name stands before a colon", '"*" in quotes'),
    ("a: «*x»\n", 'text that begins with "*" repeats what was marked "&x" above', 'put "*x" in quotes'),
    ("a: &x [b, «*x»]\n", '"*x" repeats the very thing that it stands in', "write the value out"),
    ("a: &x {b: {c: «*x»}}\n", '"*x" repeats the very thing that it stands in', "write the value out"),
]
DUPLICATE = [
    ("a: b\n«a»: c\n", '"a" stands twice here, first on line 1', "keep one of the two"),
    ("a:\r\n  b: c\r\n  d: e\r\n  «b»: f\r\n", '"b" stands twice here, first on line 2', "keep one of the two"),
    ("a: b\n«'a'»: c\n", '"a" stands twice here, first on line 1', "write them as one list"),
    ("a: {b: c, «b»: d}\n", '"b" stands twice here, first on line 1', "keep one of the two"),
    ("a: b\n«a»:\n", '"a" stands twice here', "keep one of the two"),
]
NAMELESS = [
    ("«null»: a\n", "a value stands here without a name", 'as in "due: March 2026"'),
    ("«~»: a\n", "a value stands here without a name", 'as in "due: March 2026"'),
]
EMPTY = [
    ("«a»:\nb: c\n", '"a"' + NO_VALUE, "write a value after the colon, or delete the line"),
    ("«a»: # later\nb: c\n", '"a"' + NO_VALUE, "write a value after the colon"),
    ("«a»: ~\nb: c\n", '"a"' + NO_VALUE, "write a value after the colon"),
    ("«a»: null\nb: c\n", '"a"' + NO_VALUE, "write a value after the colon"),
    ("a:\n  «b»:\nc: d\n", '"b"' + NO_VALUE, "write a value after the colon"),
    ("a: {«b»: , c: d}\n", '"b"' + NO_VALUE, "write a value after the colon"),
    ("a: b\n? «c»\n", '"c"' + NO_VALUE, "write a value after the colon"),
    ("a:\n  - b\n  «-»\n", "this entry of the list is empty", "delete the entry"),
    ("a:\n  «-» # later\n  - b\n", "this entry of the list is empty", "delete the entry"),
    ("a: [b, «~»]\n", "this entry of the list is empty", "delete the entry"),
    ("a: {value: 150,«000», at: b}\n", '"000" has no colon and no value', 'in quotes, such as "150,000"'),
    ("a: {«due:March»}\n", '"due:March" has no colon and no value', "with a space after the colon"),
]
NO_TEXT = [
    ("a: «\0»b\n", NOT_TEXT + " (U+0000)", "save the file again as plain UTF-8 text"),
    ("a: b\nc: «\x07»\n", NOT_TEXT + " (U+0007)", "delete it"),
    ("a: «\x93»b\x94\n", NOT_TEXT + " (U+0093)", "delete it"),
    ("a: «\ud800»b\n", NOT_TEXT + " (U+D800)", "delete it"),
    ("«\ufeff»a: b\n", NOT_TEXT + " (U+FEFF)", "delete it"),
    ("a: «\ufffe»b\n", NOT_TEXT + " (U+FFFE)", "delete it"),
]
CASES = [
    *[("yaml-syntax", *case) for case in SYNTAX + NAMELESS],
    *[("refused-yaml", *case) for case in REFUSED],
    *[("duplicate-key", *case) for case in DUPLICATE],
    *[("empty-value", *case) for case in EMPTY],
    *[("not-text", *case) for case in NO_TEXT],
]


@pytest.mark.parametrize(("name", "marked", "message", "advice"), CASES, ids=[repr(case[1]) for case in CASES])
def test_a_fault_is_underlined_and_explained(name: str, marked: str, message: str, advice: str) -> None:
    text, start, end = unmark(marked)
    [fault] = parse(text).faults
    assert (fault.name, text[fault.start : fault.end]) == (name, text[start:end])
    assert (fault.start, fault.end) == (start, end)
    assert message in fault.message
    assert advice in fault.help


def test_faults_before_the_one_that_stops_reading_are_reported_too() -> None:
    text = "a: b\na: c\nd:\ne: @f\ng: h\n"
    assert [fault.name for fault in parse(text).faults] == ["duplicate-key", "empty-value", "yaml-syntax"]


def test_every_fault_that_does_not_stop_reading_is_reported() -> None:
    document = parse("a: !t b\nc:\na: d\ne: [~]\n")
    assert [fault.name for fault in document.faults] == ["refused-yaml", "empty-value", "duplicate-key", "empty-value"]
    assert document.data == {"a": "b", "e": []}


def test_the_true_fault_is_found_behind_a_colon_that_yaml_allows() -> None:
    text, start, _ = unmark("a: [12:30, https://x.org]\nb: [«@»]\n")
    [fault] = parse(text).faults
    assert fault.start == start


def test_a_message_about_a_key_shows_its_own_colons() -> None:
    [fault] = parse("a: {12:30}\n").faults
    assert fault.message.startswith('"12:30" has no colon')


def test_a_long_text_is_cut_in_a_message() -> None:
    for text in ("a: @" + "x" * 10_000, "x" * 1000 + ":\n", f"a: *{'x' * 10_000}"):
        [fault] = parse(text).faults
        assert len(fault.message) < 200
        assert len(fault.help) < 200


@pytest.mark.parametrize("levels", [41, 10_000])
@pytest.mark.parametrize(("form", "start"), [("[", 40), ("{a: ", 40 * 4), ("- ", 40 * 2), ("[a, {b: ", 20 * 8)])
def test_deep_nesting_is_refused_at_the_first_level_too_many(form: str, start: int, levels: int) -> None:
    [fault] = parse(form * levels).faults
    assert (fault.name, fault.message) == ("refused-yaml", "lists and keys are nested more than 40 deep here")
    assert (fault.start, fault.end) == (start, start + 1)


def test_nesting_in_keys_that_are_indented_is_refused_too() -> None:
    text = "".join(f"{' ' * level}a:\n" for level in range(10_000))
    [fault] = parse(text).faults
    assert fault.message == "lists and keys are nested more than 40 deep here; nothing was read from line 41 on"


def test_forty_levels_are_read() -> None:
    assert parse("[" * 40 + "]" * 40).faults == []


def test_nesting_by_aliases_is_refused() -> None:
    [fault] = parse(f"a: &x {'[' * 30}{']' * 30}\nb: {'[' * 20}*x{']' * 20}\n").faults
    assert fault.message == "lists and keys are nested more than 40 deep here"


def test_a_billion_laughs_are_refused() -> None:
    levels = "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(9))
    [fault] = parse(f"a: &a ha\n{levels}").faults
    assert fault.name == "refused-yaml"
    assert fault.message.startswith("the aliases of this file repeat too much")
    assert "write the values out" in fault.help


def test_a_long_text_is_not_repeated_without_end() -> None:
    long = "ha " * 100_000
    for anchored in (long, f"[{long}, {long}]"):
        [fault] = parse(f"a: &a {anchored}\nb: [{', '.join(['*a'] * 10)}]\n").faults
        assert fault.message.startswith("the aliases of this file repeat too much")


def test_as_many_aliases_as_a_plan_could_want_are_read() -> None:
    document = parse(f"a: &a [b, c]\nd: [{', '.join(['*a'] * 3_000)}]\n")
    assert document.faults == []


SEVERAL = [
    (
        "a:\n  - b: «'Talk' launches»\n    c: d\n  - b: «Cost: two million»\n    c: e\nf: g\n",
        {"a": [{"c": "d"}, {"c": "e"}], "f": "g"},
    ),
    ('a: «"open»\nb: c\nd: «[x, y»\ne: f\n', {"b": "c", "e": "f"}),
    ('a: «"one\n  \\q"»\nb: c\n', {"b": "c"}),
    ("a: b\n«  c: d\n    e»\nf: g\n", {"a": "b", "f": "g"}),
    ("a: b\n«\tc: d»\ne: «@x»\nf: g\n", {"a": "b", "f": "g"}),
    ("«title»\nc: d\n", {"c": "d"}),
    ("a: «*x y»\nb: c\n«---\nd: e\n»", {"b": "c"}),
    ("a: «&x [b, ]]»\nc: «*x»\nd: e\n", {"d": "e"}),
    ("a: «b\x01c»\r\nd: e\r\nf: «g\x02»\r\n", {"d": "e"}),
]


@pytest.mark.parametrize(("marked", "data"), SEVERAL, ids=[repr(case[0]) for case in SEVERAL])
def test_what_a_fault_does_not_touch_is_read_and_what_it_does_is_known(marked: str, data: object) -> None:
    text, unread = unmark_all(marked)
    document = parse(text)
    assert document.data == data
    assert document.unread == unread
    assert {fault.name for fault in document.faults} <= {"yaml-syntax", "refused-yaml", "not-text"}


def test_where_nothing_more_can_be_read_the_line_is_said() -> None:
    [*_, fault] = parse("a: b\n" + "c: @d\n" * 100).faults
    assert fault.message.endswith("; nothing was read from line 22 on")


def test_an_alias_of_what_a_fault_hides_is_no_fault_of_its_own() -> None:
    [fault] = parse("a: &x [b, ]]\nc: *x\n").faults
    assert fault.start == 11
