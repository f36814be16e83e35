"""Pieces of Markdown pages."""

import re
from collections.abc import Iterable, Sequence

_CODE_OR_MARKUP = re.compile(r"(`[^`]+`)|([\\`*_\[\]<>|])")


def text(written: object) -> str:
    """Words as they are, on one line: nothing in them is markup but code between backticks."""
    plain = " ".join(str(written).split())
    return _CODE_OR_MARKUP.sub(lambda found: found[1] or "\\" + found[2], plain)


def code(written: object) -> str:
    """Something that is typed."""
    plain = " ".join(str(written).split())
    return f"`` {plain} ``" if "`" in plain else f"`{plain}`"


def block(written: str, language: str) -> str:
    """Lines that stand as they are."""
    return f"```{language}\n{written.strip(chr(10))}\n```"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; the cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def page(title: str, *parts: str) -> str:
    """A whole page."""
    return "\n\n".join([f"# {title}", *(part for part in parts if part)]) + "\n"
