"""The file of a workbook, looked at before it is read: whether it is one, whole, and of a size that can be."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_MOST_BYTES = 300_000_000  # of all parts, unpacked: a million rows that are formatted and empty come to a sixth of it
_MOST_PARTS = 5_000
_MOST_RATIO = 150  # how much smaller than its parts a file may be
_AT_LEAST = 20_000_000  # bytes of parts, below which any is
_CHUNK = 1 << 20
_OLD, _ZIP = b"\xd0\xcf\x11\xe0", b"PK"
_BOOK = "xl/workbook.xml"
_DECLARED = b"<!DOCTYPE"
_BEFORE_THE_ROOT = 4_096  # bytes, in which a document type is declared if it is
AS_XLSX = "in Excel, save it as an Excel workbook (.xlsx)"


class UnreadableError(Exception):
    """The file is no workbook that can be read; the text says why, and what to do."""


class Package(NamedTuple):
    """The parts of a workbook's file, none of which has been read yet."""

    archive: zipfile.ZipFile

    def has(self, part: str) -> bool:
        """Whether there is a part of this name, or, where it ends with a slash, are parts in it."""
        return any(name == part or (part.endswith("/") and name.startswith(part)) for name in self.archive.namelist())

    def remarks(self) -> Iterator[str]:
        """What a reader should know that is in it and is not used."""
        if self.has("xl/vbaProject.bin"):
            yield "it holds macros, which are not run"
        if self.has("xl/externalLinks/"):
            yield "it refers to other workbooks, which are not opened"


def package_of(data: bytes) -> Package:
    """The parts of a workbook's file; raises UnreadableError."""
    if data.startswith(_OLD):
        raise UnreadableError(
            f"it is protected by a password, or of a kind that is older than .xlsx; {AS_XLSX} without one"
        )
    if not data.startswith(_ZIP):
        raise UnreadableError(f"it is no Excel workbook; {AS_XLSX}")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check_sizes(archive, len(data))
        _check_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise UnreadableError("it is damaged or not all there; ask for it again") from None
    package = Package(archive)
    if not package.has(_BOOK):
        raise UnreadableError(f"it is no Excel workbook, or none of the kind that ends with .xlsx; {AS_XLSX}")
    return package


def _check_sizes(archive: zipfile.ZipFile, size: int) -> None:
    parts = archive.infolist()
    whole = sum(part.file_size for part in parts)
    is_packed_tightly = whole > _AT_LEAST and whole > _MOST_RATIO * size
    if whole > _MOST_BYTES or is_packed_tightly or len(parts) > _MOST_PARTS:
        told = (
            f"it would unpack to {whole / 1_000_000:,.0f} MB in {len(parts):,} parts, more than a plan's workbook has"
        )
        raise UnreadableError(f"{told}; delete what is not the plan's from it, or start again from: jfp export xlsx")


def _check_parts(archive: zipfile.ZipFile) -> None:
    """Read every part once: it is as long as it says, and declares nothing that would grow."""
    for part in archive.infolist():
        with archive.open(part) as stream:
            first = stream.read(_CHUNK)
            if part.filename.endswith((".xml", ".rels")) and _DECLARED in first[:_BEFORE_THE_ROOT].replace(
                b"\x00", b""
            ):
                raise UnreadableError(f"its part {part.filename} declares a document type, which no workbook does")
            while stream.read(_CHUNK):
                pass
