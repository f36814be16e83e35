"""Plain rows of what treats what: the index of work areas, and the coverage of everything the plan must treat."""

from collections.abc import Iterable

from jfp_cli.model.plan import Plan
from jfp_cli.query.coverage import Covered
from jfp_cli.query.rows.row import Locate, Row
from jfp_cli.values.address import Address


def coverage_rows(covered: Iterable[Covered], plan: Plan, locate: Locate) -> list[Row]:
    """A row for each thing; `numbers` are the sections as the published document counts them."""
    rows = []
    for found in covered:
        address = Address(found.kind, found.id)
        if found.kind == "planning_periods":
            address = Address("plan", "", ("planning_periods", plan.settings.planning_periods.index(found.id)))
        span = locate(address)
        rows.append(
            {
                "kind": found.kind,
                "id": found.id,
                "title": found.title,
                "covered": found.is_covered,
                "numbers": [plan.number(section) or section for section in found.sections],
                "sections": list(found.sections),
                "workstreams": list(found.workstreams),
                "enablers": list(found.enablers),
                "milestones": list(found.milestones),
                "treated_by": _treated_by(found, plan),
                "address": str(address),
                "file": span.file,
                "line": span.line,
            }
        )
    return rows


def _treated_by(found: Covered, plan: Plan) -> str:
    """The sections by number and the enablers by id, for one line of a table."""
    numbers = [plan.number(section) or section for section in found.sections]
    return "; ".join([*numbers, *found.enablers]) or "nothing"
