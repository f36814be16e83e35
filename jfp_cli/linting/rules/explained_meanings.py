"""What the plan itself says that an abbreviation stands for: "same day emergency care (SDEC)"."""

import re

from jfp_cli.linting.subject import Subject
from jfp_cli.values.text import SMALL_WORDS

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_MOST_WORDS = 12  # before a bracket


def meaning_in(subject: Subject, name: str) -> str | None:
    """The words that a text of the plan abbreviates so; None where none does, or different words in different texts."""
    meanings = (meaning for _, text in subject.prose_index.holding(name.lower()) for meaning in _meanings(text, name))
    alike = {meaning.casefold(): meaning for meaning in meanings}
    return next(iter(alike.values())) if len(alike) == 1 else None


def _meanings(text: str, name: str) -> list[str]:
    """The words before each bracket that holds an abbreviation and no more, whose first letters it is made of."""
    found = []
    for bracket in re.finditer(rf" \([\"'\u2018\u201c]?{re.escape(name)}(s?)[\"'\u2019\u201d]?\)", text):
        words = list(_WORD.finditer(text, 0, bracket.start()))[-_MOST_WORDS:]
        start = _beginning(words, name)
        if start is not None:
            meaning = text[start : bracket.start()]
            found.append(meaning.removesuffix("s") if bracket[1] else meaning)
    return found


def _beginning(words: list[re.Match[str]], name: str) -> int | None:
    """Where the words begin whose first letters are those of a name, but for small words between them."""
    letters = list(name.lower())
    for word in reversed(words):
        if word[0][0].lower() == letters[-1]:
            letters.pop()
            if not letters:
                return word.start()
        elif word[0].lower() not in SMALL_WORDS:
            return None
    return None
