"""JFP505 unused-glossary-entry."""

import re
from collections.abc import Iterator

from jfp_cli.linting.prose.abbreviations import singular, words
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.field import Field, Shape
from jfp_cli.model.walk import walk
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity


def _check(subject: Subject) -> Iterator[Problem]:
    if subject.unread:
        return  # what could not be read may use it
    used = {name for uses in subject.abbreviations.values() for use in uses for name in (use.name, use.written)}
    glossary = subject.plan.settings.glossary
    unread = [name for name in glossary if singular(name) not in used and not _is_written(subject, name)]
    beside = words("\n".join(_beside_prose(subject))) if unread else set()
    for name in unread:
        if singular(name) not in beside:
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
    for at, _, value, in_key in walk(subject.plan, is_beside_prose):
        if not in_key and at.kind != "glossary":
            yield value
    yield from (target.target.text for target in subject.targets if target.target)


def is_beside_prose(field: Field) -> bool:
    """Holds words, but neither sentences, nor ids, nor one of a few words."""
    about, shape = field.about, field.shape
    return not (about.prose or about.names or field.choices) and shape in (Shape.TEXT, Shape.WORDS)


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
