"""Names that a plan writes in two ways: other letters, another limit, another word for one service."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from jfp_cli.linting.prose.index import Prose, Sought
from jfp_cli.linting.subject import Subject
from jfp_cli.model.section import Action, Section, Workstream
from jfp_cli.values.address import Address
from jfp_cli.values.text import composed

# Words with capitals that stand together: SystmOne, Teach & Treat, St Margaret's Hospital.
# The look-behind comes after the first letter because that is twice as fast.
_NAME = re.compile(r"[A-Z](?<!\w[A-Z])[\w\u2019']*(?:\.?(?: (?:& |and )?|-)[A-Z0-9][\w\u2019']*)*")
_LEFT_OUT = dict.fromkeys(map(ord, " .'\u2019-"))  # nothing else, which would take ten times as long
_SHORTEST = 5  # letters
_NO_NAMES = frozenset(["glossary", "pending", "updates", "source"])

_OVER = re.compile(
    # Nearly every word is none of these: asked once, that makes the search twice as fast.
    r"\b(?=[amoprtw\d])(?:(?P<who>(?:people|adults|patients|residents|men|women|those) )?(?P<over>(?:aged |age )?"
    r"(?:more than|over) (?P<more>\d+)(?P<years>s\b| years?\b)?)(?: (?P<noun>[a-z]+))?"
    r"|(?P<from>(?:aged |age )?(?P<least>\d+)(?: years?)? (?:or|and) (?:more|over|above"
    r"|older))(?: (?P<things>[a-z]+))?)",
)
_OVER_HINTS: tuple[Sought, ...] = (
    *map(
        re.compile,
        (
            r"v(?:(?<=ov)er(?: \d|(?<=or over|nd over))|(?<=r abov|d abov)e)",
            r"m(?:ore than \d|(?<=or m|nd m)ore)",
        ),
    ),
    "or older",
    "and older",
)
_HOURS, _ALL_HOURS = re.compile(r"(?<![\d/])24/[1-7](?![\d/])"), "24/7"
_HOURS_HINT = re.compile(r"/(?<=24/)")
_AGES = range(16, 100)
_PEOPLE = frozenset(["people", "adults", "patients", "residents", "with", "who", "and", "in", "are", "is", "or", "at"])

_SERVICES = "service|clinic|team|hub|centre|unit|programme|scheme|pathway|network|forum"
_SERVICE = re.compile(rf"\b(?:{_SERVICES})\b")
_TWO_WORDS = re.compile(r"[A-Za-z-]+ [A-Za-z-]+")
_GOES_ON = ("continu", "keep")


class Variant(NamedTuple):
    """Words at a place, and what they are called elsewhere."""

    at: Address
    words: str
    other: str
    other_at: Address


def spellings(subject: Subject) -> Iterator[Variant]:
    """Names that differ in capitals, points, apostrophes, hyphens or "&" alone, where they are written less often."""
    found = Counter(chain.from_iterable(subject.of_prose(_names)))
    names = [name for name in found if len(name) >= _SHORTEST]
    written: dict[str, list[str]] = defaultdict(list)
    for name, key in zip(names, _keys(names), strict=True):
        written[key].append(name)
    for several in (names for names in written.values() if len(names) > 1):
        usual, *others = sorted(several, key=found.__getitem__, reverse=True)
        for name in others:
            if _differs(name, usual):
                yield Variant(_first(name, subject.prose), name, usual, _first(usual, subject.prose))


def _names(prose: Iterable[Prose]) -> list[str]:
    """Everything in some texts that may be a name."""
    texts = [text if text.isascii() else composed(text) for at, text in prose if _NO_NAMES.isdisjoint(at.path)]
    return _NAME.findall("\n".join(texts))


def _first(name: str, prose: Iterable[Prose]) -> Address:
    return next(one[0] for one in prose if name in _names((one,)))


def _keys(names: list[str]) -> list[str]:
    """What is the same of names that are written in two ways; worked out for all at once, which is far quicker."""
    return "\n".join(names).replace("&", "and").translate(_LEFT_OUT).casefold().splitlines()


def _differs(name: str, usual: str) -> bool:
    """Whether two ways to write a name are more than the beginning of a sentence, a plural or a kind of apostrophe."""
    one, other = name.replace("\u2019", "'"), usual.replace("\u2019", "'")
    if one == other or one.replace("-", " ") == other.replace("-", " "):
        return False
    return " " in one or any(char.isupper() for word in (one, other) for char in word[1:])


def hours(subject: Subject) -> Iterator[Variant]:
    """Hours of service that one text of a file calls 24/7 and another 24/6."""
    for prose in subject.prose_index.holding_by_file(_HOURS_HINT):
        told = [(at, found[0]) for at, text in prose for found in _HOURS.finditer(text)]
        whole = next(((at, words) for at, words in told if words == _ALL_HOURS), None)
        if whole:
            yield from (Variant(at, words, whole[1], whole[0]) for at, words in told if words != _ALL_HOURS)


def thresholds(subject: Subject) -> Iterator[Variant]:
    """Limits that one text includes and another of the same file leaves out: over 65, and 65 or over."""
    for prose in subject.prose_index.holding_by_file(*_OVER_HINTS):
        first: dict[tuple[str, str], tuple[Address, str, bool]] = {}
        told: set[tuple[str, str]] = set()
        for at, text in prose:
            for found in _OVER.finditer(composed(text)):
                limit = _limit(found)
                if limit is None or limit in told:
                    continue
                other_at, other, is_over = first.setdefault(
                    limit, (at, found["over"] or found["from"], bool(found["over"]))
                )
                if is_over != bool(found["over"]):
                    told.add(limit)
                    yield Variant(at, found["over"] or found["from"], other, other_at)


def _limit(found: "re.Match[str]") -> tuple[str, str] | None:
    """What a limit is of: an age, or so many of something; None where that is not certain."""
    number = found["more"] or found["least"]
    noun = (found["noun"] or found["things"] or "").rstrip("s")
    is_age = (
        found[0].startswith("age") or bool(found["years"] or found["who"]) or not {noun, f"{noun}s"}.isdisjoint(_PEOPLE)
    )
    if is_age and int(number) in _AGES:
        return number, "years of age"
    return (number, noun) if noun and not is_age else None


def renamed_services(subject: Subject) -> Iterator[Variant]:
    """Services that one planning period of a workstream begins, and a later one goes on with under another noun."""
    for section in subject.plan.sections.values():
        yield from subject.memory.of(section, _renamed_in, section)


def _renamed_in(section: Section) -> list[Variant]:
    """The services of a section's workstreams that have another noun later."""
    return [variant for stream in section.workstreams if _may_rename(stream) for variant in _renamed(stream)]


