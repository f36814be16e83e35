"""The first files of a new plan: small, valid, and with comments that say what everything is for."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from importlib.resources import files
from string import Template

from jfp_cli.edit.yaml.scalars import one_line
from jfp_cli.start.beginning import Beginning
from jfp_cli.start.kinds import EXAMPLES, Examples
from jfp_cli.values.dates import MONTH_NAMES
from jfp_cli.values.dates.rewriting import years_between
from jfp_cli.values.text import long_month

TEMPLATES = files("jfp_cli.start") / "new_plan"
# What those who name organisations and areas shorten, and what not every reader knows.
_SHORTENED = {
    "ASC": "adult social care",
    "CYP": "children and young people",
    "ICB": "integrated care board",
    "ICP": "integrated care partnership",
    "ICS": "integrated care system",
    "MSK": "muscles, bones and joints",
    "SEND": "special educational needs and disabilities",
    "UEC": "urgent and emergency care",
}


def texts_of(begun: Beginning) -> dict[str, str]:
    """The text of each plan file by its path from the plan folder."""
    words, examples = _words(begun), EXAMPLES[begun.kind]
    texts = {path: filled(f"{begun.kind}/{template}", words) for path, template in examples.files.items()}
    exemplary = next((area for area in begun.areas if examples.fitting.search(area)), next(iter(begun.areas)))
    for area, title in begun.areas.items():
        template = f"{begun.kind}/example_area.yaml" if area == exemplary else "area.yaml"
        of_area = {"area": _plain(area), "title": _plain(title), "example": exemplary}
        texts[f"milestones/{area}.yaml"] = filled(template, words | of_area)
    return texts


def _words(begun: Beginning) -> dict[str, str]:
    """What the templates leave open, as YAML."""
    start, end = begun.start, begun.end
    until = (end + timedelta(days=1)).year
    following, month = start.year + 1, start.month
    years, first, rest = (
        years_between(*ends, month) for ends in ((start.year, until), (start.year, following), (following, until))
    )
    periods = [first] if years == first else [first, rest]
    soon, later = _ahead(begun)
    examples = EXAMPLES[begun.kind]
    coming = periods[0] if (soon.year, soon.month) < (following, month) else periods[-1]
    return {
        "title": _plain(f"{examples.title} {years}"),
        "organisation": _plain(begun.organisation),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "year_starts": MONTH_NAMES[start.month - 1],
        "periods": ", ".join(periods),
        "actions": "\n".join(_actions(examples, period, soon if period == coming else None) for period in periods),
        "areas": ", ".join(map(_plain, begun.areas)),
        "glossary": _glossary([begun.organisation, *begun.areas.values()]),
        "before": long_month(min(start, begun.day.replace(day=1)) - timedelta(days=1)),
        "latest": long_month(min(begun.day, end).replace(day=1) - timedelta(days=1)),
        "soon": long_month(soon),
        "later": long_month(later),
        "last": long_month(end),
        "activity": examples.activity,
    }


def _actions(examples: Examples, period: str, soon: date | None) -> str:
    """The actions of a planning period: a sentence, or in the one that comes first one that is dated and somebody's."""
    if soon is None:
        return f"      {period}: [{examples.action}]"
    lines = (f"action: {examples.dated_action}", f"due: {long_month(soon)}", f"owner: {examples.lead}")
    return f"      {period}:\n        - " + "\n          ".join(lines)


def _glossary(names: Iterable[str]) -> str:
    """The part of plan.yaml that says what the abbreviations in some names stand for; empty where there are none."""
    words = {word for name in names for word in re.findall(r"\w+", name)}
    lines = [f"  {short}: {long}\n" for short, long in _SHORTENED.items() if short in words]
    return filled("glossary.yaml", {"lines": "".join(lines)}) if lines else ""


def _ahead(begun: Beginning) -> tuple[date, date]:
    """Two days of the plan that are still to come, as far as any are: about half a year on, and halfway to its end."""
    begins = min(max(begun.start, begun.day), begun.end)
    soon = begins + min(timedelta(days=170), (begun.end - begins) / 2)
    before_last = begun.end.replace(day=1) - timedelta(days=1)
    return soon, min(soon + (begun.end - soon) / 2, before_last)


def _plain(text: str) -> str:
    return one_line(" ".join(text.split()), in_flow=False, quote='"')


def filled(name: str, words: dict[str, str]) -> str:
    """The text of a template with its words filled in."""
    return Template((TEMPLATES / name).read_text(encoding="utf-8")).substitute(words)
