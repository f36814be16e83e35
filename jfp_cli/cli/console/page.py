"""Pages of labelled lines for a terminal or a pipe, and one thing of the plan as such a page."""

import sys
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from jfp_cli.cli.console.output import cell, markdown
from jfp_cli.cli.console.terminal import paint, room_of, width, wrapped
from jfp_cli.model.field import Entity, fields_of
from jfp_cli.model.kinds import KINDS, model_of
from jfp_cli.model.own import FIELDS
from jfp_cli.model.spot import spot_at
from jfp_cli.query.moved import recorded, told
from jfp_cli.query.rows import Row, plain, stated_fields
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.text import safe

WIDEST = 100
LEAST_TEXT = 24  # columns beside the labels; where there are fewer, a text stands below its label
Titles = Mapping[Address, str]
# What a page calls that which follows from the plan; a field has a label of its own.
_LABELS = {"belongs_to": "stands in", "expected": "on the line"}
_LINKS = ("belongs_to", "named_by")
_WHERE_ANY = {"holds_up", "breaches"}  # what is counted
_SHOWN_ELSEWHERE = {"address", "id", "file", "line", "names", "first", "last", "overdue", "days_overdue", "area"}


class Page:
    """Headings, and fields whose labels stand in one column; wrapped to a terminal, never in a pipe."""

    def __init__(self) -> None:
        self._entries: list[tuple[str, list[str]]] = []

    def heading(self, title: str, note: str = "") -> None:
        """Begin a part of the page."""
        self._entries.append(("", [title, f"({note})" if note else ""]))

    def field(self, label: str, lines: list[str]) -> None:
        """Add a labelled value of one line or several."""
        self._entries.append((label, lines))

    def write(self, stream: TextIO) -> None:
        """Write the page."""
        columns = width() if stream is sys.stdout else None
        room = sys.maxsize if columns is None else min(columns, WIDEST)
        labels = max((room_of(label) for label, _ in self._entries), default=0) + 4
        narrow = room < labels + LEAST_TEXT
        for label, lines in self._entries:
            if not label:
                title, note = lines
                gap = "\n" if note and room_of(title) + room_of(note) + 2 > room else "  "
                stream.write((paint(title, "bold") + gap + note).rstrip() + "\n")
                continue
            wrapped = [part for line in lines for part in _wrap(line, room - (4 if narrow else labels))]
            if narrow:
                stream.write(f"  {label}\n" + "".join(f"    {line}\n" for line in wrapped))
                continue
            first, *rest = wrapped
            blanks = " " * (labels - 2 - room_of(label))
            stream.write(f"  {label}{blanks}{first}\n" + "".join(f"{' ' * labels}{line}\n" for line in rest))


def _wrap(line: str, room: int) -> list[str]:
    """A line in pieces of a width; what begins with a dash goes on under its text."""
    return wrapped(line, room, indent=" " * (len(line) - len(line.lstrip(" -"))))


def write_page(thing: Address, row: Row, titles: Titles) -> None:
    """Write one thing to standard output, for people; `row` is what `details` says of it."""
    page = Page()
    page.heading(safe(row["address"]), safe(_place(row)))
    for label, lines in _labelled(thing, row, titles):
        page.field(safe(label), [_indented(line, safe(line)) for line in lines])
    page.write(sys.stdout)


def write_markdown(thing: Address, row: Row, titles: Titles) -> None:
    """Write the same to standard output, as Markdown."""
    sys.stdout.write(f"## {markdown(row['address'])}\n\n{markdown(_place(row))}\n\n")
    for label, lines in _labelled(thing, row, titles):
        if len(lines) == 1 and not lines[0].startswith("- "):
            sys.stdout.write(f"- **{markdown(label)}**: {markdown(lines[0])}\n")
            continue
        sys.stdout.write(f"- **{markdown(label)}**:\n")
        for line in lines:
            bare = line.lstrip(" ").removeprefix("- ")
            depth = 2 + (len(line) - len(line.lstrip(" ")))
            sys.stdout.write(f"{' ' * depth}- {markdown(bare)}\n")


def _place(row: Row) -> str:
    return f"{row['file']}:{row['line']}"


def _indented(line: str, shown: str) -> str:
    return " " * (len(line) - len(line.lstrip(" "))) + shown


