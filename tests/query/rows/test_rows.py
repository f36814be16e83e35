"""What a row has of the fields of its entity, those that are new to a model included."""

from datetime import date
from typing import TypeVar

import pytest

from jfp_cli.model.area import Checkpoint, Milestone
from jfp_cli.model.field import Entity, field
from jfp_cli.model.promise import Move
from jfp_cli.model.target import Target
from jfp_cli.model.types import Text
from jfp_cli.query.promise_rows import promise_rows
from jfp_cli.query.promises import overdue
from jfp_cli.query.rows import Row, every_field, plain
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.span import Span
from tests.query.building import in_area

Made = TypeVar("Made", bound=Entity)
DAY = date(2026, 11, 21)
MOVED = {"from": "June 2025", "to": "May 2026", "date": "2025-05-10", "because": "supplier delay"}


class Risky(Milestone):
    """A milestone of a model that has one field more."""

    risk: Text | None = field("What the risk register says of it.", "high")


def nowhere(_: Address) -> Span:
    return Span("plan.yaml", 1, 1, 1, 1)


def made(model: type[Made], **fields: object) -> Made:
    return model.model_validate(fields, context=Calendar())


def rows(milestone: Milestone) -> list[Row]:
    return promise_rows(in_area(milestone)[:1], DAY, nowhere)


@pytest.mark.parametrize(("stated", "said"), [({"risk": "high"}, "high"), ({}, None)])
def test_a_new_field_is_in_the_row_after_what_was_there(stated: dict[str, str], said: str | None) -> None:
    usual = {"id": "hub", "activity": "Open the hub", "due": "May 2026"}
    [row] = rows(made(Risky, **usual, **stated))
    assert row["risk"] == said
    assert list(row) == [*(key for key in rows(made(Milestone, **usual))[0] if key != "fields"), "risk", "fields"]


def test_entries_are_said_by_their_keys_with_null_for_what_is_not_stated() -> None:
    [row] = rows(made(Milestone, id="hub", activity="Open it", due="May 2026", moves=[MOVED], evidence=["https://a"]))
    assert row["moves"] == [{**MOVED, "on": MOVED["date"], "agreed_by": None}]
    assert (row["evidence"], row["completed"], row["updates"]) == (["https://a"], None, [])


def test_a_checkpoint_says_its_milestones_owner_and_nothing_of_how_its_milestone_went() -> None:
    step = {"due": "March 2026", "activity": "Half"}
    milestone = made(
        Risky, id="hub", activity="All", due="May 2027", owner="Lead", risk="high", moves=[MOVED], checkpoints=[step]
    )
    [row] = promise_rows(overdue(in_area(milestone), DAY), DAY, nowhere)
    assert (row["checkpoint_of"], row["owner"]) == ("hub", "Lead")
    assert (row["moves"], row["checkpoints"]) == ([], None)


def test_plain_data_says_what_is_stated_and_every_field_says_all() -> None:
    target = made(Target, id="waits", statement="Shorter waits", baseline={"value": "70%"})
    assert plain(target) == {"id": "waits", "statement": "Shorter waits", "baseline": {"value": "70%"}, "fields": {}}
    whole = every_field(target)
    assert (whole["baseline"], whole["places"], whole["relative"], whole["due"]) == (
        {"value": "70%", "at": None},
        [],
        False,
        None,
    )


def test_a_field_is_said_by_the_key_that_the_plan_writes() -> None:
    assert next(iter(every_field(made(Move, **MOVED)))) == "from"
    assert every_field(made(Checkpoint, due="May 2026", activity="Half"))["due"] == "May 2026"
