"""Which lines of a document are headings, and how deep each stands: by style, else by number, size and neighbours."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from jfp_cli.exchange.word.blocks import Block, Line, Table
from jfp_cli.exchange.word.markers import NO_HEADING
from jfp_cli.exchange.word.roles import Role, is_lead_in, key_of, role_of

_MOST_WORDS = 18
_CHAPTERS = (Role.MILESTONES, Role.GLOSSARY, Role.CONTENTS, Role.INTRODUCTION)
_DEEPEST = 20.0
_NAMING = re.compile(r"\bplan\b|\bstrategy\b|\bintegrated care\b|\bICB\b|\bboard\b|\b20\d\d\b", re.IGNORECASE)


def levels_of(blocks: Sequence[Block]) -> dict[Line, float]:
    """The headings among some blocks with their depth; what is deeper has a greater one.

    Those whose words say what stands under them, such as "How will we know", are the deepest.
    """
    shown = [block for block in blocks if isinstance(block, Table) or (block.text and not block.kind)]
    styled = {line: float(line.level) for line in shown if isinstance(line, Line) and line.level}
    found = dict(styled)
    for at, block in enumerate(shown):
        if isinstance(block, Line) and block not in found and _is_label(block, shown[at + 1 : at + 2]):
            found[block] = _DEEPEST
    if len(styled) > 1:
        return found | {line: _DEEPEST for line in shown if isinstance(line, Line) and _is_set_apart(line, found)}
    return _numbered(shown, found)


def is_short(line: Line) -> bool:
    """Whether a line is short enough for a heading, and ends like none of a text."""
    return len(line.text.split()) <= _MOST_WORDS and not line.text.endswith(NO_HEADING)


def _is_label(line: Line, following: Sequence[Block]) -> bool:
    """Whether a line says what stands under it."""
    if is_lead_in(line.text) or role_of(line.text) is None or line.is_item:
        return False
    leads = bool(following) and (isinstance(following[0], Table) or following[0].is_item)
    return line.stands_out or line.text.endswith(":") or leads


def _is_set_apart(line: Line, found: dict[Line, float]) -> bool:
    return line not in found and line.stands_out and not line.is_item and is_short(line)


def _numbered(shown: Sequence[Block], found: dict[Line, float]) -> dict[Line, float]:
    """The headings of a document without styles for them."""
    labels = [line for line, level in found.items() if level == _DEEPEST]
    cover = _cover(shown)
    titles = [line for line in shown if isinstance(line, Line) and (line not in labels or _is_chapter(line, labels))]
    titles = [line for line in titles if line not in cover]
    numbers = {line: float(line.depth) for line in titles if _has_number(line)}
    bold = [line for line in titles if line not in numbers and line.stands_out and not line.is_item and is_short(line)]
    if numbers:
        return found | numbers | _beside_numbers(bold, numbers, shown)
    return found | _by_look(bold, labels, shown)


def _cover(shown: Sequence[Block]) -> set[Line]:
    """The short lines at the very front that name the plan or whose it is, or are larger than all that follow."""
    lines = [block for block in shown if isinstance(block, Line)]
    front = list(takewhile(lambda line: is_short(line) and not line.number and not line.is_item, lines))
    later = max((line.size for line in lines[1:] if line not in front[:1]), default=0)
    return {line for line in front if _NAMING.search(line.text) or (line is front[0] and line.size > later)}


def _is_chapter(line: Line, labels: Sequence[Line]) -> bool:
    """Whether a line heads a chapter of its own, and not a part of each.

    It comes once, and is larger than other labels or the last of them all.
    """
    if not line.stands_out or role_of(line.text) not in _CHAPTERS:
        return False
    others = [label for label in labels if label is not line]
    alike = [label for label in others if label.size == line.size and role_of(label.text) not in _CHAPTERS]
    return not any(key_of(label.text) == key_of(line.text) for label in others) and (
        not alike or line.size > min(label.size for label in alike) or line is labels[-1]
    )


def _has_number(line: Line) -> bool:
    """Whether a line has the number of a heading; one of a single level has to be bold, or it is one of a list."""
    return bool(line.depth) and is_short(line) and (line.stands_out or (line.depth > 1 and not line.is_item))


def _beside_numbers(bold: Sequence[Line], numbers: dict[Line, float], shown: Sequence[Block]) -> dict[Line, float]:
    """How deep bold lines without a number stand among headings that have one."""
    highest = min(numbers.values())
    sizes = {depth: max(line.size for line, level in numbers.items() if level == depth) for depth in numbers.values()}
    after = _followers(shown)
    found = {}
    for line in bold:
        following = after.get(line)
        is_above = isinstance(following, Line) and numbers.get(following) == highest
        same = [depth for depth, size in sizes.items() if line.size == size and line.size]
        if line.size > max(sizes.values()) or (is_above and highest > 1):
            found[line] = highest - 0.5
        elif same and len(set(sizes.values())) == len(sizes) > 1:
            found[line] = same[0]
        elif role_of(line.text) in _CHAPTERS:
            found[line] = highest if line.size >= sizes[highest] else _DEEPEST
        else:
            found[line] = _DEEPEST
    return found


def _by_look(bold: Sequence[Line], labels: Sequence[Line], shown: Sequence[Block]) -> dict[Line, float]:
    """How deep bold lines stand where none has a number: by size, capitals, and what follows them."""
    after = _followers(shown)
    looks = sorted({(line.size, line.text.isupper()) for line in bold}, reverse=True)
    ranks = {line: float(looks.index((line.size, line.text.isupper())) + 1) for line in bold}
    for line in bold:
        following = after.get(line)
        if isinstance(following, Line) and ranks.get(following) == ranks[line]:
            ranks[line] -= 0.5
    leading = _leading(set(labels), shown)
    sections = [line for line in bold if line in leading]
    if sections:
        lowest = max(ranks[line] for line in sections)
        over = {
            line for line in bold if isinstance(below := after.get(line), Line) and ranks.get(below, 0) > ranks[line]
        }
        for line in bold:
            if ranks[line] == lowest and line not in leading | over and role_of(line.text) not in _CHAPTERS:
                ranks[line] = _DEEPEST
    return ranks


def _followers(shown: Sequence[Block]) -> dict[Block, Block]:
    return dict(pairwise(shown))


def _leading(labels: set[Line], shown: Sequence[Block]) -> set[Line]:
    """The lines behind which a table comes, or a label that says what stands under it, after plain text at the most."""
    found: set[Line] = set()
    leads = False
    for block in reversed(shown):
        if isinstance(block, Table):
            leads = True
            continue
        if leads:
            found.add(block)
        leads = block in labels or (leads and not (block.is_item or block.stands_out))
    return found
