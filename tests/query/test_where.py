"""What `--where NAME=VALUE` keeps."""

import pytest

from jfp_cli.model.own import Models, OwnField
from jfp_cli.query.where import WhereError, matches, read_where
from jfp_cli.values.calendar import Calendar

MODELS = Models(
    (
        OwnField("milestones", "cost", "What it costs.", "figure"),
        OwnField("milestones", "risk", "Its rating.", "choice", ("low", "high")),
    )
)
KINDS = ("milestones", "checkpoints")
CALENDAR = Calendar()
HUB = MODELS.of("milestones").model_validate(
    {
        "id": "hub",
        "activity": "Open the hub",
        "due": "March 2026",
        "status": "at_risk",
        "owner": "Planned  Care lead",
        "places": ["west", "east"],
        "cost": "£7m",
        "moves": [{"from": "June 2025", "to": "March 2026", "date": "2025-05-10", "because": "supplier delay"}],
        "checkpoints": [{"due": "January 2026", "activity": "Half of it", "owner": "Jo"}],
    },
    context=CALENDAR,
)


@pytest.mark.parametrize(
    ("asked", "is_kept"),
    [
        (["owner=planned care LEAD"], True),
        (["owner=planned care"], False),
        (["cost=£7,000,000"], True),
        (["cost=£8m"], False),
        (["cost=dear"], False),
        (["due=2026-03"], True),
        (["due=soon"], False),
        (["status=at risk"], True),
        (["places=east"], True),
        (["places=north"], False),
        (["places=north", "places=west"], True),
        (["places=west", "risk=low"], False),
        (["risk="], True),
        (["cost="], False),
        (["cost=", "cost=£7m"], True),
        (["evidence="], True),
        (["moves.because=Supplier delay"], True),
        (["checkpoints.owner=jo"], True),
        (["checkpoints=Half of it"], False),
        (["checkpoints="], False),
        ([], True),
    ],
)
def test_a_thing_is_kept_where_its_fields_say_what_is_asked(asked: list[str], is_kept: bool) -> None:
    assert matches(HUB, read_where(asked, MODELS, KINDS), CALENDAR) is is_kept


def test_what_cannot_have_a_field_says_nothing_in_it() -> None:
    step = MODELS.of("checkpoints").model_validate({"due": "May 2026", "activity": "Half"}, context=CALENDAR)
    for thing in (step, "Cut missed appointments"):
        assert not matches(thing, read_where(["cost=£7m"], MODELS, KINDS), CALENDAR)
        assert matches(thing, read_where(["cost="], MODELS, KINDS), CALENDAR)


def test_true_and_false_are_asked_for_in_words() -> None:
    target = Models().of("targets").model_validate({"id": "a", "statement": "b", "hold": "true"}, context=CALENDAR)
    assert matches(target, read_where(["hold=yes"], Models(), ["targets"]), CALENDAR)
    assert matches(target, read_where(["relative=No"], Models(), ["targets"]), CALENDAR)
    assert not matches(target, read_where(["hold=false"], Models(), ["targets"]), CALENDAR)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("cots=£7m", 'there is no field "cots"; did you mean "cost"?'),
        ("quite=other", 'there is no field "quite"; the fields are: id, group, activity,'),
        ("moves.becaus=x", 'there is no field "becaus"; did you mean "because"?'),
        ("owner.name=x", 'there is no field "name"; what stands there has no fields'),
        ("owner", '"owner" has no value; write it like owner=Planned care lead'),
        ("=x", '"" is no name of a field; write one like owner or baseline.value'),
    ],
)
def test_what_things_do_not_have_is_told(asked: str, told: str) -> None:
    with pytest.raises(WhereError) as refused:
        read_where([asked], MODELS, KINDS)
    assert told in str(refused.value)
