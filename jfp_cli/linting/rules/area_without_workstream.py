"""JFP605 area-without-workstream."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.promise import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    if not subject.is_whole("sections", "areas"):
        return  # what could not be read may treat it
    for area in subject.coverage["areas"]:
        promised = sum(milestone.status not in CLOSED for milestone in subject.plan.areas[area.id].milestones)
        if promised and not area.workstreams:
            yield Problem(
                Address("areas", area.id),
                f"no workstream treats {area.title}, which promises {promised} milestone{'s' * (promised != 1)}",
                f'add {area.id} to "areas" of the workstreams that treat it, or name those in its milestones',
            )


RULE = Rule(
    code="JFP605",
    name="area-without-workstream",
    severity=Severity.WARNING,
    what="A service area owns milestones that are still open, but no workstream treats it.",
    why="Its dates hang in the air: no section says what the work is for. A warning: the milestones can be tracked, "
    "but not what they lead to. An area without milestones, or with none left to do, promises nothing here.",
    bad="""
--- milestones/dental.yaml
area: dental  # <--
milestones:
  - {id: child-friendly-dentists, activity: Open three child-friendly practices, due: March 2026}
""",
    good="""
--- milestones/dental.yaml
milestones:
  - {id: child-friendly-dentists, activity: Open three child-friendly practices, due: March 2026}
--- milestones/cancer.yaml
milestones:
  - {id: breast-pain-clinic, activity: Open the clinic, due: March 2026, workstreams: [breast-pain]}
--- milestones/eye-care.yaml
milestones:
  - {id: eye-van, activity: Buy an eye van, due: April 2025, status: complete, completed: 2025-04-20}
--- sections/access.yaml
workstreams:
  - {id: dental-access, title: Dental access, areas: [dental]}
  - {id: breast-pain, title: Breast pain}
""",
    check=_check,
)
