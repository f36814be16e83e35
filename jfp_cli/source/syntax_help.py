"""What a fault of YAML syntax means to somebody who writes plans, not YAML."""

from typing import NamedTuple


class Explained(NamedTuple):
    """A fault in plain words, between two offsets of the text."""

    message: str
    help: str
    start: int
    end: int


def explain(problem: str, context: str, text: str, at: int, context_at: int | None) -> Explained:
    """Say in plain words what libyaml found, from its `problem` and `context` and their offsets."""
    at = min(at, max(len(text) - 1, 0))
    char = text[at : at + 1]
    if char == "\t" or "tab character" in problem:
        tab = text.rfind("\t", _line_start(text, at), at + 1)
        at = tab if tab >= 0 else at
        return Explained("a tab is used as indentation", "use spaces: two for each level", at, at + 1)
    if "block scalar" in context:
        return _comparison(text, context_at if context_at is not None else at)
    if "quoted scalar" in context:
        start = context_at if context_at is not None else at
        if "escape" in problem:
            return Explained(
                f"a backslash in double quotes begins a code, and {text[at - 1 : at + 1]} is none",
                "use single quotes around the text, or write the backslash twice",
                max(at - 1, 0),
                at + 1,
            )
        return Explained(
            "a quotation mark is opened here and never closed",
            "close it at the end of the text; an apostrophe within single quotes is written twice",
            start,
            start + 1,
        )
    if context_at is not None and ("scanning an alias" in context or "scanning an anchor" in context):
        return _quote_it(text, context_at, text[context_at : context_at + 1])
    if "cannot start any token" in problem or "directive" in context or "tag" in context:
        return _quote_it(text, at, char)
    if "mapping values are not allowed" in problem:
        start, end = _value_around(text, at)
        return Explained(
            "this text holds a colon followed by a space, which YAML reads as a second name",
            "put the whole text in quotes, or check that this line is indented like its neighbours",
            start,
            end,
        )
    if "unexpected ':'" in problem:
        return Explained(
            "a colon ends this text, which YAML reads as the end of a name",
            "put the whole text in quotes",
            context_at if context_at is not None else at,
            at + 1,
        )
    if "could not find expected ':'" in problem:
        start = context_at if context_at is not None else at
        return Explained(
            "this line has no colon after its name",
            'write "name: value", begin a list entry with "- ", or indent a line that continues the text above',
            start,
            _line_end(text, start),
        )
    if "block sequence entries" in problem:
        return Explained(
            "a list with dashes cannot begin on the line of its name",
            'start a new line for each entry, or write it as "[first, second]"',
            at,
            at + 1,
        )
    if "flow" in context:
        start = context_at if context_at is not None else at
        bracket = text[start : start + 1]
        closing = "]" if bracket == "[" else "}"
        return Explained(
            f'the bracket "{bracket}" is not closed, or a comma is missing, or a text with a comma has no quotes',
            f'put commas between the entries, "{closing}" at the end, and quotes around text that holds a comma or bracket',
            start,
            start + 1,
        )
    return _lined_up(text, at)


def _comparison(text: str, start: int) -> Explained:
    """`target: > 90%`: the sign that means "folded text follows" in YAML."""
    end = _line_end(text, start)
    value = text[start:end]
    if value[:1] in ("|", ">") and value[1:2] not in ("", "-", "+") and not value[1:2].isdigit():
        return Explained(
            f'text that begins with "{value[0]}" needs quotes', f'write "{value}" with the quotes', start, end
        )
    return Explained(
        f'after "{value[:1]}" the text must begin on the next line',
        'move the text to the next line and indent it; put a figure such as "> 90%" in quotes',
        start,
        end,
    )


def _quote_it(text: str, at: int, char: str) -> Explained:
    end = _line_end(text, at)
    return Explained(
        f'text that begins with "{char}" needs quotes',
        f'write "{text[at:end].strip()}" with the quotes' if end - at < 60 else "put the whole text in quotes",
        at,
        end,
    )


def _lined_up(text: str, at: int) -> Explained:
    before = text[:at].rstrip(" ")
    if before[-1:] in ('"', "'"):
        return Explained(
            "the text goes on after its closing quotation mark",
            "put the quotation marks around the whole text; use single quotes outside if it holds double ones",
            at,
            _line_end(text, at),
        )
    return Explained(
        "this line is not indented like the lines it belongs with",
        "line it up with its neighbours: two spaces for each level, and the same for every entry of a list",
        at,
        max(_line_end(text, at), at + 1),
    )


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    """Where the text of this line ends, without the spaces after it."""
    ends = [end for end in (text.find("\n", at), text.find("\r", at)) if end >= 0]
    end = min(ends, default=len(text))
    return at + len(text[at:end].rstrip())


def _value_around(text: str, at: int) -> tuple[int, int]:
    """The value of the line that a stray colon stands in."""
    begin = _line_start(text, at)
    first = text.find(": ", begin, at)
    start = first + 2 if first >= 0 else begin
    start += len(text[start:at]) - len(text[start:at].lstrip())
    return start, max(_line_end(text, at), at + 1)
