"""What an editor can do about a place: fixes, a finding that is accepted, and what became of a promise.

Where words are needed that nobody can guess, they are left empty, and a finding stays there until they are written.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from lsprotocol import types

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.promising import kind_of
from jfp_cli.edit.whereabouts import path_in
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.editor.diagnostics import diagnostic
from jfp_cli.editor.editing import Abilities, of_fix
from jfp_cli.editor.missing_file import missing_file
from jfp_cli.editor.reporting import Work, done, edit_of, entered, move_entry
from jfp_cli.editor.workspace import Spot, Workspace
from jfp_cli.linting.registry import RULES
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding
from jfp_cli.values.text import capitalised

_LINT, _ALLOW = ("lint",), ("lint", "allow")


class Actions:
    """What can be done about a stretch of a file, whose plan has some `findings`."""

    def __init__(
        self, workspace: Workspace, spot: Spot, findings: Sequence[Finding], able: Abilities, day: date
    ) -> None:
        self._workspace, self._spot, self._able, self._day = workspace, spot, able, day
        self._positions = workspace.positions(spot.picture, spot.shown)
        self._findings = [finding for finding in findings if finding.span.file == spot.shown]

    def all(self, where: types.Range) -> list[types.CodeAction]:
        """The fixes first, then what the plan's owners may do."""
        here = [one for one in self._findings if _touch(self._positions.range(one.span), where)]
        plan = self._spot.picture.loaded.plan
        actions = [action for finding in here for action in self._fixes(finding)]
        if plan is not None:
            actions += (action for finding in here for action in self._files(plan, finding))
            actions += (action for finding in here for action in self._allowances(plan, finding))
            actions += self._reports(plan, where.start)
        return actions

    def _fixes(self, finding: Finding) -> Iterator[types.CodeAction]:
        for fix in finding.fixes:
            edit = of_fix(self._workspace, self._spot.picture, fix, self._able)
            if edit is not None:
                about = [diagnostic(self._workspace, self._spot.picture, finding)]
                yield types.CodeAction(
                    capitalised(fix.title), types.CodeActionKind.QuickFix, about, is_preferred=fix.safe, edit=edit
                )

    def _files(self, plan: Plan, finding: Finding) -> Iterator[types.CodeAction]:
        """The file that is missing where a finding says that nothing has a name."""
        begun = missing_file(self._spot.picture, self._spot.shown, finding)
        if begun:
            name, work = begun
            yield from self._action(plan, f"Begin the file {name}", types.CodeActionKind.QuickFix, work)

    def _allowances(self, plan: Plan, finding: Finding) -> Iterator[types.CodeAction]:
        if finding.address is None or finding.code not in {rule.code for rule in RULES}:
            return

        def allow(change: Change) -> None:
            entry = {"rule": finding.code, "at": str(finding.address), "because": ""}
            settings = change.settings()
            if settings.value(_LINT):
                settings.insert(_ALLOW, entry, order=order_in("plan", _LINT))
            else:
                settings.set(_LINT, {"allow": [entry]}, order_in("plan"))

        called = finding.name.replace("-", " ")
        title = f'Accept "{called}" here ({finding.code}), and write in plan.yaml why'
        yield from self._action(plan, title, types.CodeActionKind.QuickFix, allow)

    def _reports(self, plan: Plan, at: types.Position) -> Iterator[types.CodeAction]:
        """What may be reported of the promise at a place."""
        promise = self._promise(at)
        entity = plan.get(promise) if promise else None
        if promise is None or entity is None or isinstance(entity, str):
            return
        name, kind = promise.id if not promise.path else "this", types.CodeActionKind.Refactor
        if entity.status not in CLOSED:
            yield from self._action(plan, f"Mark {name} as complete today", kind, done(promise, self._day))
        before = self._due_before(promise)
        if entity.due is not None and before is not None and before != entity.due.text:
            moved = move_entry(before, entity.due.text, self._day)
            title = f"Remember that {name} moved from {before}, and write why"
            yield from self._action(plan, title, kind, entered(promise, "moves", moved))
        note = {"date": self._day.isoformat(), "note": ""}
        yield from self._action(plan, f"Report on {name}", kind, entered(promise, "updates", note))

    def _promise(self, at: types.Position) -> Address | None:
        """The innermost promise around a place."""
        located = self._workspace.located(self._spot, at)
        address = located.address if located else None
        while address is not None and not kind_of(address):
            address = address._replace(path=address.path[:-1]) if address.path else None
        return address

    def _due_before(self, promise: Address) -> str | None:
        """The date of a promise as it is on disk."""
        file = self._spot.plan.on_disk(self._positions.source.file.path)
        if file is None or file.text is None:
            return None
        try:
            draft = Draft(file.shown, file.text)
        except EditError:
            return None
        path = path_in(draft.document.data, promise)
        found = None if path is None else draft.value((*path, *promise.path, "due"))
        return found if isinstance(found, str) else None

    def _action(self, plan: Plan, title: str, kind: types.CodeActionKind, work: Work) -> Iterator[types.CodeAction]:
        """A change of the plan; none where its files cannot be changed, or the editor cannot do it."""
        try:
            edit = edit_of(self._workspace, self._spot.picture, plan, work, self._able)
        except EditError:
            return
        if edit is not None:
            yield types.CodeAction(title, kind, edit=edit)


def _touch(one: types.Range, other: types.Range) -> bool:
    begin, end = (other.start.line, other.start.character), (other.end.line, other.end.character)
    return (one.start.line, one.start.character) <= end and begin <= (one.end.line, one.end.character)
