"""The plan at some time: as it is written now, as git has it, or as another folder does."""

import sys
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import typer

from jfp_cli.cli.clock import today
from jfp_cli.cli.session import DATES_UNKNOWN, open_plan, plan_folder, stop
from jfp_cli.cli.session import day_of as day_meant
from jfp_cli.history.diff import State
from jfp_cli.loading import Loaded
from jfp_cli.loading.loader import load_texts
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.model.plan import Plan
from jfp_cli.model.settings import Settings
from jfp_cli.source.git import LAST_EDITION, GitError, Repository, Walk, commit_of, day_of, plan_of, repository_of
from jfp_cli.values.dates import DateError
from jfp_cli.values.text import long_day, safe

NOW, HEAD = "now", "HEAD"


class Known(NamedTuple):
    """A state of the plan, and whether all of it could be read."""

    state: State
    is_whole: bool
    loaded: Loaded


class Called(NamedTuple):
    """A state as readers call it, such as "the edition 2025-30" or "1 April 2025", and its day."""

    name: str
    day: date


class History:
    """The plan that is meant, and what git has of it."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._root = plan_folder(folder)

    @property
    def inside(self) -> str:
        """The way to the plan from the top of its repository; of one in no repository the name of its folder."""
        try:
            return self._repository.prefix
        except GitError:
            return self._root.name

    def now(self) -> Known:
        """The plan as it is written."""
        return known(open_plan(self._folder), NOW)

    def at(self, name: str) -> Known:
        """The plan at a day, tag, revision or edition; stops where git does not know it."""
        try:
            texts = plan_of(self._repository, self._commit(name), FOLDERS)
        except GitError as error:
            raise stop(str(error)) from None
        return known(load_texts(self._root, texts), name)

    def plan_at(self, name: str) -> Plan | None:
        """The plan that git has of a day, tag, revision or edition; None where it has none that can be read whole."""
        try:
            loaded = load_texts(self._root, plan_of(self._repository, self._commit(name), FOLDERS))
        except GitError:
            return None
        return None if loaded.left_out else loaded.plan

    def day_of(self, name: str) -> date:
        """The day of the commit that has a state; stops where git does not know it."""
        try:
            return day_of(self._repository, self._commit(name))
        except GitError as error:
            raise stop(str(error)) from None

    def called(self, name: str) -> "Called":
        """What readers call that state, and its day; stops where git does not know it."""
        day = self.day_of(name)
        with suppress(DateError):
            if name not in self._editions:
                day = self._settings.calendar.day(name)
        edition = list(self._editions)[-1] if name == LAST_EDITION else name
        return Called(f"the edition {edition}" if edition in self._editions else long_day(day), day)

    def known_on(self, as_of: str | None) -> Known:
        """The plan as git has it at the end of a day that is over; of any other day as it is written."""
        return self.now() if self._state_on(as_of) == HEAD else self.at(self._state_on(as_of))

    def walk(self, since: str | None = None, as_of: str | None = None) -> Walk:
        """The commits of the plan until the end of a day, those after a state or all; stops where git knows no such."""
        try:
            tip = self._commit(self._state_on(as_of))
            return Walk(self._repository, tip, FOLDERS, None if since is None else self._commit(since))
        except GitError as error:
            raise stop(str(error)) from None

    def _state_on(self, as_of: str | None) -> str:
        if as_of is None:
            return HEAD
        day = day_meant(open_plan(self._folder, ()).plan, as_of)
        return day.isoformat() if day < today() else HEAD

    def _commit(self, name: str) -> str:
        return commit_of(self._repository, name, self._editions, self._settings.calendar)

    @cached_property
    def _settings(self) -> Settings:
        plan = open_plan(self._folder, ()).plan
        if plan is None:
            raise stop(DATES_UNKNOWN)
        return plan.settings

    @property
    def _editions(self) -> dict[str, str]:
        return {edition.name: edition.tag for edition in self._settings.editions}

    @cached_property
    def _repository(self) -> Repository:
        return repository_of(self._root)


def known(loaded: Loaded, name: str) -> Known:
    """A state that was loaded, after what could not be read of it was said; stops where that is all."""
    if loaded.plan is None:
        raise stop(f"{_when(name)} plan.yaml cannot be read, so there is nothing to compare")
    if loaded.left_out:
        sys.stderr.write(f"jfp: {safe(_when(name))} parts of the plan cannot be read, and are not compared:\n")
        sys.stderr.writelines(f"  left out: {safe(f'{part.what} ({part.span})')}\n" for part in loaded.left_out)
    return as_loaded(loaded, loaded.plan)


def as_loaded(loaded: Loaded, plan: Plan) -> Known:
    """A plan as a state, as far as it could be read."""
    return Known(State(plan, loaded.sources.span, loaded.lost), not loaded.has_errors, loaded)


def _when(name: str) -> str:
    return name if name == NOW else f"at {name}"


def end(states: tuple[Known, ...], rows: int, *, exit_code: bool) -> None:
    """Leave with 1 where a state has errors or, with --exit-code, where there are rows."""
    raise typer.Exit(1 if not all(state.is_whole for state in states) or (exit_code and rows) else 0)
