"""Every rule, in the order of codes. A new rule is a module in `rules/` and a line here."""

from importlib import import_module

from jfp_cli.linting.rule import Rule

MODULES = (
    "bare_year",
    "open_ended_date",
    "coarse_date",
    "milestone_before_plan",
    "milestone_after_plan",
    "status_not_reported",
    "milestone_without_owner",
    "complete_without_date",
    "duplicate_milestone",
    "date_disagrees_with_text",
    "several_milestones_in_one",
    "milestone_without_workstream",
    "completed_in_future",
    "checkpoint_after_milestone",
    "target_without_figure",
    "target_without_date",
    "target_without_baseline",
    "relative_without_baseline",
    "target_moves_wrong_way",
    "trajectory_out_of_order",
    "target_outside_plan",
    "conflicting_targets",
    "unit_mismatch",
    "target_without_owner",
    "figure_disagrees_with_statement",
    "target_met_at_baseline",
    "percent_or_points",
    "placeholder",
    "pending_overdue",
    "vague_wording",
    "undefined_abbreviation",
    "unused_glossary_entry",
    "page_reference",
    "expired_strategy",
    "workstream_without_indicator",
    "section_without_target",
    "priority_not_supported",
    "duty_not_addressed",
    "area_without_workstream",
    "empty_planning_period",
    "repeated_text",
    "unused_allowance",
    "expired_allowance",
)

RULES: tuple[Rule, ...] = tuple(import_module(f"jfp_cli.linting.rules.{name}").RULE for name in MODULES)
