"""What a chart says, in words for a table or a page; data keep the names themselves."""

from collections.abc import Mapping

from jfp_cli.measures.assurance import Assurance
from jfp_cli.measures.spc import Rule, Variation

VARIATION_WORDS: Mapping[Variation, str] = {
    "common_cause": "no significant change",
    "improvement_high": "improving, higher",
    "improvement_low": "improving, lower",
    "concern_high": "a concern, higher",
    "concern_low": "a concern, lower",
    "neutral_high": "changed, higher",
    "neutral_low": "changed, lower",
}
ASSURANCE_WORDS: Mapping[Assurance, str] = {
    "consistent_pass": "consistently meets",
    "inconsistent": "sometimes meets, sometimes misses",
    "consistent_fail": "consistently misses",
}
RULE_WORDS: Mapping[Rule, str] = {
    "outside_limits": "outside the limits",
    "trend": "one of seven or more that rise or fall in a row",
    "two_of_three": "two of three near a limit",
    "shift": "one of seven or more on one side of the mean",
}
NO_ASSURANCE = "too early to say whether it meets"
"""Where a figure and a direction are there, but too few points."""
