"""Every table of an export: those of the whole plan here, the others beside."""

from collections.abc import Iterable, Iterator

from jfp_cli.exchange.data.column import Column, Row, Sort, columns_of, filled, values_of
from jfp_cli.exchange.data.measured import MEASURES, READINGS, TARGETS
from jfp_cli.exchange.data.promised import MOVES, PROMISES
from jfp_cli.exchange.data.table import ADDRESS, PLACE, Exported, Table
from jfp_cli.model.settings import Settings
from jfp_cli.values.dates import MONTH_NAMES

PLAN = Column("plan", Sort.TEXT, "What the plan is called among others.")
EDITION = Column("edition", Sort.TEXT, "The published edition; current for the plan as it is written.")

# How the plan is laid out, checked and published says nothing of what it promises.
_LEFT_OUT = (
    *("introduction", "guide", "pending", "units", "contents", "links_note", "fields", "statuses", "editions"),
    *("lint", "publish", "year_starts"),
)
_PLAN = (
    Column("as_of", Sort.DAY, "The day on which it was known so."),
    Column("year_starts", Sort.TEXT, "The month in which its financial year begins."),
    *columns_of(Settings, without=_LEFT_OUT),
)
_FINDING = (
    Column("code", Sort.TEXT, "The code of the rule, such as JFP301."),
    Column("name", Sort.TEXT, "The name of the rule."),
    Column("severity", Sort.TEXT, "error, warning or advice."),
    Column("message", Sort.TEXT, "What is wrong."),
    Column("help", Sort.TEXT, "What to write instead."),
    ADDRESS,
    *PLACE,
)


def _plans(exported: Exported) -> Iterator[Row]:
    settings = exported.plan.settings
    row = values_of(settings, without=_LEFT_OUT)
    row |= {"as_of": exported.day, "year_starts": MONTH_NAMES[settings.year_starts - 1]}
    yield filled(_PLAN, row)


def _findings(exported: Exported) -> Iterator[Row]:
    for finding in exported.findings:
        yield filled(_FINDING, dict(finding))


TABLES = (
    Table("plans", "Each plan and edition.", _PLAN, _plans),
    PROMISES,
    TARGETS,
    MEASURES,
    READINGS,
    Table("findings", "What jfp lint finds.", _FINDING, _findings),
    MOVES,
)


def rows_of(table: Table, every: Iterable[Exported]) -> Iterator[Row]:
    """The rows of a table from plans, each with the name and the edition of its plan."""
    for exported in every:
        for row in table.rows(exported):
            yield {PLAN.name: exported.name, EDITION.name: exported.edition, **row}
