"""What an editor offers where somebody types."""

from datetime import date

import pytest
from lsprotocol import types

from jfp_cli.model.area import Milestone
from jfp_cli.model.field import fields_of
from jfp_cli.model.promise import MEANINGS
from tests.editor.conftest import Editor

AREA, SECTION = "milestones/planned-care.yaml", "sections/elective-care.yaml"
BEGUN = "\n  - id: new-one\n    "


async def offered(editor: Editor, name: str, text: str) -> dict[str, types.CompletionItem]:
    """What is offered at `|` in a text that is typed into a file, by what is shown; and typed on from there."""
    editor.open(name)
    editor.texts[name] = text
    place = editor.at(name, "|")
    editor.type(name, text.replace("|", ""))
    answer = await editor.client.text_document_completion_async(types.CompletionParams(**place))
    assert isinstance(answer, (list, tuple))
    return {one.label: one for one in answer}


def applied(text: str, item: types.CompletionItem) -> str:
    """The text with what was offered in place of what was typed."""
    edit = item.text_edit
    assert isinstance(edit, types.TextEdit)
    lines = text.replace("|", "").split("\n")
    line = lines[edit.range.start.line]
    lines[edit.range.start.line] = line[: edit.range.start.character] + edit.new_text + line[edit.range.end.character :]
    return "\n".join(lines)


def area(editor: Editor, more: str) -> str:
    return (editor.folder / "plan" / AREA).read_text(encoding="utf-8").rstrip("\n") + more


async def test_the_keys_that_still_fit_come_with_their_sentences(editor: Editor) -> None:
    found = await offered(editor, AREA, area(editor, BEGUN + "status: on_track\n    |\n"))
    assert set(found) == set(fields_of(Milestone)) - {"id", "status"}
    assert next(iter(found)) in {"activity", "due"}
    assert found["owner"].documentation == fields_of(Milestone)["owner"].about.sentence


async def test_a_key_is_written_with_its_colon(editor: Editor) -> None:
    text = area(editor, BEGUN + "own|\n")
    found = await offered(editor, AREA, text)
    assert applied(text, found["owner"]).endswith("    owner: \n")
    assert applied(text, found["workstreams"]).endswith("    workstreams: \n")
    assert applied(text, found["checkpoints"]).endswith("    checkpoints:\n")


async def test_statuses_places_and_ids_come_with_what_they_are_called(editor: Editor) -> None:
    statuses = await offered(editor, AREA, area(editor, BEGUN + "status: |\n"))
    assert {"complete", "at_risk"} <= set(statuses)
    assert statuses["at_risk"].documentation == MEANINGS["at_risk"]
    places = await offered(editor, AREA, area(editor, BEGUN + "places: [north-town, |]\n"))
    assert {name: one.detail for name, one in places.items()} == {
        "north-town": "North Town",
        "south-vale": "South Vale",
    }
    streams = await offered(editor, AREA, area(editor, BEGUN + "workstreams:\n      - out|\n"))
    assert streams["outpatients"].detail == "Outpatients"
    assert set(await offered(editor, AREA, area(editor, BEGUN + "needs: [|]\n"))) >= {"elective-hub", "endoscopy-unit"}


async def test_owners_that_the_plan_names_already_come(editor: Editor) -> None:
    assert "Planned care lead" in await offered(editor, AREA, area(editor, BEGUN + "owner: Pl|\n"))


async def test_dates_come_in_the_style_of_the_house(editor: Editor) -> None:
    today = date.today()  # noqa: DTZ011 - the day of the server
    found = await offered(editor, AREA, area(editor, BEGUN + "due: |\n"))
    assert found[today.isoformat()].detail == "today"
    assert f"{today:%B %Y}" in found
    text = area(editor, BEGUN + "due: 31/03/2027|\n")
    found = await offered(editor, AREA, text)
    assert applied(text, found["31 March 2027"]).endswith("    due: 31 March 2027\n")


async def test_a_blank_that_is_missing_after_a_colon_is_added(editor: Editor) -> None:
    text = area(editor, BEGUN + "status:|\n")
    found = await offered(editor, AREA, text)
    assert applied(text, found["at_risk"]).endswith("    status: at_risk\n")


