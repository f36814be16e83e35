"""A published plan as the files of a plan folder, with what was made, what is doubtful and what is left over."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jfp_cli.edit.fields import order_in
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.exchange.word.blocks import Block, lines_in
from jfp_cli.exchange.word.chapters import Chapters
from jfp_cli.exchange.word.files import file_text
from jfp_cli.exchange.word.front import front_of, years_of
from jfp_cli.exchange.word.ledger import Doubt, Ledger
from jfp_cli.exchange.word.left_over import left_over_text
from jfp_cli.exchange.word.making import Making, Thing
from jfp_cli.exchange.word.outline import Chapter, outline_of, paths_of
from jfp_cli.exchange.word.periods import Periods
from jfp_cli.loading.loader import Loaded, load_strings
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import MONTH_NAMES
from jfp_cli.values.text import folded

PLAN_FILE = "plan.yaml"
APRIL = 4
_NOBODY = "Not named in the document"


class Asked(NamedTuple):
    """What somebody says of the plan that a document becomes; empty or None where the document is to say it."""

    document: str
    organisation: str = ""
    years: tuple[date, date] | None = None
    year_starts: int = APRIL


class Imported(NamedTuple):
    """The texts of a plan's files by their names, what is left over as a text, and what somebody should know."""

    texts: dict[str, str]
    left_over: str
    loaded: Loaded
    doubts: list[Doubt]
    lines_left: int
    read_as: list[str]


def plan_of(blocks: Sequence[Block], asked: Asked) -> Imported:
    """The plan that a document holds; raises EditError where it holds none, or its years are nowhere."""
    lines = list(lines_in(blocks))
    if not lines:
        raise EditError("the document has no text, so no plan can come of it")
    root = outline_of(blocks)
    front = front_of(root, blocks)
    years, where = (asked.years, "") if asked.years else years_of(root, blocks, asked.year_starts)
    if years is None:
        raise EditError(
            "the document does not say which years it covers; say it with --period, such as --period 2025-30"
        )
    calendar = Calendar(asked.year_starts, years[0])
    ledger = Ledger(lines, paths_of(root))
    title = front.title or asked.document.rpartition(".")[0] or asked.document
    making = Making(title, calendar, years, Periods(calendar), ledger)
    if front.line:
        ledger.take(front.line)
        root = _without_title(root, front.line)
    ledger.take(*(line for line in lines if folded(line.text) == folded(front.organisation)))
    Chapters(making).take(root)
    organisation = asked.organisation or front.organisation
    if not organisation:
        making.pending.append({"what": "Whose plan this is: the document does not name its organisation"})
    texts = _texts(making, organisation or _NOBODY)
    loaded = load_strings(texts)
    if loaded.findings:
        fault = loaded.findings[0]
        raise EditError(f"what was made of it is no valid plan, which is a fault of jfp: {fault.span}: {fault.message}")
    read_as = [] if asked.years else [f"the years of the plan were read from {where}"]
    read_as += [] if asked.organisation or organisation else ["whose plan it is was found nowhere"]
    return Imported(
        texts, left_over_text(asked.document, ledger, lines), loaded, ledger.doubts, len(ledger.left_over), read_as
    )


def _without_title(root: Chapter, line: object) -> Chapter:
    """The document below its title, where that is a heading over all others."""
    first = root.below[0] if root.below else None
    if first is None or first.line is not line:
        return root
    return Chapter(blocks=[*root.blocks, *first.blocks], below=[*first.below, *root.below[1:]])


def _texts(making: Making, organisation: str) -> dict[str, str]:
    """The texts of a plan's files, by their names from the plan folder."""
    start, end = making.years
    if not making.contents:
        making.contents.append({"part": making.title})
    whole = making.whole_plan() if not making.periods.names else ""
    order = order_in("plan", ("contents", 0))
    settings: Thing = {
        "title": making.title,
        "organisation": organisation,
        "period": {"start": start.isoformat(), "end": end.isoformat()},
        "year_starts": MONTH_NAMES[start.month - 1],
        "planning_periods": [whole] if whole else making.periods.names,
        "introduction": making.introduction,
        "pending": making.pending,
        **making.vocabularies,
        "glossary": making.glossary,
        "contents": [{key: part[key] for key in order if part.get(key)} for part in making.contents],
    }
    texts = {PLAN_FILE: file_text("plan", settings)}
    for kind, things in (("sections", making.sections), ("areas", making.areas), ("enablers", making.enablers)):
        texts |= {f"{KINDS[kind].folder}/{name}.yaml": file_text(kind, thing) for name, thing in things.items()}
    return texts
