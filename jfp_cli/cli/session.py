"""One run of a command: the plan it asks, the day it asks about, and how it ends."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import typer

from jfp_cli.cli.clock import today
from jfp_cli.loading import EVERYTHING, Loaded, load
from jfp_cli.loading.loader import NOTHING, Holding
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.model.plan import Plan
from jfp_cli.query.on_day import known_on
from jfp_cli.source.folder import JOURNAL, PlanNotFoundError
from jfp_cli.source.meant import meant_plan
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import DateError
from jfp_cli.values.span import Span
from jfp_cli.values.text import quoted, safe

DATES_UNKNOWN = "plan.yaml cannot be read, so nobody knows how its dates are counted"


def stop(message: str) -> typer.Exit:
    """Say on standard error why nothing can be done; raise what this returns. The exit code is 2."""
    sys.stderr.write(f"jfp: {safe(message)}\n")
    return typer.Exit(2)


def open_plan(
    folder: Path | None,
    kinds: Iterable[str] = EVERYTHING,
    chosen: Sequence[Path] = (),
    holding: Holding = NOTHING,
) -> Loaded:
    """Load the files of these kinds of thing of the plan that is meant; stops where there is none to read.

    Of the kinds in `holding` only those that have the key there.
    """
    root = plan_folder(folder, chosen)
    if (root / JOURNAL).exists():
        _check_whole(root)
    return load(root, kinds, holding)


def _check_whole(root: Path) -> None:
    """Stop where only a part of a change was written."""
    from jfp_cli.edit.store import check_whole  # noqa: PLC0415 - only after a change was broken off
    from jfp_cli.edit.yaml.splice import EditError  # noqa: PLC0415 - as above

    try:
        check_whole(root)
    except EditError as error:
        raise stop(str(error)) from None


def plan_folder(folder: Path | None, chosen: Sequence[Path] = ()) -> Path:
    """The folder of the plan that is meant, or that the first of the named files is in; stops where there is none."""
    start = chosen[0].absolute().parent if chosen else Path.cwd()
    try:
        return meant_plan(folder, start)
    except PlanNotFoundError as error:
        raise stop(str(error)) from None


def models_of_plan(folder: Path | None) -> Models:
    """The classes of things of the plan that is meant; those of every plan where there is none around to be read."""
    loaded = _settings_around(folder)
    return loaded.plan.models if loaded and loaded.plan else PLAIN


def _settings_around(folder: Path | None) -> Loaded | None:
    """The plan that is meant, of which plan.yaml alone is loaded; None where there is none around."""
    if folder is None:
        try:
            folder = meant_plan(None, Path.cwd())
        except PlanNotFoundError:
            return None
    return open_plan(folder, ())


def calendar_of_plan(folder: Path | None) -> Calendar:
    """How the plan that is meant reads dates and figures; the usual way where there is no plan around."""
    loaded = _settings_around(folder)
    if loaded is None:
        return Calendar()
    if loaded.plan is None:
        raise stop(DATES_UNKNOWN)
    return loaded.plan.settings.calendar


def day_of(plan: Plan | None, as_of: str | None, option: str = "--as-of") -> date:
    """The day of an option, today where none is given; stops where it is not one day."""
    if as_of is None:
        return today()
    calendar = plan.settings.calendar if plan else Calendar()
    try:
        meant = calendar.date(as_of)
        if meant.first == meant.last:
            return meant.first
    except DateError:  # whose advice may be a month or a year
        pass
    raise stop(f"{option}: {quoted(as_of)} is not one day; write it like 2026-11-21")


class Question:
    """A plan that is asked something: as it was known on the day, and as far as it could be read.

    What was left out is said.
    """

    def __init__(
        self,
        folder: Path | None,
        as_of: str | None,
        kinds: Iterable[str] = EVERYTHING,
        holding: Holding = NOTHING,
    ) -> None:
        self.loaded = open_plan(folder, kinds, holding=holding)
        if self.loaded.plan is None:
            self._say_what_is_wrong()
            raise stop("plan.yaml cannot be read, so nothing can be answered")
        self.plan: Plan = self.loaded.plan
        self.day = day_of(self.plan, as_of)
        self.plan = known_on(self.plan, self.day)
        self._say_what_is_wrong()

    def locate(self, address: Address) -> Span:
        """Where a thing stands."""
        return self.loaded.sources.span(address)

    def end(self, rows: int, *, exit_code: bool) -> None:
        """Leave with 1 where the plan has errors or, with --exit-code, where there are rows."""
        raise typer.Exit(1 if self.loaded.has_errors or (exit_code and rows) else 0)

    def _say_what_is_wrong(self) -> None:
        loaded = self.loaded
        if not loaded.findings:
            return
        count = len(loaded.findings)
        faults = "1 fault" if count == 1 else f"{count} faults"
        sys.stderr.write(f"jfp: the plan has {faults}; run jfp validate to see each with its place\n")
        for left_out in loaded.left_out:
            what = safe(f"{left_out.what} ({left_out.span})")
            sys.stderr.write(f"  left out: {what}\n")
