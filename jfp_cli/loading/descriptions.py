"""What each key of a plan file is for, by model and key: a sentence, then examples."""

_TITLE = "How it is called in the published document."
_PLACES = ("The places it is for, by their ids in plan.yaml; the whole system where none is named.", ["north-town"])
_OWNER = ("Who answers for it; the public edition leaves it out.", "Cancer programme lead")
_PENDING = "What is known to be missing, so that it cannot be published unseen."
_SUPPORTS = ("The strategy priorities that it supports, by their ids in plan.yaml.", ["best-start"])
_DUTIES = ("The statutory duties that it helps to discharge, by their names in plan.yaml.", ["14Z35"])
_VOICES = "What residents or staff say, each with its source."
_AMBITIONS = "What is hoped for, a sentence each."
_CHALLENGES = "What stands in the way, a sentence each."
_STATUS = ("How it stands; leave it out where nothing was reported.", "on_track")

DESCRIPTIONS: dict[str, dict[str, tuple[object, ...]]] = {
    "Settings": {
        "title": ("The title of the published plan.", "Joint Forward Plan 2026-31"),
        "organisation": ("Whose plan it is.", "North Town Integrated Care Board"),
        "period": ("The first and the last day of the plan.", {"start": "2026-04-01", "end": "2031-03-31"}),
        "year_starts": ("The month in which the financial year begins; April where it is left out.", "April"),
        "planning_periods": ("The columns of the plan, under which actions stand.", ["2026-27", "2027-31"]),
        "introduction": ("The paragraphs before the first part.",),
        "guide": ("What a reader finds in each part of the document.",),
        "pending": (_PENDING,),
        "places": ("The places of the system: an id and a name each.", {"north-town": "North Town"}),
        "strategy_priorities": (
            "The priorities of the integrated care strategy: an id and a name each.",
            {"best-start": "Give every child the best start in life"},
        ),
        "duties": (
            "The statutory duties that the plan explains: the section of the law and its name.",
            {"14Z35": "Reducing inequalities"},
        ),
        "glossary": ("The abbreviations that the plan uses, and what they mean.", {"SDEC": "same day emergency care"}),
        "contents": ("The parts of the document in their order; the numbers of sections come from here.",),
        "lint": ("How jfp lint treats this plan.",),
        "publish": ("How jfp render treats this plan.",),
    },
    "Period": {
        "start": ("The first day.", "2026-04-01"),
        "end": ("The last day.", "2031-03-31"),
    },
    "Part": {
        "part": ("The heading of the part.", "Delivering our priorities"),
        "introduction": ("The paragraphs before its first section.",),
        "ambitions": (_AMBITIONS,),
        "challenges": (_CHALLENGES,),
        "voices": (_VOICES,),
        "sections": ("Its sections in their order, by the names of their files.", ["elective-care"]),
        "enablers": ("Its enablers in their order, by the names of their files.", ["estates"]),
    },
    "GuideEntry": {
        "part": ("The heading of the part.", "Delivering our priorities"),
        "about": ("What a reader finds there.",),
    },
    "Voice": {
        "source": ("Who asked, and when.", "Survey of residents, 2023"),
        "respondents": ("How many answered.", 1124),
        "findings": ("What was found, a sentence each.", ["70% would travel for faster treatment"]),
    },
    "Pending": {
        "what": ("What is still to be written.", "Section to be updated"),
        "by": ("By when.", "March 2026"),
    },
    "LintSettings": {
        "allow": ("The findings that the owners of the plan accept.",),
    },
    "Allowance": {
        "rule": ("The code or the name of the rule.", "JFP403"),
        "at": ("Where: the address of the thing or of its field.", "targets/waiting-list-size"),
        "because": ("Why it is accepted.", "agreed with NHS England"),
        "until": ("The last day on which it is.", "2026-06-30"),
    },
    "PublishSettings": {
        "public": ("The edition for the public.",),
    },
    "PublicSettings": {
        "hide": ("The fields that the public edition leaves out, besides those it always does.", ["baseline"]),
    },
    "Section": {
        "id": ("The name of the file without its ending.", "elective-care"),
        "title": (_TITLE, "Elective care recovery"),
        "supports": _SUPPORTS,
        "duties": _DUTIES,
        "introduction": ("The paragraphs under its heading.",),
        "ambitions": (_AMBITIONS,),
        "challenges": (_CHALLENGES,),
        "voices": (_VOICES,),
        "pending": (_PENDING,),
        "workstreams": ("The bodies of work that it consists of.",),
        "targets": ("How we will know that we made a difference.",),
    },
    "Workstream": {
        "id": ("A short name: lower-case words joined by hyphens, unlike any other workstream's.", "outpatients"),
        "title": (_TITLE, "Outpatients"),
        "introduction": ("The paragraphs under its heading.",),
        "areas": ("The service areas that deliver it, by the names of their files.", ["planned-care"]),
        "places": _PLACES,
        "pending": (_PENDING,),
        "actions": (
            "What will be done, under the planning period in which it is.",
            {"2026-27": ["Cut missed appointments"]},
        ),
        "indicators": (
            "How delivery is tracked: a sentence, or a target where there is a figure or a date.",
            ["Working decision support tool"],
        ),
    },
    "Target": {
        "id": ("A short name: lower-case words joined by hyphens, unlike any other target's.", "waiting-list-size"),
        "statement": ("What is promised, in words.", "A smaller elective waiting list"),
        "measure": ("What is counted; targets on one measure share this text.", "Open elective pathways"),
        "better": ("Which way is better.", "lower"),
        "relative": ("Whether a figure such as -5% is a change of the baseline.", True),
        "places": _PLACES,
        "baseline": ("Where the measure stood before.", {"value": "150,000", "at": "April 2025"}),
        "trajectory": ("The figures to reach on the way.", [{"target": "134,140", "due": "March 2026"}]),
        "target": ("The figure to reach.", "92,300", "at least 85%", "under 6%", "+2 percentage points"),
        "due": ("By when.", "March 2029", "Q3 2026/27"),
        "owner": _OWNER,
        "pending": (_PENDING,),
    },
    "Baseline": {
        "value": ("The figure.", "150,000"),
        "at": ("When it was measured.", "April 2025"),
    },
    "TrajectoryPoint": {
        "target": ("The figure to reach.", "134,140"),
        "due": ("By when.", "March 2026"),
    },
    "Area": {
        "area": ("The name of the file without its ending.", "cancer"),
        "title": (_TITLE, "Cancer"),
        "pending": (_PENDING,),
        "milestones": ("What the area will have done, and by when.",),
    },
    "Milestone": {
        "id": ("A short name: lower-case words joined by hyphens, unlike any other milestone's.", "elective-hub"),
        "group": ("The heading that it stands under, where the area has several.", "New buildings"),
        "activity": ("What will have been done.", "Open the elective hub to patients"),
        "due": ("By when, as planners write it.", "March 2026", "Autumn 2025", "Q3 2025/26"),
        "status": _STATUS,
        "completed": ("When it was done.", "2025-09-20"),
        "owner": _OWNER,
        "places": _PLACES,
        "workstreams": ("The workstreams that it delivers, by their ids.", ["outpatients"]),
        "checkpoints": ("Dated steps on the way.",),
        "moves": ("Every agreed change of its date, the newest last.",),
        "updates": ("What was reported, and when.",),
        "evidence": ("Links that show that it was done.", ["https://example.org/board-papers"]),
    },
    "Checkpoint": {
        "due": ("By when.", "January 2026"),
        "activity": ("What will have been done.", "Half of practices live"),
        "status": _STATUS,
    },
    "Move": {
        "from": ("The date before.", "June 2025"),
        "to": ("The date from now on.", "September 2025"),
        "on": ("When the change was agreed.", "2025-05-10"),
        "because": ("Why.", "supplier delay"),
        "agreed_by": ("Who agreed to it.", "Cancer board"),
    },
    "Update": {
        "on": ("The day of the report.", "2025-09-20"),
        "note": ("What was reported.", "First patients seen"),
    },
    "Enabler": {
        "id": ("The name of the file without its ending.", "estates"),
        "title": (_TITLE, "Estates"),
        "edition": ("The edition of the plan that the text comes from.", "2023-2028"),
        "supports": _SUPPORTS,
        "duties": _DUTIES,
        "areas": ("The service areas that it belongs to, by the names of their files.", ["digital"]),
        "points": ("What it says, a sentence or a paragraph each.",),
        "topics": ("Parts with headings of their own.",),
        "facts": ("The figures that it rests on.",),
        "commitments": ("What it promises.",),
        "strategies": ("The strategies and plans that it names.",),
        "laws": ("The law and guidance that it rests on.",),
        "pending": (_PENDING,),
    },
    "Topic": {
        "title": (_TITLE, "New hospitals"),
        "places": _PLACES,
        "points": ("What it says, a sentence or a paragraph each.",),
        "facts": ("The figures that it rests on.",),
        "commitments": ("What it promises.",),
    },
    "Fact": {
        "figure": ("The figure.", "about £7m"),
        "what": ("What it counts.", "Our expected share of the top-up"),
        "at": ("When it held, or for which year.", "2023/24"),
    },
    "Commitment": {
        "commitment": ("What is promised.", "Develop integrated neighbourhood care hubs"),
        "places": _PLACES,
        "due": ("By when.", "2026-30"),
        "owner": _OWNER,
    },
    "Strategy": {
        "title": ("Its name.", "Green Plan"),
        "years": ("The years that it runs.", "2022-2025"),
        "what": ("What it says or does, in a sentence.",),
    },
    "Law": {
        "title": ("Its name.", "Health and Care Act 2022"),
        "published": ("When it was published.", "2022"),
        "in_force": ("When it came, or comes, into force.", "July 2022"),
        "what": ("What it asks for, enables or protects.",),
    },
    "Readings": {
        "target": ("The target that is measured, by its id: the name of the file.", "waiting-list-size"),
        "readings": ("What was measured, the oldest first.",),
    },
    "Reading": {
        "at": ("When.", "2026-06", "June 2026"),
        "value": ("The figure, in the unit of the target.", "133,000"),
        "source": ("Where it comes from.", "Waiting list return"),
        "note": ("What a reader should know about it.", "After validation"),
    },
}
