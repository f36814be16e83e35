"""What every question about milestones and targets is asked with, once for all the commands that ask."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer

from jfp_cli.cli import options
from jfp_cli.cli.completion import complete_area, complete_place, complete_section, complete_workstream
from jfp_cli.cli.options import several
from jfp_cli.cli.session import stop
from jfp_cli.query.filters import Filters, UnknownValueError

PANEL = "Filters (repeat one, or put commas between values, to allow several)"


def _filter(name: str, metavar: str, help_text: str, completion: Callable[..., list[str]] | None = None) -> Any:
    return typer.Option(name, metavar=metavar, help=help_text, autocompletion=completion, rich_help_panel=PANEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The shared options as they were given; each is an option of every command that is `filtered`."""

    area: Annotated[list[str] | None, _filter("--area", "ID", "Service area.", complete_area)] = None
    section: Annotated[list[str] | None, _filter("--section", "ID", "Section.", complete_section)] = None
    workstream: Annotated[list[str] | None, _filter("--workstream", "ID", "Workstream.", complete_workstream)] = None
    place: Annotated[
        list[str] | None,
        _filter("--place", "ID", "Place that is named; what is for the whole system names none.", complete_place),
    ] = None
    owner: Annotated[list[str] | None, _filter("--owner", "NAME", "Owner.")] = None
    status: Annotated[
        list[str] | None,
        _filter("--status", "STATUS", "Status of a milestone, or not_reported; progress of a target."),
    ] = None
    text: Annotated[str | None, _filter("--text", "WORDS", "Only what holds all these words.")] = None
    as_of: options.AsOf = None
    form: options.RowFormat = options.Format.TABLE
    exit_code: options.ExitCode = False
    plan: options.PlanDir = None

    @property
    def filters(self) -> Filters:
        """What to keep; ids may stand with commas between them."""
        return Filters(
            areas=several(self.area),
            sections=several(self.section),
            workstreams=several(self.workstream),
            places=several(self.place),
            owners=tuple(self.owner or ()),
            statuses=tuple(value.lower().replace(" ", "_").replace("-", "_") for value in several(self.status)),
            text=self.text or "",
        )


def filtered(*, without: tuple[str, ...] = ()) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the shared options after its own, but for those that it does `without`.

    They come to it together, as its first argument.
    """
    shared = [field for field in fields(Asked) if field.name not in without]

    def decorated(ask: Callable[..., None]) -> Callable[..., None]:
        @wraps(ask)
        def command(**given: Any) -> None:
            asked = Asked(**{field.name: given.pop(field.name) for field in shared})
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
