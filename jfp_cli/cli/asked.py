"""What every question about milestones and targets is asked with, once for all the commands that ask."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from inspect import Parameter, Signature, signature
from shlex import quote
from typing import Annotated, Any

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completing_words import complete_promise, complete_status
from jfp_cli.cli.completion import (
    complete_area,
    complete_organisation,
    complete_place,
    complete_section,
    complete_workstream,
)
from jfp_cli.cli.console.arranging import Arrangement, UnknownFieldError
from jfp_cli.cli.console.output import write_rows
from jfp_cli.cli.console.table import Column
from jfp_cli.cli.options import several
from jfp_cli.cli.session import stop
from jfp_cli.query.filters import Filters, UnknownValueError, known_ids, status_word
from jfp_cli.query.promises import HOMES, NOUNS
from jfp_cli.query.rows import Row
from jfp_cli.query.sentences import counted

ROWS = "Rows"
PANEL = "Filters (repeat one, or put commas between values, to allow several)"


def _filter(name: str, metavar: str, help_text: str, completion: Callable[..., list[str]] | None = None) -> Any:
    return typer.Option(name, metavar=metavar, help=help_text, autocompletion=completion, rich_help_panel=PANEL)


def _rows(name: str, metavar: str | None, help_text: str, least: int | None = None) -> Any:
    return typer.Option(name, metavar=metavar, help=help_text, min=least, rich_help_panel=ROWS)


AreaFilter = Annotated[list[str] | None, _filter("--area", "ID", "Service area.", complete_area)]
PlaceFilter = Annotated[
    list[str] | None,
    _filter("--place", "ID", "Place that it or, where it names none, its workstream is for.", complete_place),
]
LeadFilter = Annotated[
    list[str] | None, _filter("--lead", "ID", "Organisation that delivers it.", complete_organisation)
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The options of everything that lists, as they were given; each is one of every command that is `listing`."""

    sort: Annotated[list[str] | None, _rows("--sort", "FIELD", "Sort by this field; -FIELD the other way round.")] = (
        None
    )
    limit: Annotated[int | None, _rows("--limit", "NUMBER", "Only the first so many.", least=1)] = None
    columns: Annotated[list[str] | None, _rows("--columns", "FIELDS", "Only these fields, in this order.")] = None
    form: options.RowFormat = options.Format.TABLE
    excel: Annotated[bool, _rows("--excel", None, "CSV with the mark by which Excel knows its letters.")] = False
    exit_code: options.ExitCode = False
    plan: options.PlanDir = None

    @property
    def is_one_of_several(self) -> bool:
        """Whether it is asked of one plan of several, whose rows are told together."""
        return False

    def write(self, rows: Sequence[Row], columns: Sequence[Column], summary: str = "") -> None:
        """Write rows as they were asked for; stops where they have no such field."""
        if self.excel and self.form not in (options.Format.TABLE, options.Format.CSV):
            raise stop(f"--excel is a kind of CSV; leave out --format {self.form} or write --format csv")
        form = options.Format.CSV if self.excel else self.form
        columns = [column for column in columns if not column.if_any or any(row.get(column.key) for row in rows)]
        wanted = Arrangement(several(self.sort), self.limit, several(self.columns))
        try:
            shown = wanted.rows(rows, columns)
        except UnknownFieldError as error:
            raise stop(str(error)) from None
        if form not in (options.Format.TABLE, options.Format.IDS, options.Format.MARKDOWN):
            shown = wanted.narrowed(shown)
        if summary and len(shown) < len(rows):
            summary = f"the first {len(shown)} of {counted(len(rows), 'row')}; {summary}"
        if self.excel:
            sys.stdout.write("\ufeff")
        write_rows(shown, wanted.columns(columns), form, summary)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Listed):
    """The filters and the options of everything that lists; each is an option of every command that is `filtered`."""

    area: AreaFilter = None
    section: Annotated[list[str] | None, _filter("--section", "ID", "Section.", complete_section)] = None
    workstream: Annotated[list[str] | None, _filter("--workstream", "ID", "Workstream.", complete_workstream)] = None
    place: PlaceFilter = None
    owner: Annotated[list[str] | None, _filter("--owner", "NAME", "Owner.")] = None
    lead: LeadFilter = None
    status: Annotated[
        list[str] | None,
        _filter("--status", "STATUS", "Status of a promise, or not_reported; progress of a target.", complete_status),
    ] = None
    text: Annotated[str | None, _filter("--text", "WORDS", "Only what holds all these words.")] = None
    due_before: Annotated[str | None, _filter("--due-before", "DATE", "Only what is due before this begins.")] = None
    due_after: Annotated[str | None, _filter("--due-after", "DATE", "Only what is due after this has ended.")] = None
    where: Annotated[
        list[str] | None,
        _filter("--where", "FIELD=VALUE", "Only what says this in a field, such as owner= or cost=£7m."),
    ] = None
    as_of: options.AsOf = None
    portfolio: options.PortfolioFile = None
    inside: options.Inside = None

    @property
    def is_of_several(self) -> bool:
        """Whether the plans of a portfolio are asked."""
        return self.portfolio is not None or bool(self.inside)

    @property
    def typed(self) -> list[str]:
        """The filters, the day and the plan as they are typed for another question."""
        own = [field.name for field in fields(Asked) if field.name not in {field.name for field in fields(Listed)}]
        given = ((f"--{name.replace('_', '-')}", getattr(self, name)) for name in (*own, "plan"))
        return [
            part
            for option, values in given
            for value in (values if isinstance(values, list) else [values] if values else [])
            for part in (option, quote(str(value)))
        ]

    @property
    def filters(self) -> Filters:
        """What to keep; ids may stand with commas between them."""
        return Filters(
            areas=several(self.area),
            sections=several(self.section),
            workstreams=several(self.workstream),
            places=several(self.place),
            owners=tuple(self.owner or ()),
            leads=several(self.lead),
            statuses=tuple(map(status_word, several(self.status))),
            text=self.text or "",
            due_before=self.due_before or "",
            due_after=self.due_after or "",
            where=tuple(self.where or ()),
        )


