"""JFP508 words-that-age."""

import re
from collections.abc import Iterator

from jfp_cli.linting.prose.index import Sought
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.text import small

_NUMBER = r"(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few)"
_TIME = r"(?:days?|weeks?|months?|years?)"
# Nearly every place is none of these words' beginning: asked once, that makes the search twice as fast.
_AGES = re.compile(
    r"\b(?=[acefhilnoprstu\d])(?:currently|presently|at present(?! levels)|at the moment|recently|nowadays"
    r"|these days|imminently|(?:is|are|has|have) now(?! and (?:then|again))"
    r"|(?:the )?latest (?:figures|data|survey|results?|report)"
    r"|in the near future"
    r"|(?<!up )(?<!up-)to date(?!d)|so far(?! as)|until now|in due course|in the coming (?:weeks|months|years?)"
    rf"|(?:this|last|next|the current) (?:financial |calendar |academic )?(?:year|month|quarter|week|spring"
    rf"|summer|autumn|winter)(?! of life|'s?\b)"
    rf"|{_NUMBER} {_TIME} ago"
    r"|(?<!as )soon(?!er| as)|shortly(?! after| before))\b"
)
# A stretch that ends today. What is counted again and again rightly looks back from the day of each reading.
_STRETCH = re.compile(
    rf"\b(?:in|over|during|of|for) the (?:last|past|previous|next) (?:{_NUMBER} )?{_TIME}\b(?! of (?:life|their"
    rf"|her|his|the))"
)
_TELLS = frozenset(["introduction", "challenges", "voices", "points", "about", "what", "ambitions"])
# One letter of several of these words is looked for, then what stands around it: each is in few other words.
_HINTS: tuple[Sought, ...] = (
    *map(
        re.compile,
        (
            r"g(?:(?<=ag)o|(?<=coming))",
            r"l(?:atest|ast )",
            r"p(?:ast |resent|revious )",
            r"u(?:rrent|(?<=near fu)ture|(?<=due cou)rse)",
            r"w(?<=now)",
            r"x(?<=nex)t ",
            r"y(?:(?<=urrently|recently|resently|minently)|(?<=shortly)|(?<=these day)s)",
        ),
    ),
    *("this ", "the moment", "to date", "so far", "soon"),
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATED = frozenset(["pending", "updates", "moves", "readings", "rebase"])
_SENTENCE_END = re.compile(r"(?<=[.!?;]) ")


def _check(subject: Subject) -> Iterator[Problem]:
    for at, text in subject.prose_index.holding(*_HINTS):
        words = _ageing(at, text)
        if words and not _is_dated(at, subject):
            yield Problem(
                at,
                f'"{words}" was true when it was written, and nobody can tell when that was',
                'write the date, such as "in March 2025" or "since 2023/24"',
                words=words,
            )


def _is_dated(at: Address, subject: Subject) -> bool:
    """Whether what stands around a text says of when it is: a report does, and a survey or a fact with its year."""
    if not _DATED.isdisjoint(at.path):
        return True
    around = subject.plan.get(Address(at.kind, at.id, at.path[:-2])) if "findings" in at.path else None
    source = getattr(around, "source", "")
    beside = subject.plan.get(Address(at.kind, at.id, at.path[:-1]))
    return _YEAR.search(source) is not None or any(getattr(beside, key, None) for key in ("at", "years", "published"))


def _ageing(at: Address, text: str) -> str:
    """The first words of a text that are true only on the day on which they are read; empty where there are none."""
    tells = not _TELLS.isdisjoint(at.path)
    whole = small(text)
    if not (_AGES.search(whole) or (tells and _STRETCH.search(whole))):
        return ""  # as most: only one that has such words is looked at sentence by sentence
    for sentence in _SENTENCE_END.split(text):
        lowered = small(sentence)
        found = _AGES.search(lowered) or (_STRETCH.search(lowered) if tells else None)
        if found and not _YEAR.search(sentence):
            return sentence[found.start() : found.end()]
    return ""


RULE = Rule(
    code="JFP508",
    name="words-that-age",
    severity=Severity.ADVICE,
    what="A text says when by words that mean another time each year: recently, at present, last year.",
    why="The plan is read for years, and is rolled on from one to the next: what was recent then is taken for recent "
    "now. Advice, since a reader may still guess.",
    bad="""
challenges:
  - Fewer patients wait than six months ago  # <--
  - The service is currently run in two towns  # <--
  - More adults have had falls in each of the last three years  # <--
voices:
  - source: Staff survey, this year  # <--
    findings: [Most are content]
""",
    good="""
challenges:
  - Fewer patients wait than in March 2025
  - In 2025 the service was still run in two towns only, and so it is at present
  - Records are up to date
  - People in the last year of life have a care plan
  - Results come as soon as the laboratory has them
voices:
  - source: Survey of residents, 2023
    findings: [Most had waited in the last 12 months]
targets:
  - id: reviews
    statement: Share of people whose plan was reviewed in the last 12 months
    target: at least 80%
    due: March 2026
    updates: [{date: 2025-05-01, note: Recently begun}]
""",
    check=_check,
    by_file=True,
)