async def test_planning_periods_are_keys_that_are_not_there_yet(editor: Editor) -> None:
    text = "id: elective-care\ntitle: x\nworkstreams:\n  - id: outpatients\n    actions:\n      2025-26: [a]\n      |\n"
    assert set(await offered(editor, SECTION, text)) == {"2026-30"}


async def test_within_braces_the_keys_and_values_of_an_entry_come(editor: Editor) -> None:
    found = await offered(editor, AREA, area(editor, "\n      - {due: May 2027, |}\n"))
    assert "activity" in found
    assert "due" not in found
    assert "complete" in await offered(editor, AREA, area(editor, "\n      - {due: May 2027, status: |}\n"))


async def test_a_file_that_is_half_typed_elsewhere_is_completed_all_the_same(editor: Editor) -> None:
    broken = area(editor, "\n  - id: [ {\n  - id: x\n    status: |\n")
    assert "complete" in await offered(editor, AREA, broken)


async def test_sections_are_offered_in_the_contents(editor: Editor) -> None:
    text = (editor.folder / "plan" / "plan.yaml").read_text(encoding="utf-8")
    found = await offered(editor, "plan.yaml", text.replace("sections: [elective-care]", "sections: [|]"))
    assert found["elective-care"].detail == "Elective care recovery"


async def test_wide_letters_before_the_place_shift_nothing(editor: Editor) -> None:
    text = area(editor, "\n      - {activity: 🏥🏥, status: at_|}\n")
    found = await offered(editor, AREA, text)
    edit = found["at_risk"].text_edit
    assert isinstance(edit, types.TextEdit)
    assert edit.range.start.character == len("      - {activity: 🏥🏥, status: ") + 2
    assert edit.range.end.character == edit.range.start.character + 3


async def test_in_a_sentence_nothing_is_offered(editor: Editor) -> None:
    assert await offered(editor, AREA, area(editor, BEGUN + "activity: Open |\n")) == {}


async def test_a_blank_that_is_missing_after_a_dash_is_added(editor: Editor) -> None:
    text = area(editor, "\n  -|\n")
    assert applied(text, (await offered(editor, AREA, text))["activity"]).endswith("\n  - activity: \n")
    text = area(editor, BEGUN + "workstreams:\n      -|\n")
    assert applied(text, (await offered(editor, AREA, text))["outpatients"]).endswith("\n      - outpatients\n")


@pytest.mark.parametrize("line", ["# how the |system works", "owner: somebody # whom |", "#|"])
async def test_in_a_comment_nothing_is_offered(editor: Editor, line: str) -> None:
    assert await offered(editor, AREA, area(editor, BEGUN + line + "\n")) == {}


@pytest.mark.parametrize("line", ["du|e: March 2027", "|due: March 2027", "due|: March 2027"])
async def test_a_key_takes_the_place_of_the_one_that_it_is_typed_in(editor: Editor, line: str) -> None:
    text = area(editor, BEGUN + line + "\n")
    found = await offered(editor, AREA, text)
    assert applied(text, found["completed"]).endswith("    completed: March 2027\n")
    within = text.replace(BEGUN + line, "\n  - {id: new-one, " + line + ", owner: nobody}")
    found = await offered(editor, AREA, within)
    assert applied(within, found["completed"]).endswith("completed: March 2027, owner: nobody}\n")


async def test_an_id_takes_the_place_of_the_one_that_it_is_typed_in(editor: Editor) -> None:
    text = area(editor, BEGUN + "places: [nor|th-town]\n")
    assert applied(text, (await offered(editor, AREA, text))["south-vale"]).endswith("places: [south-vale]\n")


@pytest.mark.parametrize(
    "line",
    [
        "- | id: new-one",
        "- {id: new-one,| owner: x}",
        "- {id: new-one, due: March 2027, checkpoints: []|}",
        "- activity: >-\n      Op|en the clinic",
        "- activity: >-\n      Where it is nee|ded, open",
        "- >|-\n      Open the clinic",
    ],
)
async def test_no_key_comes_before_what_would_be_its_value(editor: Editor, line: str) -> None:
    assert await offered(editor, AREA, area(editor, "\n  " + line + "\n")) == {}


async def test_planning_periods_are_no_value(editor: Editor) -> None:
    text = (editor.folder / "plan" / SECTION).read_text(encoding="utf-8")
    begun = text.partition("    actions:\n")
    assert begun[1]
    assert await offered(editor, SECTION, f"{begun[0]}    actions:|\n{begun[2]}") == {}
