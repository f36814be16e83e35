"""Fields of a plan's own that its things cannot have: JFP120."""

from jfp_cli.loading.faults.fault import Fault

BAD_OWN_FIELD = Fault(
    code="JFP120",
    name="bad-own-field",
    what="A declaration of a field that the things of a plan cannot have.",
    why="A field of the plan's own must not be taken for one that every plan has, and can hold only what its "
    "declaration allows. An error: nobody can tell what the field means, nor who may see it.",
    bad="""
--- plan.yaml
fields:
  milestones:
    owner: {about: Who answers for it, type: text}  # <--
    Risk Rating: {about: Rating in the risk register, type: text}  # <--
    risk: {about: Rating in the risk register, type: choice}  # <--
  milestone:  # <--
    cost: {about: What it costs in its first year, type: figure}
--- milestones/cancer.yaml
milestones:
  - {id: breast-pain-clinic, activity: Open the breast pain clinic, due: March 2026, risk: low}
""",
    good="""
--- plan.yaml
fields:
  milestones:
    sponsor: {about: Who pays for it, type: text}
    risk: {about: Rating in the risk register, type: choice, choices: [low, moderate, high]}
    cost: {about: What it costs in its first year, type: figure}
--- milestones/cancer.yaml
milestones:
  - id: breast-pain-clinic
    activity: Open the breast pain clinic
    due: March 2026
    risk: low
    cost: £30,000
""",
)
