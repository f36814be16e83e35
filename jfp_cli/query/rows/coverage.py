"""Plain rows of what treats what: the index of work areas, and the coverage of everything the plan must treat."""

from collections.abc import Iterable

from jfp_cli.model.plan import Plan
from jfp_cli.query.coverage import Covered
from jfp_cli.query.rows.row import Locate, Row
from jfp_cli.values.address import Address


def coverage_rows(covered: Iterable[Covered], plan: Plan, locate: Locate) -> list[Row]:
    """A row for each thing; `numbers` are the sections as the published document counts them."""
    rows = []
    for treated in covered:
        address = Address(treated.kind, treated.id)
        if treated.kind == "planning_periods":
            address = Address("plan", "", ("planning_periods", plan.settings.planning_periods.index(treated.id)))
        span = locate(address)
        numbers = [plan.number(section) or section for section in treated.sections]
        rows.append(
            {
                "kind": treated.kind,
                "id": treated.id,
                "title": treated.title,
                "covered": treated.is_covered,
                "numbers": numbers,
                "sections": list(treated.sections),
                "workstreams": list(treated.workstreams),
                "enablers": list(treated.enablers),
                "milestones": list(treated.milestones),
                "treated_by": "; ".join([*numbers, *treated.enablers]) or "nothing",
                "address": str(address),
                "file": span.file,
                "line": span.line,
            }
        )
    return rows
