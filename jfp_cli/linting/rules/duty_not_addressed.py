"""JFP604 duty-not-addressed."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.query.coverage import uncovered
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    if not subject.is_whole("sections", "enablers"):
        return  # what could not be read may say it
    for duty in uncovered(subject.coverage["duties"]):
        yield Problem(
            Address("duties", duty.id),
            f'nothing in the plan says how the duty "{duty.title}" is discharged',
            f'add {duty.id} to "duties" of the sections and enablers that discharge it',
            key=True,
        )


RULE = Rule(
    code="JFP604",
    name="duty-not-addressed",
    severity=Severity.ERROR,
    what="No section and no enabler says how a statutory duty is discharged.",
    why="The law asks the plan to explain each of these duties, and its reviewers check them one by one. An error: a "
    "plan that leaves one out is not lawful, and where the text is there it must name the duty.",
    bad="""
--- plan.yaml
duties:
  14Z35: Reducing inequalities
  14Z44: Climate change  # <--
--- sections/access.yaml
duties: [14Z35]
""",
    good="""
--- plan.yaml
duties:
  14Z35: Reducing inequalities
  14Z44: Climate change
--- sections/access.yaml
duties: [14Z35]
--- enablers/estates.yaml
duties: [14Z44]
""",
    check=_check,
)
