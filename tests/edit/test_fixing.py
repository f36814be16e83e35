"""Fixes as data: made together where they lie apart, kept where the plan has no more errors, until none is left."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from jfp_cli.edit.fixing import MOST_ROUNDS, fixed
from jfp_cli.linting.lint import lint
from jfp_cli.linting.registry import EVERY_FAULT
from jfp_cli.loading import Loaded
from jfp_cli.loading.faults.examples import read_example
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.loading.loader import load_strings
from jfp_cli.values.finding import Edit, Finding, Fix, Severity
from jfp_cli.values.span import Span

PLAN = """\
title: Plan
organisation: Board
period: {start: 2025-04-01, end: 2030-03-31}
planning_periods: [2025-26]
contents: [{part: All, sections: [access]}]
"""
ACCESS = "id: access\ntitle: Access\nchallenges:\n  - One\n  - Two\n"
DAY = date(2026, 11, 21)


def plan(access: str = ACCESS) -> Loaded:
    return load_strings({"plan.yaml": PLAN, "sections/access.yaml": access})


def edit(line: int, begin: int, end: int, text: str, file: str = "sections/access.yaml") -> Edit:
    return Edit(Span(file, line, begin, line, end), text)


def finding(*fixes: Fix) -> Finding:
    return Finding("JFP503", "vague-wording", Severity.ADVICE, "odd", fixes[0].edits[0].span, fixes=fixes)


def once(*findings: Finding) -> Callable[[Loaded], Sequence[Finding]]:
    """Findings of a plan as it was first, of which none is left after a change."""
    return lambda loaded: findings if loaded.sources.files["sections/access.yaml"].text == ACCESS else ()


def says(*findings: Finding, unsafe: bool = False) -> str | None:
    done = fixed(plan(), once(*findings), unsafe=unsafe)
    return {step.new: step.after for step in done.steps}.get("sections/access.yaml")


def safe(*edits: Edit) -> Fix:
    return Fix("mend it", True, edits)


def test_the_edits_of_a_fix_are_made_together() -> None:
    assert says(finding(safe(edit(4, 5, 8, "First"), edit(5, 5, 8, "Second")))) == (
        "id: access\ntitle: Access\nchallenges:\n  - First\n  - Second\n"
    )


def test_of_two_that_touch_the_same_text_one_is_made() -> None:
    assert says(finding(safe(edit(4, 5, 8, "First"))), finding(safe(edit(4, 6, 9, "!"), edit(5, 5, 8, "!")))) == (
        ACCESS.replace("One", "First")
    )


def test_what_several_put_in_at_one_place_stands_there_in_their_order() -> None:
    three, four = safe(edit(5, 8, 8, "\n  - Three")), safe(edit(5, 8, 8, "\n  - Four"))
    assert says(finding(three), finding(four)) == ACCESS + "  - Three\n  - Four\n"


def test_the_same_fix_of_two_findings_is_made_once() -> None:
    same = safe(edit(5, 8, 8, "\n  - Three"))
    done = fixed(plan(), once(finding(same), finding(same)))
    assert len(done.mended) == 2
    assert done.steps[0].after == ACCESS + "  - Three\n"


def test_a_safe_fix_goes_before_another_of_the_same_finding() -> None:
    doubtful = Fix("guess", False, (edit(4, 5, 8, "Guessed"),))
    assert says(finding(doubtful)) is None
    assert says(finding(doubtful, safe(edit(4, 5, 8, "Known"))), unsafe=True) == ACCESS.replace("One", "Known")
    assert says(finding(doubtful), unsafe=True) == ACCESS.replace("One", "Guessed")


def test_of_several_fixes_the_one_that_makes_an_error_is_left_out() -> None:
    bad, good = finding(safe(edit(2, 1, 6, "titel"))), finding(safe(edit(4, 5, 8, "First")))
    done = fixed(plan(), once(bad, good))
    assert done.mended == [good]
    assert done.steps[0].after == ACCESS.replace("One", "First")


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    asked = []

    def ask(loaded: Loaded) -> list[Finding]:
        asked.append(loaded)
        text = loaded.sources.files["sections/access.yaml"].text
        return [finding(safe(edit(4, 5, 8, "Two" if "- One" in text else "One")))]

    fixed(plan(), ask)
    assert len(asked) == MOST_ROUNDS


def test_a_fix_may_make_a_file_and_take_one_away() -> None:
    whole = Edit(Span("sections/access.yaml", 1, 1, 6, 1), "")
    new = Edit(Span("sections/reach.yaml", 1, 1, 1, 1), ACCESS.replace("access", "reach"))
    listed = edit(5, 35, 41, "reach", "plan.yaml")
    moved = finding(safe(whole, new, listed))
    done = fixed(plan(), lambda loaded: [moved] if "sections/access.yaml" in loaded.sources.files else [])
    assert [(step.old, step.new) for step in done.steps] == [
        ("plan.yaml", "plan.yaml"),
        ("sections/access.yaml", None),
        (None, "sections/reach.yaml"),
    ]
    assert done.loaded.findings == []


def errors(loaded: Loaded) -> int:
    return sum(1 for one in loaded.findings if one.severity is Severity.ERROR)


TEXTS = [fault for fault in EVERY_FAULT if "saved as" not in fault.bad]


@pytest.mark.parametrize("fault", TEXTS, ids=lambda fault: f"{fault.code}-{fault.name}")
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_every_example_has_no_more_errors_when_fixed_and_nothing_more_to_fix(fault: Fault, unsafe: bool) -> None:
    example = read_example(fault.bad)

    def ask(loaded: Loaded) -> Sequence[Finding]:
        return lint(loaded, example.day)

    done = fixed(example.loaded, ask, unsafe=unsafe)
    assert errors(done.loaded) <= errors(example.loaded)
    again = fixed(done.loaded, ask, unsafe=unsafe)
    assert again.steps == []


@pytest.mark.parametrize(
    "name",
    ["unknown-key", "dangling-reference", "text-after-hash", "read-otherwise-elsewhere", "bad-id", "wrong-shape"],
)
def test_the_examples_of_these_faults_are_mended(name: str) -> None:
    [fault] = [fault for fault in EVERY_FAULT if fault.name == name]
    example = read_example(fault.bad)
    done = fixed(example.loaded, lambda loaded: lint(loaded, example.day, []))
    left = [one for one in done.loaded.findings if one.code == fault.code]
    assert len(left) < sum(one.code == fault.code for one in example.loaded.findings)
