"""What comes of a document: the plan that was made of it, and whether every text of it was kept."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import yaml

from jfp_cli.exchange.word.blocks import Block, Line, lines_in
from jfp_cli.exchange.word.importing import Asked, Imported, plan_of
from jfp_cli.exchange.word.package import read_docx
from jfp_cli.model.plan import Plan

MOST_PIECES = 4


def imported(data: bytes, **asked: Any) -> Imported:
    """What comes of the bytes of a Word document."""
    return plan_of(read_docx(data, "plan.docx").blocks, Asked("plan.docx", **asked))


def plan_in(made: Imported) -> Plan:
    """The plan that was made."""
    assert made.loaded.plan is not None
    assert made.loaded.findings == []
    return made.loaded.plan


def lost(lines: Iterable[Line], made: Imported) -> list[str]:
    """The lines of which a letter stands neither in the plan nor in what is left over.

    A line may have been parted, as a title from what stands behind it, but its pieces are whole.
    """
    files = [*made.texts.values(), made.left_over]
    values = {_letters(text) for file in files for text in _texts(yaml.load(file, yaml.BaseLoader))}  # noqa: S506
    return [line.text for line in lines if not _is_kept(_letters(line.text), values, MOST_PIECES)]


def lost_of(blocks: Sequence[Block], made: Imported) -> list[str]:
    return lost(lines_in(blocks), made)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text.lower())


def _is_kept(letters: str, values: set[str], pieces: int) -> bool:
    if not letters or any(letters in value for value in values):
        return True
    if pieces == 1:
        return False
    return any(
        any(letters[:end] in value for value in values) and _is_kept(letters[end:], values, pieces - 1)
        for end in range(len(letters) - 1, 0, -1)
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from (str(key), *_texts(below))
    elif isinstance(value, list):
        for below in value:
            yield from _texts(below)
    else:
        yield str(value)
