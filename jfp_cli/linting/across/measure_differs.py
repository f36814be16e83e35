"""JFP801 measure-differs."""

from jfp_cli.linting.across.rule import RuleAcross
from jfp_cli.values.finding import Severity

RULE = RuleAcross(
    code="JFP801",
    name="measure-differs",
    severity=Severity.WARNING,
    what="A measure that several plans have means something else in one of them.",
    why="Its readings are put side by side and are not the same thing. A warning: each plan may be right by itself, "
    "but nobody can compare them.",
    bad="""
--- one plan
--- measures/waiting-list.yaml
title: Open elective pathways
better: lower
--- another plan
--- measures/waiting-list.yaml
title: Patients on the waiting list  # <--
better: lower
""",
    good="""
--- one plan
--- measures/waiting-list.yaml
title: Open elective pathways
unit: pathways
--- another plan
--- measures/waiting-list.yaml
title: open elective  pathways
""",
    kinds=("measures",),
    advice="let both say the same, or give the measure another id where it is another one",
)
