"""Plan files that cannot be read as text, or that nothing reads: JFP001, JFP002, JFP006 and JFP007."""

from jfp_cli.loading.faults.fault import Fault
from jfp_cli.values.finding import Severity

UNREADABLE_FILE = Fault(
    code="JFP001",
    name="unreadable-file",
    severity=Severity.ERROR,
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
    severity=Severity.ERROR,
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
    severity=Severity.ERROR,
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
    severity=Severity.ERROR,
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
