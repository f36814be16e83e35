"""JFP803 organisation-differs."""

from jfp_cli.linting.across.rule import RuleAcross
from jfp_cli.values.finding import Severity

RULE = RuleAcross(
    code="JFP803",
    name="organisation-differs",
    severity=Severity.WARNING,
    what="An organisation that several plans name has another name in one of them.",
    why="What it delivers is counted under two names, or two organisations are taken for one. A warning: the counts by "
    "organisation are wrong.",
    bad="""
--- one plan
--- plan.yaml
organisations: {nth: North Town Hospital Trust}
--- another plan
--- plan.yaml
organisations: {nth: North Thames Health Trust}  # <--
""",
    good="""
--- one plan
--- plan.yaml
organisations: {nth: North Town Hospital Trust}
--- another plan
--- plan.yaml
organisations: {nth: North Town hospital trust, sth: South Town Hospital Trust}
""",
    kinds=("organisations",),
    advice="let both use the same name, or another id where they are two organisations",
)
