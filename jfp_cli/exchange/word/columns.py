"""What the heads of columns say that these hold, in the words of plans and trackers."""

import re
from enum import Enum, auto

from jfp_cli.exchange.word.roles import LONGEST, Role, key_of, role_of


class Column(Enum):
    """What a column of a table holds."""

    CONTEXT = auto()
    AMBITION = auto()
    CHALLENGE = auto()
    VOICE = auto()
    NUMBER = auto()
    SUBJECT = auto()
    ACTIVITY = auto()
    PERIOD = auto()
    DAY = auto()
    DUE = auto()
    STARTS = auto()
    FORECAST = auto()
    COMPLETED = auto()
    OWNER = auto()
    LEADS = auto()
    STATUS = auto()
    PROGRESS = auto()
    INDICATOR = auto()
    OUTCOME = auto()
    WHY = auto()
    BASELINE = auto()
    TARGET = auto()
    TERM = auto()
    MEANING = auto()


# The first that fits counts: "target date" is a date, and "action owner" no action.
_PHRASES: dict[Column, tuple[str, ...]] = {
    Column.CONTEXT: (
        r"where (?:are we|we are)(?: now)?|(?:current|local) (?:situation|picture|context)|context|background",
    ),
    Column.NUMBER: (
        r"(?:ref(?:erence)?|no|id|#|number|item|line|code)(?: (?:no|number|id))?",
        r"(?:action|milestone|activity) (?:ref|no|id|number)",
    ),
    Column.BASELINE: (
        r"(?:current )?baseline(?: .*)?|current (?:position|performance|value|level)|starting (?:point|position)|now",
    ),
    Column.DUE: (
        r"dates?|deadline|due|when|by when|timescales?|time ?frames?|time ?lines?|timing|completion|finish|end",
        (
            r"(?:target |due |end |finish |completion |delivery |milestone |planned |expected |agreed )+"
            r"(?:dates?|by|completion|month)"
        ),
        r"dates? (?:for|of|due|to be)\b.*|(?:by|due) (?:when|date)|to be (?:completed|delivered|done)(?: by)?",
        r"when .{0,30}|(?:completed?|delivered?) by|target month",
    ),
    Column.STARTS: (r"start(?:s|ing)?(?: date| month)?|begins?|from|(?:planned |actual )?start date",),
    Column.FORECAST: (
        r"(?:forecast|revised|expected|new|current)(?: (?:delivery|completion|end|due|target|finish))? dates?|forecast",
    ),
    Column.COMPLETED: (
        r"(?:actual )?(?:completed|date completed|completed on|actual(?: completion| finish)? date)|actual",
    ),
    Column.STATUS: (r"b?rag\b.*|.{0,20}\bstatus|state|.*\brag(?: rating| status)?",),
    Column.INDICATOR: (
        (
            r"(?:progress |key |performance |success |delivery |outcome |kpi )*"
            r"(?:indicators?|kpis?|metrics?|measures?)(?: .{0,40})?"
        ),
        r"how (?:will|do|would) we (?:know|measure)\b.*",
        r"how (?:we will|it will be|success will be) (?:know|measured?)\b.*",
        r"success criteria|evidence(?: of .*)?|what success looks like|how measured",
    ),
    Column.PROGRESS: (
        (
            r"(?:latest |current |recent )*(?:progress|position|updates?|comments?|commentary|notes?|remarks|narrative)"
            r"(?: .{0,30})?"
        ),
    ),
    Column.LEADS: (
        (
            r"(?:lead |delivery |responsible |partner |provider )*"
            r"(?:organi[sz]ations?|partners?|providers?|agenc(?:y|ies)|bod(?:y|ies))(?: (?:responsible|involved))?"
        ),
        r"delivered by",
    ),
    Column.OWNER: (
        (
            r"(?:\w+ ){0,3}(?:owners?|leads?|sros?|responsible|accountable|leader)"
            r"(?: (?:officer|person|director|name|role|individual|by))?"
        ),
        r"who|by whom|responsib(?:le|ility)(?: .*)?|accountab(?:le|ility)(?: .*)?|senior responsible .*",
        r"assigned to|led by|named lead",
    ),
    Column.TARGET: (
        r"(?:planned |end |final |agreed |five.year |\d+.year )*(?:targets?|goal|trajectory|aim)(?: .{0,30})?|to",
    ),
    Column.WHY: (r"why\b.*|rationale|reason|purpose|justification",),
    Column.OUTCOME: (
        r"(?:\w+ ){0,2}(?:outcomes?|benefits?|impacts?|results?)(?: .{0,40})?|what difference .*|difference made",
    ),
    Column.ACTIVITY: (
        (
            r"(?:\w+ ){0,2}(?:activit(?:y|ies)|actions?|deliverables?|milestones?|tasks?|outputs?|commitments?|steps?"
            r"|interventions?)(?: .{0,30})?"
        ),
        r"description(?: .*)?|what(?: .{0,50})?|details?|we will|how(?: .{0,40})?",
    ),
    Column.SUBJECT: (
        (
            r"(?:\w+ ){0,3}(?:areas?|work ?streams?|program(?:me)?s?|projects?|themes?|priorit(?:y|ies)|services?"
            r"|directorates?|schemes?|initiatives?|topics?|pathways?|categor(?:y|ies)|groups?|sections?|portfolios?"
            r"|enablers?|objectives?|titles?|names?)(?: (?:area|title|name|of work))?"
        ),
    ),
    Column.TERM: (r"(?:abbreviations?|acronyms?|terms?|words?)(?: .{0,20})?",),
    Column.MEANING: (
        r"(?:meanings?|definitions?|in full|full (?:name|term|title)|stands for|explanation)(?: .{0,20})?",
    ),
}
_OF_ROLE = {Role.AMBITIONS: Column.AMBITION, Role.CHALLENGES: Column.CHALLENGE, Role.VOICES: Column.VOICE}
_PATTERNS = {column: re.compile("|".join(phrases)) for column, phrases in _PHRASES.items()}


def column_of(text: str) -> Column | None:
    """What the head of a column says that it holds; None where no word of it is known."""
    key = " ".join(key_of(text.replace("/", " ")).split())
    if not key or len(key.split()) > LONGEST:
        return None
    role = role_of(text)
    if role in _OF_ROLE:
        return _OF_ROLE[role]
    return next((column for column, pattern in _PATTERNS.items() if pattern.fullmatch(key)), None)
