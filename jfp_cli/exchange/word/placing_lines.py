"""Lines to what the headings and labels over them say that they are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jfp_cli.exchange.word.blocks import Line, with_next
from jfp_cli.exchange.word.context import voice
from jfp_cli.exchange.word.dated_lists import led_by_period, milestones_in
from jfp_cli.exchange.word.home import Home, Under
from jfp_cli.exchange.word.markers import DASHES, STOPS, joined
from jfp_cli.exchange.word.milestones import enter
from jfp_cli.exchange.word.periods import Named, is_period_label, period_of
from jfp_cli.exchange.word.roles import Role, is_lead_in, role_of
from jfp_cli.exchange.word.supporting import take_supports
from jfp_cli.exchange.word.targets import take_targets
from jfp_cli.exchange.word.titles import titled
from jfp_cli.exchange.word.workstreams import new_stream, take_actions

_TERM = re.compile(rf"(?P<term>\w*[A-Z]\w*[A-Z][\w&/-]*)\s*[\s:={DASHES}]\s*(?P<meaning>\S.*)")
_DELIVERED = re.compile(r"\bdeliver", re.IGNORECASE)
_DOING = re.compile(r"\bwe will\b(?! have)|\bactions?\b|\bactivit|\bplans? to\b", re.IGNORECASE)


def place_lines(home: Home, lines: Sequence[Line], under: Under) -> None:
    """Enter lines as what stands above them says; a label among them changes that for those after it."""
    held: list[Line] = []
    for line in lines:
        label = _label(home, line, under)
        if label is None:
            held.append(line)
            continue
        _place(home, held, under)
        held = []
        home.making.ledger.frame(line)
        under.role, under.period, under.label = label.role, label.period, label.label
    _place(home, held, under)


def under_period(under: Under, text: str, period: Named) -> Under:
    """What stands under the name of a period: what is due in it, or else what is done in it."""
    if under.role in (Role.TARGETS, Role.MILESTONES) and not _DOING.search(text):
        return replace(under, period=period)
    return replace(under, role=Role.ACTIONS, period=period)


def _label(home: Home, line: Line, under: Under) -> Under | None:
    """What a line says of those after it; None where it is a text of its own."""
    if line.is_item or not line.text:
        return None
    if is_period_label(line.text) and (period := period_of(line.text, home.making.calendar)):
        return under_period(under, line.text, period)
    if is_lead_in(line.text):
        return replace(under, role=under.role or role_of(line.text))
    role = role_of(line.text) if line.stands_out or line.text.endswith(":") else None
    return None if role is None else replace(under, role=role, period=None, label=line.text)


def _place(home: Home, lines: Sequence[Line], under: Under) -> None:
    """Enter lines that all stand under the same."""
    written = [line for line in lines if line.text and not _is_to_come(home, line)]
    if not written or under.role is Role.CONTENTS:
        return
    if under.role is Role.TARGETS:
        take_targets(home.making, [line for line in lines if line in written or not line.text], home.section)
    elif under.role is Role.VOICES:
        home.section["voices"].append(voice(home.making, written, under.label))
    elif under.role is Role.GLOSSARY:
        _place_terms(home, written)
    elif under.role in (Role.ACTIONS, Role.MILESTONES):
        if under.role is Role.MILESTONES or _are_deliverables(home, written, under):
            _place_dated(home, written, under)
        if under.role is Role.ACTIONS:
            _place_actions(home, [line for line in written if home.making.ledger.is_free(line)], under)
    else:
        _place_texts(home, written, under)


def _place_texts(home: Home, lines: Sequence[Line], under: Under) -> None:
    """Enter lines as they are: as ambitions, challenges, or the paragraphs under a heading."""
    key = {Role.AMBITIONS: "ambitions", Role.CHALLENGES: "challenges"}.get(under.role or Role.INTRODUCTION, "")
    holder = under.stream if under.stream is not None and not key else home.section
    holder[key or "introduction"] += [line.text for line in lines]
    home.making.ledger.take(*lines)
    for line in lines:
        take_supports(home.making, home.section, line.text)


def _are_deliverables(home: Home, lines: Sequence[Line], under: Under) -> bool:
    """Whether lines stand under a heading of deliverables, and most of them have a date."""
    if under.period or not _DELIVERED.search(under.label):
        return False
    return len(list(milestones_in(home.making, lines))) * 2 >= len(lines)


def _place_terms(home: Home, lines: Sequence[Line]) -> None:
    """Enter abbreviations, each with what it stands for behind a mark, or set off in bold or capitals."""
    for line in lines:
        term, meaning = line.text[: line.bold].strip(STOPS), line.text[line.bold :].strip(STOPS)
        if not (term and meaning) and (found := _TERM.fullmatch(line.text)):
            term, meaning = found["term"], found["meaning"].strip(STOPS)
        if term and meaning and term not in home.making.glossary:
            home.making.glossary[term] = meaning
            home.making.ledger.take(line)


def _is_to_come(home: Home, line: Line) -> bool:
    """Whether a line only says that something is to come, which the section then says too."""
    to_come = home.making.to_come(line)
    if to_come is not None:
        home.section["pending"].append(to_come)
        home.making.ledger.take(line)
    return to_come is not None


def _place_dated(home: Home, lines: Sequence[Line], under: Under) -> None:
    """Enter the lines of a list as milestones, each with the one date that it names."""
    for line, milestone, doubt in milestones_in(home.making, lines, under.period.name if under.period else ""):
        milestone["group"] = joined([under.group, milestone["group"]])
        enter(home.making, home.any_area, milestone, doubt)
        home.making.ledger.take(line)


def _place_actions(home: Home, lines: Sequence[Line], under: Under) -> None:
    """Enter a list of actions; a line over some of its entries is the title of a workstream."""
    making, has_entries = home.making, any(line.is_item for line in lines)
    for line, following in with_next(lines):
        if has_entries and not line.is_item:
            leads = following is not None and following.is_item
            if leads and (line.text.endswith(":") or line.is_bold or line.text[-1:].isalnum()):
                under = replace(under, stream=new_stream(making, home.section, line.text.rstrip(" :")))
            else:
                (under.stream or home.section)["introduction"].append(line.text)
            making.ledger.take(line)
        elif line.bold and not line.is_bold and (found := titled([line])).title:
            under = replace(under, stream=new_stream(making, home.section, found.title))
            take_actions(making, [line], home.stream_of(under), home.period_of(under), {}, is_titled=True)
        else:
            at = under if under.period else replace(under, period=led_by_period(making, line.text)[0])
            take_actions(making, [line], home.stream_of(at), home.period_of(at), {})
