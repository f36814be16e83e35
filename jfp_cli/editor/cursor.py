"""What stands around the cursor on its line: how much of it gives way to what is taken, and whether a key may come."""

import re
from typing import NamedTuple

_WORD = re.compile(r"[\w-]*")
_HALF_KEY = re.compile(r"[\"']?[\w/-]*")
_COMMENT = re.compile(r"(?:\A|\s)#")
_ENDS = ",}]#"
"""What may follow a key that is not there yet."""


class Behind(NamedTuple):
    """The rest of a line: the letters of the word that the cursor is in, and whether that is a key already.

    A key `may_come` where none of what follows would become its value.
    """

    word: int
    is_key: bool
    may_come: bool


def behind(rest: str) -> Behind:
    """What the rest of a line begins with."""
    found = _WORD.match(rest)
    word = found.end() if found else 0
    after = rest[word:]
    is_key = after[:1] == ":" and not after[1:2].strip()
    left = after.lstrip()
    return Behind(word, is_key, is_key or not left or left[0] in _ENDS)


def is_comment(before: str) -> bool:
    """Whether what is typed behind a text is a comment."""
    return bool(_COMMENT.search(before))


def may_be_key(before: str, typed: str) -> bool:
    """Whether what is typed last of a line may become a key: a word that does not follow what is closed already."""
    return bool(_HALF_KEY.fullmatch(typed)) and not before.rstrip().endswith(("}", "]"))
