"""What is wrong with a plan, told while it is typed."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

from lsprotocol import types

from jfp_cli.linting.lint import lint
from jfp_cli.loading import load
from tests.editor.conftest import Editor, Starter

AREA = "milestones/planned-care.yaml"


async def test_the_findings_of_a_folder_are_those_of_validate_and_lint(editor: Editor, folder: Path) -> None:
    await editor.settled()
    told = {params.uri: params.diagnostics for params in editor.told}
    shown = sorted((uri, one.code, one.range.start.line + 1) for uri, listed in told.items() for one in listed)
    assert shown == expected(folder)


def expected(folder: Path) -> list[tuple[str, str, int]]:
    """What the commands find today."""
    found = lint(load(folder / "plan"), date.today())  # noqa: DTZ011 - the day of the server
    return sorted((Path(one.span.file).absolute().as_uri(), one.code, one.span.line) for one in found)


async def test_a_mistake_is_shown_where_it_is_and_is_gone_with_it(editor: Editor) -> None:
    text = editor.open(AREA)
    due = text.index("due: ")
    wrong = text[:due] + "due: Septmber 2026" + text[text.index("\n", due) :]
    editor.type(AREA, wrong)
    await editor.until(lambda: editor.says("Septmber"))
    found = editor.says("Septmber")
    assert len(found) == 1
    assert "help: " in found[0].message
    assert found[0].range.start.line == text.count("\n", 0, due)
    editor.type(AREA, text)
    await editor.until(lambda: not editor.says("Septmber"))


async def test_a_burst_of_changes_is_told_of_twice_at_most_and_last_as_it_is(editor: Editor) -> None:
    text = editor.open(AREA)
    await editor.settled()
    before = len(editor.told)
    for number in range(100):
        editor.type(AREA, f"{text}nonsense{number}: here\n")
    await editor.settled()
    told = [params for params in editor.told[before:] if params.uri == editor.uri(AREA)]
    assert 1 <= len(told) <= 2
    assert {params.version for params in told} == {101}
    assert any("nonsense99" in one.message for one in told[-1].diagnostics)


async def test_what_another_program_writes_is_seen(editor: Editor, folder: Path) -> None:
    await editor.settled()
    path = folder / "plan" / AREA
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}nonsense: here\n", encoding="utf-8")
    changed = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
    await editor.until(lambda: editor.says("nonsense"))
    path.write_text(text, encoding="utf-8")  # and an editor that does not say so is not waited for
    await editor.until(lambda: not editor.says("nonsense"))


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A Planner", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


async def test_a_git_checkout_refreshes_all_and_clears_what_is_gone(start: Starter, folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "As it was")
    git(folder, "checkout", "--quiet", "-b", "other")
    extra = "milestones/extra.yaml"
    (folder / "plan" / extra).write_text("area: extra\ntitle: Extra\nnonsense: here\n", encoding="utf-8")
    section = folder / "plan" / "sections" / "elective-care.yaml"
    section.write_text(section.read_text(encoding="utf-8") + "rubbish: here\n", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "As it became")
    editor: Editor = await start(folder)  # which is not told of files that change
    await editor.until(lambda: editor.says("nonsense", extra) and editor.says("rubbish", "sections/elective-care.yaml"))
    git(folder, "checkout", "--quiet", "main")
    await editor.until(lambda: not editor.shown(extra) and not editor.says("rubbish", "sections/elective-care.yaml"))
    await editor.settled()
    shown = sorted(
        (uri, one.code, one.range.start.line + 1)
        for uri in {params.uri for params in editor.told}
        for one in editor.shown(uri.split("/plan/")[1])
    )
    assert shown == expected(folder)


async def test_a_document_goes_before_what_is_on_disk_until_it_is_closed(editor: Editor) -> None:
    text = editor.open(AREA)
    editor.type(AREA, f"{text}nonsense: here\n")
    await editor.until(lambda: editor.says("nonsense"))
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document(AREA)))
    await editor.until(lambda: not editor.says("nonsense"))


async def test_an_area_that_is_not_saved_yet_can_be_named(editor: Editor) -> None:
    section = editor.open("sections/elective-care.yaml")
    assert "areas: [planned-care]" in section
    editor.type("sections/elective-care.yaml", section.replace("areas: [planned-care]", "areas: [new-area]"))
    await editor.until(lambda: editor.says('"new-area"', "sections/elective-care.yaml"))
    editor.open("milestones/new-area.yaml", "area: new-area\ntitle: New\nmilestones: []\n")
    await editor.until(lambda: not editor.says('"new-area"', "sections/elective-care.yaml"))


async def test_a_single_file_finds_its_plan_above_it(start: Starter) -> None:
    editor: Editor = await start()
    text = editor.open(AREA)
    editor.type(AREA, f"{text}nonsense: here\n")
    await editor.until(lambda: editor.says("nonsense"))


async def test_a_plan_of_single_files_is_shown_until_the_last_of_them_is_closed(start: Starter) -> None:
    editor: Editor = await start()
    section = "sections/elective-care.yaml"
    editor.open(AREA)
    editor.open(section)
    await editor.until(lambda: editor.shown(AREA) and editor.shown(section))
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document(section)))
    await editor.settled()
    assert editor.shown(AREA)
    assert editor.shown(section)
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document(AREA)))
    await editor.until(lambda: not any(editor.shown(params.uri.split("/plan/")[1]) for params in editor.told))
    editor.open(AREA)
    await editor.until(lambda: editor.shown(AREA))


async def test_a_folder_within_a_plan_keeps_it_when_its_files_are_closed(start: Starter, folder: Path) -> None:
    editor: Editor = await start(folder / "plan" / "milestones")
    editor.open(AREA)
    await editor.until(lambda: editor.shown(AREA))
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document(AREA)))
    await editor.settled()
    assert editor.shown(AREA)


async def test_a_folder_without_a_plan_and_a_file_of_none_are_left_alone(start: Starter, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "ci.yaml").write_text("on: push\n", encoding="utf-8")
    editor: Editor = await start(other)
    editor.open("../other/ci.yaml")
    await editor.settled(2)
    assert editor.told == []


async def test_each_plan_has_its_own_ids(start: Starter, folder: Path) -> None:
    shutil.copytree(folder / "plan", folder / "second" / "plan")
    editor: Editor = await start(folder)
    await editor.settled()
    assert not any(one.code == "JFP103" for params in editor.told for one in params.diagnostics)
    assert {"plan", "second"} <= {
        params.uri.removeprefix(f"{folder.as_uri()}/").split("/")[0] for params in editor.told
    }


async def test_a_plan_that_cannot_be_read_is_told_of_and_mended(editor: Editor) -> None:
    text = editor.open("plan.yaml")
    editor.type("plan.yaml", "{")
    await editor.settled()
    assert editor.shown("plan.yaml")
    assert all(one.severity == types.DiagnosticSeverity.Error for one in editor.shown("plan.yaml"))
    editor.type("plan.yaml", text)
    await editor.settled()
    assert not any(one.severity == types.DiagnosticSeverity.Error for one in editor.shown("plan.yaml"))


async def test_a_link_and_another_spelling_are_one_document(start: Starter, folder: Path) -> None:
    (folder / "linked").symlink_to(folder / "plan")
    editor: Editor = await start(folder)
    path = folder / "plan" / AREA
    text = path.read_text(encoding="utf-8")
    spelt = (folder / "linked" / AREA).as_uri().replace("planned-care", "planned%2Dcare")
    editor.open(AREA, f"{text}nonsense: here\n", spelt)
    await editor.settled()
    told = [params for params in editor.told if any("nonsense" in one.message for one in params.diagnostics)]
    assert {params.uri for params in told} == {spelt}


async def test_a_text_with_crlf_a_mark_and_wide_letters_is_underlined_where_it_is(editor: Editor) -> None:
    editor.open(AREA, "\ufeffarea: planned-care\r\ntitle: '🏥🏥'\r\nmilestones: [{activity: 🏥, nonsense: here}]\r\n")
    await editor.until(lambda: editor.says("nonsense"))
    found = editor.says("nonsense")[0]
    assert (found.range.start.line, found.range.start.character) == (2, len("milestones: [{activity: 🏥, ") + 1)


async def test_another_encoding_of_positions_is_spoken_where_an_editor_asks_for_it(
    start: Starter, folder: Path
) -> None:
    general = types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf8])
    editor: Editor = await start(folder, capabilities=types.ClientCapabilities(general=general))
    editor.open(AREA, "area: planned-care\ntitle: x\nmilestones: [{activity: 🏥, nonsense: here}]\n")
    await editor.until(lambda: editor.says("nonsense"))
    found = editor.says("nonsense")[0]
    assert found.range.start.character == len("milestones: [{activity: 🏥, ".encode())


async def test_an_editor_that_can_is_asked_to_say_what_changes_on_disk(start: Starter, folder: Path) -> None:
    watched = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    asked = types.WorkspaceClientCapabilities(did_change_watched_files=watched)
    editor: Editor = await start(folder, capabilities=types.ClientCapabilities(workspace=asked))
    await editor.until(lambda: editor.registered)
    assert [one.method for one in editor.registered] == ["workspace/didChangeWatchedFiles"]


async def test_the_plans_of_a_folder_that_is_closed_are_shown_no_longer(editor: Editor, folder: Path) -> None:
    await editor.settled()
    event = types.WorkspaceFoldersChangeEvent([], [types.WorkspaceFolder(folder.as_uri(), "plan")])
    editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
    await editor.until(lambda: not any(editor.shown(params.uri.split("/plan/")[1]) for params in editor.told))
    editor.client.workspace_did_change_workspace_folders(
        types.DidChangeWorkspaceFoldersParams(types.WorkspaceFoldersChangeEvent(event.removed, []))
    )
    await editor.until(lambda: editor.shown(AREA))


async def test_a_plan_that_is_taken_away_is_shown_no_longer(editor: Editor, folder: Path) -> None:
    await editor.settled()
    shutil.rmtree(folder / "plan")
    editor.client.text_document_did_save(types.DidSaveTextDocumentParams(editor.document(AREA)))
    await editor.until(lambda: not any(editor.shown(params.uri.split("/plan/")[1]) for params in editor.told))
