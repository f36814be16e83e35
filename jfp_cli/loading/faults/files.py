"""Plan files that cannot be read, that nothing reads, or that do not say what they seem to: JFP001 to JFP010."""

from jfp_cli.loading.faults.fault import Fault
from jfp_cli.values.finding import Severity

UNREADABLE_FILE = Fault(
    code="JFP001",
    name="unreadable-file",
    what='A plan file cannot be read: its name does not end in ".yaml", it is a folder, far too long or a link out of '
    "the plan, or nobody may read it.",
    why="What it says is missing from every answer and from the published plan, and nobody would notice. An error: the "
    "plan is not whole.",
    bad="""
--- sections/dental.yml  # <--
title: Dental care
--- milestones/dental.yaml, a folder  # <--
""",
    good="""
--- sections/dental.yaml
title: Dental care
--- milestones/dental.yaml
milestones: []
""",
)

NOT_TEXT = Fault(
    code="JFP002",
    name="not-text",
    what="A plan file is not UTF-8 text.",
    why="Letters with accents, pound signs and dashes would turn into others, or the file is no text at all. An error: "
    "nothing of the file is read. Editors save UTF-8 when asked to; older Windows programs do not by themselves.",
    bad="""
--- sections/children.yaml, saved as Windows-1252
title: Children
challenges:
  - Families cannot reach the café where the clinic is held  # <--
""",
    good="""
--- sections/children.yaml
title: Children
challenges:
  - Families cannot reach the café where the clinic is held
""",
)

EMPTY_FILE = Fault(
    code="JFP006",
    name="empty-file",
    what="A plan file holds nothing.",
    why="It was begun and forgotten, or what it held was lost when it was saved. An error: what refers to it refers to "
    "nothing.",
    bad="""
--- enablers/estates.yaml
# to be written by the estates team  # <--
""",
    good="""
--- enablers/estates.yaml
title: Estates
pending: [{what: To be written by the estates team, by: March 2026}]
""",
)

MISPLACED_FILE = Fault(
    code="JFP007",
    name="misplaced-file",
    what="A plan file stands where nothing reads it.",
    why="What it says is missing from every answer and from the published plan, and nobody would notice. An error: "
    "somebody wrote it to be read.",
    bad="""
--- cancer.yaml  # <--
milestones:
  - {id: breast-pain-clinic, activity: Open the breast pain clinic, due: March 2026}
""",
    good="""
--- milestones/cancer.yaml
milestones:
  - {id: breast-pain-clinic, activity: Open the breast pain clinic, due: March 2026}
""",
)


YAML_SYNTAX = Fault(
    code="JFP003",
    name="yaml-syntax",
    what="A line breaks the rules of YAML: a missing quote, bracket, colon or indentation.",
    why="Nobody can tell what the lines after it mean. An error: the part of the file that it touches is not read.",
    bad="""
title: Dental care
challenges:
  - "Few practices take new patients  # <--
""",
    good="""
title: Dental care
challenges:
  - "Few practices take new patients"
""",
)

DUPLICATE_KEY = Fault(
    code="JFP004",
    name="duplicate-key",
    what="A key stands twice in one place.",
    why="Most readers of YAML keep the last of the two and drop the other without a word. An error: one of the two "
    "would be lost.",
    bad="""
title: Dental care
challenges: [Few practices take new patients]
challenges: [Children wait for extractions]  # <--
""",
    good="""
title: Dental care
challenges:
  - Few practices take new patients
  - Children wait for extractions
""",
)

REFUSED_YAML = Fault(
    code="JFP005",
    name="refused-yaml",
    what="YAML that a plan does not use: tags, merge keys, several documents, keys that are no plain names, or aliases "
    "and levels without end.",
    why="A tag or a merge key changes what a line means without its showing, and a second document would be passed "
    "over. An error: what is refused is not read.",
    bad="""
workstreams:
  - &clinic
    id: breast-pain-clinic
    title: Breast pain clinic
    actions: {2025-26: [Open the clinic]}
  - <<: *clinic  # <--
    id: skin-clinic
    title: Skin clinic
""",
    good="""
workstreams:
  - id: breast-pain-clinic
    title: Breast pain clinic
    actions: {2025-26: &opening [Open the clinic]}
  - id: skin-clinic
    title: Skin clinic
    actions: {2025-26: *opening}
""",
)

TEXT_AFTER_HASH = Fault(
    code="JFP008",
    name="text-after-hash",
    severity=Severity.WARNING,
    what='A "#" after a blank cuts a text short, with more of the text directly after it.',
    why='YAML takes what follows the "#" for a remark, so that it is in no answer and on no page. A warning: it may be '
    "meant as one, and then a blank after it says so.",
    bad="""
title: Dental care
challenges:
  - Cut the waiting lists #1 and #2 by half  # <--
""",
    good="""
title: Dental care  # agreed by the board
challenges:
  - "Cut the waiting lists #1 and #2 by half"
""",
)

READ_OTHERWISE_ELSEWHERE = Fault(
    code="JFP009",
    name="read-otherwise-elsewhere",
    severity=Severity.ADVICE,
    what='A bare word or time that other readers of YAML take for something else, such as "no", "on" or 12:30.',
    why='Programs that read the older YAML 1.1, such as many in Python and Ruby, take "no" for false, the key "on" for '
    "true and 12:30 for 750. Advice: jfp reads what is written.",
    bad="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
    updates:
      - {on: 2025-12-01, note: Nearly done}  # <--
      - date: 2025-12-08
        note: no  # <--
""",
    good="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
    updates:
      - {date: 2025-12-01, note: Nearly done}
      - date: 2025-12-08
        note: "no"
""",
)

ODD_CHARACTER = Fault(
    code="JFP010",
    name="odd-character",
    severity=Severity.WARNING,
    what="A character that does not show, or typographic quotation marks around a value.",
    why="They come with text out of Word, a browser or a PDF. No other program finds a word with a character inside "
    "that does not show, and YAML takes only straight quotation marks for its own. A warning: the text is read as it "
    "stands.",
    bad="""
title: \u201cDental care\u201d  # <--
challenges:
  - Families wait\u00ading for an appointment  # <--
""",
    good="""
title: "Dental care"
challenges:
  - Families waiting for an appointment
  - \u201cNobody called us back\u201d
""",
)
