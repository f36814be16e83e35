"""Keys and words that planners write elsewhere, led to ours."""

from itertools import combinations

import pytest

from jfp_cli.model.area import Milestone
from jfp_cli.model.field import Entity, every_model, fields_of
from jfp_cli.model.measure import Measure
from jfp_cli.model.publishing import CALLED
from jfp_cli.model.synonyms import fields_meant, words_meant
from jfp_cli.model.target import Target

NOBODY_BUT_ITS_WRITER_KNOWS = {("owner", "leads", "lead")}


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_a_synonym_is_no_key_of_its_model_and_leads_to_one_field(model: type[Entity]) -> None:
    fields = fields_of(model)
    synonyms = {key: field.about.synonyms for key, field in fields.items()}
    assert not [(key, word) for key, words in synonyms.items() for word in words if word == key]
    shared = {
        (one, other, word)
        for (one, words), (other, others) in combinations(synonyms.items(), 2)
        for word in set(words).intersection(others) - set(fields)
    }
    assert shared <= NOBODY_BUT_ITS_WRITER_KNOWS


@pytest.mark.parametrize(
    ("model", "key", "meant"),
    [
        (Milestone, "sro", ["owner"]),
        (Milestone, "Responsible Officer", ["owner"]),
        (Milestone, "lead", ["owner", "leads"]),
        (Milestone, "lead organisation", ["leads"]),
        (Milestone, "RAG", ["status"]),
        (Milestone, "deadline", ["due"]),
        (Milestone, "by", ["due"]),
        (Milestone, "start", ["starts"]),
        (Milestone, "comments", ["updates"]),
        (Milestone, "depends-on", ["needs"]),
        (Target, "kpi", ["measure"]),
        (Measure, "frequency", ["every"]),
        (Milestone, "colour", []),
    ],
)
def test_a_key_of_other_plans_is_led_to_ours(model: type[Entity], key: str, meant: list[str]) -> None:
    assert [field.key for field in fields_meant(model, key)] == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("done", ["complete"]),
        ("Completed", ["complete"]),
        ("in progress", ["on_track", "at_risk"]),
        ("ongoing", ["on_track", "at_risk"]),
        ("Not started", ["not_started"]),
        ("on-track", ["on_track"]),
        ("delayed", ["off_track", "at_risk"]),
        ("green", ["on_track", "at_risk", "off_track"]),
        ("finished?", []),
    ],
)
def test_a_word_of_other_plans_is_led_to_ours(word: str, meant: list[str]) -> None:
    assert list(words_meant(fields_of(Milestone)["status"], word)) == meant


@pytest.mark.parametrize("model", every_model(), ids=lambda model: model.__name__)
def test_words_lead_to_choices_and_are_none(model: type[Entity]) -> None:
    for field in fields_of(model).values():
        choices = CALLED if field.key == "statuses" else field.choices  # whose keys are the words
        assert {word for meant in field.about.means.values() for word in meant} <= set(choices)
        assert not set(field.about.means).intersection(field.choices)
