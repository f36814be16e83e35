"""What follows from how a field is declared."""

from typing import Any

import pytest
from pydantic_core import PydanticUndefined

from jfp_cli.model.area import Milestone
from jfp_cli.model.field import Entity, Field, Shape, every_model, fields_of, showable
from jfp_cli.model.publishing import PublicSettings
from jfp_cli.model.section import Section, Workstream
from jfp_cli.model.settings import Settings
from jfp_cli.model.shared import Voice
from jfp_cli.model.spot import spot_at
from jfp_cli.model.target import Target

EVERY = [
    pytest.param(model, field, id=f"{model.__name__}.{field.key}")
    for model in every_model()
    for field in fields_of(model).values()
]
EMPTY: dict[Shape, tuple[Any, ...]] = {Shape.ENTRIES: ((),), Shape.NAMES: ((),), Shape.TEXTS: ((),), Shape.WORDS: ({},)}


@pytest.mark.parametrize(("model", "field"), EVERY)
def test_every_field_says_what_it_is_in_a_sentence(model: type[Entity], field: Field) -> None:
    sentence = field.about.sentence
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert fields_of(model)[field.key] is field


@pytest.mark.parametrize(("model", "field"), EVERY)
def test_what_is_left_out_is_nothing_of_the_shape_that_the_field_has(model: type[Entity], field: Field) -> None:
    default: Any = model.model_fields[field.attribute].default
    if field.required:
        assert default is PydanticUndefined
    elif field.shape in EMPTY:
        assert default in EMPTY[field.shape]
    elif field.shape is Shape.FIELDS and default is not None:
        assert type(default) in field.models
    else:
        assert default is None or not field.models


@pytest.mark.parametrize(
    ("model", "key", "shape", "inner"),
    [
        (Milestone, "due", Shape.TEXT, Shape.TEXT),
        (Milestone, "workstreams", Shape.NAMES, Shape.TEXT),
        (Milestone, "evidence", Shape.TEXTS, Shape.TEXT),
        (Milestone, "checkpoints", Shape.ENTRIES, Shape.FIELDS),
        (Workstream, "actions", Shape.WORDS, Shape.ENTRIES),
        (Workstream, "indicators", Shape.ENTRIES, Shape.TEXT),
        (Target, "relative", Shape.BARE, Shape.TEXT),
        (Target, "baseline", Shape.FIELDS, Shape.TEXT),
        (Voice, "respondents", Shape.BARE, Shape.TEXT),
        (Settings, "year_starts", Shape.TEXT, Shape.TEXT),
        (Settings, "places", Shape.WORDS, Shape.TEXT),
        (Settings, "planning_periods", Shape.NAMES, Shape.TEXT),
        (PublicSettings, "hide", Shape.NAMES, Shape.TEXT),
    ],
)
def test_the_shape_of_a_field_is_read_from_its_type(model: type[Entity], key: str, shape: Shape, inner: Shape) -> None:
    field = fields_of(model)[key]
    assert (field.shape, field.shapes[1] if field.shapes[1:] else Shape.TEXT) == (shape, inner)


def test_a_field_knows_what_it_holds_and_what_it_names() -> None:
    indicators, places = fields_of(Workstream)["indicators"], fields_of(Workstream)["places"]
    assert (indicators.models, indicators.holds, indicators.about.names) == ((Target,), "targets", "")
    assert (places.models, places.holds, places.about.names) == ((), "", "places")
    assert fields_of(Target)["better"].choices == ("lower", "higher", "exactly")
    assert fields_of(Milestone)["owner"].about.audience == "internal"


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ((), Shape.FIELDS),
        (("voices",), Shape.ENTRIES),
        (("voices", 0), Shape.FIELDS),
        (("voices", 0, "findings", 1), Shape.TEXT),
        (("workstreams", 2, "actions"), Shape.WORDS),
        (("workstreams", 2, "actions", "2025-26"), Shape.ENTRIES),
        (("workstreams", 2, "actions", "2025-26", 0), Shape.TEXT),
        (("workstreams", 2, "indicators", 0), Shape.TEXT),
        (("workstreams", 2, "indicators", 0, "baseline", "at"), Shape.TEXT),
        (("targets", 0, "trajectory", 0, "due"), Shape.TEXT),
    ],
)
def test_a_path_leads_to_what_may_stand_there(path: tuple[str | int, ...], shape: Shape) -> None:
    spot = spot_at(Section, path)
    assert spot is not None
    assert spot.shape is shape


@pytest.mark.parametrize(
    "path",
    [
        ("owner",),
        (0,),
        ("title", 0),
        ("title", "first"),
        ("voices", "first"),
        ("voices", 0, 0),
        ("workstreams", 0, "actions", 0),
        ("workstreams", 0, "actions", "2025-26", "first"),
        ("workstreams", 0, "actions", "2025-26", 0, 0),
    ],
)
def test_a_path_to_what_no_section_has_leads_nowhere(path: tuple[str | int, ...]) -> None:
    assert spot_at(Section, path) is None


def test_a_spot_knows_the_keys_that_may_stand_there() -> None:
    spot = spot_at(Section, ("workstreams", 0, "indicators", 0))
    assert spot is not None
    assert spot.keys == list(fields_of(Target))


@pytest.mark.parametrize(("model", "field"), EVERY)
def test_what_must_be_there_and_is_internal_is_a_text_alone(model: type[Entity], field: Field) -> None:
    is_internal = field.about.audience == "internal"
    assert not (field.required and is_internal) or field.shape is Shape.TEXT, f"{model.__name__}.{field.key}"


def test_what_may_be_shown_is_known_by_its_last_name_alone() -> None:
    last = [name.rpartition(".")[2] for name in showable()]
    assert sorted(set(last)) == sorted(last)
    assert {"owner", "moves.because"} <= set(showable())
