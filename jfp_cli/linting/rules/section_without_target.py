"""JFP602 section-without-target."""

from collections.abc import Iterator

from jfp_cli.linting.pending import is_awaited
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.linting.target_figures import has_figure_in_words
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    with_targets = {home.section.id for home in subject.homes}
    with_figures = {home.section.id for home in subject.homes if _says_how_much(home.target)}
    for section in subject.plan.sections.values():
        at = Address("sections", section.id)
        if section.id in with_figures or at in subject.unread:
            continue
        if is_awaited(section.pending, "target", "indicator", "section"):
            continue
        if section.id in with_targets:
            yield Problem(
                at,
                f'none of the targets of "{section.title}" says how much',
                'give at least one of them a figure, with lines such as "target: 92%" and "due: March 2028"',
            )
        else:
            yield Problem(
                at,
                f'"{section.title}" does not say how anybody will know that it made a difference',
                'add "targets:" with at least one commitment, its measure and its figure',
            )


def _says_how_much(target: Target) -> bool:
    return target.target is not None or bool(target.trajectory) or has_figure_in_words(target.statement)


RULE = Rule(
    code="JFP602",
    name="section-without-target",
    severity=Severity.WARNING,
    what="A section commits to nothing that could be measured: it has no target, or none with a figure.",
    why="Its work may all be done and still nobody could say that residents are better off. A warning: the section "
    "reads well, but its effect cannot be tracked.",
    bad="""
--- sections/wellbeing.yaml
id: wellbeing  # <--
workstreams:
  - {id: walking-groups, title: Walking groups, indicators: [Groups in every town]}
--- sections/workforce.yaml
id: workforce  # <--
targets:
  - {id: turnover, statement: Lower staff turnover, measure: Staff turnover, better: lower}
  - {id: appraisals, statement: Appraisals on the new form, due: March 2026}
""",
    good="""
--- sections/waits.yaml
targets:
  - {id: long-waits, statement: Nobody waits more than a year, measure: Waits of more than a year, better: lower}
--- sections/wellbeing.yaml
targets:
  - {id: active-adults, statement: More active adults, target: 70%, due: March 2028}
--- sections/elective-care.yaml
workstreams:
  - id: outpatients
    title: Outpatients
    indicators:
      - {id: missed-appointments, statement: Fewer missed appointments, target: under 6%, due: March 2026}
--- sections/dental.yaml
pending: [{what: Targets to be agreed, by: March 2026}]
""",
    check=_check,
    by_file=True,
)
