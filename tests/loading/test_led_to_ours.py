"""What is said of keys and words that other plans have."""

import pytest

from tests.loading.changed_plans import PLAN, PLANNED, changed

DUE, STATUS = "    due: Autumn 2025\n    status: at_risk\n", "status: at_risk"


@pytest.mark.parametrize(
    ("written", "help_text"),
    [
        ("sro: Jo", 'write "owner"'),
        ("rag: at_risk", 'write "status"'),
        ("start date: May 2025", 'write "starts"'),
        (
            "lead: Jo",
            (
                'write "owner" (the one person or post that answers for it) or '
                '"leads" (the organisations that deliver it, by their ids in plan.yaml)'
            ),
        ),
        ("onwer: Jo", 'did you mean "owner"?'),
    ],
)
def test_a_key_of_other_plans_is_led_to_ours(written: str, help_text: str) -> None:
    [finding] = changed((PLANNED, DUE, f"{DUE}    {written}\n")).findings
    assert (finding.name, finding.help) == ("unknown-key", help_text)


def test_a_key_that_must_be_there_is_told_once_where_it_stands_under_another_name() -> None:
    [finding] = changed((PLANNED, "    due: Autumn 2025\n", "    deadline: Autumn 2025\n")).findings
    assert (finding.name, finding.help) == ("unknown-key", 'write "due"')


@pytest.mark.parametrize(
    ("written", "help_text"),
    [
        ("done", 'write "complete"'),
        ("Not started", 'did you mean "not_started"?'),
        ("in progress", 'write "on_track" or "at_risk", whichever it is'),
        ("delayed", 'write "off_track" or "at_risk", whichever it is'),
        (
            "green",
            (
                "a colour may mean several things; where it means how the work stands, "
                'write "on_track", "at_risk" or "off_track"'
            ),
        ),
        ("on_trakc", 'did you mean "on_track"?'),
        ("quite good", "write one of: not_started, on_track, at_risk, off_track, complete, cancelled"),
    ],
)
def test_a_status_of_other_plans_is_led_to_ours(written: str, help_text: str) -> None:
    [finding] = changed((PLANNED, STATUS, f"status: {written}")).findings
    assert (finding.name, finding.help) == ("wrong-value", help_text)


def test_a_field_of_the_plan_s_own_goes_before_a_synonym() -> None:
    declared = "fields: {milestones: {rag: {about: Rating, type: text}, lead: {about: Who leads, type: text}}}\n"
    loaded = changed(
        (PLAN, "year_starts: April\n", f"year_starts: April\n{declared}"),
        (PLANNED, DUE, f"{DUE}    rag: green\n    lead: Jo\n"),
    )
    assert loaded.findings == []


@pytest.mark.parametrize(
    ("word", "help_text"),
    [("done", 'write "complete"'), ("on-track", 'did you mean "on_track"?'), ("nonsense", "write one of: ")],
)
def test_a_status_that_is_called_something_is_led_to_ours(word: str, help_text: str) -> None:
    [finding] = changed((PLAN, "glossary:", f"statuses: {{{word}: {{label: Finished}}}}\nglossary:")).findings
    assert finding.message == f'a name under "statuses" cannot be "{word}"'
    assert finding.help is not None
    assert finding.help.startswith(help_text)


def test_the_fix_of_a_status_that_is_called_something_keeps_what_it_is_called() -> None:
    statuses = "statuses: {on-track: {label: Fine}, complte: {label: Done}, complete: {label: Finished}}\nglossary:"
    misspelt, taken = changed((PLAN, "glossary:", statuses)).findings
    [fix] = misspelt.fixes
    [edit] = fix.edits
    assert (edit.text, edit.span.end_column - edit.span.column) == ("on_track", len("on-track"))
    assert taken.fixes == ()
