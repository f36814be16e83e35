"""The word that somebody most likely meant."""

from collections.abc import Iterable

LONGEST = 100


def near_miss(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to a mistyped one, or None where none is close."""
    if len(word) > LONGEST:
        return None  # comparing it would take long, and it is no slip of the pen
    from difflib import get_close_matches  # noqa: PLC0415 - only needed after a mistake

    folded = {candidate.lower(): candidate for candidate in known}
    close = get_close_matches(word.lower(), folded, n=1, cutoff=0.7)
    if not close:
        ends = [name for name in folded if len(word) > 3 and (name.startswith(word.lower()) or word.lower() in name)]
        close = ends if len(ends) == 1 else []
    return folded[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A help line for a mistyped word: the likely one, or the sentence `otherwise`."""
    meant = near_miss(word, known)
    return f'did you mean "{meant}"?' if meant else otherwise
