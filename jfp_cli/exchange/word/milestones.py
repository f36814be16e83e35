"""Tables and lists of dated deliverables as the milestones of areas."""

import re
from collections.abc import Sequence

from jfp_cli.exchange.word.alignment import Step, in_step
from jfp_cli.exchange.word.blocks import Cell, Line
from jfp_cli.exchange.word.columns import Column
from jfp_cli.exchange.word.commitments import plainly
from jfp_cli.exchange.word.making import Making, Thing
from jfp_cli.exchange.word.markers import joined
from jfp_cli.exchange.word.periods import date_in, dates_in, tidied
from jfp_cli.exchange.word.reading import Reading, Row
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import model_of
from jfp_cli.model.synonyms import words_meant
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.text import quoted

_TEXTS = {Column.WHY: "why", Column.OUTCOME: "benefit"}
_DATES = {Column.STARTS: "starts", Column.FORECAST: "forecast", Column.COMPLETED: "completed"}
_NAMES_AREAS = re.compile(r"\barea\b|\bservice\b|\bdirectorate\b", re.IGNORECASE)
_WITHOUT_DATE = "no date that can be read stands beside it"


def is_of_milestones(reading: Reading) -> bool:
    """Whether a table says what will be done and when."""
    return reading.has(Column.DUE) and reading.has(Column.ACTIVITY, Column.SUBJECT, Column.OUTCOME, Column.AMBITION)


def take_milestones(making: Making, reading: Reading, home: str, heading: str = "", *, has_areas: bool = False) -> None:
    """Enter the milestones of a table: `home` is what it stands under, whose area they are of where no column says it.

    In a chapter of milestones a column of subjects names areas; elsewhere it names groups within the one area, and so
    does the `heading` over the table.
    """
    making.ledger.frame(*reading.labels)
    subjects, activities = reading.at(Column.SUBJECT) or reading.at(Column.AMBITION), reading.at(Column.ACTIVITY)
    has_areas = has_areas or any(_NAMES_AREAS.search(reading.heads[number].text) for number in subjects)
    if not activities:
        activities, subjects = (reading.at(Column.OUTCOME) or subjects[-1:]), subjects[:-1]
    title = " ".join(line.text for line in reading.above)
    for row in reading.rows:
        named = [row.cells[number] for number in subjects if row.cells[number].text]
        over = [heading, title, row.over, *(cell.text for cell in named)]
        above = [text for text in over if text]
        area = above.pop(0) if above and (has_areas or not home) else home
        if _take_row(making, reading, row, activities, area or making.title, above):
            making.ledger.take(*reading.above, *(line for cell in named for line in cell.written))
            making.ledger.take(*row.band[:1])


def _take_row(
    making: Making, reading: Reading, row: Row, activities: Sequence[int], area: str, above: Sequence[str]
) -> bool:
    """Enter the milestones of a row; whether there was any that has a date."""
    lines = [line for number in activities[:1] for line in row.cells[number].lines]
    more = [line for number in activities[1:] for line in row.cells[number].written]
    dates = [line for number in reading.at(Column.DUE)[:1] for line in row.cells[number].lines]
    steps, dated = in_step(lines, dates), 0
    if more and len(steps) == 1:
        steps = [Step((*steps[0].lines, *more), steps[0].date, steps[0].group, steps[0].doubt)]
    for number, step in enumerate(steps):
        due, doubt = _due_of(making, step)
        if due is None:
            making.ledger.keep(_WITHOUT_DATE, *step.lines, *([step.date] if step.date else []))
            if len(steps) == 1:
                making.ledger.keep(
                    _WITHOUT_DATE, *(line for cell in row.cells for line in cell.written if making.ledger.is_free(line))
                )
            continue
        making.ledger.take(*step.lines, *([step.group] if step.group else []))
        heading = step.group.text.rstrip(" :") if step.group else ""
        milestone: Thing = {
            "group": joined([*above, heading]),
            "activity": sentence(step.lines),
            "due": due,
        }
        _take_rest(making, reading, row, milestone, number, len(steps))
        enter(making, area, milestone, doubt)
        dated += 1
    return bool(dated)


