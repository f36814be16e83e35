"""What makes an editor complete and check plan files: schema files, and the setting that says which is for which."""

import json
import os
from pathlib import Path
from typing import Any

from jfp_cli.edit.change import Step
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading.json_schema import Ids, json_schema
from jfp_cli.model.kinds import OF_FOLDER
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.source.folder import PLAN_FILE
from jfp_cli.start.commented_json import entries, put

SETTINGS = ".vscode/settings.json"
SCHEMAS = ".jfp/schema"
KEY = "yaml.schemas"
INDENT = "  "


def home_of(root: Path) -> Path:
    """The folder that is opened in an editor: the top of the git working copy, else the folder above the plan."""
    root = _located(root)
    return next((folder for folder in root.parents if (folder / ".git").exists()), root.parent)


def inside(home: Path, path: Path) -> str:
    """The path of what is below `home` from there, with forward slashes."""
    return _located(path).relative_to(_located(home)).as_posix()


def _located(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would also follow links


def editor_steps(home: Path, root: Path, ids: Ids | None = None, models: Models = PLAIN) -> list[Step]:
    """The files to write for a plan's folder that are not so yet, by their paths from `home`; raises EditError."""
    within = inside(home, root)
    kinds = {folder: kind.schema for folder, kind in OF_FOLDER.items()}
    wanted = {f"./{SCHEMAS}/{kind}.json": [_files_of(folder, within)] for folder, kind in kinds.items()}
    files = {f"{SCHEMAS}/{kind}.json": _as_json(json_schema(kind, ids, models)) for kind in kinds.values()}
    files[SETTINGS] = _merged(_read(home / SETTINGS) or "", wanted)
    steps = [becomes(name, _read(home / name), text) for name, text in files.items()]
    return [step for step in steps if step.before != step.after]


def becomes(name: str, before: str | None, after: str) -> Step:
    """A file that is written, whether it is there already or not."""
    return Step(None if before is None else name, before or "", name, after)


def _files_of(folder: str, within: str) -> str:
    """The files of a kind, as a pattern from the folder that is opened."""
    return "/".join(part for part in (within, PLAN_FILE if folder == "plan" else f"{folder}/**/*.yaml") if part != ".")


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise EditError(f"{path.name} is not UTF-8 text; save it again as UTF-8") from None


def _merged(before: str, wanted: dict[str, list[str]]) -> str:
    """The editor's settings with these in them; every other character stays."""
    if not before.strip():
        return _as_json({KEY: wanted})
    try:
        return _put(before, wanted)
    except (TypeError, ValueError, RecursionError):
        raise EditError(
            f'{SETTINGS} cannot be read as settings, so it was left alone; add to it: "{KEY}": {json.dumps(wanted)}'
        ) from None


def _put(before: str, wanted: dict[str, list[str]]) -> str:
    """The same of settings that hold something already; raises an error of JSON where they cannot be read."""
    indent, known = _indent_of(before), entries(before)
    if KEY not in known:
        return put(before, 0, KEY, wanted, indent)
    after, schemas = before, entries(before, known[KEY].start)
    for schema, patterns in wanted.items():
        listed = schemas[schema].value if schema in schemas else []
        named = [listed] if isinstance(listed, str) else list(listed)
        missing = [pattern for pattern in patterns if pattern not in named]
        if missing:
            "".join(named).encode()  # what else could stand there would not come out as it is
            after = put(after, known[KEY].start, schema, [*named, *missing], indent, depth=2)
    return after


def _indent_of(text: str) -> str:
    """How far the first key stands in."""
    line = next((line for line in text.splitlines() if line.lstrip().startswith('"')), "")
    return line[: len(line) - len(line.lstrip())] or INDENT


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=INDENT) + "\n"
