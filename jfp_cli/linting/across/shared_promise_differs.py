"""JFP802 shared-promise-differs."""

from jfp_cli.linting.across.rule import RuleAcross
from jfp_cli.query.promises import HOMES
from jfp_cli.values.finding import Severity

RULE = RuleAcross(
    code="JFP802",
    name="shared-promise-differs",
    severity=Severity.WARNING,
    what="A promise or a target that several plans share has another date or figure in one of them.",
    why="Partners who deliver it together work to different dates, and the public reads both. A warning: one of the "
    "plans was moved and the other was not.",
    bad="""
--- one plan
milestones:
  - {id: shared-record, activity: Share one care record, due: March 2027}
--- another plan
milestones:
  - {id: shared-record, activity: Share one care record, due: June 2027}  # <--
""",
    good="""
--- one plan
milestones:
  - {id: shared-record, activity: Share one care record, due: March 2027}
--- another plan
milestones:
  - {id: shared-record, activity: Share one care record, due: 2027-03}
  - {id: own-record, activity: Share our own record, due: June 2027}
""",
    kinds=(*HOMES, "targets"),
    advice="agree on one, or give it another id where it is another promise",
)
