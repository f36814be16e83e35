"""The changes that an editor is given: the house style, another id, fixes, and what became of a promise."""

import asyncio
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from jfp_cli.fmt.plan import laid_out
from jfp_cli.loading import load
from jfp_cli.source.folder import TextFile
from tests.editor.conftest import Editor, Starter

AREA, SECTION = "milestones/planned-care.yaml", "sections/elective-care.yaml"
ABLE = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(
            document_changes=True, resource_operations=list(types.ResourceOperationKind)
        )
    )
)


@pytest.fixture
def able(start: Starter, folder: Path, loop: asyncio.AbstractEventLoop) -> Editor:
    """An editor that makes every kind of change."""
    return asyncio.run_coroutine_threadsafe(start(folder, capabilities=ABLE), loop).result()


def edited(text: str, edits: Any) -> str:
    """A text with the edits of a document, which lie apart."""
    lines = text.splitlines(keepends=True) or [""]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def offset(position: types.Position) -> int:
        at = starts[min(position.line, len(starts) - 1)]
        units, before = position.character, 0
        for letter in text[at:]:
            if units <= 0:
                break
            units -= 1 + (letter > "\uffff")
            before += 1
        return at + before

    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


def made(edit: types.WorkspaceEdit | None) -> None:
    """Make a change on disk, as an editor does that saves what it changed."""
    assert edit is not None
    for change in edit.document_changes or ():
        if isinstance(change, types.TextDocumentEdit):
            path = path_of(change.text_document.uri)
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            path.write_text(edited(text, change.edits), encoding="utf-8")
        elif isinstance(change, types.CreateFile):
            path_of(change.uri).touch(exist_ok=False)
        elif isinstance(change, types.RenameFile):
            path_of(change.old_uri).rename(path_of(change.new_uri))
    for uri, edits in (edit.changes or {}).items():
        path_of(uri).write_text(edited(path_of(uri).read_text(encoding="utf-8"), edits), encoding="utf-8")


