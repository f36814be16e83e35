"""Of what a paper is that is of a part of a plan."""

from collections.abc import Iterator

from jfp_cli.model.plan import Plan
from jfp_cli.query.filters import Filters


def scope_of(plan: Plan, filters: Filters) -> Iterator[str]:
    """What the filters keep, each with its title; nothing where they keep all."""
    settings = plan.settings
    areas = {name: area.title for name, area in plan.areas.items()}
    sections = {name: section.title for name, section in plan.sections.items()}
    for noun, wanted, titles in (
        ("Area", filters.areas, areas),
        ("Section", filters.sections, sections),
        ("Organisation", filters.leads, settings.organisations),
        ("Place", filters.places, settings.places),
    ):
        if wanted:
            yield f"{noun}{'' if len(wanted) == 1 else 's'}: {'; '.join(titles[name] for name in wanted)}"
