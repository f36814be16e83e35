"""JFP611 name-kept-by-windows."""

from collections.abc import Iterator

from jfp_cli.edit.naming import RESERVED
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for at, _ in subject.plan.files():
        if at.id in RESERVED:
            yield Problem(
                at,
                f"Windows keeps the name {at.id} for a device and has no file {at.id}.yaml",
                f"give it another id: jfp rename {at} {at.id}-1",
            )


RULE = Rule(
    code="JFP611",
    name="name-kept-by-windows",
    severity=Severity.ERROR,
    what="A file of the plan has a name that Windows keeps for a device, such as con, aux or nul.",
    why="git cannot write that file on Windows: nobody there can take a copy of the plan, and who does gets it without "
    "this file. An error, wherever it was written. What stands within files may have such an id.",
    bad="""
--- milestones/aux.yaml
area: aux  # <--
title: Auxiliary services
milestones: []
""",
    good="""
--- milestones/auxiliary-services.yaml
area: auxiliary-services
title: Auxiliary services
milestones: []
""",
    check=_check,
    by_file=True,
)
