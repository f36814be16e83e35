"""What makes an editor complete and check plan files: schema files, and the setting that says which is for which."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jfp_cli.edit.change import Step
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading.json_schema import Ids, json_schema
from jfp_cli.model.kinds import OF_FOLDER
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.source.folder import PLAN_FILE
from jfp_cli.start.commented_json import append, entries, put

SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"
RECOMMENDATIONS, UNWANTED = "recommendations", "unwantedRecommendations"
YAML_EXTENSION = "redhat.vscode-yaml"
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
    files[SETTINGS] = _merged(_read(home / SETTINGS) or "", SETTINGS, KEY, wanted, _with_schemas)
    before = _read(home / EXTENSIONS) or ""
    files[EXTENSIONS] = _merged(before, EXTENSIONS, RECOMMENDATIONS, [YAML_EXTENSION], _with_extension)
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


def _merged(before: str, name: str, key: str, wanted: Any, merge: Callable[[str, Any], str]) -> str:
    """A file of the editor's with these under a key of it; every other character stays."""
    if not before.strip():
        return _as_json({key: wanted})
    try:
        return merge(before, wanted)
    except (TypeError, ValueError, RecursionError):
        raise EditError(
            f'{name} cannot be read as settings, so it was left alone; add to it: "{key}": {json.dumps(wanted)}'
        ) from None


def _with_schemas(before: str, wanted: dict[str, list[str]]) -> str:
    """The settings, with files added to those that a schema is for; raises an error of JSON where none can be read."""
    indent, known = _indent_of(before), entries(before)
    if KEY not in known:
        return put(before, 0, KEY, wanted, indent)
    after, start = before, known[KEY].start
    for schema, patterns in wanted.items():
        there = entries(after, start).get(schema)
        if there is None or isinstance(there.value, str):
            named = [there.value] if there else []
            missing = [pattern for pattern in patterns if pattern not in named]
            after = put(after, start, schema, [*named, *missing], indent, depth=2) if missing else after
        else:
            missing = [pattern for pattern in patterns if pattern not in _texts(there.value)]
            after = append(after, there.start, missing, indent, depth=3)
    return after


def _with_extension(before: str, wanted: list[str]) -> str:
    """The recommendations with ours among them, unless they speak of it already; raises an error of JSON."""
    known = entries(before)
    named = [name for key in (RECOMMENDATIONS, UNWANTED) if key in known for name in _texts(known[key].value)]
    spoken_of = {name.lower() for name in named}
    missing = [name for name in wanted if name not in spoken_of]
    if RECOMMENDATIONS in known:
        return append(before, known[RECOMMENDATIONS].start, missing, _indent_of(before), depth=2)
    return put(before, 0, RECOMMENDATIONS, missing, _indent_of(before)) if missing else before


def _texts(listed: Any) -> list[str]:
    """A list of texts; raises an error where it holds something else, which would not come out as it is."""
    if not isinstance(listed, list):
        raise TypeError("it is no list")
    "".join(listed).encode()
    return listed


def _indent_of(text: str) -> str:
    """How far the first key stands in."""
    line = next((line for line in text.splitlines() if line.lstrip().startswith('"')), "")
    return line[: len(line) - len(line.lstrip())] or INDENT


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=INDENT) + "\n"
