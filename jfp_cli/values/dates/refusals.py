"""What is said of a text that is no single date: advice made from what was understood in it."""

import re
from collections.abc import Sequence

from jfp_cli.values.dates.date_error import DateError
from jfp_cli.values.dates.mending import STARTS, mender_for, spreadsheet_day, well_spelt
from jfp_cli.values.dates.moved import moved_date
from jfp_cli.values.dates.pieces import others, pieces_of
from jfp_cli.values.dates.rearranging import rearranged
from jfp_cli.values.dates.undated import ANY_DATE, Kind, kind_of
from jfp_cli.values.dates.unit import NoYearError
from jfp_cli.values.dates.whole import LONGEST, whole
from jfp_cli.values.dates.words import Words
from jfp_cli.values.mending import either
from jfp_cli.values.text import quoted, quoted_in_full
from jfp_cli.values.unclear import UnclearError

_EDGES = " ()[]:;,=-."
_FOUR_FIGURES = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)


def refused(words: Words, error: UnclearError) -> DateError:
    """Why a text is not read, after `error` was raised on reading it, and what to write instead."""
    if not len(words):
        return DateError("The date is empty", ANY_DATE)
    if len(words.text) > LONGEST:
        return DateError(f"{quoted(words.text)} is too long to be a date", "write the date alone")
    order = rearranged(words)
    if order:
        return _error(words, *order)
    mender = mender_for(words)
    texts = mender.mended(words, error)
    if texts:
        return _error(words, mender.problem, texts, error.further)
    if error.problem and error.further and not isinstance(error, NoYearError):
        return DateError(f"{quoted(words.text)} {error.problem}", error.further, is_understood=True)
    day = spreadsheet_day(words.text)
    if day:
        return _error(words, "is a spreadsheet's number for a day", [day])
    pieces = pieces_of(words)
    moved = moved_date(words, pieces)
    if moved:
        now, was = moved
        told = _error(words, "is a date that was moved", now, f'and under "moves" that it was {quoted_in_full(was)}')
        told.former = was
        return told
    rest = list(others(words, pieces))
    kind = kind_of([word for start, end in rest for word in words.words[start:end]])
    spelt = well_spelt(words) if kind is None else []
    if spelt:
        return _error(words, "is not a date", spelt)
    texts = [text for piece in pieces for text in piece.texts]
    if not texts or (kind and kind.of_date is None):
        return _undated(words, error, kind)
    without = " and ".join(quoted_in_full(words.written(start, end).strip(_EDGES)) for start, end in rest)
    are_several = sum(1 for piece in pieces if piece.texts) > 1
    further = (
        kind.of_date if kind and kind.of_date and not _is_open(words, texts) else "",
        f"without {without}" if without else "",
        "and the rest as checkpoints" if are_several else "",
    )
    of_all = kind.problem if kind else "names several dates" if are_several else ""
    problems = dict.fromkeys([of_all, *(piece.problem for piece in pieces)])
    problem = ", and ".join(filter(None, problems)) or _problem(error)
    return _error(words, problem, texts, " ".join(filter(None, further)), joint=" ")


def _is_open(words: Words, texts: Sequence[str]) -> bool:
    """Whether none of some dates has an end."""
    dates = [text for text in texts if not text.startswith(STARTS)]
    return bool(dates) and all(is_open for _, is_open in (whole(words.same(text)) for text in dates))


def _problem(error: UnclearError) -> str:
    """What is wrong with a text in which there is one date, and nothing wrong with that."""
    return (isinstance(error, NoYearError) and error.problem) or "has more than a date in it"


def _undated(words: Words, error: UnclearError, kind: Kind | None) -> DateError:
    """Why a text in which there is no date is none."""
    shown = quoted(words.text)
    if kind:
        return DateError(f"{shown} {kind.problem}", kind.help)
    if isinstance(error, NoYearError):
        name = quoted(error.name)
        said = "has no year", f"add the one that is meant after {name}"
        if error.problem:
            said = error.problem, "write the year itself"
        elif _FOUR_FIGURES.search(words.text):
            said = f"does not say which year {name} is in", "write it with its year"
        return DateError(f"{shown} {said[0]}", said[1], is_understood=True)
    return DateError(f"{shown} is not a date", ANY_DATE)


def _error(words: Words, problem: str, texts: Sequence[str], further: str = "", joint: str = ", ") -> DateError:
    """That a text should be one of these, which can be read."""
    advice = f"write {either(texts)}" + (f"{joint}{further}" if further else "")
    return DateError(f"{quoted(words.text)} {problem}", advice, tuple(texts))
