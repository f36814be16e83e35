"""Tables for people: at a terminal's width, and through a pipe as plain columns that nothing cuts."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from jfp_cli.cli.console.terminal import cut, padded, paint, room_of, width, wrapped

if TYPE_CHECKING:
    from jfp_cli.model.publishing import StatusLook

GAP = "  "
LEAST_LONG = 12  # columns: a cut text shorter than this says nothing
WIDEST = 60  # columns that a pipe keeps free in every row: a longer text moves its own row alone
WRAPPED = 18  # columns in which other texts are wrapped before anything is left out for them

Cells = Sequence[Sequence[str]]


class Column(NamedTuple):
    """One column: `key` is the field it shows.

    An `essential` column always shows. Where a terminal does not hold the others, the last of them goes first. The
    column that is `long` gives way first, takes the room that is left, and is cut where it ends; texts of other columns
    are wrapped between words, so that an id is always whole. `otherwise` is the field that shows where its own is
    empty, and a column `if_any` is there where a row has something in it. Where even the essential columns do not fit,
    each row becomes a few lines under its `heading`. `style` is the column's colour, or the colours of its values;
    `words` is what some of its values are called. What `stays` has the place that was asked for.
    """

    key: str
    title: str
    essential: bool = False
    long: bool = False
    number: bool = False
    style: str | Mapping[str, str] = ""
    heading: bool = False
    otherwise: str = ""
    if_any: bool = False
    words: Mapping[str, str] = {}
    stays: bool = False

    def painted(self, text: str, value: str) -> str:
        """Text in the colour of a value of this column, the blanks around it as they are; a count of none has none."""
        if self.number and value == "0":
            return text
        core = text.strip()
        style = self.style if isinstance(self.style, str) else self.style.get(value, "")
        return text.replace(core, paint(core, style), 1) if core else text


def called(columns: Sequence[Column], looks: "Mapping[str, StatusLook]") -> Sequence[Column]:
    """Columns in which statuses and progress are English, in the words and colours that a plan gives them."""
    return [_called(column, looks) if column.key in STANDINGS else column for column in columns]


def _called(column: Column, looks: "Mapping[str, StatusLook]") -> Column:
    from jfp_cli.model.publishing import CALLED  # noqa: PLC0415 - a command without a plan needs none of it

    words = {word: in_english(word) for word in CALLED}
    words |= {word: look.label for word, look in looks.items() if look.label}
    styles = dict(column.style) if isinstance(column.style, Mapping) else {}
    styles |= {word: COLOURS[look.colour] for word, look in looks.items() if look.colour}
    return column._replace(words=words, style={words.get(word, word): style for word, style in styles.items()})


def in_english(word: str) -> str:
    """A status or the progress of a target, such as on_track, as people say it; --status takes that too."""
    return word.replace("_", " ")


def write_table(rows: Cells, columns: Sequence[Column]) -> None:
    """Write a table to standard output."""
    if not rows:
        return
    room = width()
    lines = _plain(rows, columns) if room is None else _fitted(rows, columns, room)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in lines))


def _plain(rows: Cells, columns: Sequence[Column]) -> Iterator[str]:
    """Every text whole, the long ones at the end, where they push nothing out of sight."""
    order = sorted(range(len(columns)), key=lambda at: columns[at].long and not columns[at].stays)
    columns, rows = [columns[at] for at in order], [[row[at] for at in order] for row in rows]
    widths = _natural([[text if room_of(text) <= WIDEST else "" for text in row] for row in rows], columns)
    titles = [column.title for column in columns]
    yield paint(GAP.join(map(_padded, titles, widths, columns)).rstrip(), "bold")
    for row in rows:
        cells = zip(columns, map(_padded, row, widths, columns), row, strict=True)
        yield GAP.join(column.painted(text, value) for column, text, value in cells)


def _fitted(rows: Cells, columns: Sequence[Column], room: int) -> Iterator[str]:
    told = [at for at, column in enumerate(columns) if column.essential or any(row[at] for row in rows)]
    columns = [columns[at] for at in told]
    rows = [[row[at] for at in told] for row in rows]
    widths = fit(rows, columns, room)
    if not widths:
        yield from _records(rows, columns, room)
        return
    header = [padded(columns[at].title, size, right=columns[at].number) for at, size in widths.items()]
    yield paint(GAP.join(header).rstrip(), "bold")
    for row in rows:
        pieces = [[cut(row[at], size)] if columns[at].long else wrapped(row[at], size) for at, size in widths.items()]
        for line in zip_longest(*pieces, fillvalue=""):
            yield GAP.join(
                columns[at].painted(_padded(piece, size, columns[at]), row[at])
                for piece, (at, size) in zip(line, widths.items(), strict=True)
            )


def fit(rows: Cells, columns: Sequence[Column], room: int) -> dict[int, int]:
    """The columns that fit in a width, by position, and how wide each is; none where the essential ones do not fit."""
    natural = _natural(rows, columns)
    words = [max(room_of(word) for row in rows for word in ("", *row[at].split())) for at in range(len(columns))]
    words = [max(size, room_of(column.title)) for size, column in zip(words, columns, strict=True)]
    shown = list(range(len(columns)))
    while True:
        wanted = {
            at: max(room_of(columns[at].title), min(natural[at], LEAST_LONG))
            if columns[at].long
            else max(words[at], min(natural[at], WRAPPED))
            for at in shown
        }
        if _taken(natural[at] for at in shown) <= room:
            return {at: natural[at] for at in shown}
        if _taken(wanted.values()) <= room:
            return _stretched(wanted, natural, columns, room)
        spare = [at for at in shown if not columns[at].essential]
        if not spare:
            return {}
        shown.remove(spare[-1])


def _stretched(widths: dict[int, int], natural: list[int], columns: Sequence[Column], room: int) -> dict[int, int]:
    """Share out the room that is left: to the long column first."""
    left = room - _taken(widths.values())
    for at in sorted(widths, key=lambda at: not columns[at].long):
        more = min(left, natural[at] - widths[at])
        widths[at] += more
        left -= more
    return widths


def _records(rows: Cells, columns: Sequence[Column], room: int) -> Iterator[str]:
    """Each row as its heading, what stands beside it, and its long text."""
    head = next((at for at, column in enumerate(columns) if column.heading), 0)
    end = next((at for at, column in enumerate(columns) if column.long), len(columns))
    for row in rows:
        yield columns[head].painted(row[head], row[head])
        beside = [f"{columns[at].title} {row[at]}" for at in range(end) if at != head and row[at]]
        for line in wrapped(GAP.join(beside), room - len(GAP), gap=GAP):
            yield from (GAP + part for part in wrapped(line, room - len(GAP)) if part)
        if end < len(columns) and row[end]:
            yield GAP + cut(row[end], room - len(GAP))


def _padded(text: str, size: int, column: Column) -> str:
    return padded(text, size, right=column.number)


def _natural(rows: Cells, columns: Sequence[Column]) -> list[int]:
    return [max(room_of(column.title), *(room_of(row[at]) for row in rows)) for at, column in enumerate(columns)]


def _taken(widths: Iterable[int]) -> int:
    """What columns take with the gaps between them."""
    sizes = list(widths)
    return sum(sizes) + len(GAP) * (len(sizes) - 1)


STANDINGS = ("status", "progress")  # columns whose values say how something stands
COLOURS = {"green": "green", "amber": "yellow", "red": "red", "blue": "blue", "purple": "magenta", "grey": "dim"}
# How milestones look in a table.
_COLOURS = {"on_track": "green", "complete": "green", "at_risk": "yellow", "off_track": "red"}

DAYS = Column("days_overdue", "Days", essential=True, number=True, style="red")
DUE = Column("due", "Due", essential=True)
ID = Column("id", "Milestone", essential=True, style="cyan", heading=True)
PROMISE = ID._replace(title="Promise", otherwise="address")
STATUS = Column("status", "Status", style=_COLOURS)
ACTIVITY = Column("activity", "Activity", long=True)
AREA = Column("area", "Area")
OWNER = Column("owner", "Owner")
FORECAST = Column("forecast", "Expected", if_any=True)
HOLDS_UP = Column("holds_up", "Holds up", number=True, if_any=True)
