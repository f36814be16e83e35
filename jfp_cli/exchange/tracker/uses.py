"""What each column of a tracker's table is taken for: by its head, by what stands under it, and as a map says."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from jfp_cli.exchange.tracker.found import Found, Head
from jfp_cli.exchange.tracker.heads import AREA, FORMER, NOTHING, SHARE, Meant, meanings_of
from jfp_cli.exchange.tracker.mapping import by_key
from jfp_cli.exchange.tracker.statuses import Statuses
from jfp_cli.exchange.tracker.telling import Telling, is_placeholder
from jfp_cli.model.field import Entity
from jfp_cli.values.text import folded, quoted

TITLE, DUE, STATUS, UPDATES, FORECAST = "activity", "due", "status", "updates", "forecast"
COMPLETED = "completed"
_HALF = 0.5
_SAID_BY_MAP = 9
_LONG = 4  # words of a text that is more than a status
_BASELINE = re.compile(r"\b(?:baseline|base|bl)(?:\b|_)")
_COMPLETION = re.compile(r"\bcomplet")
_TICKS = frozenset(("x", "y", "yes", "\u2713", "\u2714", "\u2611", "\u25a0", "\u25cf", "\u2022", "*", "1", "\u221a"))
_MAY_BE_TITLE = ("group", AREA)


class Uses(NamedTuple):
    """The columns of a table by what they are taken for, and sentences on those that are taken for nothing.

    `ticked` are those of periods in which rows have a mark and no words, and `matrix` those under which they say what
    will be done by then. `unread` are those whose heads are like periods and cannot be read.
    """

    columns: Mapping[str, int]
    updates: Sequence[int]
    unplaced: Sequence[str]
    ticked: Sequence[int] = ()
    matrix: Sequence[int] = ()
    unread: Sequence[int] = ()

    def has(self, *meanings: str) -> bool:
        """Whether one of these has a column."""
        return any(meaning in self.columns for meaning in meanings)


def _is_figure(text: str) -> bool:
    return not any(char.isalpha() for char in text)


class Choosing:
    """How columns are chosen, for all tables of a file."""

    def __init__(
        self,
        telling: Telling,
        model: type[Entity],
        statuses: Statuses,
        organisations: Collection[str],
        said: Mapping[str, str],
    ) -> None:
        self._telling = telling
        self._model = model
        self._statuses = statuses
        self._organisations = {folded(name) for name in organisations}
        self._said = by_key(said)

    def uses(self, found: Found) -> Uses:
        """What the columns of a table are taken for."""
        wanted = {
            at: meant for at, head in found.heads.items() if (meant := self._meant(found, head)) or head.period is None
        }
        columns: dict[str, int] = {}
        updates: list[int] = []
        for at, one in sorted(
            ((at, one) for at, meant in wanted.items() for one in meant), key=lambda each: (-each[1].sureness, each[0])
        ):
            if at in columns.values() or at in updates:
                continue
            if one.meaning == UPDATES:
                updates.append(at)
            elif one.meaning not in columns and one.meaning not in (NOTHING, SHARE):
                columns[one.meaning] = at
        self._find_title(found, columns)
        self._find_status(found, columns)
        self._find_date(found, columns)
        updates += [at for at, meant in wanted.items() if self._is_report(found, at, meant, columns)]
        ticked = [] if DUE in columns else self._ticked(found)
        worded = [] if ticked else list(self._worded(found))
        is_matrix = DUE not in columns and STATUS not in columns and len(worded) > 1
        updates += [] if is_matrix else worded
        known = {*columns.values(), *updates, *ticked, *worded}
        rest = [at for at in sorted(found.heads) if at not in known]
        unread = [at for at in rest if found.heads[at].unread and not wanted.get(at) and self._texts(found, at)]
        told = [self._unplaced(found, at, wanted.get(at, []), columns) for at in rest if at not in unread]
        return Uses(
            *(columns, sorted(updates), [sentence for sentence in told if sentence], ticked),
            matrix=worded if is_matrix else [],
            unread=unread,
        )

    def _ticked(self, found: Found) -> list[int]:
        """The columns of periods, where all that stands under them are marks."""
        columns = [at for at, head in found.heads.items() if head.period]
        texts = [folded(text) for at in columns for text in self._texts(found, at)]
        return columns if texts and all(text in _TICKS for text in texts) else []

    def _worded(self, found: Found) -> Iterator[int]:
        """The columns of periods under which there are words: reports of then, or what will be done by then."""
        for at, head in found.heads.items():
            texts = [text for text in self._texts(found, at) if not is_placeholder(text)] if head.period else []
            if texts and not self._say_status(texts) and not all(map(_is_figure, texts)):
                yield at

    def _meant(self, found: Found, head: Head) -> list[Meant]:
        """What a head may mean, given what stands under it."""
        said = self._said.get(folded(head.text))
        if said:
            return [Meant(said, _SAID_BY_MAP)]
        texts = [text for text in self._texts(found, head.column) if not is_placeholder(text)]
        meant = [] if head.period else meanings_of(head.text, self._model)
        found_in = [one.meaning for one in meant]
        if texts and (STATUS in found_in or DUE in found_in) and self._are_shares(found, head.column):
            return [Meant(SHARE, meant[0].sureness)]
        if texts and found_in[:1] == [STATUS] and not self._say_status(texts):
            is_long = sum(len(text.split()) >= _LONG for text in texts) > len(texts) * _HALF
            return [Meant(UPDATES, meant[0].sureness)] if is_long else meant
        if {"owner", "leads"} <= set(found_in) and texts:
            are_organisations = all(folded(text) in self._organisations for text in texts)
            return [one for one in meant if one.meaning == ("leads" if are_organisations else "owner")]
        if found_in == ["leads"] and not any(map(self._names_some, texts)):
            return [Meant("owner", 0)]
        return meant

    def _names_some(self, text: str) -> bool:
        """Whether some of several organisations are the plan's."""
        return any(folded(part) in self._organisations for part in re.split(r"[,;\n/]", text))

    def _texts(self, found: Found, column: int) -> list[str]:
        return [text for line in found.lines if (text := self._telling.line(found.cell(line, column)))]

    def _are_shares(self, found: Found, column: int) -> bool:
        cells = [cell for line in found.lines if self._telling.line(cell := found.cell(line, column))]
        return all(self._telling.is_share(cell) for cell in cells)

    def _say_status(self, texts: Sequence[str]) -> bool:
        return sum(self._statuses.judged(text).is_known for text in texts) >= len(texts) * _HALF

    def _find_title(self, found: Found, columns: dict[str, int]) -> None:
        """Where no head says what is to be done, the groups or areas are that, as long as each is named once."""
        for meaning in _MAY_BE_TITLE:
            if TITLE not in columns and meaning in columns:
                texts = self._texts(found, columns[meaning])
                if len(set(texts)) == len(texts):
                    columns[TITLE] = columns.pop(meaning)
        if AREA not in columns and "group" in columns:
            texts = self._texts(found, columns["group"])
            if len(set(texts)) <= len(texts) * _HALF:
                columns[AREA] = columns.pop("group")

    def _find_status(self, found: Found, columns: dict[str, int]) -> None:
        """Where no head says how things stand, and months do, the latest of them counts."""
        for at, head in sorted(found.heads.items(), reverse=True):
            texts = self._texts(found, at) if head.period and STATUS not in columns else []
            if texts and self._say_status(texts):
                columns[STATUS] = at

    def _is_report(self, found: Found, at: int, meant: Sequence[Meant], columns: Mapping[str, int]) -> bool:
        """Whether a column of progress beside one of statuses says in words what was done."""
        texts = [text for text in self._texts(found, at) if not is_placeholder(text)]
        is_free = at not in columns.values() and STATUS in columns
        say_more = not all(self._statuses.judged(text).is_known for text in texts)
        return bool(is_free and texts and STATUS in [one.meaning for one in meant] and say_more)

    def _find_date(self, found: Found, columns: dict[str, int]) -> None:
        """Where one date alone is given, under whatever name, it is the one that is promised.

        Beside a baseline, which is what was promised, the date of a plan is what is expected now.
        """
        if self._is_of_what_is_done(found, columns):
            columns[COMPLETED] = columns.pop(DUE)
        former = folded(found.heads[columns[FORMER]].text) if FORMER in columns else ""
        if _BASELINE.search(former) and DUE in columns and FORECAST not in columns:
            columns[FORECAST] = columns.pop(DUE)
        for other in (FORMER, FORECAST):
            if DUE not in columns and other in columns:
                columns[DUE] = columns.pop(other)

    def _is_of_what_is_done(self, found: Found, columns: Mapping[str, int]) -> bool:
        """Whether a "completion date" beside a former and an expected one is empty where something is still to do."""
        if not {DUE, FORMER, FORECAST} <= columns.keys() or COMPLETED in columns:
            return False
        is_completion = _COMPLETION.search(folded(found.heads[columns[DUE]].text))
        ends = [self._telling.line(found.cell(line, columns[DUE])) for line in found.lines]
        return bool(is_completion) and not all(ends)

    def _unplaced(self, found: Found, at: int, meant: Sequence[Meant], columns: Mapping[str, int]) -> str:
        """Why a column is taken for nothing; nothing where nothing stands under it."""
        head = found.heads[at]
        place, name = found.head_place(head), quoted(head.text)
        meanings = [one.meaning for one in meant]
        if not self._texts(found, at) or self._said.get(folded(head.text)) == NOTHING:
            return ""
        if SHARE in meanings:
            return f"{place}: {name} was not taken: a plan says how something stands, not how much of it is done"
        taken = next((meaning for meaning in meanings if meaning in columns), "")
        if taken:
            other = found.heads[columns[taken]]
            return f"{place}: {name} was not taken, since {quoted(other.text)} says the {taken}"
        if head.period:
            return (
                f"{place}: {name} was not taken: of statuses by period the latest counts, and figures are of measures"
            )
        if NOTHING in meanings:
            return f"{place}: {name} was not taken: a plan keeps no such day"
        return f"{place}: nobody knows what {name} holds, so it was not taken; with --map you can say it"
