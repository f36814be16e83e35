"""What an editor shows beside a text: last days and days overdue, what names a thing, colours, and their commands."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from jfp_cli.editor.colouring import DATE, LEGEND, NAME, WORD
from jfp_cli.loading import load
from jfp_cli.values.dates import PlanDate
from tests.editor.conftest import Editor, Starter
from tests.editor.test_changing import made, text_of

AREA, SECTION = "milestones/planned-care.yaml", "sections/elective-care.yaml"
WHOLE = types.Range(types.Position(0, 0), types.Position(9999, 0))


async def hinted(editor: Editor, name: str, where: types.Range = WHOLE) -> dict[str, Any]:
    """What stands behind each line of a file that has something there."""
    params = types.InlayHintParams(editor.document(name), where)
    found = await editor.client.text_document_inlay_hint_async(params)
    lines = editor.texts[name].splitlines()
    assert all(hint.padding_left for hint in found or ())
    return {lines[hint.position.line][: hint.position.character].strip(): hint.label for hint in found or ()}


async def test_a_date_shows_its_last_day_and_for_how_long_it_is_past(editor: Editor) -> None:
    editor.open(AREA)
    late = PlanDate.parse("Autumn 2025").days_overdue(date.today())  # noqa: DTZ011 - the day of the server
    found = await hinted(editor, AREA)
    assert found["due: Autumn 2025"] == f"to 30 November 2025, {late} days overdue"
    assert found["due: September 2025"] == "to 30 September 2025"  # it is complete
    assert found["due: March 2027"] == "to 31 March 2027"
    assert not any("from:" in line or "completed" in line for line in found)


async def test_of_two_promises_of_one_date_only_the_open_one_is_overdue(editor: Editor) -> None:
    text = editor.open(AREA)
    again = "  - {id: other, activity: Open another, due: Autumn 2025, status: complete, completed: 2025-11-01}\n"
    editor.type(AREA, text.rstrip("\n") + "\n" + again)
    found = await hinted(editor, AREA)
    assert found["- {id: other, activity: Open another, due: Autumn 2025"] == "to 30 November 2025"
    assert found["due: Autumn 2025"].endswith("days overdue")


async def test_only_the_lines_that_are_seen_get_their_last_days(editor: Editor) -> None:
    text = editor.open(AREA)
    line = text.count("\n", 0, text.index("due: March 2027"))
    where = types.Range(types.Position(line, 0), types.Position(line, 5))
    assert await hinted(editor, AREA, where) == {"due: March 2027": "to 31 March 2027"}


async def test_a_target_shows_the_last_days_of_its_dates_and_a_day_needs_none(editor: Editor) -> None:
    text = editor.open(SECTION)
    assert "to 31 March 2029" in (await hinted(editor, SECTION)).values()
    editor.type(SECTION, text.replace("due: March 2029", "due: 2029-03-31"))
    assert "to 31 March 2029" not in (await hinted(editor, SECTION)).values()


async def heads(editor: Editor, name: str) -> list[tuple[str, types.Command]]:
    """What stands above the lines of a file, with those lines."""
    found = await editor.client.text_document_code_lens_async(types.CodeLensParams(editor.document(name)))
    lines = editor.texts[name].splitlines()
    return [(lines[lens.range.start.line].strip(), lens.command) for lens in found or () if lens.command]


async def head(editor: Editor, name: str, line: str, title: str) -> types.ExecuteCommandParams:
    """The command behind what stands above a line."""
    found = next(one for at, one in await heads(editor, name) if (at, one.title) == (line, title))
    return types.ExecuteCommandParams(found.command, found.arguments)


async def test_what_names_a_thing_and_what_may_have_become_of_it_stand_above_it(editor: Editor) -> None:
    editor.open(SECTION)
    assert ("- id: outpatients", "named in 2 places") in [
        (line, one.title) for line, one in await heads(editor, SECTION)
    ]
    editor.open(AREA)
    above = [(line, one.title) for line, one in await heads(editor, AREA)]
    assert ("- id: endoscopy-unit", "complete today") in above
    assert ("- id: endoscopy-unit", "move") in above
    assert ("- id: elective-hub", "complete today") not in above  # it is complete


async def test_the_places_that_name_a_thing_are_told(editor: Editor) -> None:
    editor.open(SECTION)
    text = editor.open(AREA)
    command = await head(editor, SECTION, "- id: outpatients", "named in 2 places")
    places: Any = await editor.client.workspace_execute_command_async(command)
    lines = [text.splitlines()[place["range"]["start"]["line"]].strip() for place in places]
    assert lines == ["workstreams: [outpatients]"] * 2
    await editor.until(lambda: editor.messages)
    assert editor.messages[0].startswith("named in planned-care.yaml:")


async def test_an_editor_that_can_asks_again_what_stands_above_things_after_a_change(
    start: Starter, folder: Path
) -> None:
    lens = types.CodeLensWorkspaceClientCapabilities(refresh_support=True)
    asked = types.WorkspaceClientCapabilities(code_lens=lens)
    editor: Editor = await start(folder, capabilities=types.ClientCapabilities(workspace=asked))
    await editor.settled()
    editor.open(SECTION)
    text = editor.open(AREA)
    before = editor.refreshed
    editor.type(AREA, text.replace("    workstreams: [outpatients]\n", "", 1))
    await editor.until(lambda: editor.refreshed > before)
    assert ("- id: outpatients", "named in 1 place") in [
        (line, one.title) for line, one in await heads(editor, SECTION)
    ]


async def test_an_editor_that_can_goes_to_the_only_place_that_names_a_thing(start: Starter) -> None:
    window = types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=True))
    editor: Editor = await start(capabilities=types.ClientCapabilities(window=window))
    editor.open(SECTION)
    await editor.client.workspace_execute_command_async(
        await head(editor, SECTION, "id: elective-care", "named in 1 place")
    )
    await editor.until(lambda: editor.went)
    assert editor.went == [editor.uri("plan.yaml")]


async def test_a_promise_is_completed_from_above_it(editor: Editor) -> None:
    editor.open(AREA)
    await editor.client.workspace_execute_command_async(
        await head(editor, AREA, "- id: endoscopy-unit", "complete today")
    )
    await editor.until(lambda: editor.edits)
    made(editor.edits[0])
    assert load(editor.folder / "plan").findings == []
    assert f"status: complete\n    completed: {date.today()}\n" in text_of(editor, AREA)  # noqa: DTZ011 - as above


async def test_a_promise_is_moved_from_above_it_and_why_is_left_to_be_written(editor: Editor) -> None:
    editor.open(AREA)
    editor.chosen = "February 2026"
    await editor.client.workspace_execute_command_async(await head(editor, AREA, "- id: endoscopy-unit", "move"))
    await editor.until(lambda: editor.edits)
    assert editor.offered == ["December 2025", "February 2026", "May 2026", "November 2026"]
    made(editor.edits[0])
    entry = f'{{from: Autumn 2025, to: February 2026, date: {date.today()}, because: ""}}'  # noqa: DTZ011 - as above
    assert entry in " ".join(text_of(editor, AREA).split())
    assert "due: February 2026\n" in text_of(editor, AREA)
    assert all(one.address and "because" in one.address.path for one in load(editor.folder / "plan").findings)


async def test_whoever_chooses_no_date_moves_nothing(editor: Editor) -> None:
    editor.open(AREA)
    await editor.client.workspace_execute_command_async(await head(editor, AREA, "- id: endoscopy-unit", "move"))
    assert editor.offered
    assert editor.edits == []


@pytest.mark.parametrize(
    ("command", "address", "said"),
    [
        ("jfp.complete", "milestones/nothing", "there is no milestones/nothing in the plan any more"),
        ("jfp.complete", "sections/elective-care", "sections/elective-care"),
        ("jfp.move", "sections/elective-care", "has no date that could move"),
        ("jfp.namedBy", "..", "is not an address"),
    ],
)
async def test_a_command_that_cannot_be_carried_out_says_why(
    editor: Editor, command: str, address: str, said: str
) -> None:
    asked = types.ExecuteCommandParams(command, [editor.uri(AREA), address])
    with pytest.raises(JsonRpcException, match=said):
        await editor.client.workspace_execute_command_async(asked)
    assert editor.edits == []


async def test_dates_words_and_names_are_told_apart_for_colours(editor: Editor) -> None:
    text = editor.open(AREA)
    editor.type(AREA, text.replace("Open the elective hub", "Open the 🏥 hub"))
    answer = await editor.client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(editor.document(AREA))
    )
    assert answer is not None
    lines = [line.encode("utf-16-le") for line in editor.texts[AREA].splitlines()]
    line = start = 0
    found = set()
    for at in range(0, len(answer.data), 5):
        down, along, length, sort, _ = answer.data[at : at + 5]
        line, start = line + down, along if down else start + along
        found.add((lines[line][start * 2 : (start + length) * 2].decode("utf-16-le"), sort))
    assert {("September 2025", DATE), ("2025-09-20", DATE), ("complete", WORD), ("outpatients", NAME)} <= found
    assert ("Planned care lead", NAME) not in found
    assert len(LEGEND.token_types) == len({DATE, WORD, NAME})


async def test_a_file_of_no_plan_has_nothing_beside_it(editor: Editor) -> None:
    (editor.folder / "notes.yaml").write_text("due: March 2026\n", encoding="utf-8")
    editor.open("../notes.yaml")
    assert await hinted(editor, "../notes.yaml") == {}
    assert await heads(editor, "../notes.yaml") == []
    document = editor.document("../notes.yaml")
    answer = await editor.client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
    assert answer is not None
    assert not answer.data
