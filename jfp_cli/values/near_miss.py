"""The word that somebody most likely meant."""

import re
from collections.abc import Collection, Iterable

from jfp_cli.values.text import folded

MEANT = "did you mean "
SEARCH = "jfp search finds things by their words"
"""What helps where nothing is close."""
LONGEST = 100
_SHORTEST_SLIP, _SHORTEST_EXCHANGE = 3, 5  # letters of a word in which one too many, or another one, is a slip
_PARTS = re.compile(r"[\W_]+")
MOST_COMPARED = 20  # words letter by letter, which takes long; of more, those with the most pairs of letters in common


def near_miss(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to a mistyped one, or None where none is close."""
    if len(word) > LONGEST:
        return None  # comparing it would take long, and it is no slip of the pen
    typed = folded(word)
    from difflib import get_close_matches  # noqa: PLC0415 - only needed after a mistake

    keys = {folded(candidate): candidate for candidate in known}
    close = get_close_matches(typed, _likeliest(typed, keys), n=1, cutoff=0.7)
    if not close:
        ends = [name for name in keys if len(typed) > 3 and typed in name]
        close = ends if len(ends) == 1 else []
    return keys[close[0]] if close else None


def _likeliest(typed: str, keys: Collection[str]) -> Collection[str]:
    if len(keys) <= MOST_COMPARED:
        return keys
    from heapq import nlargest  # noqa: PLC0415 - as above

    pairs = _pairs(typed)
    return nlargest(MOST_COMPARED, keys, key=lambda name: 2 * len(pairs & _pairs(name)) / (len(typed) + len(name) + 1))


def _pairs(word: str) -> set[str]:
    """The letters of a word by twos, its ends among them."""
    ended = f" {word} "
    return {ended[at : at + 2] for at in range(len(ended) - 1)}


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A help line for a mistyped word: the likely one, or the sentence `otherwise`."""
    meant = near_miss(word, known)
    return f'{MEANT}"{meant}"?' if meant else otherwise


def slip_of(word: str, known: Iterable[str]) -> str | None:
    """The known word that is certainly meant: the only one from which a slip of the pen leads to this."""
    meant = [candidate for candidate in known if _is_slip(word, candidate)]
    return meant[0] if len(meant) == 1 else None


def _is_slip(word: str, meant: str) -> bool:
    """Whether two words differ in capitals and hyphens alone, or in one letter of one part, which is no figure."""
    typed, right = _PARTS.split(folded(word)), _PARTS.split(folded(meant))
    if "".join(typed) == "".join(right):
        return True
    if len(typed) != len(right):
        return False
    differing = [pair for pair in zip(typed, right, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and _is_letter_off(*differing[0])


def _is_letter_off(typed: str, right: str) -> bool:
    """Whether one letter is missing, too many, another, or has changed places with the next."""
    if re.sub(r"\D", "", typed) != re.sub(r"\D", "", right):
        return False
    shorter, longer = sorted((typed, right), key=len)
    at = next((at for at, (one, other) in enumerate(zip(shorter, longer, strict=False)) if one != other), len(shorter))
    if len(shorter) != len(longer):
        return len(shorter) >= _SHORTEST_SLIP and shorter[at:] == longer[at + 1 :]
    if shorter[at + 2 :] == longer[at + 2 :] and shorter[at : at + 2] == longer[at : at + 2][::-1]:
        return len(shorter) >= _SHORTEST_SLIP
    return len(shorter) >= _SHORTEST_EXCHANGE and shorter[at + 1 :] == longer[at + 1 :]
