"""A row for each kind of thing: what it says agrees with the models and with the folders of a plan."""

from dataclasses import fields

import pytest

from jfp_cli.model.field import Shape, every_model, fields_of
from jfp_cli.model.kinds import FILE_KINDS, FOLDERS, KINDS, OF_LIST, VOCABULARIES, Kind, model_of
from jfp_cli.model.plan import Plan
from tests.conftest import EXAMPLE

NAMED_BY_THEIR_PLACE = ("actions", "checkpoints", "commitments")  # where they have no id
WITH_MODEL = [kind for kind in KINDS.values() if kind.model]


@pytest.mark.parametrize("kind", WITH_MODEL, ids=lambda kind: kind.name)
def test_the_id_and_the_title_of_a_kind_are_fields_of_its_model(kind: Kind) -> None:
    known = fields_of(model_of(kind.name))
    assert [key for key in (kind.id_key, kind.title) if key and key not in known] == []
    if kind.id_key:
        assert known[kind.id_key].required == (kind.name not in NAMED_BY_THEIR_PLACE)


def test_what_stands_in_a_list_of_things_is_of_their_kind() -> None:
    listed = [
        (field.key, field.models) for model in every_model() for field in fields_of(model).values() if field.holds
    ]
    entries = {key: models for key, models in listed if key not in VOCABULARIES}
    assert entries == {key: (model_of(kind.name),) for key, kind in OF_LIST.items()}


def test_vocabularies_are_mappings_of_plan_yaml() -> None:
    settings = fields_of(model_of("plan"))
    assert {key for key, field in settings.items() if field.holds} == set(VOCABULARIES)
    assert all(settings[key].shape is Shape.WORDS for key in VOCABULARIES)


def test_a_plan_has_a_place_for_the_files_of_each_kind() -> None:
    assert {field.name for field in fields(Plan)} == {"settings", *(kind.name for kind in FILE_KINDS)}
    assert {path.name for path in EXAMPLE.iterdir() if path.is_dir()} <= set(FOLDERS)


def test_a_field_that_names_things_names_a_kind() -> None:
    named = {field.about.names for model in every_model() for field in fields_of(model).values()} - {""}
    assert named <= set(KINDS)
    assert {"places", "workstreams", "planning_periods", "targets"} <= named
