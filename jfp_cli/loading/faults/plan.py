"""What no single file can show, of ids and what names them, and of dates: JFP110 to JFP112, JFP116 to JFP119."""

from jfp_cli.loading.faults.fault import Fault

DUPLICATE_ID = Fault(
    code="JFP110",
    name="duplicate-id",
    what="Two things of one kind with one id.",
    why="Whatever names the id means either of the two, and commands would change the wrong one. An error: an id is "
    "there to name one thing.",
    bad="""
--- milestones/cancer.yaml
milestones:
  - {id: clinic-opens, activity: Open the breast pain clinic, due: March 2026}
--- milestones/dental.yaml
milestones:
  - {id: clinic-opens, activity: Open the child-friendly clinic, due: June 2026}  # <--
""",
    good="""
--- milestones/cancer.yaml
milestones:
  - {id: breast-pain-clinic-opens, activity: Open the breast pain clinic, due: March 2026}
--- milestones/dental.yaml
milestones:
  - {id: child-friendly-clinic-opens, activity: Open the child-friendly clinic, due: June 2026}
""",
)

ID_DIFFERS_FROM_FILE = Fault(
    code="JFP111",
    name="id-differs-from-file",
    what="A file whose name is not the id of what it holds.",
    why="A file that was copied or renamed keeps the id of another, and whoever looks for the thing opens the wrong "
    "file. An error: the thing has two names.",
    bad="""
--- sections/dental.yaml
id: dental-care  # <--
title: Dental care
""",
    good="""
--- sections/dental-care.yaml
id: dental-care
title: Dental care
""",
)

DANGLING_REFERENCE = Fault(
    code="JFP112",
    name="dangling-reference",
    what="A reference to something that is not in the plan.",
    why="The link leads nowhere: what it should count for is not counted, and it is missing where readers look. An "
    "error: the name is misspelt, or the thing was removed or renamed.",
    bad="""
--- milestones/cancer.yaml
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
    workstreams: [breast-pains]  # <--
--- sections/access.yaml
workstreams:
  - {id: breast-pain, title: Breast pain}
""",
    good="""
--- milestones/cancer.yaml
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
    workstreams: [breast-pain]
--- sections/access.yaml
workstreams:
  - {id: breast-pain, title: Breast pain}
""",
)

PERIOD_REVERSED = Fault(
    code="JFP116",
    name="period-reversed",
    what="The plan ends before it starts, or never.",
    why="Whether a date lies inside the plan is asked again and again, and no date would. An error: one of the two "
    "days is mistyped.",
    bad="""
--- plan.yaml
period:
  start: 2025-04-01
  end: 2020-03-31  # <--
""",
    good="""
--- plan.yaml
period:
  start: 2025-04-01
  end: 2030-03-31
""",
)

READINGS_OUT_OF_ORDER = Fault(
    code="JFP117",
    name="readings-out-of-order",
    what="Readings of all places together, or of one place, that do not stand oldest first.",
    why="The last reading is the one that a target is judged by, so that an old one in its place changes the answer. "
    "An error: a date is mistyped or a line stands in the wrong place.",
    bad="""
--- sections/access.yaml
targets:
  - id: waiting-list-size
    statement: A smaller waiting list
    measure: waiting-list
--- measures/waiting-list.yaml
title: Open elective pathways
readings:
  - {at: June 2025, value: "148,300"}
  - {at: May 2025, value: "149,100"}  # <--
""",
    good="""
--- sections/access.yaml
targets:
  - id: waiting-list-size
    statement: A smaller waiting list
    measure: waiting-list
--- measures/waiting-list.yaml
title: Open elective pathways
readings:
  - {at: May 2025, value: "149,100"}
  - {at: June 2025, value: "148,300"}
""",
)

OLD_READINGS = Fault(
    code="JFP118",
    name="old-readings",
    what="A file of readings in the folder readings, where each target once had its own.",
    why="What was measured belongs to the measure, so that two targets on one measure share its readings. An error: "
    "readings that stand here are not read, and the target's progress would not count them.",
    bad="""
--- sections/access.yaml
targets:
  - {id: waiting-list-size, statement: A smaller waiting list, target: "92,300", due: March 2029}
--- readings/waiting-list-size.yaml
target: waiting-list-size  # <--
readings:
  - {at: June 2025, value: "148,300"}
""",
    good="""
--- sections/access.yaml
targets:
  - id: waiting-list-size
    statement: A smaller waiting list
    measure: waiting-list-size
    target: "92,300"
    due: March 2029
--- measures/waiting-list-size.yaml
title: A smaller waiting list
readings:
  - {at: June 2025, value: "148,300"}
""",
)

NEEDS_IN_A_CIRCLE = Fault(
    code="JFP119",
    name="needs-in-a-circle",
    what="Milestones that wait for one another, so that none of them can come first.",
    why="A chain of needs says what must come before what; in a circle it says nothing, and how much a late milestone "
    "holds up cannot be told. An error: one of the needs is the wrong way round.",
    bad="""
--- milestones/cancer.yaml
milestones:
  - {id: network, activity: Set up the pathology network, due: March 2026, needs: [laboratory]}  # <--
  - {id: laboratory, activity: Open the laboratory, due: June 2026, needs: [network]}
""",
    good="""
--- milestones/cancer.yaml
milestones:
  - {id: network, activity: Set up the pathology network, due: March 2026}
  - {id: laboratory, activity: Open the laboratory, due: June 2026, needs: [network]}
""",
)
