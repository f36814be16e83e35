"""One plan file on its way from what it says to what it shall say, one checked splice after another."""

from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any

from jfp_cli.edit.yaml.adding import new_entry, new_key
from jfp_cli.edit.yaml.comments import said_in_comments
from jfp_cli.edit.yaml.habits import Habits, habits_of, is_block
from jfp_cli.edit.yaml.handwriting import key_text
from jfp_cli.edit.yaml.lines import column
from jfp_cli.edit.yaml.ordering import reordered
from jfp_cli.edit.yaml.relocating import comment_left, copied, joined
from jfp_cli.edit.yaml.removing import own_lines, removals
from jfp_cli.edit.yaml.setting import fillings, replacements
from jfp_cli.edit.yaml.splice import EditError, Splice
from jfp_cli.loading.own_keys import parse_plan_file
from jfp_cli.loading.source_file import walk
from jfp_cli.source.lines import line_start
from jfp_cli.source.yaml import Document, Place
from jfp_cli.values.address import Path


class Draft:
    """The text of a file, and what it says; each change is read back and must change nothing else."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown = shown
        self.text = text
        self.document: Document = parse_plan_file(text)
        self.habits: Habits = habits_of(text, self.document)
        if self.document.data is None or self.document.unread:
            raise EditError(f"{shown} cannot be read, so it cannot be changed; run jfp validate to see why")

    def value(self, path: Path) -> Any:
        """What stands at a path; None where nothing does."""
        here: Any = self.document.data
        for step in path:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                return None
        return here

    def has(self, path: Path) -> bool:
        """Whether a key or an entry stands at a path, with a value or without."""
        return walk(self.document.root, path)[1]

    def set(self, path: Path, value: Any, order: Sequence[str] = (), *, in_lines: bool = False) -> None:
        """Give a key or an entry a value: in the place of the one it has, or after the keys that `order` has before."""
        if self.value(path) == value:
            return
        place, there = walk(self.document.root, path)
        if there and isinstance(value, str) and place[4] is None:
            self._replace(path, place, value)
            return
        if there and not self.value(path):
            self._fill(path, place, value, in_lines=in_lines)
            return
        if there:
            self.remove(path)
        if not isinstance(path[-1], str):
            raise EditError(f"{self.shown} has no entry {path[-1]} there; look again at what it lists")
        above = path[:-1]
        parent = self._parent(above)
        splice = new_key(self.text, parent, path[-1], value, order, self.habits, in_lines=in_lines)
        self._apply([splice], self._changed(above, lambda mapping: mapping.__setitem__(path[-1], value)))

    def insert(
        self,
        path: Path,
        value: Any,
        at: int | None = None,
        order: Sequence[str] = (),
        *,
        in_lines: bool = False,
        blanks: int | None = None,
    ) -> None:
        """Enter a value in a list, at its end or at a position; the list is made where there is none.

        With `in_lines` the entry is never put within brackets; `blanks` is how many blank lines part such entries.
        """
        entries = self.value(path)
        if not entries:
            self.set(path, [value], order, in_lines=in_lines)
            return
        if not isinstance(entries, list):
            raise EditError(f'{self.shown} has no list under "{path[-1]}"; write what stands there as one first')
        position = len(entries) if at is None else at
        place, _ = walk(self.document.root, path)
        neighbour, _ = walk(place, (min(position, len(entries) - 1),))
        in_lines = in_lines or (isinstance(entries[-1], dict) and is_block(self.text, neighbour))
        splice = new_entry(self.text, place, value, position, self.habits, in_lines=in_lines, blanks=blanks)
        self._apply([splice], self._changed(path, lambda listed: listed.insert(position, value)))

    def remove(self, path: Path) -> None:
        """Take out a key or an entry; a list or mapping that would be left empty goes too."""
        above, step = path[:-1], path[-1]
        holder = self.value(above)
        rest = len(holder) - 1 if isinstance(holder, list) else len(holder.keys() - {step})
        if above and not rest:
            self.remove(above)
            return
        parent, _ = walk(self.document.root, above)
        gone = own_lines(self.text, parent, step)

        def take_out(left: Any) -> None:
            if isinstance(step, int) or step in left:  # a key without a value is not among the data
                del left[step]

        self._apply(removals(self.text, parent, step), self._changed(above, take_out), gone)

    def reorder(self, path: Path, order: Sequence[int]) -> None:
        """Put the entries of a list in another order: `order` has their positions before; their comments go along."""
        place, _ = walk(self.document.root, path)
        entries = self.value(path)
        wanted = self._changed(path[:-1], lambda holder: holder.__setitem__(path[-1], [entries[at] for at in order]))
        self._apply([reordered(self.text, place, order)], wanted)

    def take(self, source: Path, target: Path, at: int) -> None:
        """Move an entry to a position in another list, which holds some, as it is written and with its comments."""
        value = self.value(source)
        here, _ = walk(self.document.root, source[:-1])
        there, _ = walk(self.document.root, target)
        splice = copied(self.text, here, int(source[-1]), self.text, there, at, self.habits.newline)
        lost = comment_left(self.text, self.document, source, as_written=splice is not None)
        if lost is not None:
            line = self.text.count("\n", 0, lost) + 1
            raise EditError(f"{self.shown}:{line} has a comment that would be lost; put it elsewhere first")
        ways = [splice or new_entry(self.text, there, value, at, self.habits)]
        self._apply(ways, self._changed(target, lambda listed: listed.insert(at, value)))
        self.remove(source)

    def bring(self, other: "Draft", source: Path, target: Path) -> None:
        """Enter an entry of another file at the end of a list that holds some, as it is written and with its comments.

        What is written in a way that cannot stand there is written anew.
        """
        value, at = other.value(source), len(self.value(target))
        here, _ = walk(other.document.root, source[:-1])
        there, _ = walk(self.document.root, target)
        splice = copied(other.text, here, int(source[-1]), self.text, there, at, self.habits.newline)
        ways = [*([splice] if splice else []), new_entry(self.text, there, value, at, self.habits)]
        self._apply(ways, self._changed(target, lambda listed: listed.insert(at, value)))

    def join(self, path: Path, first: str, second: str) -> bool:
        """Make the lists of two keys of a mapping one under the first, where it stands directly above the second.

        Whether it stands so, and as the other does; else nothing is changed.
        """
        place, _ = walk(self.document.root, path)
        splice = joined(self.text, place, first, second)
        if splice is None:
            return False
        self._apply([splice], self._changed(path, lambda keys: keys.__setitem__(first, keys[first] + keys.pop(second))))
        return True

    def rename_key(self, path: Path, name: str) -> None:
        """Give a key another name and keep its value."""
        place, _ = walk(self.document.root, path)
        parent, _ = walk(self.document.root, path[:-1])
        written = key_text(name, in_flow=not is_block(self.text, parent), quote=self.habits.quote)

        def rename(mapping: dict[str, Any]) -> None:
            pairs = [(name if key == path[-1] else key, value) for key, value in mapping.items()]
            mapping.clear()
            mapping.update(pairs)

        self._apply([Splice(place[0], place[1], written)], self._changed(path[:-1], rename))

    def is_on_one_line(self, path: Path) -> bool:
        """Whether what stands at a path begins and ends on one line."""
        place, _ = walk(self.document.root, path)
        return "\n" not in self.text[place[2] : place[3]]

    def put_under(self, path: Path, key: str) -> None:
        """Put the text at a path, which stands on one line, under a key of its own."""
        place, _ = walk(self.document.root, path)
        start, end, value = place[2], place[3], self.value(path)
        written = self.text[start:end]
        as_lines, in_brackets = f"{key}: {written}", f"{{{key}: {written}}}"
        ways = [in_brackets] if self._is_in_flow(path) else [as_lines, in_brackets]
        wanted = self._changed(path[:-1], lambda holder: holder.__setitem__(path[-1], {key: value}))
        self._apply([Splice(start, end, way) for way in ways], wanted)

    def _replace(self, path: Path, place: Place, value: str) -> None:
        old, in_flow = self.value(path), self._is_in_flow(path)
        ways = replacements(self.text, place, old, value, self.habits, in_flow=in_flow, indent=self._indent(place))
        self._apply(ways, self._changed(path[:-1], lambda holder: holder.__setitem__(path[-1], value)))

    def _fill(self, path: Path, place: Place, value: Any, *, in_lines: bool) -> None:
        if place[0] < 0:
            raise EditError(f"{self.shown} has an empty entry there; write it by hand")
        ways = fillings(
            self.text, place, str(path[-1]), value, self.habits, in_flow=self._is_in_flow(path), in_lines=in_lines
        )
        self._apply(ways, self._changed(path[:-1], lambda holder: holder.__setitem__(path[-1], value)))

    def _is_in_flow(self, path: Path) -> bool:
        """Whether what stands at a path stands within brackets."""
        return any(not is_block(self.text, walk(self.document.root, path[:at])[0]) for at in range(len(path)))

    def _indent(self, place: Place) -> int:
        """Where the lines of a block begin that stands at a place."""
        if place[0] >= 0:
            return column(self.text, place[0]) + self.habits.step
        start = line_start(self.text, place[2])
        dash = self.text.rfind("-", start, place[2])
        return place[2] - start if dash >= 0 else self.habits.gap

    def _parent(self, above: Path) -> Place:
        place, there = walk(self.document.root, above)
        if not there or not isinstance(self.value(above), dict):
            raise EditError(f"{self.shown} has nothing there that could hold it")
        return place

    def _changed(self, above: Path, change: Any) -> Any:
        """What the file says, with a change made to what stands at a path."""
        data: Any = copy(self.document.data)
        here = data
        for step in above:  # what stands beside the path is neither changed nor copied
            inner = here[step] = copy(here[step])
            here = inner
        change(here)
        return data

    def _apply(self, ways: Iterable[Splice], wanted: Any, gone: tuple[int, int] = (0, 0)) -> None:
        """Make the first of some splices after which the file says what is wanted and nothing else.

        No comment goes but those of what is `gone`: within it, beside it and directly above it.
        """
        line = 1
        for splice in ways:
            text = splice.apply(self.text)
            document = parse_plan_file(text)
            line = self.text.count("\n", 0, splice.start) + 1
            is_said = document.data == wanted and len(document.faults) <= len(self.document.faults)
            if is_said and self._keeps_comments(splice, text, document, gone):
                self.text, self.document = text, document
                return
        raise EditError(
            f"{self.shown}:{line} is written in a way that cannot be changed without touching more; change it by hand"
        )

    def _keeps_comments(self, splice: Splice, text: str, document: Document, gone: tuple[int, int]) -> bool:
        if "#" not in self.text[splice.start : splice.end] and "#" not in splice.text:
            return True
        return said_in_comments(self.text, self.document, gone) <= said_in_comments(text, document)
