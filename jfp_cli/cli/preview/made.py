"""The page of a plan as it is on disk, made anew when that changes."""

import threading
from datetime import date
from html import escape
from pathlib import Path

from jfp_cli.cli.preview.beside import beside
from jfp_cli.cli.publishing import NoPageError, Wanted, make_page, templates_of
from jfp_cli.linting.lint import lint
from jfp_cli.loading import load

BEAT = 15.0  # seconds after which a browser that has gone is noticed
QUIET = 20  # milliseconds without another change after which the page is made: an editor may write a file in two steps
NOTHING = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>There is no page</title></head>
<body><p>There is no page yet: {reason}</p></body>
</html>
"""


class Preview:
    """The page and what stands beside it; `version` counts how often either was made, `pages` the pages alone."""

    def __init__(self, root: Path, day: date, wanted: Wanted) -> None:
        self.root, self._day, self._wanted = root, day, wanted
        self._changed = threading.Condition()
        self.page = self.beside = ""
        self.version = self.pages = 0
        self.rebuild()

    def rebuild(self) -> None:
        """Make the page anew and tell every browser; then hold the plan to account, and tell them of that."""
        loaded = load(self.root)
        page, reason = "", "plan.yaml cannot be read"
        if loaded.plan is not None:
            try:
                page, reason = make_page(loaded, loaded.plan, self._day, self._wanted), ""
            except NoPageError as error:
                reason = str(error)
        page = page or NOTHING.format(reason=escape(reason))
        self.pages += page != self.page
        self._tell(page, beside(loaded, loaded.findings, reason, self.pages))
        if loaded.plan is not None:
            self._tell(page, beside(loaded, lint(loaded, self._day), reason, self.pages))

    def _tell(self, page: str, beside_it: str) -> None:
        if (page, beside_it) == (self.page, self.beside):
            return
        with self._changed:
            self.page, self.beside = page, beside_it
            self.version += 1
            self._changed.notify_all()

    def wait(self, seen: int) -> int:
        """The version after the one that a browser has seen; the same one where nothing changes for a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != seen, timeout=BEAT)
            return self.version


def watch(preview: Preview, stopped: threading.Event | None = None) -> None:
    """Make the page anew whenever a file of the plan or a template changes, until Ctrl-C or `stopped`."""
    import watchfiles  # noqa: PLC0415 - an extra

    folders = {preview.root, *filter(Path.is_dir, templates_of(preview.root))}
    while True:
        try:
            for _ in watchfiles.watch(*folders, stop_event=stopped, step=QUIET):
                preview.rebuild()
        except RuntimeError:  # a file has a name that is not UTF-8, at which the watcher gives up: begin anew
            preview.rebuild()
        else:
            return
