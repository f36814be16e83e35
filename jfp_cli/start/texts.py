"""The first files of a new plan: small, valid, and with comments that say what everything is for."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from importlib.resources import files
from string import Template
from typing import NamedTuple

from jfp_cli.edit.naming import check_id
from jfp_cli.edit.yaml.scalars import one_line
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.values.dates import MONTH_NAMES, DateError, PlanDate
from jfp_cli.values.text import as_id

TEMPLATES = files("jfp_cli.start") / "new_plan"
USUAL_AREA = "Planned care"
_FITTING = re.compile("planned|elective|outpatient")  # the areas to which first appointments belong most of all


class Beginning(NamedTuple):
    """What has to be known of a plan to begin it: whose it is, its first and last day, its areas by id, and the day."""

    organisation: str
    start: date
    end: date
    areas: dict[str, str]
    day: date


def month_of(written: str) -> int:
    """The number of a month from its name; raises EditError."""
    for number, name in enumerate(MONTH_NAMES, 1):
        if written.strip().lower() in (name.lower(), name[:3].lower()):
            return number
    raise EditError(f'"{written}" is no month; write its name, such as April')


def coming_years(day: date, year_starts: int) -> str:
    """The five years that a plan which is begun on a day will usually cover."""
    return _years(day.year + 1, day.year + 6, year_starts)


def period_of(written: str, year_starts: int) -> tuple[date, date]:
    """The first and the last day of some financial years; raises EditError."""
    try:
        meant = PlanDate.parse(written, year_starts)
    except DateError as error:
        raise EditError(str(error)) from None
    first, last = meant.first, meant.last
    if last is None or (first.month, first.day) != (year_starts, 1) or _after(last) != (year_starts, 1):
        raise EditError(
            f'"{written}" is no span of whole financial years; write it like {_years(2026, 2031, year_starts)}'
        )
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
        check_id(name)
        found[name] = title
    if not found:
        raise EditError(f'name at least one service area, such as "{USUAL_AREA}"')
    return found


def texts_of(begun: Beginning) -> dict[str, str]:
    """The text of each plan file by its path from the plan folder."""
    words = _words(begun)
    texts = {
        "plan.yaml": filled("plan.yaml", words),
        "sections/shorter-waits.yaml": filled("section.yaml", words),
        "enablers/estates.yaml": filled("enabler.yaml", words),
    }
    exemplary = next((area for area in begun.areas if _FITTING.search(area)), next(iter(begun.areas)))
    for area, title in begun.areas.items():
        template = "example_area.yaml" if area == exemplary else "area.yaml"
        texts[f"milestones/{area}.yaml"] = filled(template, words | {"area": _plain(area), "title": _plain(title)})
    return texts


def _words(begun: Beginning) -> dict[str, str]:
    """What the templates leave open, as YAML."""
    start, end = begun.start, begun.end
    until = (end + timedelta(days=1)).year
    following, month = start.year + 1, start.month
    years, first, rest = (
        _years(*ends, month) for ends in ((start.year, until), (start.year, following), (following, until))
    )
    periods = [first] if years == first else [first, rest]
    actions = ("Send reminders before appointments", "Offer one-stop clinics")
    soon, later = _ahead(begun)
    return {
        "title": _plain(f"Joint Forward Plan {years}"),
        "organisation": _plain(begun.organisation),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "year_starts": MONTH_NAMES[start.month - 1],
        "periods": ", ".join(periods),
        "actions": "\n".join(f"      {period}: [{action}]" for period, action in zip(periods, actions, strict=False)),
        "areas": ", ".join(map(_plain, begun.areas)),
        "before": _month(min(start, begun.day.replace(day=1)) - timedelta(days=1)),
        "soon": _month(soon),
        "later": _month(later),
        "last": _month(end),
    }


def _ahead(begun: Beginning) -> tuple[date, date]:
    """Two days of the plan that are still to come, as far as any are: about half a year on, and halfway to its end."""
    begins = min(max(begun.start, begun.day), begun.end)
    soon = begins + min(timedelta(days=170), (begun.end - begins) / 2)
    before_last = begun.end.replace(day=1) - timedelta(days=1)
    return soon, min(soon + (begun.end - soon) / 2, before_last)


def _years(first: int, until: int, year_starts: int) -> str:
    """Years as the plan writes them: 2026-31, and 2026 to 2030 where they start in January."""
    if year_starts == 1:
        return str(first) if until == first + 1 else f"{first} to {until - 1}"
    return f"{first}-{until % 100:02}" if first // 100 == until // 100 else f"{first}-{until}"


def _month(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year}"


def _plain(text: str) -> str:
    return one_line(" ".join(text.split()), in_flow=False, quote='"')


def filled(name: str, words: dict[str, str]) -> str:
    """The text of a template with its words filled in."""
    return Template((TEMPLATES / name).read_text(encoding="utf-8")).substitute(words)
