"""The page of `jfp show`: one thing as labelled lines, whatever it is linked to with its title."""

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from jfp_cli.cli.console.output import cell, markdown
from jfp_cli.cli.console.page import Page
from jfp_cli.report.views import Row
from jfp_cli.values.address import Address
from jfp_cli.values.text import safe

Titles = Mapping[Address, str]

_LINKS = ("belongs_to", "named_by")
_LABELS = {"belongs_to": "stands in", "expected": "on the line"}
# Fields that hold ids, and the kind of what they name: together they say all that `names` says.
_NAMED = {
    "supports": "strategy_priorities",
    "duties": "duties",
    "areas": "areas",
    "places": "places",
    "workstreams": "workstreams",
    "sections": "sections",
    "enablers": "enablers",
}
_SAID_ELSEWHERE = {"address", "id", "file", "line", "names", "first", "last", "overdue", "days_overdue", "area"}
# What an entry without an id is called by, the best first.
_ENTRY_NAMES = (
    *("title", "statement", "activity", "commitment", "part", "what"),
    *("value", "target", "source", "rule", "note"),
)


def write_page(said: Row, titles: Titles) -> None:
    """Write one thing to standard output, for people."""
    page = Page()
    page.heading(safe(said["address"]), safe(_place(said)))
    for label, lines in _fields(said, titles):
        page.field(safe(label), [_indented(line, safe(line)) for line in lines])
    page.write(sys.stdout)


def write_markdown(said: Row, titles: Titles) -> None:
    """Write one thing to standard output, as Markdown."""
    sys.stdout.write(f"## {markdown(said['address'])}\n\n{markdown(_place(said))}\n\n")
    for label, lines in _fields(said, titles):
        if len(lines) == 1 and not lines[0].startswith("- "):
            sys.stdout.write(f"- **{markdown(label)}**: {markdown(lines[0])}\n")
            continue
        sys.stdout.write(f"- **{markdown(label)}**:\n")
        for line in lines:
            bare = line.lstrip(" ").removeprefix("- ")
            depth = 2 + (len(line) - len(line.lstrip(" ")))
            sys.stdout.write(f"{' ' * depth}- {markdown(bare)}\n")


def _place(said: Row) -> str:
    return f"{said['file']}:{said['line']}"


def _indented(line: str, shown: str) -> str:
    return " " * (len(line) - len(line.lstrip(" "))) + shown


def _fields(said: Row, titles: Titles) -> Iterator[tuple[str, list[str]]]:
    is_milestone = "days_overdue" in said
    for key, value in said.items():
        if key == "due" and is_milestone:
            yield "due", [_due(said)]
            if said["overdue"]:
                yield "overdue", [f"{said['days_overdue']:,} days"]
            yield "status", [said["status"] or "not reported"]
        elif not (key in _SAID_ELSEWHERE or (is_milestone and key == "status") or value in (None, [], "", {})):
            yield _LABELS.get(key, key.replace("_", " ")), _lines(_with_titles(key, value, titles))


def _due(said: Row) -> str:
    if said["last"] is None:
        return f"{said['due']} (from {said['first']})"
    days = said["first"] if said["first"] == said["last"] else f"{said['first']} to {said['last']}"
    return str(said["due"]) if days == said["due"] else f"{said['due']} ({days})"


def _with_titles(key: str, value: Any, titles: Titles) -> Any:
    """Ids and addresses with the title of what they name."""
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        return value
    if key in _LINKS:
        named = {entry: titles.get(Address.parse(entry)) for entry in value}
    elif key in _NAMED:
        named = {entry: titles.get(Address(_NAMED[key], entry)) for entry in value}
    else:
        return value
    return [f"{entry}: {named[entry]}" if named[entry] else entry for entry in value]


def _lines(value: Any) -> list[str]:
    if isinstance(value, list):
        return [line for entry in value for line in _entry(entry)]
    if isinstance(value, dict):
        if _name_of(value):
            return [_headed(value)]
        return [line for key, part in value.items() for line in _part(key, part)]
    return [cell(value)]


def _part(key: str, value: Any) -> list[str]:
    """A key of a mapping with what it holds, below it where that is a list."""
    if isinstance(value, list | dict):
        return [f"{key}:", *(f"  {line}" for line in _lines(value))]
    return [f"{key}: {cell(value)}"]


def _entry(entry: Any) -> list[str]:
    """An entry of a list: what has an id is shown by that alone, all else whole, with its own lists below it."""
    if not isinstance(entry, dict):
        return [f"- {cell(entry)}"]
    if "id" in entry:
        beside = [cell(entry[key]) for key in ("target", "status") if key in entry]
        beside += [f"due {entry['due']}"] if "due" in entry else []
        called = cell(entry.get(_name_of(entry)))
        return [f"- {entry['id']}: {called}" + (f" ({', '.join(beside)})" if beside else "")]
    lists = {key: part for key, part in entry.items() if isinstance(part, list)}
    below = _lines(next(iter(lists.values()))) if len(lists) == 1 else _lines(lists)
    return [f"- {_headed(entry)}", *(f"  {line}" for line in below)]


def _headed(entry: Row) -> str:
    """What an entry is called, and in brackets what else it says, but for its lists."""
    name = _name_of(entry)
    beside = "; ".join(
        f"{key.replace('_', ' ')}: {cell(part)}"
        for key, part in entry.items()
        if key != name and not isinstance(part, list)
    )
    if not name:
        return beside
    return f"{cell(entry[name])} ({beside})" if beside else cell(entry[name])


def _name_of(entry: Row) -> str:
    return next((key for key in _ENTRY_NAMES if key in entry), "")
