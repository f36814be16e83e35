"""portfolio.yaml in, what it says and everything wrong with it out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from jfp_cli.loading.faults.contents import LISTED_TWICE
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.loading.faults.plan import DANGLING_REFERENCE
from jfp_cli.loading.file_read import faults_of_text, source_beside
from jfp_cli.loading.json_schema import DIALECT, schema_of
from jfp_cli.loading.mistakes import findings_of
from jfp_cli.loading.source_file import SourceFile, shown_part
from jfp_cli.model.field import fields_of
from jfp_cli.portfolio.portfolio import Named, Portfolio, Same
from jfp_cli.source.folder import PLAN_FILE, shown
from jfp_cli.values.address import Address
from jfp_cli.values.address import Path as Steps
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.finding import Finding
from jfp_cli.values.near_miss import did_you_mean

KIND = "portfolio"


class PortfolioRead(NamedTuple):
    """A portfolio as it was read, None where it cannot be used, with the folders of its plans by name."""

    portfolio: Portfolio | None
    folders: dict[str, Path]
    findings: tuple[Finding, ...]
    source: SourceFile


def read_portfolio(path: Path) -> PortfolioRead:
    """Read a portfolio; folders are taken from where its file is. No fault of it raises an exception."""
    source = source_beside(path, KIND)
    findings = list(faults_of_text(source))
    portfolio = None
    if source.document.data is not None:
        try:
            portfolio = Portfolio.model_validate(source.document.data, context=Calendar())
        except ValidationError as error:
            findings += findings_of(source, Portfolio, error.errors(include_url=False, include_input=True))
    folders = {name: path.parent / folder for name, folder in portfolio.plans.items()} if portfolio else {}
    if portfolio is not None:
        findings += _checked(portfolio, folders, source)
    return PortfolioRead(portfolio, folders, tuple(findings), source)


def _checked(portfolio: Portfolio, folders: dict[str, Path], source: SourceFile) -> Iterator[Finding]:
    """What is named and is not there, and what is there twice."""
    first: dict[Path, str] = {}
    for name, folder in folders.items():
        other = first.setdefault(folder.resolve(), name)
        if other != name:
            message = f'"{name}" has the folder of "{other}"'
            advice = "write its own folder, or delete the line: so that nothing counts twice, the plan is asked once"
            yield _wrong(LISTED_TWICE, source, ("plans", name), message, advice)
        if not (folder / PLAN_FILE).is_file():
            message = f"there is no {PLAN_FILE} in {shown(folder)}"
            yield dangling(source, ("plans", name), message, "write the folder that holds it, from where this file is")
    for group, names in portfolio.groups.items():
        yield from _unknown(source, (("groups", group), names), portfolio.plans)
        if group in portfolio.plans:
            message = f'"{group}" is the name of a plan already'
            yield dangling(source, ("groups", group), message, "give the group another name")
    for kind in fields_of(Same):
        for number, tied in enumerate(getattr(portfolio.same, kind)):
            at: Steps = ("same", kind, number)
            yield from _unknown(source, (at, [Named.of(name).plan for name in tied]), portfolio.plans)


def _unknown(source: SourceFile, named: tuple[Steps, Iterable[str]], plans: Iterable[str]) -> Iterator[Finding]:
    at, names = named
    for number, name in enumerate(names):
        if name not in set(plans):
            message = f'there is no plan "{name}"' if name else "it does not say of which plan this is"
            advice = did_you_mean(name, plans, f"plans are {', '.join(plans)}") if name else "write it like PLAN:ID"
            yield dangling(source, (*at, number), message, advice)


def dangling(source: SourceFile, path: Steps, message: str, advice: str) -> Finding:
    """That something is named at a place of portfolio.yaml and is not there."""
    return _wrong(DANGLING_REFERENCE, source, path, message, advice)


def _wrong(fault: Fault, source: SourceFile, path: Steps, message: str, advice: str) -> Finding:
    place, _ = source.place(path)
    return fault.finding(message, source.span(*shown_part(place)), Address(KIND, "", path), advice)


def portfolio_schema() -> dict[str, Any]:
    """The JSON Schema of portfolio.yaml, for editors."""
    return {"$schema": DIALECT} | schema_of(Portfolio)
