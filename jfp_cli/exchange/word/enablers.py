"""A chapter about what supports the plan as an enabler: what it says, its parts with headings, and what it promises."""

from jfp_cli.exchange.word.blocks import Line
from jfp_cli.exchange.word.making import Making, Thing
from jfp_cli.exchange.word.outline import Chapter
from jfp_cli.exchange.word.roles import Role, is_lead_in
from jfp_cli.exchange.word.workstreams import promised


def enabler_of(making: Making, chapter: Chapter, name: str) -> Thing:
    """The enabler that a chapter of text is."""
    enabler: Thing = {"id": name, "title": chapter.title, "topics": []}
    if chapter.line:
        making.ledger.take(chapter.line)
    _fill(making, chapter, enabler)
    for below in chapter.below:
        if below.line is None:
            continue
        if below.role is Role.ACTIONS:
            making.ledger.frame(below.line)
            _fill(making, below, enabler, are_promises=True)
            continue
        topic: Thing = {"title": below.title}
        making.ledger.take(below.line)
        for inner in below.all():
            if inner is not below and inner.line:
                making.ledger.frame(inner.line)
            _fill(making, inner, topic, are_promises=inner.role is Role.ACTIONS)
        enabler["topics"].append(topic)
    return enabler


def _fill(making: Making, chapter: Chapter, holder: Thing, *, are_promises: bool = False) -> None:
    """Enter the lines that stand directly under a heading: as promises where that, or a line over them, says so."""
    for line in chapter.blocks:
        if not isinstance(line, Line) or not line.text:
            continue
        if is_lead_in(line.text):
            are_promises = True
            making.ledger.frame(line)
            continue
        if are_promises:
            holder.setdefault("commitments", []).append(promised(making, line.text, "commitment"))
        else:
            holder.setdefault("points", []).append(line.text)
        making.ledger.take(line)
