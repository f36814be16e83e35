"""What an editor says of a place, where it leads, and what it lists."""

from datetime import date
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from jfp_cli.editor.hovering import distance
from jfp_cli.values.dates import PlanDate
from tests.editor.conftest import Editor

AREA, SECTION, MEASURE = (
    "milestones/planned-care.yaml",
    "sections/elective-care.yaml",
    "measures/waiting-list-size.yaml",
)


async def hovered(editor: Editor, name: str, words: str, inside: int = 1) -> str:
    """What is said of a place; nothing where nothing is."""
    if name not in editor.texts:
        editor.open(name)
    answer = await editor.client.text_document_hover_async(types.HoverParams(**editor.at(name, words, inside)))
    assert answer is None or isinstance(answer.contents, types.MarkupContent)
    return answer.contents.value if answer else ""  # type: ignore[union-attr]  # as above


async def test_a_date_tells_its_days_and_how_far_it_is(editor: Editor) -> None:
    said = await hovered(editor, AREA, "Autumn 2025")
    assert said.splitlines()[0] == "1 September 2025 to 30 November 2025"
    ago = (date.today() - date(2025, 11, 30)).days  # noqa: DTZ011 - the day of the server
    assert said.splitlines()[1] == f"{ago} days ago"


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("March 2026", date(2026, 2, 27), "begins in 2 days"),
        ("March 2026", date(2026, 3, 1), "now, with 30 days left"),
        ("March 2026", date(2026, 4, 1), "1 day ago"),
        ("2026-03-01", date(2026, 2, 28), "in 1 day"),
        ("2026-03-01", date(2026, 3, 1), "today"),
        ("April 2026 onwards", date(2026, 4, 3), "began 2 days ago"),
    ],
)
def test_how_far_a_date_is(text: str, day: date, said: str) -> None:
    assert distance(PlanDate.parse(text), day) == said


async def test_a_figure_tells_how_it_is_read(editor: Editor) -> None:
    assert "under 6%" in await hovered(editor, SECTION, "under 6%")


async def test_a_key_tells_what_belongs_there(editor: Editor) -> None:
    said = await hovered(editor, AREA, "owner:")
    assert said.startswith("owner: ")
    assert "Not in the public plan" in said


async def test_a_key_shows_an_example_that_fits_on_a_line(editor: Editor) -> None:
    assert "Such as: 2025-26, 2026-30" in await hovered(editor, "plan.yaml", "planning_periods:")
    assert "Such as" not in await hovered(editor, AREA, "moves:")


async def test_a_name_tells_what_it_names_and_who_else_names_it(editor: Editor) -> None:
    said = await hovered(editor, AREA, "[outpatients]", 3)
    assert said.splitlines()[0] == "Outpatients (workstream outpatients)"
    assert "milestones/elective-hub" in said
    assert "milestones/patient-portal" in said


async def test_a_target_tells_how_far_it_is(editor: Editor) -> None:
    said = await hovered(editor, SECTION, "waiting-list-size")
    assert said.splitlines()[0] == "A smaller elective waiting list (target waiting-list-size)"
    assert "progress: " in said
    assert "133,000 in 2026-06" in said


async def test_an_abbreviation_of_the_glossary_tells_what_it_means(editor: Editor) -> None:
    text = editor.open(AREA)
    editor.type(AREA, text.replace("Open the endoscopy unit", "Offer FITs to all"))
    assert await hovered(editor, AREA, "FITs") == "FIT: faecal immunochemical test"


async def test_a_place_of_which_there_is_nothing_to_say_says_nothing(editor: Editor) -> None:
    assert await hovered(editor, AREA, "Open the endoscopy unit", 2) == ""


async def test_a_name_leads_to_what_it_names(editor: Editor) -> None:
    editor.open(AREA)
    found = await editor.client.text_document_definition_async(
        types.DefinitionParams(**editor.at(AREA, "[outpatients]", 3))
    )
    assert isinstance(found, types.Location)
    section = editor.open(SECTION)
    assert found.uri == editor.uri(SECTION)
    assert found.range.start.line == section.count("\n", 0, section.index("id: outpatients"))


async def test_a_measure_named_by_its_title_and_a_section_in_the_contents_lead_on(editor: Editor) -> None:
    editor.open(SECTION)
    words = types.DefinitionParams(**editor.at(SECTION, "Open elective pathways", 2))
    measure = await editor.client.text_document_definition_async(words)
    assert isinstance(measure, types.Location)
    assert measure.uri == editor.uri(MEASURE)
    editor.open("plan.yaml")
    listed = types.DefinitionParams(**editor.at("plan.yaml", "sections: [elective-care]", 14))
    section = await editor.client.text_document_definition_async(listed)
    assert isinstance(section, types.Location)
    assert section.uri == editor.uri(SECTION)


async def test_every_place_that_names_a_thing_is_found(editor: Editor) -> None:
    editor.open(SECTION)
    place = editor.at(SECTION, "id: outpatients", 5)
    for itself, number in ((True, 3), (False, 2)):
        found = await editor.client.text_document_references_async(
            types.ReferenceParams(types.ReferenceContext(itself), **place)
        )
        assert found is not None
        assert len(found) == number


async def test_the_outline_of_a_file_has_its_things_with_their_titles(editor: Editor) -> None:
    editor.open(SECTION)
    top = await editor.client.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document(SECTION)))
    assert top is not None
    section = top[0]
    assert isinstance(section, types.DocumentSymbol)
    assert section.name == "Elective care recovery"
    stream, target = section.children or ()
    assert (stream.name, stream.detail) == ("Outpatients", "workstream outpatients")
    assert [one.name for one in stream.children or ()] == ["Fewer missed appointments"]
    assert target.detail == "target waiting-list-size"


async def test_the_things_of_the_plan_are_found_by_their_words(editor: Editor) -> None:
    found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("elective HUB"))
    assert found is not None
    assert [one.container_name for one in found] == ["milestones/elective-hub"]


async def test_what_takes_several_lines_can_be_folded(editor: Editor) -> None:
    text = editor.open(AREA)
    found = await editor.client.text_document_folding_range_async(types.FoldingRangeParams(editor.document(AREA)))
    assert found is not None
    first = text.count("\n", 0, text.index("- id: elective-hub"))
    last = text.count("\n", 0, text.index("- id: endoscopy-unit")) - 1
    assert (first, last) in {(one.start_line, one.end_line) for one in found}


async def test_a_question_that_fails_is_logged_and_the_next_is_answered(editor: Editor) -> None:
    broken = types.TextDocumentIdentifier("file://[")
    with pytest.raises(JsonRpcException):
        await editor.client.text_document_hover_async(types.HoverParams(broken, types.Position(0, 0)))
    await editor.until(lambda: editor.log)
    assert await hovered(editor, AREA, "owner:") != ""


async def test_a_file_of_no_plan_has_no_answers(editor: Editor, folder: Path) -> None:
    (folder / "notes.yaml").write_text("owner: me\n", encoding="utf-8")
    editor.open("../notes.yaml")
    assert await hovered(editor, "../notes.yaml", "owner") == ""


async def test_a_plan_of_which_plan_yaml_cannot_be_read_still_explains_its_keys(editor: Editor) -> None:
    editor.open("plan.yaml", "{")
    assert (await hovered(editor, AREA, "owner:")).startswith("owner: ")
    assert await hovered(editor, AREA, "Autumn 2025") == ""
