"""What jfp uses of its dependencies beneath their public faces: where a new version changes it, this says so first."""

import inspect
from typing import Any

import docx
import pytest
import typer
from _ruamel_yaml import CParser
from docx.opc.constants import RELATIONSHIP_TYPE
from ruamel.yaml import events
from ruamel.yaml.error import YAMLError
from typer import core
from typer.main import get_command

TEXT = '{plain: a, "quoted": !tag "b", list: &here [c], again: *here}\n'


def parsed(text: str) -> list[Any]:
    parser = CParser(text)
    found: list[Any] = []
    while not found or not isinstance(found[-1], events.StreamEndEvent):
        found.append(parser.get_event())
    return found


def test_the_parser_gives_the_events_of_ruamel_with_their_places() -> None:
    found = parsed(TEXT)
    classes = [event.__class__ for event in found]
    assert classes[:3] == [events.StreamStartEvent, events.DocumentStartEvent, events.MappingStartEvent]
    assert classes.count(events.ScalarEvent) == 7
    assert {events.SequenceStartEvent, events.SequenceEndEvent, events.AliasEvent, events.MappingEndEvent} < set(
        classes
    )
    for event in found[2:-2]:
        assert 0 <= event.start_mark.index < event.end_mark.index <= len(TEXT)


def test_a_scalar_says_how_it_is_written_and_a_list_what_it_is_called() -> None:
    scalars = {event.value: event for event in parsed(TEXT) if isinstance(event, events.ScalarEvent)}
    assert (scalars["a"].style, scalars["quoted"].style) == ("", '"')
    assert scalars["a"].ctag is None
    assert scalars["b"].ctag is not None
    opened = next(event for event in parsed(TEXT) if isinstance(event, events.SequenceStartEvent))
    assert (opened.anchor, opened.ctag, opened.flow_style) == ("here", None, True)


def test_a_syntax_error_says_where_it_is() -> None:
    with pytest.raises(YAMLError) as caught:
        parsed("a: [b\nc: d")
    assert caught.value.problem_mark.index > 0  # type: ignore[attr-defined]  # of the kinds of error that have a place


def test_options_and_groups_of_typer_can_be_made_quick() -> None:
    for overridden in (
        core.TyperOption.process_value,
        core.TyperOption.display_type_rich,
        core.TyperCommand.get_params,
        core.TyperGroup.get_params,
        core.TyperGroup.list_commands,
        core.TyperGroup.get_command,
    ):
        assert "ctx" in inspect.signature(overridden).parameters


def test_a_command_of_typer_takes_the_class_it_is_given() -> None:
    class Mine(core.TyperCommand):
        pass

    app = typer.Typer(add_completion=False)
    app.command()(lambda: None)
    app.registered_commands[0].cls = Mine
    command = get_command(app)
    assert type(command) is Mine
    command.name = "renamed"
    assert command.name == "renamed"


def test_parts_of_a_word_document_can_be_left_out_and_written_anew() -> None:
    document: Any = docx.Document()
    part = document.part
    assert isinstance(part.rels, dict)
    assert isinstance(part.package.rels, dict)
    [theme] = [found.target_part for found in part.rels.values() if found.reltype == RELATIONSHIP_TYPE.THEME]
    theme._blob = b"<theme/>"
    assert theme.blob == b"<theme/>"
    [styles] = [found.target_part for found in part.rels.values() if found.reltype == RELATIONSHIP_TYPE.STYLES]
    styles._element = docx.Document().styles.element
    assert document.styles.element is styles.element
    for add in part.add_header_part, part.add_footer_part:
        added, relation = add()
        assert part.related_parts[relation] is added
        assert len(added.element) == 1
    assert {child.tag.partition("}")[2] for child in document.core_properties._element} >= {"creator", "description"}
