"""Files that commands write for people to read: their format by their name, and never one of the plan's own."""

import os
from pathlib import Path

from jfp_cli.cli.options import one_of
from jfp_cli.cli.session import stop
from jfp_cli.report.pages.forms import Form
from jfp_cli.source.folder import is_plan_file, shown

ENDINGS = {f".{form}": form for form in Form} | {".htm": Form.HTML, ".markdown": Form.MD}


def check_is_no_plan_file(path: Path, root: Path) -> None:
    """Stop where a file is one of the plan's, which nothing but a change of the plan may write."""
    real = Path(os.path.realpath(path))
    if is_plan_file(real.name) and real.is_relative_to(os.path.realpath(root)):
        raise stop(f"{shown(path)} is a file of the plan, which would be lost; name another file")


def form_of(path: Path) -> Form:
    """The format that the name of a file ends with, a web page where it has no ending; stops where no report has it."""
    if not path.suffix:
        return Form.HTML
    if form := ENDINGS.get(path.suffix.lower()):
        return form
    raise stop(
        f"--output: no report is written as {path.suffix}; say what the file is with --format {one_of(Form)}, "
        "or end its name so"
    )
