"""Cards: a small table about one project, with what each value is at its left, as a row of a table."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from jfp_cli.exchange.tracker.grid import Grid, Spot
from jfp_cli.exchange.tracker.heads import MEASURED
from jfp_cli.exchange.tracker.rows import is_alone
from jfp_cli.exchange.tracker.telling import Telling
from jfp_cli.exchange.tracker.uses import DUE, FORECAST, STATUS, TITLE
from jfp_cli.values.text import folded

Meaning = Callable[[str], str]
"""What a text means as a head; empty where that is not known."""
_TELLING = (DUE, FORECAST, STATUS, "owner", "completed")
_NAMING = (TITLE, "group", MEASURED)
_FEWEST = 2  # labels that are known
_HALF = 0.5
_NEAR = 3  # columns from a label to its value, where cells were made one


class _Pair(NamedTuple):
    """A label and where it and its value stand; `said` is the value where no cell of the grid says it."""

    text: str
    label: Spot
    value: Spot
    said: str = ""
    is_filled: bool = True


def card_rows(grid: Grid, meaning: Meaning, telling: Telling) -> dict[int, str]:
    """The rows of the cards of a grid, each with what its card is about, as far as that says it."""
    found: dict[int, str] = {}
    for card in _cards(grid, meaning, telling):
        names = (telling.line(grid.cell(*pair.value)) for pair in card if meaning(pair.text) in _NAMING)
        found |= dict.fromkeys((pair.label[0] for pair in card), next(names, ""))
    return found


def _cards(grid: Grid, meaning: Meaning, telling: Telling) -> list[list[_Pair]]:
    return _together([card for card in _runs(grid, meaning, telling) if _is_card(card, meaning)], meaning)


def cards_in(grid: Grid, meaning: Meaning, telling: Telling) -> Grid | None:
    """The cards of a grid as one table with a row for each; None where there are none."""
    cards = _cards(grid, meaning, telling)
    if not cards:
        return None
    cards = [_with_title(grid, card, meaning, telling) for card in cards]
    columns: dict[str, int] = {}
    spots: dict[Spot, Spot] = {}
    texts: dict[Spot, str] = {}
    for number, card in enumerate(cards, 2):
        for pair in card:
            at = columns.setdefault(folded(pair.text), len(columns) + 1)
            spots.setdefault((1, at), pair.label)
            texts.setdefault((1, at), pair.text)
            spots[number, at] = pair.value
            if pair.said:
                texts[number, at] = pair.said
    is_above_taken = any(pair.said for card in cards for pair in card)
    return grid.in_order(spots, texts, () if is_above_taken else grid.above)


def _runs(grid: Grid, meaning: Meaning, telling: Telling) -> Iterator[list[_Pair]]:
    """Labels below each other, each with its value; one that comes again begins another card."""
    for column in range(1, grid.width + 1):
        run: list[_Pair] = []
        last = 0
        for row in grid.numbers:
            pair = _pair(grid, (row, column), meaning, telling)
            is_again = pair is not None and folded(pair.text) in {folded(one.text) for one in run}
            if run and (row > last + 1 or pair is None or is_again):
                yield run
                run = []
            run += [pair] if pair else []
            last = row
        if run:
            yield run


def _pair(grid: Grid, spot: Spot, meaning: Meaning, telling: Telling) -> _Pair | None:
    """The label at a spot with its value; None where a head stands beside it, or nothing beside what is no label."""
    row, column = spot
    label = telling.line(grid.cell(row, column)).rstrip(" :")
    if not label or grid.origin(row, column) != spot:
        return None
    beside = range(column + 1, min(column + _NEAR, grid.width) + 1)
    own = (at for at in beside if grid.origin(row, at) == (row, at))
    said = ((at, telling.line(grid.cell(row, at))) for at in own)
    at, value = next(((at, text) for at, text in said if text), (0, ""))
    if meaning(value.rstrip(" :")) and at:
        at = 0 if at > column + 1 and meaning(label) else -1  # the label of another value, or a head beside a head
    if at < 0 or not (at or meaning(label)):
        return None
    return _Pair(label, spot, (row, at or column + 1), is_filled=bool(at))


def _is_card(card: Sequence[_Pair], meaning: Meaning) -> bool:
    meant = [name for pair in card if (name := meaning(pair.text))]
    filled = {name for pair in card if pair.is_filled and (name := meaning(pair.text))}
    return len(filled) >= _FEWEST and len(meant) > len(card) * _HALF and not set(_TELLING).isdisjoint(filled)


def _is_named(card: Sequence[_Pair], meaning: Meaning) -> bool:
    return any(meaning(pair.text) in _NAMING for pair in card)


def _together(cards: Sequence[list[_Pair]], meaning: Meaning) -> list[list[_Pair]]:
    """Cards, of which one that stands beside another and does not say what it is about is a part of that."""
    found: list[list[_Pair]] = []
    for card in cards:
        first, last = card[0].label[0], card[-1].label[0]
        beside = [one for one in found if one[0].label[0] <= last and first <= one[-1].label[0]]
        if beside and not _is_named(card, meaning):
            beside[-1].extend(card)
        else:
            found.append(card)
    return found


def _with_title(grid: Grid, card: list[_Pair], meaning: Meaning, telling: Telling) -> list[_Pair]:
    """A card that says what it is about: by a label, else by what stands alone over it, else over the table."""
    if _is_named(card, meaning):
        return card
    row, column = card[0].label
    over = max((number for number in grid.numbers if number < row), default=0)
    if over and is_alone(grid, over, telling):
        at = (over, min(grid.rows[over]))
        return [_Pair(TITLE, at, at), *card]
    said = grid.above[0] if grid.above else ""
    return [_Pair(TITLE, (row, column), (row, column), said), *card] if said else card
