"""The page of rules, from the objects that find the faults."""

from collections.abc import Iterator

from documentation import markdown as md
from jfp_cli.linting.registry import EVERY_FAULT
from jfp_cli.linting.rule import options_of
from jfp_cli.loading.faults.examples import MARK
from jfp_cli.loading.faults.fault import Fault

FAMILIES = {
    "JFP0": "Files and YAML",
    "JFP1": "Keys, values and references",
    "JFP2": "How dates are written",
    "JFP3": "Milestones",
    "JFP4": "Targets",
    "JFP5": "Wording",
    "JFP6": "Coverage",
    "JFP7": "What moved",
    "JFP8": "Several plans",
}


def page() -> str:
    """Every fault that a plan can have: in a table, then each with its reasons and examples."""
    listed = [
        (f"[{fault.code}](#{anchor(fault)})", md.code(fault.name), str(fault.severity), md.text(fault.what))
        for fault in EVERY_FAULT
    ]
    parts = [part for family in FAMILIES for part in _family(family)]
    return md.page(
        "Rules",
        "`jfp validate` finds what begins with JFP0 and JFP1, and `jfp lint` all of them. "
        "`jfp rules CODE` prints what stands here.",
        md.table(["Code", "Rule", "Severity", "What it finds"], listed),
        *parts,
    )


def anchor(fault: Fault) -> str:
    """Where a fault stands on the page."""
    return f"{fault.code}-{fault.name}".lower()


def _family(family: str) -> Iterator[str]:
    faults = [fault for fault in EVERY_FAULT if fault.code.startswith(family)]
    if faults:
        yield f"## {family}: {FAMILIES[family]}"
    for fault in faults:
        yield f"### {fault.code} {fault.name}"
        yield f"*{fault.severity}* · {md.text(fault.what)}"
        yield md.text(fault.why)
        if options := options_of(fault):
            rows = [(md.code(option.name), md.code(option.default), md.text(option.meaning)) for option in options]
            yield md.table(["Option", "Usually", "What it means"], rows)
        for title, example in (("Wrong:", fault.bad), ("Right:", fault.good)):
            yield title
            yield md.block(example.replace(MARK, "# <-- here"), "yaml")
