"""Plain rows of the places where words were found."""

from collections.abc import Iterable

from jfp_cli.query.rows.row import Locate, Row
from jfp_cli.query.search import Match


def match_rows(matches: Iterable[Match], locate: Locate) -> list[Row]:
    """A row for each place where words were found."""
    rows = []
    for match in matches:
        span = locate(match.address)
        where = {"file": span.file, "line": span.line}
        place = f"{span.file}:{span.line}"
        rows.append({"address": str(match.address), "text": match.text, "score": match.score, **where, "place": place})
    return rows
