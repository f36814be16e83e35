"""What changed as Markdown for a pull request: the worst first, and short enough for a comment whatever the plan."""

import re
from collections.abc import Iterator, Sequence

from jfp_cli.cli.console.output import cell, markdown
from jfp_cli.cli.console.table import Column
from jfp_cli.history.telling import changes_sentence, grouped, in_short
from jfp_cli.query.rows import Row
from jfp_cli.values.text import capitalised

_MARK = "<!-- jfp diff {} -->"  # the first line, by which a workflow finds the comment that it wrote before
_NO_PATH = re.compile(r"[^\w./]+")  # among others what would end the mark
COLUMNS = (
    Column("change", "Change", essential=True),
    Column("address", "What", essential=True, style="cyan", heading=True),
    Column("field", "Field"),
    Column("days", "Days", number=True, if_any=True),
    Column("before", "Before", long=True),
    Column("after", "After", essential=True, long=True),
    Column("recorded", "Recorded", if_any=True),
)
_MOST = 58_000  # characters; a comment on GitHub has at most 65,536
_MOST_OF_A_SORT = 25
_LONGEST = 160  # characters of a cell
_SHOWN = (*("address", "field", "before", "after"), "days")
_HEADER = ("What", "Field", "Before", "After", "Days")


def as_comment(rows: Sequence[Row], folder: str, left_out: int) -> str:
    """The changes under headings that count them; of many the first, with how many more there are.

    `folder` is the way to the plan in its repository: another plan there has another comment. `left_out` is how many
    parts could not be compared.
    """
    sentence = changes_sentence(rows, left_out)
    text = f"{_MARK.format(_NO_PATH.sub('-', folder))}\n**{capitalised(sentence)}**\n"
    groups = grouped(rows)
    room = _MOST - len(text) - sum(len(heading) + _LONGEST for heading, _ in groups)
    for heading, of_sort in groups:
        lines: list[str] = []
        for line in _table(of_sort[:_MOST_OF_A_SORT]):
            if len(line) + 1 > room:
                break
            lines.append(line)
            room -= len(line) + 1
        shown = max(len(lines) - 2, 0)
        text += f"\n### {heading}\n\n" + "".join(f"{line}\n" for line in lines if shown)
        if shown < len(of_sort):
            text += f"\n{len(of_sort) - shown:,} more are not shown here; jfp diff lists them.\n"
    return text


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield f"| {' | '.join(_HEADER)} |"
    yield "| --- | --- | --- | --- | ---: |"
    for row in map(in_short, rows):
        cells = [markdown(_cut(cell(row[key]))) for key in _SHOWN[:-1]]
        days = "" if row["days"] is None else f"{row['days']:+,}"
        yield f"| {' | '.join([*cells, days])} |"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}\N{HORIZONTAL ELLIPSIS}"
