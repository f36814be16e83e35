"""A text cut into the numbers, words and marks that a figure is read from."""

import re
from collections.abc import Collection

from jfp_cli.values.cut_text import CutText
from jfp_cli.values.figures.vocabulary import FRACTIONS, NUMBER_WORDS, SIGNS_OF_FRACTIONS

# One character for one, so that offsets into prose stay true.
PLAIN = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-") | {"\u2019": "'", "\u2044": "/"}
)
_TOKEN = re.compile(
    r"(?:kg|kt|mt|t)?co2e?(?![^\W_])"  # tCO2e
    rf"|[{''.join(SIGNS_OF_FRACTIONS)}]"
    r"|[^\W\d_]+(?:['-][^\W\d_]+)*"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])|[0-9][0-9,]*(?:\.[0-9]+)?|(?<![^\W_])\.[0-9]+"
    r"|[<>]=|=[<>]|\+/-|\S",
    re.IGNORECASE,
)
_BEFORE_DIGITS = frozenset({"c", "ca", "h", "m", "s", "d"})  # c89%, 1h15m
_COUNTING = frozenset({*NUMBER_WORDS, *FRACTIONS, "a", "an"})


class Tokens(CutText):
    """The words of a text, how the plan counts them, the units that it declares, and whether a level is wanted.

    Full stops after words, and the one at the end, say nothing. "Two-thirds" and "twenty-five" are two words each.
    """

    __slots__ = ("is_level", "relative", "units")

    def __init__(
        self, text: str, *, relative: bool = False, units: Collection[str] = (), is_level: bool = False
    ) -> None:
        super().__init__(text)
        self.is_level = is_level  # whether it was measured, so that a change says nothing
        self.relative = relative  # whether "-5%" is a change, as the plan says beside it
        self.units = units
        for match in _TOKEN.finditer(text.translate(PLAIN)):
            word, start = match[0].lower(), match.start()
            pieces = word.split("-")
            if len(pieces) > 1 and _COUNTING.issuperset(pieces):
                for piece in pieces:
                    self.add(piece, start, start + len(piece))
                    start += len(piece) + 1
            elif word != ".":
                number = word.rstrip(",")
                self.add(number or word, start, start + len(number or word))

    def same(self, text: str) -> "Tokens":
        """Another text of the same plan."""
        return Tokens(text, relative=self.relative, units=self.units, is_level=self.is_level)

    def of_target(self) -> "Tokens":
        """The same where a change may stand."""
        return Tokens(self.text, relative=self.relative, units=self.units)

    def is_number(self, i: int) -> bool:
        """Whether digits stand at `i` that are not the end of a name, such as A2."""
        word = self.at(i)
        if not (word.isascii() and (word[:1].isdigit() or word[1:].isdigit())):
            return False
        if not (self.touches(i) and self.at(i - 1)[-1].isalpha()):
            return True
        return self.at(i - 1) in _BEFORE_DIGITS and self.text[self.ends[i - 1] - 1].islower()  # c89%, but not C2
