"""The files in a plan's own folder of templates, which somebody else may have put there."""

import os
from pathlib import Path

from jfp_cli.report.pages.page_error import PageError

OUTSIDE = "this is a link to a file outside the plan's folder templates; put the file itself there"


def own_file(folder: Path, *parts: str) -> Path | None:
    """The file in the folder, where it has one; raises PageError for a link that leads out and for a device."""
    path = folder.joinpath(*parts)
    if not path.exists():
        return None
    home = Path(os.path.realpath(folder.parent), folder.name)
    if not Path(os.path.realpath(path)).is_relative_to(home):
        raise PageError(OUTSIDE, str(path))
    if not path.is_dir() and not path.is_file():
        raise PageError("this is not an ordinary file, where a template should be", str(path))
    return path
