"""Everything dated as the document shows it on a day: how it stands, and what has been said of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jfp_cli.model.area import Checkpoint, Milestone
from jfp_cli.model.enabler import Commitment
from jfp_cli.model.promise import CLOSED, NOT_REPORTED, Status
from jfp_cli.model.publishing import CALLED
from jfp_cli.model.section import Action
from jfp_cli.model.settings import Settings
from jfp_cli.query.promises import Promise, address_of
from jfp_cli.report.document import OfEntity, view
from jfp_cli.report.document.names import anchor
from jfp_cli.report.document.past import Past
from jfp_cli.report.language import say
from jfp_cli.values.address import Address
from jfp_cli.values.text import is_link

OVERDUE, NO_UPDATE = "overdue", "no_update"
NO_UPDATE_WORDS = "Date passed, no update"
"""Where nobody reported anything: that the work is late is more than anybody knows."""


@view
class Link:
    """Somewhere else; `href` is empty where the text is not an address on the web or of mail."""

    text: str
    href: str


@view
class PromiseView(OfEntity):
    """A checkpoint, an action or a commitment; `anchor` is empty where it has no id.

    What nobody reported on has the status `not_reported`; what has no date and no status, and what is hidden, an empty
    one. `was` says what its date was where that moved. `mark` is `overdue` where its date has passed, `no_update` where
    it has and nothing was ever reported, else its status.
    """

    entity: Checkpoint | Action | Commitment
    anchor: str
    was: str
    status: str
    status_words: str
    days_overdue: int
    mark: str
    evidence: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PromiseTeller:
    """Says how what is dated stands on a day, and what that is `called`.

    Without `with_status` nobody sees it, nor what follows from it.
    """

    day: date
    called: Callable[[str], str]
    with_status: bool
    past: Past = field(default_factory=Past)

    def checkpoint(self, one: Promise, step: Checkpoint) -> PromiseView:
        """A step towards a milestone."""
        return self._view("checkpoint", step, one.address, one.days_overdue(self.day))

    def action(self, action: Action, at: Address) -> PromiseView:
        """Something that a workstream does, which stands at an address."""
        return self._view("action", action, address_of("actions", action.id, at), self._days(action))

    def commitment(self, commitment: Commitment, at: Address) -> PromiseView:
        """Something that an enabler promises, which stands at an address."""
        at = address_of("commitments", commitment.id, at)
        return self._view("commitment", commitment, at, self._days(commitment))

    def standing(self, status: Status | None, days_overdue: int, *, is_promise: bool = True) -> dict[str, Any]:
        """How something stands, as far as it is shown."""
        if not self.with_status or not (is_promise or status):
            return {"status": "", "status_words": "", "days_overdue": 0, "mark": ""}
        shown = status or NOT_REPORTED
        is_late = days_overdue > 0
        is_silent = is_late and status is None
        return {
            "status": shown,
            "status_words": say(NO_UPDATE_WORDS) if is_silent else self.called(shown),
            "days_overdue": days_overdue,
            "mark": NO_UPDATE if is_silent else OVERDUE if is_late else shown,
        }

    def _days(self, thing: Action | Commitment) -> int:
        return thing.due.days_overdue(self.day) if thing.due and thing.status not in CLOSED else 0

    def _view(self, noun: str, thing: Checkpoint | Action | Commitment, at: Address, days_overdue: int) -> PromiseView:
        return PromiseView(
            entity=thing,
            anchor=anchor(noun, thing.id) if thing.id else "",
            was=self.past.was(at, thing.due, thing.moves),
            **self.standing(thing.status, days_overdue, is_promise=thing.due is not None),
            evidence=evidence_of(thing),
        )


def called_in(settings: Settings) -> Callable[[str], str]:
    """What each status, or word for how far a target is, is called on the pages of a plan."""

    def called(status: str) -> str:
        words = settings.called(status)
        return say(words) if words == CALLED[status] else words

    return called


def evidence_of(thing: Milestone | Checkpoint | Action | Commitment) -> tuple[Link, ...]:
    """The proofs that it was done."""
    return tuple(Link(text, text if is_link(text) else "") for text in thing.evidence)
