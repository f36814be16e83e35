"""Which cells of a proposal a plan can take: tried until what is left makes a valid plan."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from jfp_cli.edit.change import Change
from jfp_cli.exchange.applying import Applied, Applying, Wish
from jfp_cli.exchange.proposal import Proposal, Remark
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding

_LOST = "; the row was not added"
CheckUnits = Callable[[Change], Mapping[Address, str]]
"""What says of a changed plan which of its figures do not compare with the others of their measure."""


class Settled(NamedTuple):
    """What a change took of a proposal, and which cells it did not take and why."""

    applied: Applied
    untaken: list[Remark]


class FaultyError(Exception):
    """The plan would not be valid, and no cell is to blame alone; `findings` says what would be wrong."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__()
        self.findings = findings


def settle(change: Change, proposal: Proposal, wish: Wish, check_units: CheckUnits) -> Settled:
    """Make of a plan what the proposal says, but for the cells that it cannot take.

    Raises FaultyError, or StillNamedError where what shall go is named by what stays. Each round tries the whole on a
    change of its own; what it cannot take is left out of the next.
    """
    skipped: dict[str, str] = {}
    while True:
        trial = change.again()
        applying = Applying(trial, proposal, wish, skipped)
        faults = _faults(trial, applying, check_units)
        if not faults.keys() - skipped.keys():
            break
        skipped |= faults
    change.adopt(trial)
    applied = applying.made
    lost = _cells_of_lost_rows(proposal, applied)
    told = (Remark(place, f"{why}{_LOST if place in lost else ''}") for place, why in skipped.items())
    return Settled(applied, [*proposal.untaken, *told])


def _cells_of_lost_rows(proposal: Proposal, applied: Applied) -> set[str]:
    """The cells of the rows that were to be new and are not."""
    added = {row.place for row, _ in applied.added}
    return {said.place for row in proposal.added if row.place not in added for said in row.cells}


def _faults(trial: Change, applying: Applying, check_units: CheckUnits) -> dict[str, str]:
    """Why cells cannot be taken, by their places."""
    applied = applying.run()
    if applying.faults:
        return applying.faults
    result = trial.result()
    found: dict[str, str] = {}
    strange: list[Finding] = []
    for finding in trial.faults(result):
        place = _place(finding.address, applied.written)
        if place:
            found.setdefault(place, f"{finding.message}; {finding.help}".rstrip("; "))
        else:
            strange.append(finding)
    if strange and not found:
        raise FaultyError(strange)
    units = check_units(trial) if not found else {}
    return found | {applied.read[at]: why for at, why in units.items() if at in applied.read}


def _place(address: Address | None, written: dict[Address, str]) -> str:
    """The cell that an address comes from: its own, that of what it stands in, or one of what stands in it."""
    if address is None:
        return ""
    for above in _above(address):
        if above in written:
            return written[above]
    return next((place for at, place in reversed(written.items()) if at.thing == address.thing), "")


def _above(address: Address) -> Iterator[Address]:
    for end in range(len(address.path), -1, -1):
        yield address._replace(path=address.path[:end])
