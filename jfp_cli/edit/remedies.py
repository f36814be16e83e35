"""What may be done about a fault, said by address, and the fixes that follow: edits at their places."""

from typing import Any, NamedTuple

from jfp_cli.edit.yaml.adding import new_entry, new_key
from jfp_cli.edit.yaml.habits import Habits, habits_of, is_block
from jfp_cli.edit.yaml.removing import removals
from jfp_cli.edit.yaml.scalars import one_line
from jfp_cli.edit.yaml.splice import EditError, Splice
from jfp_cli.loading.source_file import SourceFile, walk
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.model.kinds import model_of
from jfp_cli.model.spot import spot_at
from jfp_cli.source.yaml import Place
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Edit, Fix


class Rewrite(NamedTuple):
    """Write another text where one stands; `safe` where what was meant is certain, as in all remedies."""

    title: str
    safe: bool
    at: Address
    text: str


class TakeOut(NamedTuple):
    """Take out an entry, and what would be left empty without it."""

    title: str
    safe: bool
    at: Address


class Enter(NamedTuple):
    """Give a mapping one more key; `at` is the mapping, which is made where there is none."""

    title: str
    safe: bool
    at: Address
    key: str
    value: str


class Append(NamedTuple):
    """Enter something at the end of a list; the list is made where there is none."""

    title: str
    safe: bool
    at: Address
    value: Any


Remedy = Rewrite | TakeOut | Enter | Append


class Remedies:
    """Turns remedies into fixes of the files as they were read."""

    def __init__(self, sources: SourceMap) -> None:
        self._sources = sources
        self._habits: dict[str, Habits] = {}

    def fix(self, remedy: Remedy) -> Fix | None:
        """The fix that a remedy comes to; None where the text is written in a way that leaves no place for it."""
        file, root = self._sources.home(remedy.at)
        try:
            splice = self._splice(remedy, file, root)
        except EditError:
            return None
        if splice is None:
            return None
        return Fix(remedy.title, remedy.safe, (Edit(file.span(splice.start, splice.end), splice.text),))

    def _splice(self, remedy: Remedy, file: SourceFile, root: Place) -> Splice | None:
        match remedy:
            case Rewrite(at=at, text=text):
                place, there = walk(root, at.path)
                return Splice(place[2], place[3], one_line(text, in_flow=True, quote='"')) if there else None
            case TakeOut(at=at):
                return _taken_out(file, root, at)
            case Enter(at=at, key=key, value=value):
                return self._entered(file, root, at, key, value)
            case Append(at=at, value=value):
                return self._appended(file, root, at, value)

    def _appended(self, file: SourceFile, root: Place, at: Address, value: Any) -> Splice | None:
        place, there = walk(root, at.path)
        if not there:
            return self._entered(file, root, at._replace(path=at.path[:-1]), str(at.path[-1]), [value])
        if not isinstance(place[4], list) or not place[4]:
            return None
        in_lines = isinstance(place[4][-1][4], dict) and is_block(file.text, place[4][-1])
        return new_entry(file.text, place, value, len(place[4]), self._habits_of(file), in_lines=in_lines)

    def _habits_of(self, file: SourceFile) -> Habits:
        return self._habits.setdefault(file.file.shown, habits_of(file.text, file.document))

    def _entered(self, file: SourceFile, root: Place, at: Address, key: str, value: Any) -> Splice | None:
        path = at.path
        place, there = walk(root, path)
        while not there and path:
            value, key, path = {key: value}, str(path[-1]), path[:-1]
            place, there = walk(root, path)
        if not isinstance(place[4], dict) or not place[4]:
            return None
        spot = spot_at(model_of(at.kind), path)
        return new_key(file.text, place, key, value, spot.keys if spot else (), self._habits_of(file))


def _taken_out(file: SourceFile, root: Place, at: Address) -> Splice | None:
    path = at.path
    parent, there = walk(root, path[:-1])
    while there and len(path) > 1 and len(parent[4] or ()) < 2:
        path = path[:-1]
        parent, there = walk(root, path[:-1])
    return next(removals(file.text, parent, path[-1]), None) if there and len(parent[4] or ()) > 1 else None
