"""Ids made from what a thing is called."""

import re
from collections.abc import Container
from unicodedata import normalize

from jfp_cli.edit.yaml.splice import EditError

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = re.compile(
    "a|all|an|and|are|as|at|by|every|for|from|in|into|is|it|its|of|on|or|our|that|the|their|to|we|who|with"
)
_WORDS = 4


def check_id(name: str) -> None:
    """Raise EditError where a text cannot be an id, and so no name of a file either."""
    if not _ID.fullmatch(name):
        raise EditError(
            f'"{name}" cannot be an id; an id is lower-case words joined by hyphens, such as "elective-hub"'
        )


def id_from(text: str, taken: Container[str]) -> str:
    """An id of the first words that matter in a text; longer, then with a number, where it is taken."""
    plain = normalize("NFKD", text.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", ""))
    words = _WORD.findall(plain.encode("ascii", "ignore").decode().lower())
    telling = [word for word in words if not _SMALL.fullmatch(word)] or words or ["unnamed"]
    for count in range(min(_WORDS, len(telling)), len(telling) + 1):
        name = "-".join(telling[:count])
        if name not in taken:
            return name
    first = "-".join(telling[:_WORDS])
    number = 2
    while f"{first}-{number}" in taken:
        number += 1
    return f"{first}-{number}"
