"""What an id looks like, and the one that a text was probably meant to be."""

import re
from collections.abc import Iterable

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether a text is lower-case words joined by hyphens."""
    return ID.fullmatch(text) is not None


def as_id(text: str) -> str:
    """The words of a text as an id; empty where it has none."""
    return "-".join(
        re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
    )


def meant_ids(texts: Iterable[str]) -> list[str]:
    """The ids among texts, and those that the others were meant to be: what is wrong with them is said elsewhere."""
    return [text if is_id(text) else as_id(text) for text in texts]
