"""What is said of a fault: an answer for every key that must be there, and ids that could have been meant."""

import json

import pytest
from pydantic import ValidationError

from jfp_cli.loading.explanations import answer_to
from jfp_cli.model.area import Milestone
from jfp_cli.model.field import Entity, Field, every_model, fields_of
from jfp_cli.source.yaml import parse
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.near_miss import did_you_mean, near_miss
from jfp_cli.values.text import as_id, is_id

REQUIRED = [(model, field) for model in every_model() for field in fields_of(model).values() if field.required]


@pytest.mark.parametrize(
    ("model", "field"), REQUIRED, ids=[f"{model.__name__}.{field.key}" for model, field in REQUIRED]
)
def test_every_key_that_must_be_there_has_an_answer_that_is_right(model: type[Entity], field: Field) -> None:
    document = parse(answer_to(field))
    assert document.faults == []
    with pytest.raises(ValidationError) as caught:
        model.model_validate({**json.loads(json.dumps(document.data)), "no such key": ""}, context=Calendar())
    assert [error["loc"] for error in caught.value.errors() if error["loc"][0] == field.key] == []


@pytest.mark.parametrize(
    "text", ["a", "a-b", "14z35", "1", "a-1-b", "", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é", "a\n"]
)
def test_what_can_be_an_id_is_what_the_model_takes_for_one(text: str) -> None:
    data = {"id": text, "activity": "x", "due": "2026"}
    try:
        Milestone.model_validate(data, context=Calendar())
    except ValidationError:
        assert not is_id(text)
    else:
        assert is_id(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Elective care", "elective-care"),
        ("elective_care", "elective-care"),
        ("Children's care (backlog)", "childrens-care-backlog"),
        ("  A & E  ", "a-e"),
        ("£", ""),
    ],
)
def test_a_text_suggests_the_id_that_was_meant(text: str, meant: str) -> None:
    assert as_id(text) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("outpatient", "outpatients"),
        ("Outpatients", "outpatients"),
        ("staff-welbieng", "staff-wellbeing"),
        ("wellbeing", "staff-wellbeing"),
        ("staff", None),
        ("dental", None),
        ("", None),
        ("x" * 1_000_000, None),
    ],
)
def test_the_nearest_word_is_suggested_where_one_is_near(word: str, meant: str | None) -> None:
    known = ["outpatients", "staff-wellbeing", "staff-turnover"]
    assert near_miss(word, known) == meant
    assert did_you_mean(word, known, "see the plan") == (f'did you mean "{meant}"?' if meant else "see the plan")
