"""JFP504 undefined-abbreviation."""

import re
from collections.abc import Iterator
from functools import cache, partial

from jfp_cli.edit.remedies import Enter, Remedy
from jfp_cli.linting.prose.abbreviations import Use, singular
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.rules.everyday_abbreviations import EVERYDAY
from jfp_cli.linting.rules.explained_meanings import meaning_in
from jfp_cli.linting.rules.usual_meanings import usual_meaning
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_LONGEST_INITIALISM_LIKE_A_WORD = 3  # IT and WHO may be meant where "it" and "who" are written elsewhere
_SHORTEST_NAME = 6  # letters; shorter ones that can be spoken, such as ARFID, still stand for something
_SPOKEN = re.compile(
    r"(?:[BCDFGHJKLMNPRSTVWYZ]|BL|BR|CH|CL|CR|DR|FL|FR|GL|GR|KN|PH|PL|PR|SC|SH|SK|SL|SM|SN|SP|ST|SW|TH|TR|TW|WH|WR|QU"
    r"|SCR|SHR|SPR|STR|THR)?[AEIOUY]{1,2}(?:[B-DF-HJ-NP-TV-XZ]{1,3}[AEIOUY]{1,2})*[B-DF-HJ-NP-TV-XZ]{0,2}\Z"
)
_LINK = ("://", "@", "www.")
_REACH = 120  # characters before a bracket in which the words that it abbreviates begin


def _check(subject: Subject) -> Iterator[Problem]:
    settings = subject.plan.settings
    glossary = settings.glossary
    explained = {singular(part) for name in glossary for part in (name, *re.split(r"[^\w&+]+", name))}
    known = explained | {singular(name) for name in settings.lint.known} | EVERYDAY
    meant = {_folded(name): name for name in glossary}
    # These look through the whole plan, so once for each word.
    ordinary, meaning = cache(partial(_is_ordinary, subject)), cache(partial(meaning_in, subject))
    for uses in subject.abbreviations.values():
        settled: set[str] = set()
        for use in uses:
            if use.name in settled or use.name in known or use.name.partition("-")[0] in known:
                continue
            if _stands_apart(use.text, use.written):
                continue
            settled.add(use.name)
            is_said = _explains(use.text, use.name) or _is_named(use.text, use.written) or _reads_as_word(use.name)
            if not is_said and not ordinary(use.name):
                likely = meant.get(_folded(use.name))
                yield _problem(use, likely, None if likely else meaning(use.name) or usual_meaning(settings, use.name))


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


@cache
def _reads_as_word(name: str) -> bool:
    """Whether long capitals are spoken as a word, as names of programmes are: THRIVE, SPRINT."""
    return len(name) >= _SHORTEST_NAME and _SPOKEN.match(name) is not None


def _is_named(text: str, written: str) -> bool:
    """Whether a text introduces a word as a name: a tool called EMIS, the 'SPRINT' teams."""
    word = re.escape(written)
    return (
        re.search(
            rf"\b(?:called|named|known as|branded) (?:the )?{word}\b|[\"\u201c\u2018]{word}[\"\u201d\u2019]", text
        )
        is not None
    )


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


def _problem(use: Use, likely: str | None, meaning: str | None) -> Problem:
    explain = f'add "{use.name}: ..." to the glossary of plan.yaml, or write it in full'
    return Problem(
        use.at,
        f'"{use.name}" is neither in the glossary nor explained here',
        f'did you mean "{likely}"? If not, {explain}' if likely else explain,
        words=use.written,
        remedies=(_in_glossary(use.name, meaning),) if meaning else (),
    )


def _in_glossary(name: str, meaning: str) -> Remedy:
    title = f'add "{name}: {meaning}" to the glossary of plan.yaml'
    return Enter(title, safe=True, at=Address("plan", "", ("glossary",)), key=name, value=meaning)


RULE = Rule(
    code="JFP504",
    name="undefined-abbreviation",
    severity=Severity.WARNING,
    what="A text uses an abbreviation that neither the glossary nor the text itself explains.",
    why="Residents and new colleagues read the plan too, and the same letters stand for different things elsewhere. A "
    "warning: people who cannot read a promise cannot hold anybody to it. Each abbreviation is found once a file. "
    "What every reader knows (A&E, HIV, COVID-19, and what stands under `known` of `lint:`) and what is said to be a "
    "name needs no explanation.",
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
lint: {known: [PCN]}
--- sections/access.yaml
challenges:
  - The ICBs' waits for same day emergency care (SDEC) are growing
  - SDEC is short of staff, and S136 suites must NOT close in Q3
  - WorkWell has ended, and A&E is full since COVID-19
  - Nurses of every PCN use a tool called EMIS
""",
    check=_check,
)
