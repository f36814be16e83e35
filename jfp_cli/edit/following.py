"""Lint allowances that name something by its place, and follow where it goes."""

from collections.abc import Collection, Mapping

from jfp_cli.edit.carrying import Spot
from jfp_cli.edit.change import Change
from jfp_cli.edit.deleting import within
from jfp_cli.edit.renaming import allowances
from jfp_cli.values.address import Address, Path


class Following:
    """The allowances of a plan from which some things and entries are about to go."""

    def __init__(self, change: Change, gone: Collection[Address]) -> None:
        self._change = change
        things = {*gone, *(Address(*thing) for address in gone for thing in within(change.plan, address))}
        self._without_cause = {at for address in things for at, _ in allowances(change, address)}
        self._gone = {self._place(address) for address in gone}
        self._meant: dict[int, Address] = {}
        for number, allowance in enumerate(change.plan.settings.lint.allow):
            try:
                address = Address.parse(allowance.at)
            except ValueError:  # the rules say of it that it allows nothing
                continue
            if (address.kind, address.id) in change.loaded.sources.things:
                self._meant[number] = address if _is_action(address) else self._closed_up(address)

    def carried(self, stream: str, whereabouts: Mapping[Spot, Spot], leads_to: Mapping[str, str]) -> None:
        """The actions of a workstream stand elsewhere, each by where it stood; their periods have led to others."""
        for number, address in self._meant.items():
            if address.thing != Address("workstreams", stream) or not _is_action(address):
                continue
            key, period, *rest = address.path
            if not rest and period in leads_to:
                self._meant[number] = address.thing.at(key, leads_to[str(period)])
            elif rest and (str(period), rest[0]) in whereabouts:
                self._meant[number] = address.thing.at(key, *whereabouts[str(period), int(rest[0])], *rest[1:])
            elif rest:
                self._without_cause.add(number)

    def end(self) -> None:
        """Write what each allows now; those of what is gone go."""
        settings = self._change.settings()
        for number, address in self._meant.items():
            if address != Address.parse(self._change.plan.settings.lint.allow[number].at):
                settings.set(("lint", "allow", number, "at"), str(address))
        for number in sorted(self._without_cause, reverse=True):
            settings.remove(("lint", "allow", number))

    def _place(self, address: Address) -> tuple[str, Path]:
        draft, path = self._change.at(address)
        return draft.shown, path

    def _closed_up(self, address: Address) -> Address:
        """An address in lists from which some entries before it go."""
        path: Path = ()
        for step in address.path:
            at = step
            if isinstance(step, int):
                shown, here = self._place(address.thing.at(*address.path[: len(path)]))
                at = step - sum((shown, (*here, number)) in self._gone for number in range(step))
            path = (*path, at)
        return address.thing.at(*path)


def _is_action(address: Address) -> bool:
    return address.path[:1] == ("actions",) and len(address.path) > 1
