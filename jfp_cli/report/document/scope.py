"""Of what a paper is that is of a part of a plan."""

from collections.abc import Iterator

from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters
from jfp_cli.report.language import say


def scope_of(plan: Plan, filters: Filters) -> Iterator[str]:
    """What the filters keep, each with its title; nothing where they keep all."""
    settings = plan.settings
    areas = {name: area.title for name, area in plan.areas.items()}
    sections = {name: section.title for name, section in plan.sections.items()}
    for one, many, wanted, titles in (
        (say("Area"), say("Areas"), filters.areas, areas),
        (say("Section"), say("Sections"), filters.sections, sections),
        (say("Organisation"), say("Organisations"), filters.leads, settings.organisations),
        (say("Place"), say("Places"), filters.places, settings.places),
    ):
        if wanted:
            yield f"{one if len(wanted) == 1 else many}: {'; '.join(titles[name] for name in wanted)}"
