"""The page of rules, from the objects that find the faults."""

from collections.abc import Iterator

from documentation import markdown as md
from jfp_cli.cli.commands.rules import rule_rows
from jfp_cli.linting.examples import MARK
from jfp_cli.report.views import Row

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
    rows = rule_rows()
    listed = [
        (f"[{row['code']}](#{anchor(row)})", md.code(row["name"]), row["severity"], md.text(row["what"]))
        for row in rows
    ]
    parts = [part for family in FAMILIES for part in _family(family, rows)]
    return md.page(
        "Rules",
        "`jfp validate` finds what begins with JFP0 and JFP1, and `jfp lint` all of them. "
        "`jfp rules CODE` prints what stands here.",
        md.table(["Code", "Rule", "Severity", "What it finds"], listed),
        *parts,
    )


def anchor(row: Row) -> str:
    """Where a rule stands on the page."""
    return f"{row['code']}-{row['name']}".lower()


def _family(family: str, rows: list[Row]) -> Iterator[str]:
    found = [row for row in rows if row["code"].startswith(family)]
    if found:
        yield f"## {family}: {FAMILIES[family]}"
    for row in found:
        yield f"### {row['code']} {row['name']}"
        yield f"*{row['severity']}* · {md.text(row['what'])}"
        yield md.text(row["why"])
        for title, example in (("Wrong:", row["bad"]), ("Right:", row["good"])):
            if example:
                yield title
                yield md.block(example.replace(MARK, "# <-- here"), "yaml")
