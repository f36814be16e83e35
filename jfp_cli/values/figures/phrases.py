"""A figure with the words around it: at least 19%, about £7m, 5% reduction, halve, down 5% to 10%, 20 more beds."""

from decimal import Decimal
from typing import NamedTuple

from jfp_cli.values.figures.amounts import Amount, amounts_at
from jfp_cli.values.figures.counting import rates_at
from jfp_cli.values.figures.kinds import Comparison
from jfp_cli.values.figures.senses import AFTER, BEFORE, Meant, Sense
from jfp_cli.values.figures.tokens import Tokens
from jfp_cli.values.figures.units import PER_CENT
from jfp_cli.values.unclear import UnclearError

_ARTICLES = frozenset({"a", "an", "the"})
_WAYS = {Sense.UP: 1, Sense.DOWN: -1}
_HALVING = dict.fromkeys(("halve", "halves", "halved", "halving"), -50)
_TIMES = {"double": 100, "treble": 200, "triple": 200, "quadruple": 300}
_MULTIPLYING = _HALVING | {  # per cent that they add
    f"{word.removesuffix('e') if ending == 'ing' else word}{ending}": more
    for word, more in _TIMES.items()
    for ending in ("", "s", "d", "ing")
}
_LETTERS = frozenset({"c", "ca"})  # for circa, before a number alone


class Said(NamedTuple):
    """Some words around a figure: what they mean, which they are, and whether they stand before it."""

    meant: Meant
    words: str
    is_before: bool


class Phrase(NamedTuple):
    """A figure as it is written: its amounts, what is said around them, and the words of the amounts themselves."""

    amounts: tuple[Amount, ...]
    said: tuple[Said, ...]
    core: str

    @property
    def way(self) -> int:
        """1 for up, -1 for down, 0 where no word says a direction."""
        return next((_WAYS[said.meant] for said in self.said if said.meant in _WAYS), 0)

    @property
    def comparison(self) -> Said | None:
        """What is said of how a value must stand to the figure."""
        return next((said for said in self.said if isinstance(said.meant, Comparison)), None)

    def says(self, sense: Sense) -> bool:
        """Whether any of the words around it mean this."""
        return any(said.meant is sense for said in self.said)

    def with_only(self, said: Said) -> str:
        """The figure as text, with one of the things that are said around it."""
        return f"{said.words} {self.core}" if said.is_before else f"{self.core} {said.words}"


def phrase_at(tokens: Tokens, i: int) -> tuple[Phrase, int] | None:
    """A figure and all words that belong to it, and the place after them; raises UnclearError for a contradiction."""
    before, is_between, j = _before_at(tokens, i)
    multiplied = _MULTIPLYING.get(tokens.at(j))
    read = amounts_at(tokens, j, is_between=is_between) if multiplied is None else None
    if multiplied is not None:
        sense = Sense.UP if multiplied > 0 else Sense.DOWN
        amount = Amount(Decimal(abs(multiplied)), PER_CENT)
        return Phrase((amount,), (*before, Said(sense, "", is_before=True)), tokens.at(j)), j + 1
    if read is None:
        return None
    amounts, k = read
    after, end = _after_at(tokens, k)
    each, rated = rates_at(tokens, end) if end > k else ("", end)
    if each:  # 2% reduction per year
        amounts = tuple(amount._replace(unit=f"{amount.unit} {each}".strip()) for amount in amounts)
    more = amounts[-1].more
    inside = (Said(AFTER.phrases[(more,)], "", is_before=False),) if more else ()
    core = ("between " if is_between else "") + tokens.written(j, k)
    core, end = (f"{core} {tokens.written(end, rated)}", rated) if each else (core, end)
    phrase = Phrase(amounts, (*before, *inside, *after), core)
    for kind in (Comparison, Sense):
        alike = [said for said in phrase.said if isinstance(said.meant, kind) and _decides(said.meant)]
        if len({said.meant for said in alike}) > 1:
            raise UnclearError("says two things at once", *map(phrase.with_only, alike)).at(i, end)
    return phrase, end


def _decides(meant: Meant) -> bool:
    """Whether it cannot mean what another of its sort means too."""
    return isinstance(meant, Comparison) or meant in _WAYS


def _before_at(tokens: Tokens, i: int) -> tuple[tuple[Said, ...], bool, int]:
    found: list[Said] = []
    is_between = False
    while True:
        sense = BEFORE.at(tokens, i)
        if sense and tokens.at(i) in _LETTERS and not (tokens.is_number(i + 1) or tokens.at(i + 1) == "£"):
            sense = None
        if sense:
            found.append(Said(sense[0], tokens.written(i, sense[1]), is_before=True))
            i = sense[1]
        elif tokens.at(i) == "between" and not is_between:
            is_between, i = True, i + 1
        elif tokens.at(i) in _ARTICLES and amounts_at(tokens, i, is_between=is_between) is None:
            i += 1
        else:
            return tuple(found), is_between, i


def _after_at(tokens: Tokens, i: int) -> tuple[tuple[Said, ...], int]:
    found: list[Said] = []
    while (sense := AFTER.at(tokens, i)) and not (tokens.is_number(sense[1]) and BEFORE.at(tokens, i)):  # min 90 max 95
        found.append(Said(sense[0], tokens.written(i, sense[1]), is_before=False))
        i = sense[1]
    return tuple(found), i
