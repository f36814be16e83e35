"""Folded and literal blocks of text with an even margin."""

import re

from jfp_cli.source.yaml.plain.not_plain import NotPlain


def read_block(block: str, margin: str, silent: str, line_end: str, at: int) -> tuple[str, int]:
    """What a block says, and where it ends; it stands at an offset, from its sign to the end of its last line."""
    if silent:
        _refuse_more(silent, len(margin))
    sign, _, text = block.partition(margin)
    end = at + len(block)
    if text[-1] == " ":
        end += len(text.rstrip(" ")) - len(text)
    if line_end in text:
        text = _folded(text, margin, line_end) if sign[0] == ">" else _lines(text, margin, line_end)
    return text if sign[1] == "-" else text + "\n", end


def _lines(text: str, margin: str, line_end: str) -> str:
    return text.replace(line_end + margin, "\n").replace(line_end, "\n")


def _folded(text: str, margin: str, line_end: str) -> str:
    """Lines as one, but for those that blank lines part."""
    folded = text.replace(line_end + margin, " ")
    if line_end not in folded:
        return folded
    return re.sub("\n(\n*)", lambda ends: ends[1] or " ", _lines(text, margin, line_end))


def _refuse_more(silent: str, margin: int) -> None:
    """Stop at a line below a block that may belong to it: a deep comment, or blanks beyond the margin."""
    for line in silent.splitlines():
        room = len(line) - len(line.lstrip(" "))
        if room > margin or (room == margin and line[room : room + 1] == "#"):
            raise NotPlain
