"""The map that a tracker was read by, so that the next one is read alike, and what is doubtful can be said in it."""

from collections.abc import Iterator

from jfp_cli.edit.yaml.habits import Habits
from jfp_cli.edit.yaml.handwriting import pair
from jfp_cli.exchange.tracker.found import Found
from jfp_cli.exchange.tracker.heads import AREA, NOTHING
from jfp_cli.exchange.tracker.mapping import COLOURS, COLUMNS, STATUSES, TrackerMap
from jfp_cli.exchange.tracker.statuses import Statuses
from jfp_cli.exchange.tracker.uses import UPDATES, Uses
from jfp_cli.values.text import folded, quoted

_HABITS = Habits()


class UsedMap:
    """What was said of a tracker, and what was found besides."""

    def __init__(self, said: TrackerMap, statuses: Statuses) -> None:
        self._said = said
        self._statuses = statuses
        self._columns: dict[str, str] = {}
        self._seen: set[str] = set()

    def take(self, found: Found, uses: Uses) -> None:
        """Note what the columns of a table were taken for."""
        by_column = {at: meaning for meaning, at in uses.columns.items()} | dict.fromkeys(uses.updates, UPDATES)
        for at, head in found.heads.items():
            self._seen.add(folded(head.text))
            self._columns.setdefault(head.text, by_column.get(at, NOTHING))

    def strange(self) -> Iterator[str]:
        """Sentences on heads that were said and that no table has."""
        for head in self._said.columns:
            if folded(head) not in self._seen:
                yield f"no table has the head {quoted(head)}, of which the map says what it holds"

    def text(self) -> str:
        """The map as a file; what could not be decided stands in comments."""
        statuses = {text: judged.status for text, judged in self._statuses.seen.items() if judged.status}
        said = {
            COLUMNS: self._columns,
            STATUSES: {**self._said.statuses, **statuses},
            COLOURS: dict(self._said.colours),
            AREA: self._said.area,
        }
        lines = [pair(key, value, 0, _HABITS, in_lines=True) for key, value in said.items() if value]
        return "".join(f"{line}\n" for line in (*lines, *(f"# {line}" for line in self._open())))

    def _open(self) -> Iterator[str]:
        """The words and colours of which nobody said what they mean."""
        unclear = {
            text: one for text, one in self._statuses.seen.items() if not one.status and folded(text) not in self._known
        }
        if unclear:
            yield f"not decided; write what each means under {STATUSES}: or, of colours, under {COLOURS}:"
        for text, judged in unclear.items():
            yield f"  {quoted(text)}: {' or '.join(judged.options) or NOTHING}"

    @property
    def _known(self) -> set[str]:
        return {folded(text) for text in self._said.statuses}
