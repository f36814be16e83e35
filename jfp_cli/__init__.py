"""A five-year joint forward plan kept like code.

A plan is loaded from its folder. Whatever is wrong with a file is a finding, never an exception, and the rest of the
plan is there all the same; `loaded.plan` is None only where plan.yaml itself cannot be read:

>>> import datetime
>>> import jfp_cli
>>> loaded = jfp_cli.load("tests/example/plan")
>>> loaded.findings
[]

The rules look at a plan as of a day that is always given:

>>> day = datetime.date(2026, 11, 21)
>>> for finding in jfp_cli.lint(loaded, day, rules=["JFP3"]):
...     print(finding.severity, finding.code, finding.address, "line", finding.span.line)
warning JFP316 enablers/estates.commitments[0] line 8
advice JFP309 milestones/endoscopy-unit line 17
warning JFP312 milestones/endoscopy-unit.status line 21
warning JFP304 milestones/patient-portal line 23
warning JFP303 milestones/patient-portal.checkpoints[1].due line 29
warning JFP304 milestones/exit-interviews line 4
advice JFP309 milestones/exit-interviews line 4

Milestones come with their areas, targets with their sections; dates know their days, and figures their numbers:

>>> for area, milestone in loaded.plan.milestones():
...     if milestone.status == "at_risk":
...         print(area.title, milestone.id, milestone.due.text, milestone.due.first, milestone.due.last)
Planned care endoscopy-unit Autumn 2025 2025-09-01 2025-11-30
>>> for home in loaded.plan.targets():
...     if home.target.target:
...         print(home.section.title, home.target.id, home.target.target.text)
Elective care recovery missed-appointments under 6%
Elective care recovery waiting-list-size 92,300
>>> loaded.plan.get(jfp_cli.Address.parse("milestones/elective-hub.owner"))
'Planned care lead'
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jfp_cli.linting.lint import lint
    from jfp_cli.loading import Loaded, load
    from jfp_cli.model.plan import Plan
    from jfp_cli.values.address import Address
    from jfp_cli.values.dates import PlanDate
    from jfp_cli.values.figures import Quantity
    from jfp_cli.values.finding import Edit, Finding, Fix, Group, Severity
    from jfp_cli.values.span import Span

__version__ = "0.1.0"
__all__ = [
    "Address",
    "Edit",
    "Finding",
    "Fix",
    "Group",
    "Loaded",
    "Plan",
    "PlanDate",
    "Quantity",
    "Severity",
    "Span",
    "__version__",
    "lint",
    "load",
]

# Where each name comes from: it is imported when it is first asked for, since a command needs few of them.
_HOMES = {
    "Address": "values.address",
    "Edit": "values.finding",
    "Finding": "values.finding",
    "Fix": "values.finding",
    "Group": "values.finding",
    "Loaded": "loading",
    "Plan": "model.plan",
    "PlanDate": "values.dates",
    "Quantity": "values.figures",
    "Severity": "values.finding",
    "Span": "values.span",
    "lint": "linting.lint",
    "load": "loading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - a command asks for none of these names

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> "list[str]":
    return sorted({*globals(), *__all__})
