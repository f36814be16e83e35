"""What is said once: findings of a rule that is true of nearly everything, and findings that others say better."""

from collections import Counter
from collections.abc import Iterable, Sequence

from jfp_cli.linting.rule import Rule
from jfp_cli.values.finding import Finding, Group

LEAST = 20  # findings that stand together
_MOST_OF = 0.8  # of what a rule looks at


def group_of(code: str, count: int, of: int) -> Group | None:
    """The group of the findings of a rule that is true of so many of its candidates; None where these are not most."""
    return Group(code, count, of) if count >= LEAST and count >= _MOST_OF * of else None


def regrouped(findings: Sequence[Finding]) -> list[Finding]:
    """Findings after some were left out, as those that are known: a group is there only if it still is one."""
    counts = Counter(finding.code for finding in findings)
    groups = {
        finding.code: group_of(finding.code, counts[finding.code], finding.group.of)
        for finding in findings
        if finding.group
    }
    return [finding._replace(group=groups.get(finding.code)) for finding in findings]


def said_better(findings: Iterable[Finding], rules: Iterable[Rule]) -> set[Finding]:
    """The findings beside which a stronger one says the same of the same thing."""
    listed = list(findings)
    stronger = {rule.code: rule.stronger_than for rule in rules if rule.stronger_than}
    said = {(code, finding.address) for finding in listed for code in stronger.get(finding.code, ())}
    return {finding for finding in listed if (finding.code, finding.address) in said}