def _may_rename(stream: Workstream) -> bool:
    """Whether a later planning period of a workstream goes on with a service."""
    later = list(stream.actions.values())[1:]
    return any(_goes_on(entry) and any(_services(_text(entry))) for entries in later for entry in entries)


def _renamed(stream: Workstream) -> Iterator[Variant]:
    named = [
        (period, number, entry, words, before)
        for period, entries in stream.actions.items()
        for number, entry in enumerate(entries)
        for words, before in _services(_text(entry))
    ]
    every = {words.lower() for *_, words, _ in named}
    known: dict[str, tuple[str, Address, str]] = {}
    for period, number, entry, words, before in named:
        at = Address("workstreams", stream.id, ("actions", period, number))
        there_period, there, other = known.setdefault(before, (period, at, words))
        if (
            words.lower() != other.lower()
            and _goes_on(entry)
            and there_period != period
            and sum(one.startswith(f"{before} ") for one in every) == 2
        ):
            yield Variant(at, words, other, there)


def _services(text: str) -> Iterator[tuple[str, str]]:
    """The services that an action names with two words before them, and those two."""
    for found in _SERVICE.finditer(text):
        before = " ".join(text[: found.start()].split()[-2:])
        if _TWO_WORDS.fullmatch(before):
            yield f"{before} {found[0]}", before.lower()


def _goes_on(entry: Action | str) -> bool:
    return _text(entry)[: len(_GOES_ON[0])].lower().startswith(_GOES_ON)


def _text(entry: Action | str) -> str:
    return entry if isinstance(entry, str) else entry.action
