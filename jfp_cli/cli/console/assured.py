"""What a chart says of a target, in words: whether its figure can be relied on to be met, and what is ahead."""

from collections.abc import Iterable

from jfp_cli.measures.words import ASSURANCE_WORDS
from jfp_cli.query.rows import Row


def in_words(rows: Iterable[Row]) -> list[Row]:
    """Rows of targets for people, with assurance in words."""
    return [row | {"assurance": assured(row)} for row in rows]


def assured(row: Row) -> str:
    """The assurance of a row with its figure and the date of that, and what a steady process will do about a later one.

    It is empty where nothing can be said of either.
    """
    told = []
    if row["assurance"]:
        told.append(f"{ASSURANCE_WORDS[row['assurance']]} {_dated(row['figure'], row['figure_at'])}")
    if row["forecast"]:
        how, unless = _FORETOLD[row["forecast"]]
        told.append(f"{how} {_dated(row['target'], row['due'])} {unless}")
    return "; ".join(told)


_FORETOLD = {
    "will_meet": ("will reach", "if nothing changes"),
    "will_not_meet": ("will not reach", "without a change"),
}


def _dated(figure: str, date: str | None) -> str:
    return f"{figure} ({date})" if date else figure
