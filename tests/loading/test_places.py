"""From a place in a file to what stands there, and back."""

import pytest

from jfp_cli.loading import load
from jfp_cli.loading.source_map import Located
from jfp_cli.values.address import Address
from tests.conftest import EXAMPLE, SHIPPED
from tests.loading.changed_plans import ELECTIVE, PLAN, PLANNED, changed


def at(text: str, file: str, *, offset: int = 0) -> tuple[str, str] | None:
    """What stands where a text is first found in a file of the example plan."""
    sources = changed().sources
    source = sources.files[file]
    line, column = source.position(source.text.index(text) + offset)
    located = sources.at(file, line, column)
    return (str(located.address), located.part) if located else None


@pytest.mark.parametrize(
    ("file", "text", "address", "part"),
    [
        (ELECTIVE, "title: Elective", "sections/elective-care.title", "key"),
        (ELECTIVE, "Elective care recovery", "sections/elective-care.title", "value"),
        (ELECTIVE, "outpatients", "workstreams/outpatients.id", "value"),
        (ELECTIVE, "134,140", "targets/waiting-list-size.trajectory[0].target", "value"),
        (ELECTIVE, "2026-30:", "workstreams/outpatients.actions.2026-30", "key"),
        (PLANNED, "June 2026", "milestones/patient-portal.checkpoints[1].due", "value"),
        (PLAN, "South Vale", "places/south-vale", "value"),
        (PLAN, "south-vale", "places/south-vale", "key"),
    ],
)
def test_a_place_has_the_address_of_what_stands_there(file: str, text: str, address: str, part: str) -> None:
    assert at(text, file) == (address, part)


def test_between_a_key_and_its_value_stands_the_entry_of_both() -> None:
    assert at("status: complete", PLANNED, offset=7) == ("milestones/elective-hub.status", "entry")


def test_between_the_keys_of_a_thing_stands_the_thing() -> None:
    assert at("  status: complete", PLANNED) == ("milestones/elective-hub", "entry")


def test_where_nothing_stands_there_is_nothing() -> None:
    sources = load(EXAMPLE).sources
    assert sources.at("no/such/file.yaml", 1, 1) is None
    assert changed((PLANNED, "area:", "\0area:")).sources.at(PLANNED, 1, 1) is None


def test_every_thing_of_the_shipped_plan_is_found_where_it_stands() -> None:
    loaded = load(SHIPPED)
    for kind, name in loaded.sources.things:
        address = Address(kind, name)
        span = loaded.sources.span(address)
        located = loaded.sources.at(span.file, span.line, span.column)
        assert isinstance(located, Located)
        assert located.address.thing == address


def test_beside_what_was_left_out_places_still_agree() -> None:
    loaded = changed((PLANNED, "due: January 2026", "due: some day"))
    address = Address.parse("milestones/patient-portal.checkpoints[0].due")
    span = loaded.sources.span(address)
    located = loaded.sources.at(span.file, span.line, span.column)
    assert located == Located(address, "value")
