"""JFP505 unused-glossary-entry."""

import re
from collections.abc import Iterator

from jfp_cli.linting.prose.abbreviations import singular, words
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.walk import walk
from jfp_cli.values.address import Address
from jfp_cli.values.figures import Quantity
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    used = {name for uses in subject.abbreviations.values() for use in uses for name in (use.name, use.written)}
    used |= words("\n".join(_beside_prose(subject)))
    for name in subject.plan.settings.glossary:
        if singular(name) not in used and not _is_written(subject, name):
            yield Problem(
                Address("glossary", name),
                f'the plan does not use "{name}"',
                "delete it, or check its spelling against the text that it was meant for",
                key=True,
            )


def _beside_prose(subject: Subject) -> Iterator[str]:
    """The texts that are no prose and where an abbreviation may stand all the same: vocabularies, owners, figures."""
    for name, meaning in subject.plan.settings.glossary.items():
        yield " ".join(word for word in meaning.split() if singular(word) != name)
    for at, field, value, in_key in walk(subject.plan):
        if isinstance(value, Quantity):
            yield value.text
        elif isinstance(value, str) and not (field.about.prose or in_key or at.kind == "glossary"):
            yield value


def _is_written(subject: Subject, name: str) -> bool:
    """The words of an entry stand somewhere in the plan; for what does not look like an abbreviation."""
    if not subject.prose_index.words.issuperset(name.lower().split()):
        return False
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?:s|['\u2019]s)?(?!\w)", 0 if name.isupper() else re.IGNORECASE)
    return any(pattern.search(text) for _, text in subject.prose_index.holding(name.lower()))


RULE = Rule(
    code="JFP505",
    name="unused-glossary-entry",
    severity=Severity.ADVICE,
    what="The glossary explains something that the plan does not say.",
    why="A long glossary is harder to search, and an entry that nothing uses is often one that is spelled otherwise in "
    "the text. Advice: nothing is wrong with the plan itself.",
    bad="""
--- plan.yaml
glossary:
  SDEC: same day emergency care
  VSFCE: voluntary, community, faith and social enterprise  # <--
--- sections/access.yaml
challenges: [VCFSE partners find SDEC hard to reach]
""",
    good="""
--- plan.yaml
glossary:
  hospital at home: care at home in place of a stay in hospital
  SDEC: same day emergency care
  UTC: urgent treatment centre
--- sections/access.yaml
challenges: ["Hospital at home and SDEC are hard to reach, as are UTCs"]
""",
    check=_check,
)
