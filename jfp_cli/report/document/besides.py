"""What a board is told beside the dates that moved: what was given up, weakened, rewritten or taken back, or is new."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from jfp_cli.history.changes import Change
from jfp_cli.history.diff import changes
from jfp_cli.history.matching import Pair
from jfp_cli.history.parts import DUE, Part
from jfp_cli.history.readings import rewritten
from jfp_cli.history.targets import HOLD
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.measure import Measure
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import CLOSED
from jfp_cli.query.filters import Filters, UnknownValueError
from jfp_cli.query.promises import HOMES
from jfp_cli.report.document.changes import Besides, ChangeGroup, ChangeView
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.document.names import Named, Names
from jfp_cli.report.language import say
from jfp_cli.values.address import Address
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity

_MOST = 12  # rows of a sort that a paper has room for
Is = Callable[[Pair, Change], bool]


class _Said(NamedTuple):
    """What was and what is, and by how many days a date moved."""

    before: str = ""
    after: str = ""
    days: int | None = None


def _is_gone(pair: Pair, change: Change) -> bool:
    """Whether something open was taken out; what was done or cancelled and is not there any more is no news."""
    old = pair.before
    return change.sort == "removed" and old is not None and getattr(old.entity, "status", "") not in CLOSED


def _is_put_off(pair: Pair, change: Change) -> bool:
    """Whether a target has a later date, or none any more; those of promises are told as moves."""
    if pair.last.kind != "targets" or change.key != DUE or change.before is None:
        return False
    return change.after is None or change.days is None or change.days > 0


def _is_weaker(_: Pair, change: Change) -> bool:
    return change.sort == "weaker"


def _baseline(part: Part | None) -> str:
    """The baseline of a target in a line, as it was written; nothing where it has none."""
    leaves = [leaf for key, leaf in part.single.items() if key[0] == "baseline"] if part else []
    return ", ".join(leaf.shown for leaf in leaves if isinstance(leaf.value, Quantity | PlanDate))


def _is_undated(pair: Pair, change: Change) -> bool:
    """Whether a promise has no date any more."""
    return pair.last.kind in HOMES and change.key == DUE and change.after is None


def besides(
    since: str, before: Plan, after: Plan, filters: Filters, names: Names, measures: Container[str] = ()
) -> Besides:
    """What became of the promises and targets that filters keep, and of readings of some measures, since a state."""
    kept = _kept(before, filters) | _kept(after, filters)
    changed = list(changes(dict(before.files()), dict(after.files()), before, after))
    whole = {pair.last for pair, several in changed if None in pair and several and pair.last.address in kept}
    found = [
        (pair, change)
        for pair, several in changed
        if pair.last.address in kept and (None not in pair or whole.isdisjoint([*pair.last.outwards()][1:]))
        for change in several
    ]

    def those(title: str, is_one: Is) -> ChangeGroup:
        return _group(title, [each for each in found if is_one(*each)], names)

    groups = (
        those(say("Gone"), _is_gone),
        those(say("Without a date now"), _is_undated),
        those(say("Targets made weaker"), _is_weaker),
        those(say("Targets put off"), _is_put_off),
        those(
            say("Baselines rewritten"), lambda pair, change: change.sort == "baseline" and bool(_baseline(pair.before))
        ),
        _chapter(say("Readings rewritten"), list(_readings(changed, measures, names))),
        those(say("No longer complete"), lambda _, change: change.sort == "reopened"),
        those(say("Cancelled"), lambda _, change: change.key == ("status",) and change.after == "cancelled"),
        those(say("Targets made stronger"), lambda _, change: change.sort == "stronger"),
        those(say("New"), lambda _, change: change.sort == "added"),
    )
    return Besides(
        since=since,
        groups=tuple(group for group in groups if group.number),
        gone=sum(_is_gone(*each) for each in found),
        weakened=len({each[0] for each in found if _is_weaker(*each) or _is_put_off(*each)}),
        completed=frozenset(pair.last.address for pair, change in found if change.sort == "completed"),
    )


def _kept(plan: Plan, filters: Filters) -> set[Address]:
    """The promises and the targets of a plan that filters keep; none where it has not what they ask for."""
    try:
        found = {one.address for one in filters.promises(plan, HOMES)}
        return found | {Address("targets", home.target.id) for home in filters.targets(plan)}
    except UnknownValueError:
        return set()


def _group(title: str, found: Iterable[tuple[Pair, Change]], names: Names) -> ChangeGroup:
    told = dict.fromkeys((pair, _said(pair, change)) for pair, change in found)
    return _chapter(title, [_view(pair.last, said, names) for pair, said in told])


def _chapter(title: str, rows: Sequence[ChangeView]) -> ChangeGroup:
    return ChangeGroup(title, len(rows), tuple(rows[:_MOST]), tuple(rows[_MOST:]), "")


def _readings(changed: Iterable[tuple[Pair, object]], measures: Container[str], names: Names) -> Iterator[ChangeView]:
    """The readings that were rewritten, each with the measure and the day that it is of."""
    for (old, new), _ in changed:
        if old and new and isinstance(old.entity, Measure) and isinstance(new.entity, Measure) and new.id in measures:
            for was, now, _ in rewritten(old.entity, new.entity):
                yield ChangeView(
                    noun=say("measure"),
                    text=f"{names.one(new.kind, new.id or '')}, {in_words(was.at)}",
                    anchor="",
                    within=None,
                    before=was.value.text,
                    after=now.value.text if now else "",
                    days=None,
                )


def _said(pair: Pair, change: Change) -> _Said:
    """What was and what is, where it is not enough to name a thing."""
    if change.key in ((), ("status",), HOLD):
        return _Said()
    if change.sort == "baseline":
        return _Said(_baseline(pair.before), _baseline(pair.after))
    if change.key == DUE:
        before, after = (in_words(part.due) if part and part.due else "" for part in pair)
        return _Said(before, after, change.days)
    return _Said(change.before or "", change.after or "", change.days)


def _view(part: Part, said: _Said, names: Names) -> ChangeView:
    *_, home = part.outwards()
    named = names.known.get(home.kind, {}).get(home.id or "", Named(home.id or "", "", home.text))
    return ChangeView(
        noun=say(KINDS[part.kind].noun),
        text=part.text,
        anchor="",
        within=None if home is part else named,
        before=said.before,
        after=said.after,
        days=said.days,
    )
