"""The plan.yaml of several plans as one: what all say stands once, what one says is added, the rest is told."""

from collections.abc import Mapping
from typing import Any

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.yaml.handwriting import Bare
from jfp_cli.model.kinds import VOCABULARIES
from jfp_cli.model.settings import Settings
from jfp_cli.portfolio.merging.clash import Conflict
from jfp_cli.values.address import Address, Path
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.span import Span
from jfp_cli.values.text import folded, quoted

_CONTENTS, _PERIODS, _EDITIONS = ("contents",), ("planning_periods",), ("editions",)
_TITLE, _YEAR_STARTS, _LANGUAGE = "title", "year_starts", "language"
_PERIOD, _LINT, _PUBLISH, _LINKS_NOTE = "period", "lint", "publish", "links_note"
_SELECT: Path = (_LINT, "select")
_PUBLIC: Path = (_PUBLISH, "public")
_APART: frozenset[Path] = frozenset(
    [
        *((key,) for key in (_TITLE, _YEAR_STARTS, _LANGUAGE, _PERIOD, _PERIODS[0], _EDITIONS[0], _LINKS_NOTE)),
        _SELECT,
        *((*_PUBLIC, key) for key in ("show", "charts")),
    ]
)
"""What is not united by what it holds alone."""


class Uniting:
    """plan.yaml of the first plan, on its way to that of all; each other one joins in turn."""

    def __init__(self, first: Change, calendar: Calendar) -> None:
        self._first = first
        self._draft = first.settings()
        self._calendar = calendar
        self._said: dict[Path, Span] = {}
        self.conflicts: list[Conflict] = []
        self._plan, self._other = "", first
        self._was: dict[Path, Path] = {}

    def join(self, plan: str, other: Change, renamed: Mapping[Address, str]) -> None:
        """Add what the plan.yaml of another plan says; its ids are kept apart already, those that were renamed too."""
        self._plan, self._other = plan, other
        self._was = {(at.kind, new): (at.kind, at.id) for at, new in renamed.items()}
        theirs: Any = other.settings().document.data
        settings = other.plan.settings
        self._keep_first(_YEAR_STARTS, str(self._first.plan.settings.year_starts), str(settings.year_starts))
        self._keep_first(_LANGUAGE, self._first.plan.settings.language or "", settings.language or "")
        self._period(settings)
        self._planning_periods(theirs.get(_PERIODS[0]) or [])
        self._editions(theirs.get(_EDITIONS[0]) or [])
        self._links_note(theirs.get(_LINKS_NOTE) or "")
        self._select(theirs.get(_LINT) or {})
        self._show(theirs.get(_PUBLISH) or {})
        for key, value in _united(theirs).items():
            self._unite((key,), value)

    def called(self, title: str, plans: Mapping[str, Change]) -> None:
        """Give the merged plan its title."""
        for other in plans.values():
            if other.plan.settings.title != title:
                at = Address("plan", "", (_TITLE,))
                span = other.loaded.sources.span(at)
                self.conflicts.append(Conflict(span, f"the merged plan is called {quoted(title)}", span))
        self._draft.set((_TITLE,), title)

    def _unite(self, path: Path, theirs: Any) -> None:
        """Add what another plan says at a path to what is said there."""
        mine = self._draft.value(path)
        if not mine:
            if theirs:
                self._draft.set(path, theirs, order_in("plan", path[:-1]))
                self._said[path] = self._span(self._other, path)
        elif mine == theirs or not theirs:
            return
        elif isinstance(mine, dict) and isinstance(theirs, dict):
            for key, value in theirs.items():
                self._unite((*path, key), value)
        elif isinstance(mine, list) and isinstance(theirs, list):
            self._list(path, mine, theirs)
        else:
            self._conflict(path, f"{_named(path)} is {quoted(str(mine))} in the merged plan")

    def _list(self, path: Path, mine: list[Any], theirs: list[Any]) -> None:
        parts = {folded(str(part.get("part"))): at for at, part in enumerate(mine)} if path == _CONTENTS else {}
        for entry in theirs:
            same = parts.get(folded(str(entry.get("part")))) if path == _CONTENTS else None
            if same is not None:
                for key, value in entry.items():
                    if key != "part":
                        self._unite((*path, same, key), value)
            elif entry not in mine:
                self._draft.insert(path, entry, order=order_in("plan", path[:-1]), in_lines=path == _CONTENTS)

    def _keep_first(self, key: str, mine: str, theirs: str) -> None:
        if mine != theirs:
            self._conflict((key,), f"{key} is that of the first plan in the merged one")

    def _period(self, theirs: Settings) -> None:
        """From the first day of the earliest to the last day of the latest."""
        for key, position, of in (("start", 0, min), ("end", 1, max)):
            path = (_PERIOD, key)
            mine = self._calendar.date(self._draft.value(path))
            own = (mine.first, mine.last or mine.first)[position]
            other = theirs.period.days[position]
            if own != other:
                if of(own, other) == other:
                    self._draft.set(path, Bare(str(other)))
                word = "earliest" if of is min else "latest"
                self._conflict(path, f"the merged plan has the {word} {key}, {of(own, other)}")

    def _planning_periods(self, theirs: list[str]) -> None:
        for name in theirs:
            mine: list[str] = self._draft.value(_PERIODS)
            if name not in mine:
                later = (at for at, other in enumerate(mine) if self._days(other) > self._days(name))
                self._draft.insert(_PERIODS, Bare(name), next(later, len(mine)))

    def _days(self, name: str) -> tuple[str, str]:
        meant = self._calendar.date(name)
        return str(meant.first), str(meant.last)

    def _editions(self, theirs: list[dict[str, str]]) -> None:
        mine: list[dict[str, str]] = self._draft.value(_EDITIONS) or []
        taken = {edition["name"] for edition in mine}
        for at, edition in enumerate(theirs):
            if edition in mine:
                continue
            name = edition["name"]
            if name in taken:
                self._conflict(
                    (*_EDITIONS, at, "name"), f"there is another edition {name}, so this one is {self._plan} {name} now"
                )
                name = f"{self._plan} {name}"
            self._draft.insert(_EDITIONS, edition | {"name": name}, order=order_in("plan"))

    def _links_note(self, theirs: str) -> None:
        """One after the other, where they differ."""
        mine = self._draft.value((_LINKS_NOTE,)) or ""
        if theirs and theirs not in mine:
            self._draft.set((_LINKS_NOTE,), f"{mine} {theirs}".strip(), order_in("plan"))

    def _select(self, theirs: Mapping[str, Any]) -> None:
        """The rules that look, all where one plan has all of them look."""
        mine = self._draft.value(_SELECT)
        if bool(mine) != bool(theirs.get("select")):
            self._conflict(_SELECT, "every rule looks at the merged plan")
            if mine:
                self._draft.remove(_SELECT)
        else:
            self._unite(_SELECT, theirs.get("select") or [])

    def _show(self, theirs: Mapping[str, Any]) -> None:
        """What is internal is shown to the public where every plan shows it, and charts are where all have them."""
        public = theirs.get("public") or {}
        for key in ("show", "charts"):
            path = (*_PUBLIC, key)
            mine, other = self._draft.value(path), public.get(key)
            if mine == other:
                continue
            self._conflict(path, f"{_named(path)} holds in the merged plan what every plan says there")
            kept = [name for name in mine or [] if name in (other or [])] if key == "show" else []
            if mine and kept:
                self._draft.set(path, kept, order_in("plan", _PUBLIC))
            elif mine:
                self._draft.remove(path)

    def _conflict(self, path: Path, message: str) -> None:
        above = (path[:length] for length in range(len(path), 0, -1))
        earlier = next((self._said[at] for at in above if at in self._said), self._span(self._first, path))
        self.conflicts.append(Conflict(self._span(self._other, path), message, earlier))

    def _span(self, change: Change, path: Path) -> Span:
        """Where a plan says something that the merged one has at a path."""
        was = self._was.get(path[:2], path[:2]) if change is self._other else path[:2]
        return change.loaded.sources.span(Address("plan", "", (*was, *path[2:])))


def _united(said: Mapping[str, Any], above: Path = ()) -> dict[str, Any]:
    """What is said, without what stands apart."""
    found: dict[str, Any] = {}
    for key, value in said.items():
        if (*above, key) not in _APART:
            found[key] = _united(value, (*above, key)) if isinstance(value, dict) else value
    return found


def _named(path: Path) -> str:
    if path[0] in VOCABULARIES and len(path) > 1:
        return str(Address(str(path[0]), str(path[1]), path[2:]))
    return str(Address("plan", "", path))
