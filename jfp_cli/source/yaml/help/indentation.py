"""Lines that do not stand where they belong, and what goes on after its end."""

from jfp_cli.source.yaml.help.explained import QUOTE_ALL, Explained
from jfp_cli.source.yaml.help.lines import line_above, line_end, line_start

CLOSED = {"]": "bracket", "}": "bracket", '"': "quotation mark", "'": "quotation mark"}


def lined_up(text: str, at: int) -> Explained:
    """Something stands at an offset where nothing that YAML knows can stand."""
    end = max(line_end(text, at), at + 1)
    line = line_start(text, at)
    before = text[line:at].rstrip(" \t")
    if before[-1:] in CLOSED:
        return _goes_on(text, line, line + len(before) - 1, at, end)
    if text[at : at + 1] == ":" and not before:
        advice = 'write a name before the colon, as in "due: March 2026"'
        return Explained("there is no name before this colon", advice, at, at + 1)
    if text.startswith("...", line) or text.startswith("...", line_above(text, line)):
        return Explained("a line of three dots ends a YAML document", 'delete the line "..."', at, end)
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
