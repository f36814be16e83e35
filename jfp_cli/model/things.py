"""Which parts of a plan are things with an id of their own, and what kind of thing each is."""

NAMED_LISTS = {
    "workstreams": "workstreams",
    "targets": "targets",
    "indicators": "targets",
    "milestones": "milestones",
}
"""The lists whose entries are things with an id of their own, and the kind of those things."""
FILE_KINDS = {"milestones": "areas"}
"""What a file of a folder is, where the folder's own name does not say it."""
VOCABULARIES = ("places", "strategy_priorities", "duties", "glossary")
"""The lists of plan.yaml whose names stand for things that the rest of the plan names."""
