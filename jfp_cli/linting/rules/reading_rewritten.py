"""JFP707 reading-rewritten."""

from collections.abc import Iterator

from jfp_cli.history.readings import rewritten
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.measure import Measure
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for (old, new), _ in subject.changes:
        if not (old and new and isinstance(old.entity, Measure) and isinstance(new.entity, Measure)):
            continue
        for was, reading, number in rewritten(old.entity, new.entity):
            where = f" of {was.place}" if was.place else ""
            if reading is None:
                yield Problem(
                    new.address.at("readings"),
                    f"the reading{where} for {was.at} was {was.value}, and is gone",
                    "put it back; a figure that should not count has exclude, with the reason",
                    key=True,
                )
            else:
                yield Problem(
                    new.address.at("readings", number, "value"),
                    f"the reading{where} for {was.at} was {was.value}, and is {reading.value} now",
                    "say in its note why it was corrected; a figure that may still change is provisional: true",
                )


RULE = Rule(
    code="JFP707",
    name="reading-rewritten",
    severity=Severity.WARNING,
    what="A reading that was not provisional is gone since an earlier time, or another figure without a note.",
    why="The past changes under the charts that were shown, and the progress that was reported with it. A warning: a "
    "figure may have been corrected, which its note should say.",
    bad="""
--- before
--- measures/absence.yaml
unit: "%"
readings:
  - {at: 2025-04, value: 4.1%}
  - {at: 2025-05, value: 4.4%}
  - {at: 2025-06, value: 4.9%}
--- now
--- measures/absence.yaml
unit: "%"
readings:  # <--
  - {at: 2025-04, value: 4.1%}
  - {at: 2025-06, value: 4.2%}  # <--
""",
    good="""
--- before
--- measures/absence.yaml
unit: "%"
readings:
  - {at: 2025-04, value: 4.1%}
  - {at: 2025-05, value: 4.4%, provisional: true}
--- now
--- measures/absence.yaml
unit: "%"
readings:
  - {at: 2025-04, value: 4.3%, note: Two wards were missing}
  - {at: 2025-05, value: 4.6%}
  - {at: 2025-06, value: 4.8%}
""",
    check=_check,
    looks_back=True,
)
