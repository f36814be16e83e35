"""What the contents of plan.yaml list and what has a file, where these differ: JFP113 to JFP115."""

from jfp_cli.loading.faults.fault import Fault

SECTION_WITHOUT_FILE = Fault(
    code="JFP113",
    name="section-without-file",
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
    what="The contents list a section or enabler twice, or a portfolio the folder of a plan.",
    why="A section would have two numbers, and a reference to it could mean either; of a plan everything would count "
    "twice. An error: each thing is said in one place.",
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
