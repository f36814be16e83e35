"""Which milestones wait for which."""

import pytest

from jfp_cli.loading.loader import load_strings
from jfp_cli.model.needs import held_up
from tests.query.test_every_promise import FILES


def area(*needs: str) -> dict[str, str]:
    """A plan whose milestones a, b, c ... need these, each a text such as "b, c"."""
    lines = [
        f"  - {{id: {name}, activity: Do {name}, due: March 2026, needs: [{wanted}]}}\n"
        for name, wanted in zip("abcdef", needs, strict=False)
    ]
    return FILES | {"milestones/planned.yaml": f"area: planned\ntitle: Planned\nmilestones:\n{''.join(lines)}"}


@pytest.mark.parametrize(
    ("needs", "messages"),
    [
        (["", "a", "b"], []),
        (["b", "a"], ["a needs b needs a: none of them can come first"]),
        (["a"], ["a needs itself"]),
        (["b", "c", "a"], ["a needs b needs c needs a: none of them can come first"]),
        (["b", "a", "d", "c"], [f"{x} needs {y} needs {x}: none of them can come first" for x, y in ("ab", "cd")]),
        (["b, c", "d", "d", ""], []),
    ],
)
def test_a_circle_is_told_once_with_the_way_round(needs: list[str], messages: list[str]) -> None:
    found = load_strings(area(*needs)).findings
    assert [(finding.code, finding.message) for finding in found] == [("JFP119", message) for message in messages]


def test_the_finding_stands_at_the_need_that_closes_the_circle() -> None:
    [finding] = load_strings(area("b", "a")).findings
    assert str(finding.address) == "milestones/a.needs[0]"
    assert finding.span.line == 4


def test_what_waits_through_others_is_held_up_too() -> None:
    plan = load_strings(area("", "a", "b", "a")).plan
    assert plan is not None
    assert held_up(plan) == {"a": 3, "b": 1}
