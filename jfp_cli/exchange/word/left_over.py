"""The file beside the plan that keeps what the plan does not hold, each text with its place in the document."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from jfp_cli.edit.yaml.habits import Habits
from jfp_cli.edit.yaml.handwriting import dashed, key_text, pair
from jfp_cli.exchange.word.blocks import Line
from jfp_cli.exchange.word.ledger import STEP, Kept, Ledger

LEFT_OVER = "import-left-over.yaml"
_HABITS = Habits()
_HEAD = """\
# What of this document the plan does not hold. Nothing reads this file: put into the plan what belongs
# there, by hand or with jfp add and jfp set, and delete the file when it is worked through.
"""
_ABOUT = {
    "not_placed": "Texts without a place in the plan, each with its place in the document.",
    "not_sure": "What was entered, and may not be what the document means.",
    "read_as_headings": "Headings and heads of tables that say what stands under them; the plan has its own.",
    "numbers": "What stood before headings and entries of lists; the plan numbers its parts by itself.",
}


def left_over_text(document: str, ledger: Ledger, lines: Sequence[Line]) -> str:
    """The text of the file of what is left over."""
    said: dict[str, list[Any]] = {
        "not_placed": [_placed(group) for group in _grouped(ledger.left_over)],
        "not_sure": [{"about": doubt.what, "because": doubt.why} for doubt in ledger.doubts],
        "read_as_headings": [
            {**({"under": under} if under else {}), "texts": [kept.line.text for kept in group]}
            for under, group in groupby(ledger.headings, _under)
        ],
        "numbers": [", ".join(line.number for line in lines if line.number)],
    }
    parts = [_HEAD + pair("document", document, 0, _HABITS)]
    parts += [f"# {_ABOUT[key]}\n{_listed(key, entries)}" for key, entries in said.items() if any(entries)]
    return "\n\n".join(parts) + "\n"


def _listed(key: str, entries: Sequence[Any]) -> str:
    if all(isinstance(entry, str) for entry in entries):
        return pair(key, list(entries), 0, _HABITS)
    dash = " " * _HABITS.dash
    return "\n".join(
        [
            f"{key_text(key, in_flow=False)}:",
            *(dash + dashed(one, _HABITS.dash, _HABITS, in_lines=True) for one in entries),
        ]
    )


def _grouped(kept: Sequence[Kept]) -> list[list[Kept]]:
    """Lines that stand together and are left over for one reason."""
    groups: list[list[Kept]] = []
    for one in kept:
        before = groups[-1][-1] if groups else None
        if before is None or (before.path, before.why) != (one.path, one.why) or not _are_near(before.line, one.line):
            groups.append([])
        groups[-1].append(one)
    return groups


def _are_near(before: Line, line: Line) -> bool:
    """Whether two lines stand in one row of a table, or in paragraphs one after the other."""
    if _row_of(before) == _row_of(line):
        return True
    return before.where.startswith("paragraph") and line.where.startswith("paragraph")


def _row_of(line: Line) -> str:
    return line.where.partition(", column ")[0]


def _placed(group: Sequence[Kept]) -> dict[str, Any]:
    first, last = group[0], group[-1]
    at = first.at
    if first.line.where != last.line.where:
        is_row = _row_of(first.line) == _row_of(last.line)
        at = at.partition(", column ")[0] if is_row else f"{at} to {last.line.where.removeprefix('paragraph ')}"
    texts = [kept.line.text for kept in group]
    said = {"text": texts[0]} if len(texts) == 1 else {"texts": texts}
    return {"at": at, **({"why": first.why} if first.why else {}), **said}


def _under(kept: Kept) -> str:
    """The part and the section that a line stands in."""
    return STEP.join(kept.path.split(STEP)[:2])
