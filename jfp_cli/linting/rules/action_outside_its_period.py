"""JFP314 action-outside-its-period."""

from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.promise import CLOSED
from jfp_cli.query.planning_periods import is_outside, periods_with_days
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    settings = subject.plan.settings
    periods = periods_with_days(settings.planning_periods, settings.calendar)
    for _, stream in subject.plan.workstreams():
        for name, actions in stream.actions.items():
            period = periods.get(name)
            for number, action in enumerate(actions):
                if period is None or isinstance(action, str) or action.due is None or action.status in CLOSED:
                    continue
                if is_outside(action.due, period):
                    fitting = next((other for other in periods if not is_outside(action.due, periods[other])), None)
                    move = f'put it under "{fitting}", or correct its date' if fitting else "correct its date"
                    yield Problem(
                        Address("workstreams", stream.id, ("actions", name, number, "due")),
                        f"due {bare(action.due)}, but it stands among the actions of {name}",
                        move,
                    )


RULE = Rule(
    code="JFP314",
    name="action-outside-its-period",
    severity=Severity.WARNING,
    what="An action is due before or after the planning period that it stands under.",
    why="Who reads the plan of one period expects it then, and who watches dates at another time. A warning: one of "
    "the two is wrong, and until somebody says which the action cannot be tracked.",
    bad="""
workstreams:
  - id: outpatients
    title: Outpatients
    actions:
      2025-26:
        - {action: Clear the backlog of first appointments, due: June 2026}  # <--
        - action: Send reminders by text
          due: March 2025  # <--
      2026-30:
        - {action: Close the old clinic, due: Summer 2025}  # <--
""",
    good="""
workstreams:
  - id: outpatients
    title: Outpatients
    actions:
      2025-26:
        - {action: Clear the backlog of first appointments, due: March 2026}
        - {action: Send reminders by text, due: by 1 April 2026}
        - {action: Bring letters online, due: calendar year 2026}
        - {action: Hire two clerks, due: March 2025, status: complete, completed: 2025-03-12}
      2026-30:
        - {action: Close the old clinic, due: 2028/29}
""",
    check=_check,
    by_file=True,
)
