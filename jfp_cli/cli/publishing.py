"""From what somebody asks for to a page, or to the sentence that says why there is none."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jfp_cli.cli.extras import missing
from jfp_cli.loading import Loaded
from jfp_cli.model.field import Audience, fields_of
from jfp_cli.model.own import FIELDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.settings import Settings
from jfp_cli.query.filters import UnknownValueError
from jfp_cli.query.search import texts
from jfp_cli.query.sentences import counted
from jfp_cli.report.document.audience import days_of_dates, hidden_from, hidden_texts, without
from jfp_cli.report.document.past import NO_MEMORY
from jfp_cli.report.language.spoken import BABEL, USUAL, is_english, table_for
from jfp_cli.report.pages.environment import Report, Templates, shipped_templates
from jfp_cli.report.pages.forms import NEEDED, Form
from jfp_cli.report.pages.page_error import PageError
from jfp_cli.report.pages.written import Written
from jfp_cli.report.papers import PAPERS, WHOLE, Scope, document_for
from jfp_cli.source.folder import PLAN_FILE, shown
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.near_miss import SEARCH, did_you_mean
from jfp_cli.values.span import Span
from jfp_cli.values.text import safe

PUBLISH = "publish"
READERS: Mapping[Audience, str] = {"public": "the public", "internal": "internal readers"}
DECIDING = (PUBLISH, FIELDS)
"""The keys of plan.yaml that say who sees what."""
PORTFOLIO = "portfolio"
"""The report that is of several plans."""
HEADINGS = ("title", "part", "organisation")
"""The keys of what stands above a page or a part of it."""


class NoPageError(Exception):
    """There is no such report or section, or its template is wrong; the text says which, and where."""


class InDoubtError(NoPageError):
    """Nobody can tell what the audience must not see; the text says why, a line for each reason."""


class Wanted(NamedTuple):
    """What to write: a report in a format for an audience, of one section alone or of all.

    The scope is that of a paper.
    """

    report: str
    form: Form
    audience: Audience
    section: str | None
    scope: Scope = WHOLE


def make_page(loaded: Loaded, plan: Plan, day: date, wanted: Wanted) -> str:
    """A report on a plan as text; raises NoPageError.

    For paper that is a page that `file_of` makes a file of, with nothing in it that the text has not.
    """
    check_can_write(wanted.form)
    language = plan.settings.language or USUAL
    if table_for(language) and (said := missing(*BABEL)):
        raise NoPageError(f'a page with "language: {safe(language)}" {said}')
    if wanted.audience == "public" and (doubts := list(_doubts(loaded))):
        raise InDoubtError("\n".join(doubts))
    templates = templates_of(loaded.root)
    _check_report(templates.reports(), wanted.report, wanted.form)
    _check_section(plan, wanted.section)
    check_scope(wanted.report, wanted.scope)
    try:
        made = document_for(wanted.report, plan, day, wanted.audience, wanted.section, wanted.scope)
    except UnknownValueError as error:
        raise NoPageError(str(error)) from None
    with said_with_place():
        return templates.page(wanted.report, wanted.form, made)


def check_can_write(form: Form) -> None:
    """Raise NoPageError where something is not installed that a format needs."""
    if said := next(filter(None, (missing(*needed) for needed in NEEDED.get(form, ()))), ""):
        raise NoPageError(f"--format {form} {said}")


def file_of(root: Path, page: str, form: Form) -> Written:
    """The file that holds a page, in its format, with a sentence for each thing to know of it; raises NoPageError.

    The root is the folder of the plan, or of the portfolio, whose own templates it may have. What these leave to jfp in
    the format is one of the things to know.
    """
    with said_with_place():
        templates = templates_of(root)
        file = templates.written(page, form)
        return file._replace(remarks=tuple(map(safe, (*file.remarks, *templates.remarks(form)))))


def untranslated(plan: Plan) -> str:
    """A line where the page of a plan is in a language of which jfp has no table; else nothing."""
    language = plan.settings.language or USUAL
    if is_english(language) or table_for(language):
        return ""
    return safe(f'jfp has no words in the language "{language}", so what the page says beside the plan is in English')


@contextmanager
def said_with_place() -> Iterator[None]:
    """Say of a fault of a template where it stands."""
    try:
        yield
    except PageError as error:
        line = f":{error.line}" if error.line else ""
        where = f"{shown(Path(error.file))}{line}: " if error.file else ""
        raise NoPageError(safe(where + str(error))) from None


def reader_of(report: str, audience: Audience | None) -> Audience:
    """Who reads a report where nobody says: the public, but of some papers only who works with the plan.

    Raises NoPageError where such a paper is asked for the public, or where a report is of several plans.
    """
    if report == PORTFOLIO:
        raise NoPageError("the report portfolio is of several plans; name them with --portfolio FILE")
    if report not in PAPERS or not PAPERS[report].is_internal:
        return audience or "public"
    if audience == "public":
        raise NoPageError(f"the report {report} is for internal readers; leave out --audience public")
    return "internal"


def templates_of(root: Path) -> Templates:
    """The folders that the templates of a plan come from."""
    return Templates(root / "templates", shipped_templates())


def template_rows(root: Path) -> list[dict[str, str]]:
    """Every report in every format, and where its template is."""
    return [
        {"report": report.name, "format": report.format, "template": shown(report.path)}
        for report in templates_of(root).reports()
    ]


def unchecked_lines(loaded: Loaded, audience: Audience) -> list[str]:
    """A line for each part of the plan that could not be read: a hidden text may stand there, and in the page too."""
    if audience != "public":
        return []
    return [
        safe(f"{part.span}: {part.what} could not be read, so nobody knows what it hides from the public; mend it")
        for part in loaded.left_out
    ]


def _doubts(loaded: Loaded) -> Iterator[str]:
    """A line for each fault because of which the plan may hide more than could be read.

    Beside those under `publish` and `fields` these are the keys of plan.yaml that it has not, since `publish` may be
    meant, and what is wrong with the text of plan.yaml.
    """
    for finding in loaded.findings:
        address = finding.address
        if finding.severity < Severity.ERROR or not _is_settings_file(loaded, finding.span.file):
            continue
        key = address.path[0] if address is not None and address.path else PUBLISH
        if key in DECIDING or key not in fields_of(Settings):
            yield safe(
                f"{finding.span}: {finding.message}, so nobody knows what is hidden from the public; {finding.help}"
            )


def _is_settings_file(loaded: Loaded, file: str) -> bool:
    return file == f"{shown(loaded.root)}/{PLAN_FILE}"


def leak_lines(plan: Plan, locate: Callable[[Address], Span], page: str, form: Form, audience: Audience) -> list[str]:
    """A line for each hidden text that a page of a format holds, with its place in the plan and in the page."""
    from jfp_cli.report.pages.leaks import leaks, words_of_templates  # noqa: PLC0415 - only with --check

    hidden = hidden_from(audience, plan)
    seen = without(plan, hidden)
    public = list(texts(seen))
    headings = [text for address, text in public if address.path and address.path[-1] in HEADINGS]
    own = words_of_templates(shipped_templates(), form.template, plan.settings.language or USUAL)
    said = [*(text for _, text in public), *days_of_dates(seen)]
    leaked = leaks(page, hidden_texts(plan, hidden), said, headings, own)
    lines = [
        safe(
            f"{locate(leak.address)}: {leak.address} is hidden from {READERS[audience]}, "
            f'but {"" if form.on_paper else f"line {leak.line} of "}the page holds it: "{leak.excerpt}"'
        )
        for leak in leaked
    ]
    return [*lines, f"{counted(len(leaked), 'hidden text')} in the page"] if leaked else []


def _check_report(reports: list[Report], name: str, form: Form) -> None:
    formats = [report.format for report in reports if report.name == name]
    if not formats:
        names = dict.fromkeys(report.name for report in reports)
        advice = did_you_mean(name, names, f"there are {', '.join(names)}")
        raise NoPageError(f'there is no report "{safe(name)}"; {advice}')
    if form not in formats:
        raise NoPageError(f'there is no {form} of the report "{name}"; write --format {" or ".join(formats)}')


def check_scope(report: str, scope: Scope) -> None:
    """Raise NoPageError where a report is of no part of the plan or of no such time."""
    paper = PAPERS.get(report)
    if paper is None and scope._replace(since=None, memory=NO_MEMORY) != WHOLE:
        raise NoPageError(f"only the report {' or '.join(PAPERS)} is of an area, a place, an organisation or a year")
    if paper and scope.year is not None and paper.time != "year":
        raise NoPageError(f"the report {report} takes no --year; write --{paper.time}, or leave it out")


def _check_section(plan: Plan, section: str | None) -> None:
    known = [name for part in plan.settings.contents for name in part.sections]
    if section is not None and (section not in known or section not in plan.sections):
        advice = did_you_mean(section, known, SEARCH)
        raise NoPageError(f'the contents of the plan have no section "{safe(section)}"; {advice}')
