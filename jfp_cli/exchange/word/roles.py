"""What headings and lead-ins say that stands under them, in the words of the field."""

import re
from enum import Enum, auto

from jfp_cli.exchange.word.markers import DASHES
from jfp_cli.values.text import unaccented

LONGEST = 16
"""The most words of a heading, or of the head of a column."""


class Role(Enum):
    """What stands under a heading that names no subject of its own."""

    AMBITIONS = auto()
    CHALLENGES = auto()
    VOICES = auto()
    ACTIONS = auto()
    TARGETS = auto()
    MILESTONES = auto()
    INTRODUCTION = auto()
    GLOSSARY = auto()
    CONTENTS = auto()


_OWN = (
    r"(?:our |the |key |main |overall |planned |expected |intended |agreed |priority |strategic |shared |system |"
    r"local )*"
)
_WE_WILL = (
    r"(?:will we|we will|we'll|are we going to|we are going to|we plan to|do we plan to|do we need to|we need to)"
)
_PEOPLE = (
    r"(?:residents|people|local people|patients|public|staff|workforce|communit(?:y|ies)|service users|users|carers|"
    r"citizens|clients|partners|stakeholders|children|young people|families|you|they|our population)"
)
_TELL = r"(?:say|said|says|tell|told|telling|think|thought|want|asked|heard|feel|feedback)"
_SIGNS = r"(?:outcomes?|targets?|indicators?|metrics|measures?|kpis?|trajector(?:y|ies)|benefits|impacts?)"
_WISHES = r"(?:ambitions?|aims?|visions?|goals?|objectives?|aspirations?)"
_DEEDS = r"(?:actions?|deliverables?|activit(?:y|ies)|commitments|interventions|next steps|programme of work|plans)"
_WORKS = r"(?:projects|work ?streams|programmes(?: of work)?|schemes|initiatives|work programme)"
_PHRASES: dict[Role, tuple[str, ...]] = {
    Role.TARGETS: (
        r"how (?:will|do|would|shall|can) (?:we|you|people|residents) (?:know|measure|tell|judge)\b.*",
        r"how (?:we|you) will (?:know|measure|tell|judge)\b.*",
        r"how (?:it|this|success|progress) will be measured.*",
        r"what (?:does |will )?(?:success|good|great) (?:will )?looks? like.*",
        r"what will (?:be different|change|improve).*",
        r"what difference (?:will|would|does) .*",
        r"the difference (?:we|this|it) will make.*",
        r"what (?:will we|we will) (?:achieve|have achieved|see).*",
        r"(?:by \d{4},? )?we will have",
        rf"{_OWN}(?:headline |success )?(?:performance )?{_SIGNS}(?: (?:and|&) {_SIGNS})*(?: of success| for success)?",
        r"(?:measures?|measuring|signs|indicators?) of (?:our )?(?:success|progress|impact)",
        r"measuring (?:our )?success|success (?:measures|criteria|metrics|indicators)",
    ),
    Role.MILESTONES: (
        r"(?:\w+ ){0,2}milestones?(?: (?:and|&) \w+)*(?: (?:for|by|to|in|table|plan|timeline|chart)\b.*)?",
        rf"{_OWN}(?:delivery |high.level )*(?:time ?lines?|time ?tables?|schedules?|road ?maps?|key dates|dates)",
        r"deliverables (?:and|&) (?:milestones|dates|timescales|timelines?)",
    ),
    Role.ACTIONS: (
        rf"what {_WE_WILL}(?: be)? (?:do|deliver|doing|delivering)\b.*",
        r"what (?:are we|we are) (?:doing|delivering).*",
        r"our plans?(?: (?:to|for|in|over)\b.*:)?|(?:the |our )?(?:delivery|action|implementation) plans?",
        rf"{_OWN}(?:delivery )?{_DEEDS}(?: (?:and|&) {_DEEDS})*(?: we will take)?|actions we will take.*",
        rf"{_OWN}{_WORKS}",
        r"how (?:will we|we will|we'll) (?:do|deliver|get|achieve|make|go)\b.*",
        r"we will|we plan to|we are going to|this means (?:that )?we will|to (?:do|achieve|deliver) this,? we will",
    ),
    Role.AMBITIONS: (
        rf"(?:\d.year )?{_OWN}{_WISHES}(?: (?:and|&) {_WISHES})*(?: (?:is|are|for \d.*))?",
        r"what (?:do we|we) want(?: to (?:achieve|see|do|change))?\b.*",
        r"where (?:do we|we) want to (?:be|get to)\b.*",
        r"what (?:are we|we are) (?:trying|aiming) to (?:achieve|do).*",
    ),
    Role.CHALLENGES: (
        rf"{_OWN}(?:current )?(?:challenges?|issues|problems?|barriers|pressures)(?: (?:that )?(?:we face|facing us))?",
        r"what (?:is|are) the (?:challenges?|issues?|problems?)|what (?:stands|gets) in (?:the|our) way",
        r"(?:the |our )?case for change|why (?:do we need to change|we need to change|change is needed)",
        r"why (?:is this|this is|it is|is it) (?:so )?(?:important|a priority)",
        r"why (?:this|it) matters|why does (?:this|it) matter",
    ),
    Role.VOICES: (
        (
            rf"what (?:have |do |did |are )?(?:our |the |local |you |we )*{_PEOPLE}?(?: (?:and|&) {_PEOPLE})*"
            rf"(?: have| are| has)? ?{_TELL}\b.*"
        ),
        r"what we(?: have|'ve)? (?:heard|been told|learn(?:ed|t)).*|you (?:said|told us).*|listening to .*",
        rf"(?:{_PEOPLE}|resident|patient|stakeholder)(?:'s|s')? (?:voices?|feedback|insights?|views)(?: and .*)?",
        r"(?:engagement|survey) (?:findings|results|feedback)|feedback from .*|the voice of .*",
    ),
    Role.GLOSSARY: (r"(?:glossary|abbreviations|acronyms|list of abbreviations)\b.*",),
    Role.CONTENTS: (r"(?:table of )?contents(?: page)?|index|list of (?:tables|figures)",),
    Role.INTRODUCTION: (
        r"where (?:are we|we are)(?: now)?|context",
        r"(?:the |our )?(?:current|local|national) (?:position|situation|picture|context)",
        r"(?:executive summary|introduction|foreword|welcome|preface|purpose|overview|background|scope)(?: .{0,40})?",
        r"(?:about|(?:a )?guide to|how to (?:read|use)|using|purpose of) (?:this|the|our) (?:document|plan|report).*",
    ),
}
_PATTERNS = {role: re.compile("|".join(phrases)) for role, phrases in _PHRASES.items()}
_LEAD_IN = re.compile(
    r"(?:by \d{4},? |together |as a (?:system|result|partnership),? )?(?:we|our (?:partners|system)) "
    r"(?:will|plan to|are going to|aim to|have)(?: also)?(?: have)?"
)
_APPENDIX = re.compile(rf"(?:appendix|annex) \w{{1,2}}\b[\s:.{DASHES}]*")
_AROUND = re.compile(rf"^[\s\W]+|[\s:;.,?!…*{DASHES}]+$")


def key_of(text: str) -> str:
    """The key by which headings are compared: no case, no accents, no marks around it."""
    return _AROUND.sub("", unaccented(text))


def role_of(text: str) -> Role | None:
    """What a heading or a lead-in says that it stands over; None where it says a subject, or nothing."""
    key = _APPENDIX.sub("", key_of(text), count=1)
    if not key or len(key.split()) > LONGEST:
        return None
    spoken = f"{key}:" if text.rstrip().endswith(":") else key
    for role, pattern in _PATTERNS.items():
        if pattern.fullmatch(key) or pattern.fullmatch(spoken):
            return role
    return None


def is_of_appendix(text: str) -> bool:
    """Whether a heading is that of an appendix, which belongs to no chapter before it."""
    return _APPENDIX.match(key_of(text)) is not None


def is_lead_in(text: str) -> bool:
    """Whether a line only begins the sentences of the list under it, such as "We will have:"."""
    return _LEAD_IN.fullmatch(key_of(text)) is not None
