"""A page for paper as PDF: tagged, with bookmarks and the system's fonts embedded; the one user of WeasyPrint."""

import io
import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from typing import Any

from jfp_cli.report.pages.page_error import PageError
from jfp_cli.report.pages.written import Written

_PANGO = {
    "linux": "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core",
    "darwin": "brew install pango",
    "win32": "winget install MSYS2.MSYS2, then, in its window, pacman -S mingw-w64-ucrt-x86_64-pango",
}
_NO_FONT = (
    "no font of this computer has {}, so boxes stand in the PDF instead; "
    "add one, such as with: apt-get install fonts-noto-core fonts-noto-color-emoji"
)
_UNPRINTED = ".notdef glyph"  # as WeasyPrint begins what it says of a sign without a font
_MOST_NAMED = 10
# WeasyPrint breaks a line after its first word where all of a text but the space at its end would fit in it: no text
# ends with a space before a block, and the one before an element within a line goes into that.
_BEFORE_BLOCK = re.compile(r"(?<!\s)\s++(?=</?(?:div|p|[uod]l|li|d[td]|t[dh]|figure)\b)")
_WITHIN_LINE = re.compile(r"(?<![\s>])\s++(<(?:a|abbr|cite|em|span|strong)\b[^<>]*>)")


def pdf(page: str) -> Written:
    """A page as a PDF, for which nothing is fetched; raises PageError where it, or what lays it out, cannot be used."""
    try:
        with redirect_stdout(io.StringIO()):  # where it says at length what is missing
            from weasyprint import HTML  # noqa: PLC0415 - slow, and an extra
            from weasyprint.urls import URLFetcher  # noqa: PLC0415 - the same
    except OSError as error:  # of a library of the system
        advice = _PANGO.get(sys.platform, "the packages of Pango")
        raise PageError(f"PDF needs Pango, a library of the system; add it with: {advice}") from error
    within = URLFetcher(allowed_protocols=("data",))  # what stands in the page itself; the rest is not asked for
    try:
        laid_out = HTML(string=_WITHIN_LINE.sub(r"\1 ", _BEFORE_BLOCK.sub("", page)), url_fetcher=within)
        with _unprinted() as signs:
            data = bytes(laid_out.write_pdf(pdf_tags=True, finisher=_finish))
    except Exception as error:  # what a template of a plan's own may write knows no bounds
        raise PageError(f"the page cannot be laid out as PDF: {error}") from error
    return Written(data, (_NO_FONT.format(" ".join(list(signs)[:_MOST_NAMED])),) if signs else ())


@contextmanager
def _unprinted() -> Iterator[dict[str, None]]:
    """The signs for which WeasyPrint finds no font, as it says them while it writes, each once."""
    signs: dict[str, None] = {}
    handler = logging.Handler(logging.WARNING)

    def note(record: logging.LogRecord) -> bool:
        if record.msg.startswith(_UNPRINTED) and isinstance(record.args, tuple):
            signs[str(record.args[0])] = None
        return False

    handler.addFilter(note)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield signs
    finally:
        logger.removeHandler(handler)


def _finish(_: Any, written: Any) -> None:
    """Let pictures that say nothing, such as the mark beside a word, be no figures that want a text."""
    for part in written.objects:
        if isinstance(part, dict) and part.get("S") == "/Figure" and "Alt" not in part:
            part["S"] = "/NonStruct"
