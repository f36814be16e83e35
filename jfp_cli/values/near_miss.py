"""The word that somebody most likely meant."""

from collections.abc import Iterable

from jfp_cli.values.text import folded

LONGEST = 100


def near_miss(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to a mistyped one, or None where none is close."""
    if len(word) > LONGEST:
        return None  # comparing it would take long, and it is no slip of the pen
    typed = folded(word)
    from difflib import get_close_matches  # noqa: PLC0415 - only needed after a mistake

    keys = {folded(candidate): candidate for candidate in known}
    close = get_close_matches(typed, keys, n=1, cutoff=0.7)
    if not close:
        ends = [name for name in keys if len(typed) > 3 and typed in name]
        close = ends if len(ends) == 1 else []
    return keys[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A help line for a mistyped word: the likely one, or the sentence `otherwise`."""
    meant = near_miss(word, known)
    return f'did you mean "{meant}"?' if meant else otherwise
