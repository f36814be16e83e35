"""Files that stand beside a plan, or are the first of one: written all together, or none of them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from jfp_cli.edit.change import Step
from jfp_cli.edit.store import only_writer, write
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading.loader import load_texts
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.folder import TextFile, shown
from jfp_cli.start.beginning import Beginning
from jfp_cli.start.editor import EXTENSIONS, SETTINGS, becomes, editor_steps, home_of, inside
from jfp_cli.start.texts import filled, texts_of
from jfp_cli.start.workflow import FOLDER, workflow_path, workflow_step
from jfp_cli.values.finding import Severity

PLAN = "plan"
ATTRIBUTES = ".gitattributes"
PLAN_ENDINGS = (".yaml", ".yml")
NOTHING: Mapping[str, str] = MappingProxyType({})


def first_files(folder: Path, begun: Beginning, requirement: str) -> list[Step]:
    """The files of a new plan in a folder, by their paths from the home of that; raises EditError."""
    return files_of(folder, texts_of(begun), requirement, "begin the plan in another folder: jfp init DIR")


def files_of(
    folder: Path, texts: Mapping[str, str], requirement: str, instead: str, beside: Mapping[str, str] = NOTHING
) -> list[Step]:
    """The files of a plan that comes into a folder, and of what is needed around it; raises EditError.

    `texts` are those of the plan's files, `beside` of others in the folder; `instead` is what else can be done where
    something is in the way. Where somebody's own workflow runs jfp already, none is among them.
    """
    home, root = home_of(folder / PLAN), folder / PLAN
    _check(texts)
    taken = [folder / name for name in beside if (folder / name).exists()]
    in_the_way = ", ".join(map(shown, [*_in_the_way(home, root), *taken]))
    if in_the_way:
        raise EditError(
            f"nothing was written, because these are there already: {in_the_way}; move them away, or {instead}"
        )
    steps = [becomes(inside(home, folder / name), None, text) for name, text in beside.items()]
    steps += [becomes(f"{inside(home, root)}/{name}", None, text) for name, text in texts.items()]
    if not (folder / ATTRIBUTES).exists():
        steps.append(becomes(inside(home, folder / ATTRIBUTES), None, filled("gitattributes.txt", {})))
    path = workflow_path(home, inside(home, root))
    workflow = workflow_step(home, path, inside(home, root), requirement) if path else None
    return [*steps, *filter(None, [workflow]), *editor_steps(home, root)]


def workflow_of(root: Path) -> Path:
    """The file for the workflow of a plan; raises EditError where somebody's own has its place."""
    home = home_of(root)
    path = workflow_path(home, inside(home, root))
    if path is None:
        raise EditError(
            f"{shown(home / FOLDER)} holds a workflow that runs jfp and was not written by jfp init for this plan, "
            "so it was left alone; move it away, and jfp init writes its own"
        )
    return path


def workflow_steps(root: Path, requirement: str) -> list[Step]:
    """What becomes of the workflow of a plan, by its path from the plan's home; raises EditError."""
    home = home_of(root)
    step = workflow_step(home, workflow_of(root), inside(home, root), requirement)
    return [step] if step else []


def write_files(home: Path, steps: Sequence[Step]) -> list[str]:
    """Write files by their paths from `home`, and make the folders that they go into; raises EditError.

    What was written comes back, as a person wants to see it.
    """
    if not steps:
        return []
    home.mkdir(parents=True, exist_ok=True)
    names = [step.new for step in steps if step.new]
    with only_writer(home, {name.rpartition("/")[0] for name in names}):
        write(home, steps)
    return [shown(home / name) for name in names]


def _in_the_way(home: Path, root: Path) -> Iterator[Path]:
    """What a new plan would have to overwrite; the files of an editor are added to, not overwritten."""
    yield from (
        home / step.old for step in editor_steps(home, root) if step.old and step.old not in (SETTINGS, EXTENSIONS)
    )
    if root.is_dir() and not root.is_symlink():
        yield from sorted(path for path in root.iterdir() if not _may_stay(path))
    elif os.path.lexists(root):
        yield root


def _may_stay(path: Path) -> bool:
    """Whether something in the plan's folder is no part of a plan, and not where a part of one is to be."""
    if path.name.lower() in FOLDERS and not path.is_dir():
        return False
    return not any(one.is_symlink() or one.suffix.lower() in PLAN_ENDINGS for one in (path, *path.rglob("*")))


def _check(texts: Mapping[str, str]) -> None:
    """Whatever was typed, the plan is a valid one."""
    files = []
    for name, text in texts.items():
        files.append(TextFile.of(name, text, f"{PLAN}/"))
    for finding in load_texts(Path(PLAN), files).findings:
        if finding.severity >= Severity.ERROR:
            raise EditError(f"{finding.span}: {finding.message}; {finding.help}")