def _labelled(thing: Address, row: Row, titles: Titles) -> Iterator[tuple[str, list[str]]]:
    is_promise = "days_overdue" in row
    spot = spot_at(model_of(thing.kind), thing.path) if KINDS[thing.kind].model else None
    fields = fields_of(spot.models[0]) if spot else {}
    for key, value in row.items() if FIELDS in fields else _with_own_among(row):
        field = fields.get(key)
        if key == "due" and is_promise:
            yield "due", [_due(row)]
            if row["overdue"]:
                yield "overdue", [f"{row['days_overdue']:,} days"]
            yield "status", [row["status"] or "not reported"]
        elif key in _WHERE_ANY and not value:
            continue
        elif not (key in _SHOWN_ELSEWHERE or (is_promise and key == "status") or value in (None, (), [], "", {})):
            label = field.label if field else _LABELS.get(key, key.replace("_", " "))
            links = {link: Address.parse(link) for link in value} if key in _LINKS else {}
            if field and field.about.names and isinstance(value, tuple):
                links = {name: Address(field.about.names, name) for name in value}
            # A measure is called by its title, or by its words where it has no file.
            is_measure = field is not None and field.about.names == "measures"
            said = titles.get(Address("measures", value), value) if is_measure else value
            yield label, _lines([_titled(*link, titles) for link in links.items()] or said)


def _with_own_among(row: Row) -> Iterator[tuple[str, Any]]:
    """What a row says, the fields that the plan itself declares among the others."""
    for key, value in row.items():
        if key == FIELDS:
            yield from value.items()
        else:
            yield key, value


def _due(row: Row) -> str:
    due: PlanDate = row["due"]
    if row["last"] is None:
        days = f"from {row['first']}"
    else:
        days = row["first"] if row["first"] == row["last"] else f"{row['first']} to {row['last']}"
    was = told(recorded(row.get("moves", ())), due, str, internal=True)
    beside = "; ".join(said for said in (days, was) if said not in ("", due.text))
    return f"{due.text} ({beside})" if beside else due.text


def _titled(name: str, address: Address, titles: Titles) -> str:
    title = titles.get(address)
    return f"{name}: {title}" if title else name


def _lines(value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [line for entry in value for line in _entry(entry)]
    if isinstance(value, Entity) and _name_field(value):
        return [_headed(value)]
    if isinstance(value, Entity | dict):
        parts = stated_fields(value) if isinstance(value, Entity) else value
        return [line for key, part in parts.items() for line in _part(key, part)]
    return [_text(value)]


def _part(key: str, value: Any) -> list[str]:
    """A key of a mapping with what it holds, below it where that is more than a text."""
    if isinstance(value, tuple | dict | Entity):
        return [f"{key}:", *(f"  {line}" for line in _lines(value))]
    return [f"{key}: {_text(value)}"]


def _entry(entry: Any) -> list[str]:
    """An entry of a list: what has an id is shown by that alone, all else whole, with its own lists below it."""
    if not isinstance(entry, Entity):
        return [f"- {_text(entry)}"]
    stated = stated_fields(entry)
    if "id" in stated:
        beside = [_text(stated[key]) for key in ("target", "status") if key in stated]
        beside += [f"due {_text(stated['due'])}"] if "due" in stated else []
        called = _text(stated[_name_field(entry)])
        return [f"- {stated['id']}: {called}" + (f" ({', '.join(beside)})" if beside else "")]
    lists = {key: part for key, part in stated.items() if isinstance(part, tuple)}
    below = _lines(next(iter(lists.values())) if len(lists) == 1 else lists)
    return [f"- {_headed(entry)}", *(f"  {line}" for line in below)]


def _headed(entry: Entity) -> str:
    """What an entry is called, and in brackets what else the plan states of it, but for its lists."""
    name, stated = _name_field(entry), stated_fields(entry)
    beside = "; ".join(
        f"{key.replace('_', ' ')}: {_text(part)}"
        for key, part in stated.items()
        if key != name and not isinstance(part, tuple)
    )
    if not name:
        return beside
    return f"{_text(stated[name])} ({beside})" if beside else _text(stated[name])


def _name_field(entry: Entity) -> str:
    """The field that says what an entry is: a sentence or else a figure, which may come after a date or an id.

    Nothing, where the two fields that it must have first are dates, as those of a period or a move are.
    """
    first = [field for field in fields_of(type(entry)).values() if field.required][:2]
    telling = [field for field in first if not isinstance(getattr(entry, field.attribute), PlanDate)]
    return min(telling, key=lambda field: not field.about.prose).key if telling else ""


def _text(value: Any) -> str:
    return cell(plain(value))
