"""Dates that cannot stand as they are beside others: JFP116 and JFP117."""

from jfp_cli.loading.faults.fault import Fault
from jfp_cli.values.finding import Severity

PERIOD_REVERSED = Fault(
    code="JFP116",
    name="period-reversed",
    severity=Severity.ERROR,
    what="The plan ends before it starts, or never.",
    why="Whether a date lies inside the plan is asked again and again, and no date would. An error: one of the two "
    "days is mistyped.",
    bad="""
--- plan.yaml
period:
  start: 2025-04-01
  end: 2020-03-31  # <--
""",
    good="""
--- plan.yaml
period:
  start: 2025-04-01
  end: 2030-03-31
""",
)

READINGS_OUT_OF_ORDER = Fault(
    code="JFP117",
    name="readings-out-of-order",
    severity=Severity.ERROR,
    what="Readings that do not stand oldest first.",
    why="The last reading is the one that a target is judged by, so that an old one in its place changes the answer. "
    "An error: a date is mistyped or a line stands in the wrong place.",
    bad="""
--- sections/access.yaml
targets:
  - {id: waiting-list, statement: A smaller waiting list, target: "92,300", due: March 2029}
--- readings/waiting-list.yaml
target: waiting-list
readings:
  - {at: June 2025, value: "148,300"}
  - {at: May 2025, value: "149,100"}  # <--
""",
    good="""
--- sections/access.yaml
targets:
  - {id: waiting-list, statement: A smaller waiting list, target: "92,300", due: March 2029}
--- readings/waiting-list.yaml
target: waiting-list
readings:
  - {at: May 2025, value: "149,100"}
  - {at: June 2025, value: "148,300"}
""",
)
