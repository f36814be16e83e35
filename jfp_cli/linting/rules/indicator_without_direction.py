"""JFP416 indicator-without-direction."""

import re
from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.measures.line import direction
from jfp_cli.values.address import Address
from jfp_cli.values.figures import PER_CENT, Quantity
from jfp_cli.values.finding import Severity

# A sentence that only names what is counted: "Number of referrals", "Waiting times for tests".
_NAMES_A_MEASURE = re.compile(
    r"(?:the )?(?:(?:total |average |mean |median |overall )?(?:numbers?|shares?|rates?|proportions?"
    r"|percentages?|%|levels?"
    r"|size|length|volume|frequency|prevalence|incidence|uptake|take-up|retention|turnover) of\b"
    r"|(?:\w+ )?(?:waiting times?|response times?|vacancy rates?|turnover rates?|length of stay|applications)\b)",
    re.IGNORECASE,
)
_SAYS_WHICH_WAY = re.compile(
    r"\b(?:more|fewer|less|lower|higher|greater|smaller|shorter|longer|faster|quicker|earlier|better|worse"
    r"|closer|fuller"
    r"|improv\w*|increas\w*|reduc\w*|decreas\w*|rais\w*|ris(?:e|es|ing)|fall(?:s|ing)?|grow\w*|drop\w*|cut|halv\w*"
    r"|doubl\w*|shorten\w*|minimi\w*|maximi\w*|up|down|above|below|under|over|within|at least|at most|no more"
    r"|met|meets?"
    r"|reach\w*|achiev\w*|maintain\w*|held|kept|stable|target|standard|publish\w*|report\w*|monitor\w*|review\w*"
    r"|known|measured|agreed|set|zero|none|nil|all|every)\b|\d",
    re.IGNORECASE,
)


def _check(subject: Subject) -> Iterator[Problem]:
    for target in subject.targets:
        figure = target.target
        if figure is not None and direction(target) is None and not _speaks_for_itself(figure):
            yield Problem(
                Address("targets", target.id),
                f'nothing says whether more or less than "{figure}" is better',
                'add "better: higher" or "better: lower", or write a limit, such as "at least" or "no more than"',
            )
    for _, stream in subject.plan.workstreams():
        for number, indicator in enumerate(stream.indicators):
            if (
                isinstance(indicator, str)
                and _NAMES_A_MEASURE.match(indicator)
                and not _SAYS_WHICH_WAY.search(indicator)
            ):
                yield Problem(
                    Address("workstreams", stream.id, ("indicators", number)),
                    f'"{indicator}" says what is counted, but not which way it is to go',
                    "say so, with a word such as more, fewer or shorter, and if you can by how much",
                )


def _speaks_for_itself(figure: Quantity) -> bool:
    """Whether a figure has two ends, or is all or nothing."""
    is_all = figure.unit.split()[:2] == ["of", f"{figure.value:f}"] or (figure.unit == PER_CENT and figure.value == 100)
    return figure.upper is not None or figure.value == 0 or is_all


RULE = Rule(
    code="JFP416",
    name="indicator-without-direction",
    severity=Severity.WARNING,
    what="A target or an indicator says what is counted, but not whether more or less of it is better.",
    why="A reader cannot tell good news from bad, and jfp cannot tell whether the figure was reached. A warning, since "
    "without it nothing can be tracked.",
    bad="""
targets:
  - {id: cases, statement: Cases on a theatre list, target: "2.5", due: March 2026}  # <--
workstreams:
  - id: outpatients
    title: Outpatients
    indicators:
      - Number of missed appointments  # <--
      - Waiting times for diagnostic tests  # <--
""",
    good="""
targets:
  - {id: cases, statement: Cases on a theatre list, target: at least 2.5, due: March 2026}
  - {id: beds, statement: Beds in use, target: between 85% and 90%, due: March 2026}
  - {id: wards, statement: Wards with the new record, target: all 24 wards, due: March 2026}
  - {id: falls, statement: Emergency admissions after a fall, target: down 5%, due: March 2027}
workstreams:
  - id: outpatients
    title: Outpatients
    indicators:
      - Number of missed appointments falls
      - Lower rate of missed appointments
      - Number of clinics reported to the board
      - A lead for each clinic
""",
    check=_check,
    by_file=True,
)
