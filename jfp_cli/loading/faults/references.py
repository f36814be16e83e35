"""Ids, and what names them: JFP110 to JFP115."""

from jfp_cli.loading.faults.fault import Fault
from jfp_cli.values.finding import Severity

DUPLICATE_ID = Fault(
    code="JFP110",
    name="duplicate-id",
    severity=Severity.ERROR,
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
    severity=Severity.ERROR,
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
    severity=Severity.ERROR,
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

SECTION_WITHOUT_FILE = Fault(
    code="JFP113",
    name="section-without-file",
    severity=Severity.ERROR,
    what="The contents list a section or enabler that has no file.",
    why="The published plan lacks a chapter that it announces, and the numbers of those after it shift. An error: the "
    "file was never written, or is called something else.",
    bad="""
--- plan.yaml
contents:
  - part: Our priorities
    sections:
      - dental-care
      - cancer-care  # <--
--- sections/dental-care.yaml
title: Dental care
""",
    good="""
--- plan.yaml
contents:
  - part: Our priorities
    sections:
      - dental-care
      - cancer
--- sections/dental-care.yaml
title: Dental care
--- sections/cancer.yaml
title: Cancer
""",
)

FILE_OUTSIDE_CONTENTS = Fault(
    code="JFP114",
    name="file-outside-contents",
    severity=Severity.ERROR,
    what="A section or enabler has a file and no place in the contents.",
    why="It has no number and no place in the published plan, so that what it promises is read by nobody. An error: "
    "somebody wrote it to be published.",
    bad="""
--- plan.yaml
contents:
  - part: Our priorities
    sections: [dental-care]
--- sections/dental-care.yaml
title: Dental care
--- sections/cancer.yaml
id: cancer  # <--
title: Cancer
""",
    good="""
--- plan.yaml
contents:
  - part: Our priorities
    sections: [dental-care, cancer]
--- sections/dental-care.yaml
title: Dental care
--- sections/cancer.yaml
title: Cancer
""",
)

LISTED_TWICE = Fault(
    code="JFP115",
    name="listed-twice",
    severity=Severity.ERROR,
    what="The contents list a section or enabler twice.",
    why="It would have two numbers, and a reference to it could mean either. An error: a plan says each thing in one "
    "place.",
    bad="""
--- plan.yaml
contents:
  - part: Our priorities
    sections: [dental-care]
  - part: Our ambitions
    sections: [dental-care]  # <--
--- sections/dental-care.yaml
title: Dental care
""",
    good="""
--- plan.yaml
contents:
  - part: Our priorities
    sections: [dental-care]
  - part: Our ambitions
    sections: [prevention]
--- sections/dental-care.yaml
title: Dental care
--- sections/prevention.yaml
title: Prevention
""",
)
