"""JFP511 one-name-two-ways."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.rules.name_variants import Variant, renamed_services, spellings, thresholds
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    for find in (spellings, thresholds, renamed_services):
        for variant in find(subject):
            yield _problem(variant)


def _problem(variant: Variant) -> Problem:
    return Problem(
        variant.at,
        f'"{variant.words}" here is "{variant.other}" at {variant.other_at}',
        "write it in one way; if two things are meant, say what sets them apart",
        words=variant.words,
    )


RULE = Rule(
    code="JFP511",
    name="one-name-two-ways",
    severity=Severity.ADVICE,
    what="One thing is called by two names, or one group of people is drawn in two ways.",
    why="Readers look for the difference, and no search for the one finds the other. Advice, since most readers guess "
    "what is meant.",
    bad="""
--- sections/access.yaml
challenges:
  - Records in SystmOne are hard to share
  - The ward at St Margaret's Hospital is full
--- sections/lipids.yaml
challenges:
  - One in five people over 65 falls each year
  - Few practices use Systmone  # <--
  - Patients of St. Margaret's Hospital wait  # <--
  - People aged 65 and over live alone  # <--
workstreams:
  - id: lipids
    title: Cholesterol
    actions:
      2025-26:
        - Develop an integrated lipid service
      2026-30:
        - Continue to run the integrated lipid clinic  # <--
""",
    good="""
--- sections/access.yaml
challenges:
  - Records in SystmOne are hard to share
  - The ward at St Margaret's Hospital is full
  - One in five people aged 65 and over falls each year
  - More than 10 clinics are closed on Sunday, and 12 or more on holidays
--- sections/lipids.yaml
challenges:
  - Few practices use SystmOne
  - Patients of St Margaret's Hospital wait
  - People over 65 and under 85 live alone
workstreams:
  - id: lipids
    title: Cholesterol
    actions:
      2025-26:
        - Develop an integrated lipid service and open a walk-in lipid clinic
      2026-30:
        - Continue to run the integrated lipid service and the walk-in lipid clinic
""",
    check=_check,
)
