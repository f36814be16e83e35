"""New keys and entries as text, in the hand of the file that they go into."""

from typing import Any

from jfp_cli.edit.yaml.habits import Habits
from jfp_cli.edit.yaml.scalars import WIDTH, folded, is_foldable, literal, one_line, quoted


class Bare(str):
    """A number, true or false: text that stands without quotes."""

    __slots__ = ()


def key_text(key: str, *, in_flow: bool, quote: str = '"') -> str:
    """A key as it stands before its colon."""
    return one_line(key, in_flow=in_flow, quote=quote, bare=True)


def flow(value: Any, habits: Habits) -> str:
    """A value on one line, as it stands within brackets."""
    if isinstance(value, dict):
        pairs = (f"{key_text(key, in_flow=True)}: {flow(below, habits)}" for key, below in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(entry, habits) for entry in value) + "]"
    return one_line(value, in_flow=True, quote=habits.quote, bare=isinstance(value, Bare))


def pair(key: str, value: Any, column: int, habits: Habits, *, in_lines: bool = False) -> str:
    """A key with its value, from `column` on; lines after the first bring their indentation.

    Lists of names and small mappings stand within brackets where the line holds them, and with `in_lines` never.
    """
    head = key_text(key, in_flow=False, quote=habits.quote) + ":"
    if isinstance(value, str):
        return f"{head} {scalar(value, column + len(head) + 1, column + habits.step, habits)}"
    short = flow(value, habits)
    if not in_lines and _is_small(value) and column + len(head) + 1 + len(short) <= WIDTH:
        return f"{head} {short}"
    if isinstance(value, list):
        dash = column + habits.dash
        entries = (dashed(below, dash, habits, in_lines=in_lines) for below in value)
        return head + "".join(f"{habits.newline}{' ' * dash}{line}" for line in entries)
    below = column + habits.step
    return head + habits.newline + " " * below + mapping(value, below, habits)


def mapping(value: dict[str, Any], column: int, habits: Habits) -> str:
    """A mapping in lines, the first of which begins at `column` already."""
    pairs = (pair(key, below, column, habits) for key, below in value.items())
    return (habits.newline + " " * column).join(pairs)


def dashed(value: Any, column: int, habits: Habits, *, in_lines: bool) -> str:
    """An entry of a list with its dash at `column`."""
    inner = column + habits.gap
    dash = "-" + " " * (habits.gap - 1)
    if isinstance(value, str):
        return dash + scalar(value, inner, inner, habits)
    short = flow(value, habits)
    if not in_lines and inner + len(short) <= WIDTH:
        return dash + short
    return dash + (mapping(value, inner, habits) if isinstance(value, dict) else short)


def scalar(text: str, column: int, indent: int, habits: Habits) -> str:
    """A text from `column` on, outside brackets: on one line, or in a block that is indented by `indent`."""
    if "\n" in text:
        block = literal(text, indent, habits.newline)
        if block is not None:
            return block
    bare = isinstance(text, Bare)
    line = one_line(text, in_flow=False, quote=habits.quote, bare=bare)
    if habits.quotes_all and line == text and not bare:
        line = quoted(text, habits.quote)
    if column + len(line) > WIDTH and habits.folds and is_foldable(text):
        return folded(text, indent, habits.newline)
    return line


def _is_small(value: Any) -> bool:
    """A list of names, or a mapping of texts: what reads well within brackets."""
    if isinstance(value, list):
        return all(isinstance(entry, str) and " " not in entry for entry in value)
    return all(isinstance(below, str) for below in value.values())
