"""The tables of promises and of the moves of their dates."""

from collections.abc import Iterator

from jfp_cli.exchange.data.column import Column, Row, Sort, columns_of, filled, own_values, values_of
from jfp_cli.exchange.data.table import ADDRESS, OWN, PLACE, Exported, Table
from jfp_cli.model.kinds import KINDS, model_of
from jfp_cli.model.promise import NOT_REPORTED, Move
from jfp_cli.query.happened import days_between
from jfp_cli.query.promises import Promise, promises

# What has a table or columns of its own.
_ELSEWHERE = ("id", "activity", "status", "owner", "leads", "places", "workstreams", "moves", "checkpoints")
_KIND = Column("kind", Sort.TEXT, "What sort of promise it is: milestone, checkpoint, action or commitment.")
_AREA = Column("area", Sort.TEXT, "The service area that it belongs to.")

_PROMISE = (
    _KIND,
    ADDRESS,
    Column("id", Sort.TEXT, "Its id; none where it is named by its address."),
    Column("text", Sort.TEXT, "What is promised."),
    Column("parent", Sort.TEXT, "The address of what it stands in."),
    _AREA,
    Column("section", Sort.TEXT, "The section of an action."),
    Column("enabler", Sort.TEXT, "The enabler of a commitment."),
    Column("status", Sort.TEXT, f"How it stands; {NOT_REPORTED} where nobody has said."),
    Column("owner", Sort.TEXT, "Who answers for it, or for its milestone."),
    Column("leads", Sort.TEXTS, "The organisations that deliver it, or its milestone."),
    Column("places", Sort.TEXTS, "The places that it is for, or its milestone; all where there is none."),
    Column("workstreams", Sort.TEXTS, "The workstreams that it belongs to."),
    Column("overdue", Sort.TRUTH, "Whether its date is past and it is open."),
    Column("days_overdue", Sort.COUNT, "How many days its date is past; 0 where it is not overdue."),
    Column("moves", Sort.COUNT, "How often its date was moved, as the plan records it."),
    Column("days_moved", Sort.COUNT, "Days from its first recorded date to its date now."),
    *columns_of(model_of("milestones"), without=_ELSEWHERE),
    OWN,
    *PLACE,
)
_MOVE = (
    _KIND,
    ADDRESS,
    _AREA,
    Column("number", Sort.COUNT, "Which move of its date it is, from 1."),
    *columns_of(Move),
    Column("days", Sort.COUNT, "Days from the last day of the date before to that of the date from then on."),
)


def _promises(exported: Exported) -> Iterator[Row]:
    for one in promises(exported.plan):
        yield filled(_PROMISE, _promise(one, exported))


def _promise(one: Promise, exported: Exported) -> Row:
    late = one.days_overdue(exported.day)
    return values_of(one.step, without=_ELSEWHERE) | {
        "kind": KINDS[one.kind].noun,
        "address": str(one.address),
        "id": one.id,
        "text": one.text,
        "parent": str(one.parent),
        "area": one.area.area if one.area else None,
        "section": one.section.id if one.section else None,
        "enabler": one.enabler.id if one.enabler else None,
        "status": one.status or NOT_REPORTED,
        "owner": one.owner,
        "leads": list(one.leads),
        "places": list(one.places),
        "workstreams": list(one.workstreams),
        "overdue": bool(late),
        "days_overdue": late,
        "moves": len(one.step.moves),
        "days_moved": days_between(one.step.moves[0].from_, one.due) if one.step.moves else 0,
        "fields": own_values(one.step),
        **exported.place_of(one.address),
    }


def _moves(exported: Exported) -> Iterator[Row]:
    for one in promises(exported.plan):
        for number, move in enumerate(one.step.moves, 1):
            row = values_of(move) | {"days": days_between(move.from_, move.to)}
            row |= {"kind": KINDS[one.kind].noun, "address": str(one.address), "number": number}
            yield filled(_MOVE, row | {"area": one.area.area if one.area else None})


PROMISES = Table("promises", "Everything with a due date.", _PROMISE, _promises)
MOVES = Table("moves", "Every agreed change of a promise's date.", _MOVE, _moves)
