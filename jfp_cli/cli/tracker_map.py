"""The map of a tracker, read from a file."""

from pathlib import Path

from jfp_cli.cli.session import stop
from jfp_cli.exchange.tracker.mapping import MapError, TrackerMap, map_of
from jfp_cli.loading.file_read import faults_of_text, source_beside
from jfp_cli.model.own import Models
from jfp_cli.source.folder import shown
from jfp_cli.values.text import safe

_KIND = "map"


def read_map(path: Path | None, models: Models) -> TrackerMap:
    """What a file says of a tracker; nothing where none is given. Stops with 2 where it cannot be used."""
    if path is None:
        return TrackerMap()
    source = source_beside(path, _KIND)
    findings = faults_of_text(source)
    for finding in findings:
        raise stop(safe(f"{shown(path)}:{finding.span.line}: {finding.message}; {finding.help}"))
    try:
        return map_of(source.document.data, models)
    except MapError as error:
        raise stop(safe(f"{shown(path)}: {error}")) from None