def path_of(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


def text_of(editor: Editor, name: str) -> str:
    return (editor.folder / "plan" / name).read_text(encoding="utf-8")


async def test_a_file_is_laid_out_in_the_house_style(editor: Editor) -> None:
    text = editor.open(AREA)
    params = types.DocumentFormattingParams(
        editor.document(AREA), types.FormattingOptions(tab_size=2, insert_spaces=True)
    )
    edits = await editor.client.text_document_formatting_async(params)
    tidy = edited(text, edits)
    assert tidy == laid_out(TextFile.of(AREA, text)) != text
    editor.type(AREA, tidy)
    assert not await editor.client.text_document_formatting_async(params)
    editor.type(AREA, "area: [\n")
    with pytest.raises(JsonRpcException, match="left as it is"):
        await editor.client.text_document_formatting_async(params)


async def rename(editor: Editor, name: str, words: str, inside: int, new: str) -> types.WorkspaceEdit | None:
    place = editor.at(name, words, inside)
    return await editor.client.text_document_rename_async(types.RenameParams(new_name=new, **place))


async def test_a_thing_gets_another_id_wherever_it_is_named_and_nothing_is_written(able: Editor) -> None:
    able.open(AREA)
    before = {path: path.read_bytes() for path in able.folder.rglob("*.yaml")}
    place = able.at(AREA, "[outpatients]", 3)
    prepared = await able.client.text_document_prepare_rename_async(types.PrepareRenameParams(**place))
    assert isinstance(prepared, types.Range)
    assert prepared.end.character - prepared.start.character == len("outpatients")
    edit = await rename(able, AREA, "[outpatients]", 3, "clinics")
    assert {path: path.read_bytes() for path in able.folder.rglob("*.yaml")} == before
    assert edit is not None
    versions = {
        change.text_document.uri: change.text_document.version
        for change in edit.document_changes or ()
        if isinstance(change, types.TextDocumentEdit)
    }
    assert versions == {able.uri(AREA): 1, able.uri(SECTION): None}
    made(edit)
    assert load(able.folder / "plan").findings == []
    assert text_of(able, AREA).count("[clinics]") == 2
    assert "id: clinics" in text_of(able, SECTION)


async def test_a_file_goes_by_the_id_of_what_it_holds(able: Editor) -> None:
    able.open(SECTION)
    made(await rename(able, SECTION, "id: elective-care", 5, "planned-operations"))
    assert not (able.folder / "plan" / SECTION).exists()
    assert "sections: [planned-operations]" in text_of(able, "plan.yaml")
    assert load(able.folder / "plan").findings == []


async def test_an_editor_that_renames_no_files_is_told_what_to_type(editor: Editor) -> None:
    editor.open(SECTION)
    with pytest.raises(JsonRpcException, match="jfp rename sections/elective-care other"):
        await rename(editor, SECTION, "id: elective-care", 5, "other")


async def test_an_editor_that_says_no_more_than_what_it_does_with_files_is_given_them_too(
    start: Starter, folder: Path
) -> None:
    edits = types.WorkspaceEditClientCapabilities(resource_operations=list(types.ResourceOperationKind))
    asked = types.WorkspaceClientCapabilities(workspace_edit=edits)  # as Neovim does
    editor: Editor = await start(folder, capabilities=types.ClientCapabilities(workspace=asked))
    editor.open(SECTION)
    made(await rename(editor, SECTION, "id: elective-care", 5, "planned-operations"))
    assert not (editor.folder / "plan" / SECTION).exists()
    assert load(editor.folder / "plan").findings == []


async def test_an_id_that_cannot_be_one_and_a_word_that_is_none_are_refused(able: Editor) -> None:
    able.open(AREA)
    with pytest.raises(JsonRpcException, match="there already"):
        await rename(able, AREA, "id: endoscopy-unit", 6, "elective-hub")
    assert able.log == []  # a refusal is no failure
    assert await rename(able, AREA, "Open the endoscopy", 2, "x") is None
    place = able.at(AREA, "Open the endoscopy", 2)
    assert await able.client.text_document_prepare_rename_async(types.PrepareRenameParams(**place)) is None


async def actions(
    editor: Editor, name: str, words: str, inside: int = 0, only: Any = None
) -> dict[str, types.CodeAction]:
    position = editor.at(name, words, inside)["position"]
    params = types.CodeActionParams(
        editor.document(name), types.Range(position, position), types.CodeActionContext([], only=only)
    )
    found = await editor.client.text_document_code_action_async(params)
    return {one.title: one for one in found or () if isinstance(one, types.CodeAction)}


async def test_the_fix_of_a_finding_mends_it(able: Editor) -> None:
    text = able.open(AREA)
    able.type(AREA, text.replace("[outpatients]", "[outpatient]", 1))
    await able.until(lambda: able.says('"outpatient"'))
    found = await actions(able, AREA, "[outpatient]", 3, [types.CodeActionKind.QuickFix])
    fix = next(iter(found.values()))
    assert fix.diagnostics
    assert fix.diagnostics[0].message.startswith('there is no workstream "outpatient"')
    assert fix.edit is not None
    change = (fix.edit.document_changes or ())[0]
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == 2
    assert edited(able.texts[AREA], change.edits) == text


async def test_a_finding_is_accepted_for_a_reason(able: Editor) -> None:
    able.open(AREA)
    await able.settled()
    found = await actions(able, AREA, "status: at_risk", 9)
    action = found['Accept "status contradicts date" here (JFP312), and write in plan.yaml why']
    made(action.edit)
    entry = '{rule: JFP312, at: milestones/endoscopy-unit.status, because: ""}'
    assert entry in text_of(able, "plan.yaml")
    assert [one.address for one in load(able.folder / "plan").findings]  # until the reason is written


@pytest.mark.parametrize("lint", ["", "lint:\n", "lint: {}\n"])
async def test_a_finding_is_accepted_in_a_plan_that_accepts_none_yet(able: Editor, lint: str) -> None:
    before = text_of(able, "plan.yaml").partition("lint:")[0] + lint
    (able.folder / "plan" / "plan.yaml").write_text(before, encoding="utf-8")
    able.open("plan.yaml")
    able.open(AREA)
    await able.settled()
    found = await actions(able, AREA, "status: at_risk", 9)
    made(found['Accept "status contradicts date" here (JFP312), and write in plan.yaml why'].edit)
    entry = 'lint:\n  allow:\n    - {rule: JFP312, at: milestones/endoscopy-unit.status, because: ""}\n'
    assert text_of(able, "plan.yaml").endswith(entry)


@pytest.mark.parametrize(
    ("name", "words", "new", "file", "key"),
    [
        (SECTION, "areas: [planned-care]", "areas: [dental-care]", "milestones/dental-care.yaml", "area"),
        ("plan.yaml", "sections: [elective-care]", "sections: [elective-care, maternity]", "sections/maternity.yaml",
         "id"),
    ],
)  # fmt: skip
async def test_a_file_that_is_named_and_missing_is_begun(
    able: Editor, name: str, words: str, new: str, file: str, key: str
) -> None:
    text = able.open(name)
    able.type(name, text.replace(words, new))
    await able.settled()
    found = await actions(able, name, new, len(new) - 3, [types.CodeActionKind.QuickFix])
    made(found[f"Begin the file {file}"].edit)
    begun = file.partition("/")[2].removesuffix(".yaml")
    assert text_of(able, file) == f'{key}: {begun}\ntitle: ""\n'


async def test_no_file_is_begun_where_an_editor_makes_none_or_the_thing_has_none(editor: Editor, able: Editor) -> None:
    text = editor.open(SECTION)
    editor.type(SECTION, text.replace("areas: [planned-care]", "areas: [dental-care]"))
    await editor.settled()
    assert not any("Begin" in title for title in await actions(editor, SECTION, "[dental-care]", 3))
    text = able.open(AREA)
    able.type(AREA, text.replace("[outpatients]", "[clinics]", 1))
    await able.settled()
    assert not any("Begin" in title for title in await actions(able, AREA, "[clinics]", 3))


async def test_a_promise_is_marked_as_complete(able: Editor) -> None:
    able.open(AREA)
    found = await actions(able, AREA, "Open the endoscopy unit")
    made(found["Mark endoscopy-unit as complete today"].edit)
    today = date.today()  # noqa: DTZ011 - the day of the server
    loaded = load(able.folder / "plan")
    assert loaded.findings == []
    assert f"status: complete\n    completed: {today}\n" in text_of(able, AREA)
    assert not any("complete" in title for title in await actions(able, AREA, "Open the elective hub"))


async def test_a_date_that_was_typed_anew_is_remembered_as_a_move(able: Editor) -> None:
    text = able.open(AREA)
    able.type(AREA, text.replace("due: March 2027", "due: June 2027"))
    found = await actions(able, AREA, "due: June 2027", 6)
    action = found["Remember that patient-portal moved from March 2027, and write why"]
    change = ((action.edit and action.edit.document_changes) or ())[0]
    assert isinstance(change, types.TextDocumentEdit)
    after = edited(able.texts[AREA], change.edits)
    today = date.today()  # noqa: DTZ011 - the day of the server
    assert f'{{from: March 2027, to: June 2027, date: {today}, because: ""}}' in " ".join(after.split())


async def test_a_report_is_begun_with_its_day(editor: Editor) -> None:
    editor.open(AREA)
    found = await actions(editor, AREA, "Every specialty live")
    report = found["Report on this"]
    made(report.edit)
    today = date.today()  # noqa: DTZ011 - the day of the server
    assert f'date: {today}, note: ""' in " ".join(text_of(editor, AREA).split())
