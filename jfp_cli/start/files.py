"""Files that stand beside a plan, or are the first of one: written all together, or none of them."""

import os
from collections.abc import Sequence
from pathlib import Path

from jfp_cli.edit.change import Step
from jfp_cli.edit.store import only_writer, write
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading.loader import load_texts
from jfp_cli.source.folder import TextFile, shown
from jfp_cli.start.editor import SETTINGS, becomes, editor_steps
from jfp_cli.start.texts import Beginning, texts_of

PLAN = "plan"


def first_files(home: Path, begun: Beginning, version: str) -> list[Step]:
    """The files of a new plan, by their paths from `home`, which is to hold its folder; raises EditError."""
    texts = texts_of(begun, version)
    _check(texts)
    return [*(becomes(name, None, text) for name, text in texts.items()), *editor_steps(home, home / PLAN)]


def files_in_the_way(home: Path, begun: Beginning) -> list[str]:
    """What a new plan would have to overwrite; the settings of an editor are added to, not overwritten."""
    beside = [name for name in texts_of(begun, "") if not name.startswith(f"{PLAN}/")]
    beside += [step.new for step in editor_steps(home, home / PLAN) if step.new and step.new != SETTINGS]
    paths = [home / name for name in beside]
    there = [path for path in paths if os.path.lexists(path)]
    folder = home / PLAN
    if folder.is_dir() and not folder.is_symlink():
        there += sorted(folder.iterdir())
    elif os.path.lexists(folder):
        there.append(folder)
    return [shown(path) for path in there]


def write_files(home: Path, steps: Sequence[Step]) -> list[str]:
    """Write files by their paths from `home`, and make the folders that they go into; raises EditError.

    What was written comes back, as a person wants to see it.
    """
    if not steps:
        return []
    paths = [home / step.new for step in steps if step.new]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
    with only_writer(home):
        write(home, steps)
    return [shown(path) for path in paths]


def _check(texts: dict[str, str]) -> None:
    """Whatever was typed, the plan is a valid one."""
    files = []
    for name, text in texts.items():
        folder, _, file = name.removeprefix(f"{PLAN}/").rpartition("/")
        if name.startswith(f"{PLAN}/"):
            files.append(TextFile(name, folder or PLAN, file.removesuffix(".yaml"), text))
    findings = load_texts(Path(PLAN), files).findings
    if findings:
        raise EditError(f"{findings[0].span}: {findings[0].message}; {findings[0].help}")
