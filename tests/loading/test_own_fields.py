"""Fields that a plan declares for itself: what is read of them, and what is wrong with them."""

import pytest

from jfp_cli.model.own import OF_KINDS, Models
from jfp_cli.values.figures import Quantity
from tests.loading.changed_plans import PLAN, PLANNED, changed, told

AFTER = "year_starts: April\n"
DUE = "    due: Autumn 2025\n"


def declaring(declared: str, *written: str) -> tuple[tuple[str, str, str], ...]:
    """Changes of the example: what it declares, and what a milestone says."""
    lines = "".join(f"    {line}\n" for line in written)
    return (PLAN, AFTER, f"{AFTER}fields:\n{declared}"), (PLANNED, DUE, DUE + lines)


COST = "  milestones:\n    cost: {about: What it costs, type: figure}\n"


def test_a_value_is_read_as_its_type() -> None:
    loaded = changed(*declaring(COST, "cost: £7m"))
    assert (loaded.findings, loaded.plan is not None) == ([], True)
    assert loaded.plan is not None
    milestone = dict(loaded.plan.areas["planned-care"].milestones[1])
    assert milestone["own_cost"] == Quantity.parse("£7m")


@pytest.mark.parametrize(
    ("said", "written", "fault"),
    [
        ("type: figure", "a lot", "bad-figure"),
        ("type: date", "soon", "bad-date"),
        ("type: choice, choices: [low, high]", "hgih", "wrong-value"),
        ("type: link", "example.org", "wrong-value"),
        ("type: link", "https://example.org/a b", "wrong-value"),
        ("type: text", "[one, two]", "wrong-shape"),
        ("type: figure", "[one, two]", "wrong-shape"),
        ("type: link", "{a: b}", "wrong-shape"),
        ("type: text", "", "empty-value"),
    ],
)
def test_a_value_that_is_not_of_its_type_is_told(said: str, written: str, fault: str) -> None:
    declared = f"  milestones: {{extra: {{about: Extra, {said}}}}}\n"
    [found] = told(changed(*declaring(declared, f"extra: {written}")))
    assert (found[0], found[1]) == (fault, PLANNED)


@pytest.mark.parametrize(
    ("declared", "underlined", "message", "help_text"),
    [
        (
            "  milestone: {cost: {about: A, type: text}}\n",
            "milestone",
            "no kind of thing",
            'did you mean "milestones"?',
        ),
        ("  places: {cost: {about: A, type: text}}\n", "places", "no kind of thing", "the kinds are: sections,"),
        ("  plan: {cost: {about: A, type: text}}\n", "plan", "no kind of thing", "the kinds are: sections,"),
        (
            "  milestones: {due: {about: A, type: text}}\n",
            "due",
            'a milestone has a field "due" already',
            "another name",
        ),
        ("  areas: {area: {about: A, type: text}}\n", "area", 'an area has a field "area" already', "another name"),
        ("  areas: {Risk Rating: {about: A, type: text}}\n", "Risk Rating", "cannot be the name", '"risk_rating"'),
        ("  areas: {a.b: {about: A, type: text}}\n", "a.b", "cannot be the name", "small letters"),
        ("  areas: {own: {about: A, type: choice}}\n", "own", "nothing says among what", "choices: [low,"),
        ("  areas: {own: {about: A, type: choice, choices: []}}\n", "own", "nothing says among what", "choices: [low,"),
        (
            "  areas: {own: {about: A, type: choice, choices: [low, high, low, moderate]}}\n",
            "low",
            '"low" stands among the choices of "own" twice',
            "leave out one of them",
        ),
        (
            "  areas: {own: {about: A, type: choice, choices: [low, high, High]}}\n",
            "High",
            '"High" stands among the choices of "own" beside "high", which is the same',
            "leave out one of them",
        ),
        ("  areas: {own: {about: A, type: text, choices: [a]}}\n", "choices", "has choices", 'write "type: choice"'),
    ],
)
def test_a_declaration_that_things_cannot_have_is_told(
    declared: str, underlined: str, message: str, help_text: str
) -> None:
    loaded = changed(*declaring(declared))
    [finding] = loaded.findings
    assert told(loaded) == [("bad-own-field", PLAN, underlined)]
    assert message in finding.message
    assert help_text in finding.help


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("type: number", "wrong-value"),
        ("type: text, audience: everybody", "wrong-value"),
        ("kind: text, type: text", "unknown-key"),
        ("type: choice", "bad-own-field"),
    ],
)
def test_a_declaration_at_fault_is_told_once_and_not_where_the_field_stands(said: str, fault: str) -> None:
    declared = f"  milestones: {{extra: {{about: Extra, {said}}}, cost: {{about: B, type: figure}}}}\n"
    loaded = changed(*declaring(declared, "extra: whatever", "cost: £1"))
    assert [(name, file) for name, file, _ in told(loaded)] == [(fault, PLAN)]


def test_a_field_of_another_kind_is_no_key() -> None:
    [found] = told(changed(*declaring("  targets: {cost: {about: A, type: text}}\n", "cost: £7m")))
    assert found == ("unknown-key", PLANNED, "cost")


@pytest.mark.parametrize("kind", OF_KINDS)
def test_every_kind_of_thing_with_keys_may_have_one(kind: str) -> None:
    loaded = changed(*declaring(f"  {kind}: {{extra: {{about: A, type: text}}}}\n"))
    assert loaded.findings == []
    assert loaded.plan is not None
    models = loaded.plan.models
    assert "own_extra" in models.of(kind).model_fields
    assert "own_extra" not in Models().of(kind).model_fields


def test_a_plan_without_declarations_has_the_classes_of_every_plan() -> None:
    plan = changed().plan
    assert plan is not None
    assert all(plan.models.of(kind) is Models().of(kind) for kind in OF_KINDS)
    declared = changed(*declaring(COST)).plan
    assert declared is not None
    assert declared.models.of("measures") is Models().of("measures")
    assert declared.models.of("areas") is not Models().of("areas")
    again = changed(*declaring(COST, "cost: £7m")).plan
    assert again is not None
    assert again.models.of("areas") is declared.models.of("areas")


@pytest.mark.parametrize(
    "typed", ["fields: none", "fields: [a]", "fields: {milestones: [a]}", "fields: {milestones: {a: b}}"]
)
def test_what_has_no_shape_of_declarations_is_told(typed: str) -> None:
    found = told(changed((PLAN, AFTER, f"{AFTER}{typed}\n")))
    assert [(name, file) for name, file, _ in found] == [("wrong-shape", PLAN)]
