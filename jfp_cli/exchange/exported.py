"""What was exported: the tables, and of what plan, when and how much of it they are."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from jfp_cli.exchange.cell_text import NO, YES
from jfp_cli.exchange.columns import CHOICES, IN_USE, TRUTHS
from jfp_cli.exchange.table import Column, Role, Table
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.publishing import CALLED
from jfp_cli.values.text import folded, natural


class Stamp(NamedTuple):
    """Where an export comes from: a day, the moment that its file says it was made, and the plan's revision.

    `filters` are those that it was asked with, in words, empty where it holds the whole plan.
    """

    day: date
    made: datetime
    revision: str = ""
    filters: str = ""


def words_of(plan: Plan) -> dict[str, str]:
    """What statuses are called in this plan's tables, by the words that its files have."""
    return {word: plan.settings.called(word) for word in CALLED}


def shown(text: str, column: Column, words: Mapping[str, str]) -> str:
    """The text of a cell as people read it."""
    return words.get(text, text) if column.is_words else text


def lists_of(plan: Plan, tables: Sequence[Table], words: Mapping[str, str]) -> dict[str, list[str]]:
    """What may stand in the cells of columns, or stands in others, by the name of the list; empty ones are left out."""
    names = {column.choices: column for table in tables for column in table.columns if column.choices}
    lists = {name: list(_entries(name, column, plan, tables, words)) for name, column in names.items()}
    return {name: entries for name, entries in lists.items() if entries}


def _entries(name: str, column: Column, plan: Plan, tables: Sequence[Table], words: Mapping[str, str]) -> Sequence[str]:
    if name == TRUTHS:
        return (YES, NO)
    if name.startswith(CHOICES) and column.field:
        return [shown(choice, column, words) for choice in column.field.choices]
    if name.startswith(IN_USE):
        texts = (
            row.cells.get(each.key, "")
            for table in tables
            for each in table.columns
            if each.choices == name and each.role is Role.FIELD
            for row in table.rows
        )
        return sorted({folded(text): text for text in texts if text}.values(), key=natural)
    if KINDS[name].model or KINDS[name].vocabulary:
        return [at.id for at in plan.things if at.kind == name]
    return plan.settings.planning_periods
