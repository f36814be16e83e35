"""What a fault of YAML syntax means to somebody who writes plans, not YAML."""

import re
from typing import NamedTuple

from jfp_cli.source.lines import line_start
from jfp_cli.source.yaml.extent import line_above, text_end, value_end
from jfp_cli.source.yaml.faults import NAME_FIRST, Stopped
from jfp_cli.values.text import short

SECOND_NAME = "this text holds a colon followed by a space, which YAML reads as a second name"
QUOTE_ALL = "put the whole text in quotes"
# What libyaml says of a text that begins with a sign which means something else in YAML.
SIGN_BEGUN = re.compile("alias|anchor|tag|directive")
SIGN_FOUND = re.compile("cannot start any token|keys are not allowed|undefined tag handle")
SENTENCES = {
    "unexpected ':'": ("a colon ends this text, which YAML reads as the end of a name", QUOTE_ALL),
    "block sequence entries": (
        "a list with dashes cannot begin on the line of its name",
        'start a new line for each entry, or write "[first, second]"; put text that begins with a dash in quotes',
    ),
}
COLON = re.compile(r":(?= |\t|\r|\n|\Z)")
MARKS = re.compile(r"[ \t]*(- +)*")  # what indents a line: spaces, and the dashes of lists
CLOSED = {"]": "bracket", "}": "bracket", '"': "quotation mark", "'": "quotation mark"}
_EMPTY_LIST = re.compile(r":[ \t]+(\[[ \t]*\])(?=\s*(?:\s#[^\r\n]*)?[\r\n]*\Z)")
_REMARK = re.compile(r"""(?:"[^"\r\n]*"|'[^'\r\n]*'|[^"'\r\n])*?[ \t](#[^\r\n]*)""")  # of a line


class Explained(NamedTuple):
    """A fault in plain words, between two offsets of the text."""

    message: str
    help: str
    start: int
    end: int


def explain(stopped: Stopped, text: str) -> Explained:
    """Say in plain words why libyaml stopped, and where it should be mended."""
    problem, context = stopped.problem, stopped.context
    at = min(stopped.at or 0, len(text))
    char = text[at : at + 1]
    at = min(at, max(len(text) - 1, 0))
    began = at if stopped.began is None else stopped.began
    if char == "\t" or "tab character" in problem:
        tab = text.rfind("\t", line_start(text, at), at + 1)
        at = tab if tab >= 0 else at
        return Explained("a tab is used as indentation", "use spaces: two for each level", at, at + 1)
    if "block scalar" in context:
        return block(text, began)
    if "quoted scalar" in context:
        return quoted(problem, text, at, began)
    if SIGN_BEGUN.search(context):
        return quote_it(text, began)
    if "mapping values are not allowed" in problem:
        return stray_colon(text, at)
    if "could not find expected ':'" in problem:
        return no_colon(text, began)
    if "flow" in context:
        return in_brackets(text, char, at, began)
    if char in ("%", ",", "]", "}") or SIGN_FOUND.search(problem):
        return quote_it(text, at)
    said = next((said for fault, said in SENTENCES.items() if fault in problem), None)
    return Explained(*said, began, at + 1) if said else lined_up(text, at)


def block(text: str, start: int) -> Explained:
    """`target: > 90%`: the sign that means "folded text follows" in YAML."""
    end = value_end(text, start)
    value = text[start:end]
    if len(value) > 1:
        return Explained(
            f'text that begins with "{value[0]}" needs quotes',
            f"write it in quotes: {_in_quotes(value)}; a long text may begin on the next line instead",
            start,
            end,
        )
    return Explained(f'the text after "{value}" is not indented', "indent it by two spaces", start, end)


def quoted(problem: str, text: str, at: int, start: int) -> Explained:
    """A text in quotation marks that is never closed, or whose backslash means nothing."""
    if "end of stream" not in problem and "document indicator" not in problem:
        backslash = text.rfind("\\", start, at + 1)
        code = text[backslash : backslash + 2]
        return Explained(
            f'in double quotes a backslash begins a code, and "{code}" is none that YAML knows',
            "put the text in single quotes, or write the backslash twice",
            backslash,
            backslash + len(code),
        )
    return Explained(
        "a quotation mark is opened here and never closed",
        "close it at the end of the text; an apostrophe within single quotes is written twice",
        start,
        start + 1,
    )


def quote_it(text: str, at: int) -> Explained:
    """Any other sign: the text as it should be typed."""
    end = value_end(text, at)
    value = text[at:end]
    advice = f"write it in quotes: {_in_quotes(value)}"
    return Explained(f'text that begins with "{value[:1]}" needs quotes', advice, at, end)


def _in_quotes(value: str) -> str:
    """A text as it should be typed, in the quotation marks that it does not hold itself."""
    value = short(value)
    return f"'{value}'" if '"' in value or "\\" in value else f'"{value}"'


