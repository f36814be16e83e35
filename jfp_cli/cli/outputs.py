"""Files that commands write for people to read: their format by their name, and never one of the plan's own."""

import os
from pathlib import Path

from jfp_cli.cli.options import one_of
from jfp_cli.cli.session import stop
from jfp_cli.report.pages.forms import Form
from jfp_cli.source.folder import is_plan_file, shown

_ENDINGS = {f".{form}": form for form in Form} | {".markdown": Form.MD}
_OF_OTHERS = frozenset(
    {".csv", ".doc", ".json", ".jpg", ".odt", ".png", ".pptx", ".rtf", ".svg", ".txt", ".xls", ".xlsx", ".yaml", ".yml"}
)
"""Endings by which a program is chosen that could do nothing with a web page."""


def check_is_no_plan_file(path: Path, root: Path) -> None:
    """Stop where a file is one of the plan's, which nothing but a change of the plan may write."""
    real = Path(os.path.realpath(path))
    if is_plan_file(real.name) and real.is_relative_to(os.path.realpath(root)):
        raise stop(f"{shown(path)} is a file of the plan, which would be lost; name another file")


def form_of(path: Path) -> Form:
    """The format that the name of a file ends with, else a web page; stops where it is that of another kind of file."""
    ending = path.suffix.lower()
    if ending in _OF_OTHERS:
        raise stop(
            f"--output: no report is written as {path.suffix}; say what the file is with --format {one_of(Form)}, "
            "or end its name so"
        )
    return _ENDINGS.get(ending, Form.HTML)
