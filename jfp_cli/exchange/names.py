"""What things of a plan are named by in a cell."""

from collections.abc import Mapping

from jfp_cli.model.plan import Plan
from jfp_cli.query.things import titles
from jfp_cli.values.text import folded


def ids_by_name(plan: Plan) -> dict[str, Mapping[str, str]]:
    """The ids of each kind of thing by themselves and by what they are called, where only one is called so."""
    found: dict[str, dict[str, str]] = {}
    called: dict[tuple[str, str], list[str]] = {}
    for address, title in titles(plan).items():
        called.setdefault((address.kind, folded(title)), []).append(address.id)
    for (kind, title), names in called.items():
        if len(names) == 1:
            found.setdefault(kind, {})[title] = names[0]
    for address in plan.things:
        found.setdefault(address.kind, {})[folded(address.id)] = address.id
    return dict(found)
