"""The word that somebody most likely meant."""

from collections.abc import Collection, Iterable

from jfp_cli.values.text import folded

LONGEST = 100
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
    return nlargest(MOST_COMPARED, keys, key=lambda name: 2 * len(pairs & _pairs(name)) / (len(typed) + len(name)))


def _pairs(word: str) -> set[str]:
    """The letters of a word by twos, its ends among them."""
    ended = f" {word} "
    return {ended[at : at + 2] for at in range(len(ended) - 1)}


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A help line for a mistyped word: the likely one, or the sentence `otherwise`."""
    meant = near_miss(word, known)
    return f'did you mean "{meant}"?' if meant else otherwise
