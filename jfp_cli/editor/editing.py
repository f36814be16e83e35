"""Changes of a plan as an editor makes them: edits of documents in the version that they were made for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from lsprotocol import types

from jfp_cli.edit.change import Step
from jfp_cli.editor.index import Picture
from jfp_cli.editor.positions import Positions
from jfp_cli.editor.workspace import Workspace
from jfp_cli.source.folder import PLAN_FILE
from jfp_cli.values.finding import Fix
from jfp_cli.values.text import LINE_END

_Changes = list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile]


@dataclass(frozen=True)
class Abilities:
    """What an editor can do with the changes that it is given."""

    versions: bool = False
    files: bool = False

    @classmethod
    def of(cls, client: types.ClientCapabilities) -> "Abilities":
        """Those that an editor says it has."""
        edit = client.workspace.workspace_edit if client.workspace else None
        operations = set(edit.resource_operations or ()) if edit else set()
        wanted = set(types.ResourceOperationKind)
        has_versions = bool(edit and edit.document_changes)
        return cls(has_versions, has_versions and wanted <= operations)


def of_steps(
    workspace: Workspace, picture: Picture, steps: Sequence[Step], able: Abilities
) -> types.WorkspaceEdit | None:
    """What becomes of some files; None where an editor cannot do it."""
    home = picture.loaded.sources.files
    prefix = next(iter(home)).removesuffix(PLAN_FILE)
    edits: dict[str, list[types.TextEdit]] = {}
    after: _Changes = []
    for step in steps:
        if step.old is None and step.new is not None:
            after += _begun(prefix + step.new, step.after)
            continue
        if step.old is None or step.new is None:
            return None
        shown = prefix + step.old
        edits[shown] = list(_lines(workspace.positions(picture, shown), step.after))
        if step.new != step.old:
            new = Path(prefix + step.new).absolute().as_uri()
            after.append(types.RenameFile(workspace.uri(picture, shown), new))
    return _edit(workspace, picture, edits, after, able)


def of_fix(workspace: Workspace, picture: Picture, fix: Fix, able: Abilities) -> types.WorkspaceEdit | None:
    """The edits of a fix; None where an editor cannot make them."""
    files = picture.loaded.sources.files
    edits: dict[str, list[types.TextEdit]] = {}
    others: _Changes = []
    for edit in fix.edits:
        shown = edit.span.file
        if shown in files:
            where = workspace.positions(picture, shown)
            if not edit.text and where.range(edit.span) == where.range(files[shown].span(0, len(files[shown].text))):
                others.append(types.DeleteFile(workspace.uri(picture, shown)))
                continue
            edits.setdefault(shown, []).append(types.TextEdit(where.range(edit.span), edit.text))
        else:
            others += _begun(shown, edit.text)
    return _edit(workspace, picture, edits, others, able)


def _begun(shown: str, text: str) -> _Changes:
    """A file that comes, with its text."""
    uri = Path(shown).absolute().as_uri()
    start = types.Range(types.Position(0, 0), types.Position(0, 0))
    document = types.OptionalVersionedTextDocumentIdentifier(uri, None)
    return [types.CreateFile(uri), types.TextDocumentEdit(document, [types.TextEdit(start, text)])]


def _edit(
    workspace: Workspace,
    picture: Picture,
    edits: dict[str, list[types.TextEdit]],
    others: _Changes,
    able: Abilities,
) -> types.WorkspaceEdit | None:
    if others and not able.files:
        return None
    by_uri = {shown: workspace.uri(picture, shown) for shown in edits}
    if not able.versions:
        return types.WorkspaceEdit(changes={by_uri[shown]: listed for shown, listed in edits.items()})
    changes: _Changes = []
    for shown, listed in edits.items():
        document = picture.opened.get(shown)
        named = types.OptionalVersionedTextDocumentIdentifier(by_uri[shown], document.version if document else None)
        changes.append(types.TextDocumentEdit(named, listed))
    return types.WorkspaceEdit(document_changes=[*changes, *others])


def _lines(positions: Positions, after: str) -> Iterator[types.TextEdit]:
    """The lines of a file that differ from another text of it, each stretch of them by itself."""
    before = positions.source.text
    old, new = _cut(before), _cut(after)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    for tag, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield types.TextEdit(positions.between(starts[first], starts[last]), "".join(new[begin:end]))


def _cut(text: str) -> list[str]:
    """The lines of a text with their ends."""
    ends = [0, *(match.end() for match in LINE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(ends) if end > start]
