"""How the messages of rules name what stands in a plan."""

import re

from jfp_cli.values.dates import PlanDate

_BEFORE_A_DATE = re.compile(
    r"(?:(?:by|in|on|for|from|during|due|no later than|not later than)\s+)+(?:the\s+)?", re.IGNORECASE
)


def bare(date: PlanDate) -> str:
    """A date as written but for the words before it: of "by the end of June 2025" it is "end of June 2025"."""
    text = " ".join(date.text.split())
    before = _BEFORE_A_DATE.match(text)
    return text[before.end() :] if before else text
