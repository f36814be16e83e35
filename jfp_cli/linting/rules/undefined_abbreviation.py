"""JFP504 undefined-abbreviation."""

import re
from collections.abc import Iterator
from functools import cache, partial

from jfp_cli.linting.prose.abbreviations import Use, singular
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity

_LONGEST_INITIALISM_LIKE_A_WORD = 3  # IT and WHO may be meant where "it" and "who" are written elsewhere
_LINK = ("://", "@", "www.")
_REACH = 120  # characters before a bracket in which the words that it abbreviates begin


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
            if _stands_apart(use.prose.text, use.written):
                continue
            settled.add(use.name)
            if not _explains(use.prose.text, use.name) and not ordinary(use.name):
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


def _stands_apart(text: str, written: str) -> bool:
    """Whether an abbreviation is only a part of a heading in capitals or of a link."""
    if text.isupper() and text.count(" ") > 1:
        return True
    if not any(mark in text for mark in _LINK):
        return False
    return not any(written in word for word in text.split() if not any(mark in word for mark in _LINK))


def _explains(text: str, name: str) -> bool:
    """Whether a text says what an abbreviation stands for: primary care networks (PCNs), or PCN (primary care ...)."""
    if "(" not in text:
        return False
    written, initial = rf"{re.escape(name)}(?:s|['\u2019]s)?\b", re.escape(name[0])
    if re.search(rf"\b{written}[\"'\u201d\u2019]? \((?:\w+ ){{0,2}}(?i:{initial})[a-z]", text):
        return True
    begins = re.compile(rf"\b{initial}\w", re.IGNORECASE)
    return any(
        begins.search(text, max(0, bracket.start() - _REACH), bracket.start())
        for bracket in re.finditer(rf"\((?:[a-z ]{{1,20}} )?[\"'\u201c\u2018]?{written}", text)
    )


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
