"""JFP504 undefined-abbreviation."""

import re
from collections.abc import Iterator
from functools import cache, partial

from jfp_cli.linting.prose.abbreviations import Use, explains, singular, stands_apart
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity

_LONGEST_INITIALISM_LIKE_A_WORD = 3  # IT and WHO may be meant where "it" and "who" are written elsewhere


def _check(subject: Subject) -> Iterator[Problem]:
    glossary = subject.plan.settings.glossary
    known = {singular(part) for name in glossary for part in (name, *re.split(r"[^\w&+]+", name))}
    meant = {_folded(name): name for name in glossary}
    ordinary = cache(partial(_is_ordinary, subject))  # it looks through the whole plan, so once for each word
    for uses in subject.abbreviations.values():
        settled: set[str] = set()
        for use in uses:
            if use.name in settled or use.name in known or use.name.partition("-")[0] in known:
                continue
            if stands_apart(use.prose.text, use.written):
                continue
            settled.add(use.name)
            if not explains(use.prose.text, use.name) and not ordinary(use.name):
                yield _problem(use, meant)


def _folded(name: str) -> str:
    """Letters without their case and order, and without a last S: so VCSFE is known for VCFSE, and CAMH for CAMHS."""
    return "".join(sorted(name.upper().removesuffix("S")))


def _is_ordinary(subject: Subject, name: str) -> bool:
    """A word in capitals that the plan also writes without them."""
    if len(name) <= _LONGEST_INITIALISM_LIKE_A_WORD or not (name.isalpha() and name.isupper()):
        return False
    word = re.compile(rf"\b(?:{name.lower()}|{name.capitalize()})\b")
    return any(word.search(text) for _, text in subject.prose_index.holding(name.lower()))


def _problem(use: Use, meant: dict[str, str]) -> Problem:
    likely = meant.get(_folded(use.name))
    explain = f'add "{use.name}: ..." to the glossary of plan.yaml, or write it in full'
    return Problem(
        use.prose.at,
        f'"{use.name}" is neither in the glossary nor explained here',
        f'did you mean "{likely}"? If not, {explain}' if likely else explain,
        words=use.written,
    )


RULE = Rule(
    code="JFP504",
    name="undefined-abbreviation",
    severity=Severity.WARNING,
    what="A text uses an abbreviation that neither the glossary nor the text itself explains.",
    why="Residents and new colleagues read the plan too, and the same letters stand for different things elsewhere. A "
    "warning: people who cannot read a promise cannot hold anybody to it. Each abbreviation is found once a file.",
    bad="""
--- plan.yaml
glossary: {VCFSE: "voluntary, community, faith and social enterprise"}
--- sections/access.yaml
challenges:
  - Waits for SDEC are growing  # <--
  - SDEC is short of staff
  - Our VCSFE partners need notice  # <--
""",
    good="""
--- plan.yaml
glossary: {ICB: integrated care board, S136: section 136 of the Mental Health Act 1983}
--- sections/access.yaml
challenges:
  - The ICBs' waits for same day emergency care (SDEC) are growing
  - SDEC is short of staff, and S136 suites must NOT close in Q3
  - WorkWell has ended
""",
    check=_check,
)