def in_brackets(text: str, char: str, at: int, start: int) -> Explained:
    """What is wrong at an offset within the bracket that begins at `start`."""
    bracket = text[start : start + 1]
    if bracket not in ("[", "{"):
        start = max(text.rfind("[", 0, at + 1), text.rfind("{", 0, at + 1))
        bracket = text[start : start + 1]
        if char == ",":
            advice = "delete the comma, or write what should stand before it"
            return Explained("there is nothing before this comma", advice, at, at + 1)
    if char == ":" and start >= line_start(text, at):
        return Explained(SECOND_NAME, QUOTE_ALL, at, value_end(text, at))
    closing = "]" if bracket == "[" else "}"
    if char not in "[]{},\r\n" and closing in text[at : text_end(text, at)] and line_start(text, at) <= start:
        return Explained(
            "a comma is missing before this, or the text that it belongs to needs quotes",
            "put a comma between entries, and quotes around text that holds a comma, a bracket or a quotation mark",
            at,
            text.index(closing, at),
        )
    cut = _REMARK.match(text, start, text_end(text, start))
    if cut and closing in cut[1] and char != closing:
        return Explained(
            f'this "#" begins a remark, so that the bracket "{bracket}" before it is not closed',
            "put the text that it belongs to in quotes, or the remark behind the bracket",
            *cut.span(1),
        )
    return Explained(
        f'the bracket "{bracket}" is not closed',
        f'put "{closing}" after the last entry, and quotes around text that holds a comma or a bracket',
        start,
        start + 1,
    )


def stray_colon(text: str, at: int) -> Explained:
    """A name and a colon where no name can stand: within a value, or on a line that continues the text above."""
    begin = line_start(text, at)
    indented = MARKS.match(text, begin)
    name = indented.end() if indented else begin
    first = COLON.search(text, name, at + 1)
    if first is not None and first.start() < at:
        start = first.end() + len(text[first.end() : at]) - len(text[first.end() : at].lstrip())
        return Explained(SECOND_NAME, QUOTE_ALL, start, value_end(text, start))
    above = line_above(text, begin)
    indented_above = MARKS.match(text, above)
    if indented_above is not None and name - begin <= indented_above.end() - above:
        return no_colon(text, indented_above.end())
    return Explained(
        "this line is indented deeper than the line above, so YAML reads it as more of that line's text",
        f"line it up with the line above; if it does continue that text, {QUOTE_ALL}",
        name,
        text_end(text, at),
    )


def no_colon(text: str, start: int) -> Explained:
    """A line that should name something and does not."""
    end = text_end(text, start)
    line = text[start:end]
    if line.startswith("-") and not line.startswith("---"):
        advice = 'write a space after the dash: "- first entry"'
        return Explained("an entry of a list begins with a dash and a space", advice, start, end)
    if ":" in line and not COLON.search(line):
        advice = 'write "name: value" with a space after the colon'
        return Explained("this line has no space after the colon of its name", advice, start, end)
    return Explained(
        "this line has no colon after its name",
        'write "name: value", begin a list entry with "- ", or indent a line that continues the text above',
        start,
        end,
    )


def lined_up(text: str, at: int) -> Explained:
    """Something stands at an offset where nothing that YAML knows can stand."""
    end = max(text_end(text, at), at + 1)
    line = line_start(text, at)
    before = text[line:at].rstrip(" \t")
    if before[-1:] in CLOSED:
        return _goes_on(text, line, line + len(before) - 1, at, end)
    if text[at : at + 1] == ":" and not before:
        return Explained("there is no name before this colon", NAME_FIRST, at, at + 1)
    if text.startswith("...", line) or text.startswith("...", line_above(text, line)):
        return Explained("a line of three dots ends a YAML document", 'delete the line "..."', at, end)
    empty = _EMPTY_LIST.search(text, line_above(text, line), line) if text[at : at + 1] == "-" else None
    if empty:
        return Explained("this empty list has entries below it", 'take the "[]" away', *empty.span(1))
    return Explained(
        "this line is not indented like the lines it belongs with",
        "line it up with its neighbours: two spaces for each level, and the same for every entry of a list",
        at,
        end,
    )


def _goes_on(text: str, line: int, close: int, at: int, end: int) -> Explained:
    """A text goes on after the quotation mark or bracket at `close`."""
    what = CLOSED[text[close]]
    opened = text.rfind(text[close], 0, close)
    if what == "quotation mark" and 0 <= opened < line:
        return Explained(
            "a quotation mark is opened here and not closed before the next one, on a line below",
            "close it at the end of its text; an apostrophe within single quotes is written twice",
            opened,
            opened + 1,
        )
    advice = "put the quotation marks around the whole text; use single quotes outside if it holds double ones"
    if what == "bracket":
        advice = f"{QUOTE_ALL}, or delete what follows the bracket"
    return Explained(f"the text goes on after its closing {what}", advice, at, end)
