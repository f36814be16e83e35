"""Faults of the YAML itself: JFP003 to JFP005."""

from jfp_cli.loading.faults.fault import Fault
from jfp_cli.values.finding import Severity

YAML_SYNTAX = Fault(
    code="JFP003",
    name="yaml-syntax",
    severity=Severity.ERROR,
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
    severity=Severity.ERROR,
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
    severity=Severity.ERROR,
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
