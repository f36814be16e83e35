"""What is said of the word that a mouse rests on: a date in days, a figure in numbers, a thing by its title."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lsprotocol import types

from jfp_cli.editor.naming import own_span, thing_at
from jfp_cli.editor.workspace import Spot, Workspace
from jfp_cli.loading.source_map import Located, SourceMap
from jfp_cli.model.field import Field
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.own import PLAIN
from jfp_cli.model.plan import Plan
from jfp_cli.model.spot import spot_at
from jfp_cli.model.target import Target
from jfp_cli.query.details import details
from jfp_cli.query.sentences import counted
from jfp_cli.query.targets import by_now, tracked
from jfp_cli.query.things import title_of
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.reading import ReadDate, Refused, read
from jfp_cli.values.span import Span

MOST_NAMED = 12  # places that name a thing; "references" lists all
_WORD = re.compile(r"[\w&/-]+")


def hover(workspace: Workspace, spot: Spot, position: types.Position, day: date) -> types.Hover | None:
    """What is said of a place; None where there is nothing to say."""
    picture, positions = spot.picture, workspace.positions(spot.picture, spot.shown)
    line, column = positions.place(position)
    sources = picture.loaded.sources
    located = sources.at(spot.shown, line, column)
    if located is None:
        return None
    plan = picture.loaded.plan
    thing = thing_at(picture, spot.shown, located)
    lines: list[str] = []
    span = sources.span(located.address, key=located.part == "key")
    if thing is not None and plan is not None:
        lines = list(_of_thing(plan, thing, day, sources.span))
        span = own_span(picture, thing) if thing == located.address.thing else span
    elif located.part == "key":
        lines = list(_of_field(_field(plan, located)))
    elif located.part == "value" and plan is not None:
        found = _abbreviation(plan, positions.source.line_text(line), column)
        if found:
            start, name = found
            span = Span(spot.shown, line, start, line, start + len(name))
            lines = [f"{name}: {plan.settings.glossary[name]}"]
        else:
            lines = list(_of_value(plan, _field(plan, located), _text_at(sources, span), day))
    if not lines:
        return None
    text = types.MarkupContent(types.MarkupKind.PlainText, "\n".join(lines))
    return types.Hover(text, positions.range(span) if span.file == spot.shown else None)


def _field(plan: Plan | None, located: Located) -> Field | None:
    """The field whose key stands at a place, or that innermost holds the value that does."""
    address, kind = located.address, KINDS[located.address.kind]
    if not kind.model:
        return None
    spot = spot_at((plan.models if plan else PLAIN).of(kind.name), address.path)
    if spot is None or spot.field is None:
        return None
    wanted = 0 if located.part == "key" else len(spot.field.shapes) - 1
    return spot.field if spot.depth == wanted else None


def _of_field(field: Field | None) -> Iterator[str]:
    if field is None:
        return
    yield f"{field.key}: {field.about.sentence}"
    if field.choices:
        yield f"One of: {', '.join(field.choices)}"
    elif example := _example(field):
        yield f"Such as: {example}"
    if field.about.audience == "internal":
        yield "Not in the public plan, unless plan.yaml says so."


def _example(field: Field) -> str:
    """What a field may hold, where that can be said in a line."""
    first = field.about.examples[0] if field.about.examples else ""
    texts = first if isinstance(first, list) else [first]
    return ", ".join(texts) if all(isinstance(text, str) for text in texts) else ""


def _text_at(sources: SourceMap, span: Span) -> str:
    """What stands in a span, without quotes."""
    file = sources.files[span.file]
    start, end = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
    return file.text[start:end].strip("\"'")


def _of_value(plan: Plan, field: Field | None, text: str, day: date) -> Iterator[str]:
    """How a date or a figure is read."""
    if field is None or field.sort not in ("date", "figure"):
        return
    said = read(text, plan.settings.calendar, "date" if field.is_date else "figure")
    if not isinstance(said, Refused):
        yield said.meaning()
    if isinstance(said, ReadDate):
        yield distance(said, day)


def distance(date: PlanDate | ReadDate, day: date) -> str:
    """How far a date is from a day, in words."""
    if day < date.first:
        return f"begins in {counted((date.first - day).days, 'day')}" if date.first != date.last else _in(date, day)
    if date.last is None:
        return f"began {counted((day - date.first).days, 'day')} ago"
    if day > date.last:
        return f"{counted((day - date.last).days, 'day')} ago"
    return "today" if date.first == date.last else f"now, with {counted((date.last - day).days, 'day')} left"


def _in(date: PlanDate | ReadDate, day: date) -> str:
    return f"in {counted((date.first - day).days, 'day')}"


def _of_thing(plan: Plan, thing: Address, day: date, locate: Any) -> Iterator[str]:
    """What a thing is, how it stands, and what names it."""
    entity = plan.things.get(thing)
    if entity is None:
        return
    title = title_of(thing, entity)
    yield f"{title} ({KINDS[thing.kind].noun} {thing.id})" if title else str(thing)
    row = details(plan, thing, entity, day, locate)
    due = getattr(entity, "due", None)
    if isinstance(due, PlanDate):
        status = getattr(entity, "status", None)
        yield f"due {due.text}: {distance(due, day)}" + (f"; {plan.settings.called(status)}" if status else "")
    if isinstance(entity, Target):
        yield from _progress(plan, thing, day)
    named_by = row["named_by"]
    if named_by:
        more = f" and {len(named_by) - MOST_NAMED} more" if len(named_by) > MOST_NAMED else ""
        yield f"Named by {', '.join(named_by[:MOST_NAMED])}{more}"


def _progress(plan: Plan, target: Address, day: date) -> Iterator[str]:
    """How far a target is."""
    homes = [home for home in plan.targets() if home.target.id == target.id]
    for row in tracked(plan, homes[:1], day):
        now = row.progress
        latest = f", {now.latest.value.text} in {now.latest.at.text}" if now.latest else ""
        yield f"progress: {plan.settings.called(now.state)}{latest}"
        said = now.reason or by_now(now)
        if said:
            yield said


def _abbreviation(plan: Plan, text: str, column: int) -> tuple[int, str] | None:
    """The abbreviation of the plan's glossary that a column of a line is in, and where it begins."""
    for word in _WORD.finditer(text):
        if word.start() < column <= word.end() + 1:
            for name in (word[0], word[0].removesuffix("s")):
                if name in plan.settings.glossary:
                    return word.start() + 1, name
    return None
