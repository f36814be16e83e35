"""Words before a date that say how it is meant: "by" and "no later than", "from", "after", "ahead of"."""

from enum import Enum, auto

from jfp_cli.values.dates.modifiers import phrase_of
from jfp_cli.values.dates.times import after_time_before
from jfp_cli.values.dates.words import Words
from jfp_cli.values.phrase_table import PhraseTable


class Way(Enum):
    """What the words before a date make of it."""

    NEUTRAL = auto()  # nothing
    OPEN = auto()  # it has no last day
    AFTER = auto()  # open from the day after its last
    BEFORE = auto()  # the day before its first
    BETWEEN = auto()  # two dates follow
    STARTS = auto()  # something else than what is due


_MOST = 4  # "to be completed by", "due no later than"
_LASTING = ("ongoing", "on - going", "continuing", "continues", "continued", "continuous")
_THROUGH = ("until", "till", "to", "through", "through to", "throughout", "during", "across", "over")
_STARTING = ("starts", "starting", "begins", "commence", "commences", "commencing")
_STARTING_WHEN = ("start", "begin", "beginning")  # which alone take the first day: "start of April"
_WHEN = ("in", "on", "by", "from", ":")

_IN_PROSE = {
    Way.NEUTRAL: "by|in|during|on|until|across|throughout|no later than|not later than|before the end of|up to",
    Way.OPEN: "from|since|starting from|starting in|with effect from",
    Way.AFTER: "after",
    Way.BEFORE: "before|prior to",
    Way.BETWEEN: "between",
}
_IN_FIELDS = {
    Way.NEUTRAL: (
        "for|at|within|over|to|till|through|up until|due|due by|due on|due in|due date|deadline|target date|"
        "expected|expected by|planned|planned for|as at|as of|as on|into|all|all of|whole|sometime in|"
        "at some point in|complete|completed|complete by|completed by|to be completed by|completion|"
        "delivered by|up to and including|latest|latest by|at the latest|prior to the end of|on or before|by or before|"
        "in or before|not after|.. /|"
        + "|".join(f"{lasting} {through}" for lasting in _LASTING for through in _THROUGH)
    ),
    Way.OPEN: (
        "effective|effective from|wef|w e f|as from|on or after|ongoing from|ongoing since|onwards from|"
        "commencing from|beginning from|no earlier than|not earlier than|not before|earliest|at the earliest"
    ),
    Way.AFTER: "following|post|post -|beyond|later than",
    Way.BEFORE: (
        "ahead of|in advance of|earlier than|pre|pre -|in time for|ready for|in readiness for|in preparation for"
    ),
    Way.STARTS: "|".join(
        (
            *_STARTING,
            *(f"{starting} {when}" for starting in (*_STARTING, *_STARTING_WHEN) for when in _WHEN),
        )
    ),
}


def _table(*groups: dict[Way, str]) -> dict[tuple[str, ...], Way]:
    every: dict[tuple[str, ...], Way] = {}
    for group in groups:
        for way, phrases in group.items():
            for phrase in phrases.split("|"):
                every.setdefault(phrase_of(phrase), way)
    return every


PROSE_PREFIXES = PhraseTable(_table(_IN_PROSE))
PREFIXES = PhraseTable(
    _table({way: phrases for way, phrases in _IN_FIELDS.items() if way is Way.OPEN}, _IN_PROSE, _IN_FIELDS)
    | {("starting", "in"): Way.STARTS}
)


def prefixes_at(words: Words, i: int) -> tuple[Way, int]:
    """The strongest of the words before a date, and the place after them."""
    strongest = Way.NEUTRAL
    for _ in range(_MOST):
        i = after_time_before(words, i)
        prefix = (PROSE_PREFIXES if words.prose else PREFIXES).at(words, i)
        if prefix is None:
            break
        way, i = prefix
        strongest = strongest if way is Way.NEUTRAL else way
        i += words.at(i) == ":" and not words.prose
    return strongest, i