def enter(making: Making, area: str, milestone: Thing, doubt: str = "") -> None:
    """Enter a milestone in its area."""
    name = making.id_for("milestones", milestone["activity"])
    making.area(area)["milestones"].append({"id": name, **{key: said for key, said in milestone.items() if said}})
    if doubt:
        making.ledger.doubt(f"milestones/{name}", doubt)


def sentence(lines: Sequence[Line]) -> str:
    """Several lines as one text, with semicolons between those that begin anew."""
    text = lines[0].text
    for line in lines[1:]:
        is_open = text[-1].isalnum() or text.endswith(")")
        text += f"{';' if is_open and (line.is_item or line.text[0].isupper()) else ''} {line.text}"
    return text


def _due_of(making: Making, step: Step) -> tuple[str | None, str]:
    """The date beside a thing, or the last one in the words there or of its own, and why it may not be meant."""
    line = step.date
    if line is not None and date_in(line.text, making.calendar):
        making.ledger.take(line)
        return tidied(line.text), step.doubt
    if line is not None:
        dates = readable_dates(making, line.text)
        if dates:
            last = max(dates, key=lambda date: date.last or date.first)
            due = plainly(last, making.calendar)
            making.ledger.keep(f"beside {quoted(step.lines[0].text)}, where {due} was taken for its date", line)
            return due, step.doubt or f"its date stands among other words: {quoted(line.text)}"
        return None, ""
    own = {
        plainly(date, making.calendar): date
        for _, _, date in dates_in(" ".join(line.text for line in step.lines), making.calendar)
    }
    if len(own) == 1:
        return next(iter(own)), "no date stands beside it; the one in its own words was taken"
    return None, ""


def readable_dates(making: Making, text: str) -> list[PlanDate]:
    """The dates that can be read in a text that says more than one."""
    try:
        return [making.calendar.date(text)]
    except DateError as error:
        found = [date for _, _, date in dates_in(text, making.calendar)]
        return found or [date for date in (date_in(one, making.calendar) for one in error.advised) if date]


def _take_rest(making: Making, reading: Reading, row: Row, milestone: Thing, number: int, count: int) -> None:
    """Enter what other columns say of a milestone; what has no place in it stays left over."""
    for column, key in (*_TEXTS.items(), *_DATES.items()):
        for line in _beside(reading, row, column, number, count):
            if column in _TEXTS or date_in(line.text, making.calendar):
                milestone[key] = f"{milestone[key]} {line.text}" if column in _TEXTS and key in milestone else line.text
                making.ledger.take(line)
    for column in (Column.OWNER, Column.LEADS):
        lines = _beside(reading, row, column, number, count)
        if lines:
            making.take_leads(milestone, ", ".join(dict.fromkeys(line.text.rstrip(",;") for line in lines)), *lines)
    making.ledger.frame(*_beside(reading, row, Column.NUMBER, number, count))
    for column in (Column.STATUS, Column.PROGRESS):
        lines = _beside(reading, row, column, number, count)
        meant = status_of(lines[0].text) if len(lines) == 1 else ()
        if len(meant) == 1 and "status" not in milestone:
            milestone["status"] = meant[0]
            making.ledger.frame(*lines)
        elif lines:
            why = "its status may mean several things: say which with jfp set" if meant else "said of how it stands"
            making.ledger.keep(f"{why}, beside {quoted(milestone['activity'])}", *lines)


def status_of(text: str) -> tuple[str, ...]:
    """The statuses that a word of a tracker may mean."""
    return words_meant(fields_of(model_of("milestones"))["status"], text.strip(" .:;"))


def _beside(reading: Reading, row: Row, column: Column, number: int, count: int) -> list[Line]:
    """What a column says of one of the things of a row: its own line where there is one for each, else all."""
    numbers = reading.at(column)
    cell = row.cells[numbers[0]] if numbers else Cell()
    return [cell.written[number]] if count > 1 and len(cell.written) == count else list(cell.written)