Kinds = Annotated[
    list[str] | None,
    _filter("--kind", "KIND", f"Only promises of this kind: {', '.join(NOUNS)}.", complete_promise),
]


def kinds_of(given: list[str] | None) -> tuple[str, ...]:
    """The kinds of promise that --kind names, all where it is not given; raises UnknownValueError."""
    return tuple(NOUNS[noun] for noun in known_ids("kind of promise", several(given), NOUNS)) or tuple(HOMES)


def filtered(
    *, without: tuple[str, ...] = (), in_rows: bool = True
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the filters and what comes with them after its own options, but for those that it does `without`.

    They come to it together, as its first argument. Of several plans it is asked one by one, and the rows of all are
    one answer; where it answers in no rows, it gathers what they say by itself.
    """
    return _given(Asked, without, in_rows=in_rows)


def listing(*, without: tuple[str, ...] = ()) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The same with the options of everything that lists, without filters."""
    return _given(Listed, without, in_rows=False)


def _given(
    kind: type[Listed], without: tuple[str, ...], *, in_rows: bool
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    every = {field.name: field for field in fields(kind)}
    last = [field.name for field in fields(Listed)]  # what every command has comes after what it is asked
    order = [*(name for name in every if name not in last), *last]
    shared = [every[name] for name in order if name not in without]

    def decorated(ask: Callable[..., None]) -> Callable[..., None]:
        @wraps(ask)
        def command(**given: Any) -> None:
            asked = kind(**{field.name: given.pop(field.name) for field in shared})
            if in_rows and isinstance(asked, Asked) and asked.is_of_several:
                from jfp_cli.cli.asking_each import ask_each  # noqa: PLC0415 - few ask more than one plan

                ask_each(ask.__module__, asked, given)
            try:
                ask(asked, **given)
            except UnknownValueError as error:  # a filter names what the plan does not have
                raise stop(str(error)) from None

        _, *own = signature(ask).parameters.values()
        more = [
            Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=field.type)
            for field in shared
        ]
        command.__signature__ = Signature([*(each.replace(kind=Parameter.KEYWORD_ONLY) for each in own), *more])  # type: ignore[attr-defined]  # what typer reads
        command.__annotations__ = {each.name: each.annotation for each in (*own, *more)}
        return command

    return decorated
