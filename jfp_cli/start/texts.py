"""The first files of a new plan: small, valid, and with comments that say what everything is for."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from string import Template
from typing import NamedTuple

from jfp_cli.edit.yaml.scalars import one_line
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.values.dates import MONTH_NAMES, DateError, PlanDate
from jfp_cli.values.text import as_id

TEMPLATES = Path(__file__).parent / "new_plan"


class Beginning(NamedTuple):
    """What has to be known of a plan to begin it: whose it is, its first and last day, and its areas by id."""

    organisation: str
    start: date
    end: date
    areas: dict[str, str]


def month_of(written: str) -> int:
    """The number of a month from its name; raises EditError."""
    for number, name in enumerate(MONTH_NAMES, 1):
        if written.strip().lower() in (name.lower(), name[:3].lower()):
            return number
    raise EditError(f'"{written}" is no month; write its name, such as April')


def period_of(written: str, year_starts: int) -> tuple[date, date]:
    """The first and the last day of some financial years; raises EditError."""
    try:
        meant = PlanDate.parse(written, year_starts)
    except DateError as error:
        raise EditError(str(error)) from None
    first, last = meant.first, meant.last
    if last is None or (first.month, first.day) != (year_starts, 1) or _after(last) != (year_starts, 1):
        raise EditError(f'"{written}" is no span of whole financial years; write it like 2026-31')
    return first, last


def _after(day: date) -> tuple[int, int]:
    following = day + timedelta(days=1)
    return following.month, following.day


def areas_of(titles: Sequence[str]) -> dict[str, str]:
    """The names of service areas by their ids; raises EditError."""
    found: dict[str, str] = {}
    for title in filter(None, map(str.strip, titles)):
        name = as_id(title)
        if not name or name in found:
            raise EditError(f'"{title}" ' + ("is named twice" if name else "has no letters to make an id of"))
        found[name] = title
    if not found:
        raise EditError('name at least one service area, such as "Planned care"')
    return found


def texts_of(begun: Beginning, version: str) -> dict[str, str]:
    """The text of each file by its path; `version` is that of jfp itself."""
    first, *others = begun.areas
    words = _words(begun) | {"version": version, "first": first}
    texts = {
        ".gitattributes": _filled("gitattributes.txt", words),
        ".github/workflows/plan.yml": _filled("workflow.yml", words),
        "plan/plan.yaml": _filled("plan.yaml", words),
        "plan/sections/shorter-waits.yaml": _filled("section.yaml", words),
        "plan/enablers/estates.yaml": _filled("enabler.yaml", words),
    }
    for area in (first, *others):
        called = {"area": area, "title": _plain(begun.areas[area])}
        template = "first_area.yaml" if area == first else "area.yaml"
        texts[f"plan/milestones/{area}.yaml"] = _filled(template, words | called)
    return texts


def _words(begun: Beginning) -> dict[str, str]:
    """What the templates leave open, as YAML."""
    start, end = begun.start, begun.end
    until = (end + timedelta(days=1)).year
    years, first, later = _years(start.year, until), _years(start.year, start.year + 1), _years(start.year + 1, until)
    periods = [first] if years == first else [first, later]
    actions = ("Send reminders before appointments", "Offer one-stop clinics")
    return {
        "title": _plain(f"Joint Forward Plan {years}"),
        "organisation": _plain(begun.organisation),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "year_starts": MONTH_NAMES[start.month - 1],
        "periods": ", ".join(periods),
        "actions": "\n".join(f"      {period}: [{action}]" for period, action in zip(periods, actions, strict=False)),
        "areas": ", ".join(begun.areas),
        "before": _month(start - timedelta(days=1)),
        "soon": _month(start + timedelta(days=170)),
        "later": _month(start + (end - start) / 2),
        "last": _month(end),
    }


def _years(first: int, until: int) -> str:
    return f"{first}-{until % 100:02}" if first // 100 == until // 100 else f"{first}-{until}"


def _month(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def _plain(text: str) -> str:
    return one_line(" ".join(text.split()), in_flow=False, quote='"')


def _filled(name: str, words: dict[str, str]) -> str:
    return Template((TEMPLATES / name).read_text(encoding="utf-8")).substitute(words)
