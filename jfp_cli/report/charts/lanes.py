"""Rows of short labels above a picture: each at its own place across, none touching another."""

from collections.abc import Iterable
from typing import NamedTuple

from jfp_cli.report.charts.scale import wide


class Label(NamedTuple):
    """A label, its place across, and the row that it stands in, from the lowest."""

    text: str
    x: float
    row: int


def lanes(labels: Iterable[tuple[str, float]]) -> list[Label]:
    """The rows of labels, as few as will do: each takes the lowest row that is free at its place."""
    ends: list[float] = []
    placed = []
    for text, x in sorted(labels, key=lambda label: label[1]):
        half = wide(text) / 2
        row = next((at for at, end in enumerate(ends) if end <= x - half), len(ends))
        ends[row : row + 1] = [x + half]
        placed.append(Label(text, x, row))
    return placed
