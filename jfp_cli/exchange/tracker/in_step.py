"""Rows that hold several things, each on a line of its own, with their dates in step: a row for each."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from jfp_cli.exchange.excel.cells import Cell
from jfp_cli.exchange.tracker.days import Days
from jfp_cli.exchange.tracker.found import Found, Line
from jfp_cli.exchange.tracker.grid import Spot
from jfp_cli.exchange.tracker.telling import Telling, is_placeholder
from jfp_cli.exchange.tracker.uses import DUE, TITLE, Uses
from jfp_cli.values.calendar import Calendar


def parted(found: Found, uses: Uses, telling: Telling, calendar: Calendar) -> tuple[Found, list[str]]:
    """A table with a row for each thing, and a sentence on each row that held several."""
    if not uses.has(TITLE) or not uses.has(DUE):
        return found, []
    lines: list[Line] = []
    rows: dict[int, Mapping[int, Cell]] = {}
    spots: dict[Spot, Spot] = {}
    number_of: dict[int, int] = {}
    said: list[str] = []
    grid, days = found.grid, Days(calendar)
    for line in found.lines:
        steps = _steps(found, line, telling)
        things, dates = (steps[uses.columns[name]] for name in (TITLE, DUE))
        are_dates = not all(map(is_placeholder, dates)) and not any(
            days.read(date).fault for date in dates if not is_placeholder(date)
        )
        if len(things) < 2 or len(things) != len(dates) or not are_dates:
            lines.append(line)
            continue
        said.append(f"{grid.row_name(line.number)}: each of its {len(things)} lines was taken with the date beside it")
        for number in range(len(things)):
            new = grid.numbers[-1] + len(rows) + 1
            rows[new] = dict(_cells(found, line, steps, number, len(things)))
            spots |= {(new, at): grid.spot(line.number, at) for at in found.heads}
            lines.append(replace(line, number=new))
            number_of[new] = number + 1
    if not said:
        return found, []
    colours = {to: grid.colours[line, at] for to, (line, at) in spots.items() if (line, at) in grid.colours}
    made = replace(
        grid,
        rows={**grid.rows, **rows},
        spots={**grid.spots, **spots},
        colours={**grid.colours, **colours},
        steps=number_of,
    )
    return replace(found, grid=made, lines=lines), said


def _steps(found: Found, line: Line, telling: Telling) -> dict[int, list[str]]:
    """The lines of each cell of a row."""
    return {at: telling.text(found.cell(line, at)).split("\n") for at in found.heads}


def _cells(
    found: Found, line: Line, steps: Mapping[int, list[str]], number: int, count: int
) -> Iterator[tuple[int, Cell]]:
    """The cells of one of the things of a row: its own line where there is one for each, else all that they say."""
    for at, texts in steps.items():
        yield at, Cell(texts[number]) if len(texts) == count else found.cell(line, at)
