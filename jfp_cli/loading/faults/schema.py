"""Keys and values that the things of a plan do not have: JFP101 to JFP108."""

from jfp_cli.loading.faults.fault import Fault

UNKNOWN_KEY = Fault(
    code="JFP101",
    name="unknown-key",
    what="A key that this kind of thing does not have, often a slip of the pen.",
    why="What stands under it would be in no answer and on no page, although it looks as if it were. An error: either "
    "the key is misspelt or its place is elsewhere.",
    bad="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
    onwer: Cancer programme lead  # <--
""",
    good="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
    owner: Cancer programme lead
""",
)

MISSING_KEY = Fault(
    code="JFP102",
    name="missing-key",
    what="A key that this kind of thing must have.",
    why="Without it the thing cannot be named, dated or shown. An error: all of it is left out of the answers.",
    bad="""
milestones:
  - id: breast-pain-clinic  # <--
    activity: Open the breast pain clinic
""",
    good="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
""",
)

EMPTY_VALUE = Fault(
    code="JFP103",
    name="empty-value",
    what="A key or an entry of a list without a value.",
    why="Nobody can tell whether it is still to be written or was cut off, as a figure with a comma is between braces. "
    'An error: what is known to be missing belongs under "pending".',
    bad="""
targets:
  - id: staff-turnover
    statement: Lower turnover
    measure:  # <--
    target: 9%
    due: March 2028
""",
    good="""
targets:
  - id: staff-turnover
    statement: Lower turnover
    measure: Staff who left within a year
    target: 9%
    due: March 2028
""",
)

WRONG_SHAPE = Fault(
    code="JFP104",
    name="wrong-shape",
    what="A text where a list or keys should be, or the other way round.",
    why="A sentence with a colon and a space in it becomes a key and a value, and one entry is no list of one. An "
    "error: it does not say what it was meant to say.",
    bad="""
workstreams:
  - id: retention
    title: Keeping staff
    actions:
      2025-26: Interview everybody who leaves  # <--
    indicators:
      - "Fewer leavers": in their first year  # <--
""",
    good="""
workstreams:
  - id: retention
    title: Keeping staff
    actions:
      2025-26: [Interview everybody who leaves]
    indicators:
      - "Fewer leavers: in their first year"
""",
)

WRONG_VALUE = Fault(
    code="JFP105",
    name="wrong-value",
    what="A value that is none of those allowed, or no number where there should be one.",
    why="Answers and filters compare these words, so that one of its own would be counted nowhere. An error: whatever "
    "it was meant to say is lost.",
    bad="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
    status: nearly done  # <--
""",
    good="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
    status: on_track
    updates: [{date: 2025-12-01, note: Nearly done}]
""",
)

BAD_ID = Fault(
    code="JFP106",
    name="bad-id",
    what="An id that is not lower-case words joined by hyphens.",
    why="Ids are typed in commands, stand in links of the published plan and are names of files, where capitals, "
    "blanks and accents part what belongs together. An error: nothing can refer to the thing.",
    bad="""
workstreams:
  - id: Breast Pain Clinic  # <--
    title: Breast pain clinic
""",
    good="""
workstreams:
  - id: breast-pain-clinic
    title: Breast pain clinic
""",
)

BAD_DATE = Fault(
    code="JFP107",
    name="bad-date",
    what="A text that names no date.",
    why="What has no date is never due, and so never late. An error: a date that is still open belongs under "
    '"pending", with the day by which it will be known.',
    bad="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: as soon as possible  # <--
  - id: skin-clinic
    activity: Open the skin clinic
    due: Septmber 2026  # <--
""",
    good="""
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: Q3 2026/27
  - id: skin-clinic
    activity: Open the skin clinic
    due: end of September 2026
""",
)

BAD_FIGURE = Fault(
    code="JFP108",
    name="bad-figure",
    what="A text that states no figure.",
    why="No reading can be held against it, so that nobody can say whether the target was met. An error: what the "
    'figure counts belongs under "measure", and what cannot be counted in the statement alone.',
    bad="""
targets:
  - id: staff-turnover
    statement: Lower turnover
    target: as low as our neighbours  # <--
    due: March 2028
""",
    good="""
targets:
  - id: staff-turnover
    statement: Turnover as low as our neighbours
    better: lower
    target: under 9%
    due: March 2028
""",
)
