"""Which file a URI of an editor means, however the editor writes it."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_DRIVE = re.compile(r"/([A-Za-z]):(?=/|\Z)")


def file_of(uri: str) -> str | None:
    """The path that a URI means, with forward slashes and a small letter for a drive; None where it is no file.

    `file:///c:/plan`, `file:///C:/plan` and `file:///c%3A/plan` are one path, and so are the two ways to write a share.
    """
    parts = urlsplit(uri)
    path = unquote(parts.path)
    if parts.scheme.lower() != "file" or "\0" in path:
        return None
    if parts.netloc and parts.netloc.lower() != "localhost":
        return f"//{unquote(parts.netloc).lower()}{path}"
    while path.startswith("//") and not parts.netloc and _DRIVE.match(path[1:]):
        path = path[1:]
    if path.startswith("//"):
        share, slash, rest = path[2:].partition("/")
        return f"//{share.lower()}{slash}{rest}"
    return _DRIVE.sub(lambda drive: f"{drive[1].lower()}:", path, count=1) if _DRIVE.match(path) else path


def key_of(path: str | Path) -> str:
    """What stands for a file wherever it is compared: the file that links lead to, as the system spells it."""
    return os.path.normcase(os.path.realpath(path))


def key_of_uri(uri: str) -> str | None:
    """The same from a URI; None where it is no file."""
    path = file_of(uri)
    return None if path is None else key_of(path)
