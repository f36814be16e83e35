"""Whose plan a document is, what it is called and which years it covers, as far as it says."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from jfp_cli.exchange.word.blocks import Block, Line, Table, lines_in
from jfp_cli.exchange.word.outline import Chapter
from jfp_cli.exchange.word.periods import dates_in, is_period_label, period_of, years_around, years_in
from jfp_cli.exchange.word.roles import role_of
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.text import folded

_NAME = r"[A-Z][\w&'\N{RIGHT SINGLE QUOTATION MARK}-]*"
_NAMES = rf"({_NAME}(?:,? (?:and |& |of |the |upon |on |in )?(?:{_NAME}|west|east|north|south|mid))*)"
_BOARD = re.compile(
    rf"\b{_NAMES} (Integrated Care Board|ICB|Integrated Care System|Integrated Care Partnership|Health Board)\b"
)
_COUNCIL = re.compile(rf"\b{_NAMES} (Council|Combined Authority)\b")
_ANY_COUNCIL = re.compile(r"(?:(?:City|County|Borough|District|Town|Parish|Metropolitan|Unitary)\s*)+")
_NO_NAME = re.compile(
    r"(?:The|Our|This|Each|An?|As|In|All|Every|Local|With|Both|For|By|While|When|Your|Its|These|Other|NHS)\s+"
)
_IN_FULL = ("Board", "ICB", "System")
_LINES_IN_FRONT = 12
_SHORT = 40  # characters of a line that may be a date
_LONGEST_TITLE = 25  # words
_PLAN = re.compile(r"\bplan\b|\bstrategy\b|20\d\d", re.IGNORECASE)


class Front(NamedTuple):
    """What the front of a document says: its title with its line, and whose plan it is; empty where not."""

    title: str
    line: Line | None
    organisation: str


def front_of(root: Chapter, blocks: Sequence[Block]) -> Front:
    """What the front of a document says."""
    organisation = _organisation(root, blocks)
    line = _title(root, organisation)
    return Front(line.text.rstrip(" :") if line else "", line, organisation)


def _title(root: Chapter, organisation: str) -> Line | None:
    """The line that is the title: by its style, as the one heading over all others, or as the first that reads so.

    A cover that sets whose plan it is as its title says below that what the plan is called.
    """
    front = [block for block in root.blocks if isinstance(block, Line) and block.text]
    short = [line for line in front if not line.kind and len(line.text.split()) <= _LONGEST_TITLE]
    named = [line for line in short if _PLAN.search(line.text) and not line.text.endswith(".")]
    styled = [line for line in front if line.kind == "title"]
    if styled:
        titles = [line for line in styled if folded(line.text) != folded(organisation)] or named or styled
        return next((line for line in titles if _PLAN.search(line.text)), titles[0])
    if len(root.below) == 1 and root.below[0].subjects and root.below[0].line:
        return root.below[0].line
    if named or short:
        return (named or short)[0]
    first = root.below[0] if root.below else None
    is_bare = (
        first is not None
        and not first.below
        and not any(line for line in first.blocks if isinstance(line, Table) or line.text)
    )
    return first.line if first is not None and is_bare else None


def _organisation(root: Chapter, blocks: Sequence[Block]) -> str:
    """The board that is named most, in full where it is anywhere; a system or partnership where no board is named.

    Where the front names a council and no board, the plan is the council's.
    """
    front = [line.text for line in lines_in(root.blocks)][:_LINES_IN_FRONT]
    front += [chapter.line.text for chapter in root.below[:1] if chapter.line]
    council = next((name for text in front for name in _named(_COUNCIL, text)), "")
    if council and not any(name for text in front for name in _named(_BOARD, text)):
        return council
    named = Counter[str](name for line in lines_in(blocks) for name in _named(_BOARD, line.text))
    if not named:
        return ""
    return max(named, key=lambda name: (*(word in name for word in _IN_FULL), named[name], name))


def _named(kind: re.Pattern[str], text: str) -> Iterator[str]:
    for found in kind.finditer(text):
        name = found[1]
        while bare := _NO_NAME.match(f"{name} "):
            if bare[0].strip() == "NHS" and len(name.split()) > 1:
                break
            name = name[bare.end() :]
        if name and role_of(name) is None and not _ANY_COUNCIL.fullmatch(name):
            yield f"{name} {found[2]}"


def years_of(root: Chapter, blocks: Sequence[Block], year_starts: int) -> tuple[tuple[date, date] | None, str]:
    """The first and last day of the years that a document covers, and where that was read."""
    front = [block.text for block in root.blocks if isinstance(block, Line)]
    headings = [chapter.line.text for chapter in root.all() if chapter.line]
    for text in (*front[:_LINES_IN_FRONT], *headings[:1]):
        if years := years_in(text, year_starts):
            return years, "its title"
    calendar = Calendar(year_starts)
    heads = [cell.text for table in blocks if isinstance(table, Table) for row in table.rows[:3] for cell in row]
    periods = [period.meant for text in heads if (period := period_of(text, calendar))]
    days = [day for meant in periods for day in (meant.first, meant.last) if day]
    if years := years_around(days, year_starts):
        return years, "the heads of its tables"
    for text in headings:
        if years := years_in(text, year_starts):
            return years, "its headings"
    short = [line.text for line in lines_in(blocks) if len(line.text) < _SHORT or is_period_label(line.text)]
    days = [date.first for text in (*headings, *short) for _, _, date in dates_in(f"in {text}", calendar)]
    return years_around(days, year_starts), "the dates in it"
