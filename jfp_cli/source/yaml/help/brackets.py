"""Lists and keys within brackets."""

from jfp_cli.source.yaml.help.explained import QUOTE_ALL, SECOND_NAME, Explained
from jfp_cli.source.yaml.help.lines import line_end, line_start, value_end


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
    if char not in "[]{},\r\n" and closing in text[at : line_end(text, at)] and line_start(text, at) <= start:
        return Explained(
            "a comma is missing before this, or the text that it belongs to needs quotes",
            "put a comma between entries, and quotes around text that holds a comma, a bracket or a quotation mark",
            at,
            text.index(closing, at),
        )
    return Explained(
        f'the bracket "{bracket}" is not closed',
        f'put "{closing}" after the last entry, and quotes around text that holds a comma or a bracket',
        start,
        start + 1,
    )
