"""Abbreviations in prose: which words are some."""

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from jfp_cli.linting.prose.index import Prose
from jfp_cli.values.address import Address

# A capital with another capital, a digit or & soon after it, and the rest of that word; a small letter may stand before
# it, as in eRS. The look-behinds come after the first letter because that is many times faster.
_WORD = re.compile(
    r"[A-Z](?<![0-9A-Z][A-Z])(?<![0-9A-Za-z][a-z][A-Z])(?:[A-Z0-9&]|[a-z]{1,3}[A-Z0-9])[\w&+]*(?:-\d+\b)?"
)
# Where one may begin, in a text whose letters are all A or a and whose figures are all 0: one letter is found many
# times faster than any of 26.
_MAY_BEGIN = re.compile(rb"A(?:[A0]|a{1,3}[A0])")
_ALIKE = bytes.maketrans(f"{ascii_uppercase}{ascii_lowercase}{digits}&".encode(), b"A" * 26 + b"a" * 26 + b"0" * 11)
_PLURAL = re.compile(r"(?<=[A-Z0-9])s$")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})$")
_POSTCODE_OR_DATE = re.compile(r"[A-Z]{1,2}\d{1,2}$|[A-RT-Z]\d+$")  # but S136 is a section of an Act
# Words that people write in capitals to be heard, academic degrees, and what JFP501 finds.
_ORDINARY = re.compile(
    r"(?:AFTER|ALL|ALWAYS|AM|AND|ANY|ARE|AT|BEFORE|BUT|BY|CAN|CANNOT|DO|FOR|FROM|IF|IN|IS|MAY|MUST|NEVER|NEW|NO|NONE|NOT"
    r"|OF|OFF|ON|ONE|ONLY|OR|OUT|SHALL|SHOULD|THE|TO|UP|WILL|WITH|YES|YET|BSc|MSc|OK|PhD|PM|TBA|TBC|TBD|XX|XXX)$"
)


class Use(NamedTuple):
    """An abbreviation in a text as it is written there, plural and all, and in the singular."""

    at: Address
    text: str
    written: str
    name: str


def uses(prose: tuple[Prose, ...]) -> tuple[Use, ...]:
    """The abbreviations in the texts of a file, in their order."""
    texts = [text for _, text in prose]
    whole, starts = "\n".join(texts), [0, *accumulate([len(text) + 1 for text in texts])]
    found, end = [], 0
    for begin in _MAY_BEGIN.finditer(whole.encode("ascii", "replace").translate(_ALIKE)):
        start = begin.start()
        match = _WORD.match(whole, start) if start >= end else None
        if match is None:
            continue
        end = match.end()
        written = match[0].rstrip("&")
        if start and whole[start - 1].islower():
            written = whole[start - 1] + written
        name = singular(written)
        if is_abbreviation(name):
            at, text = prose[bisect_right(starts, start) - 1]
            found.append(Use(at, text, written, name))
    return tuple(found)


def words(text: str) -> set[str]:
    """What may be abbreviations in a text, in the singular."""
    return {singular(match[0].rstrip("&")) for match in _WORD.finditer(text)}


@cache
def singular(written: str) -> str:
    """An abbreviation without the s of its plural: ICBs are more than one ICB."""
    return _PLURAL.sub("", written)


@cache
def is_abbreviation(name: str) -> bool:
    """Whether a word with capitals is an abbreviation, not a name (WorkWell), numeral, postcode, date or shouting."""
    capitals = sum(char.isupper() for char in name)
    small = sum(char.islower() for char in name)
    return (
        capitals + name.startswith("S") * name[1:].isdigit() > 1
        and capitals >= small
        and not _ORDINARY.match(name)
        and not _ROMAN.match(name)
        and not _POSTCODE_OR_DATE.match(name)
    )
