"""What makes an editor complete and check plan files: schema files, and the setting that says which is for which."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from jfp_cli.edit.change import Step
from jfp_cli.edit.yaml.lines import newline_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading.json_schema import Ids, json_schema
from jfp_cli.model.kinds import OF_FOLDER
from jfp_cli.source.folder import PLAN_FILE

SETTINGS = ".vscode/settings.json"
SCHEMAS = ".jfp/schema"
KEY = "yaml.schemas"
INDENT = 2


def home_of(root: Path) -> Path:
    """The folder that is opened in an editor: the top of the git working copy, else the folder above the plan."""
    root = root.absolute()
    return next((folder for folder in root.parents if (folder / ".git").exists()), root.parent)


def editor_steps(home: Path, root: Path, ids: Ids | None = None) -> list[Step]:
    """The files to write for a plan's folder that are not so yet, by their paths from `home`; raises EditError."""
    inside = root.absolute().relative_to(home.absolute()).as_posix()
    kinds = {folder: kind.schema for folder, kind in OF_FOLDER.items()}
    wanted = {f"./{SCHEMAS}/{kind}.json": [_files_of(folder, inside)] for folder, kind in kinds.items()}
    files = {f"{SCHEMAS}/{kind}.json": _as_json(json_schema(kind, ids), INDENT) for kind in kinds.values()}
    files[SETTINGS] = _merged(_read(home / SETTINGS) or "", wanted)
    steps = [becomes(name, _read(home / name), text) for name, text in files.items()]
    return [step for step in steps if step.before != step.after]


def becomes(name: str, before: str | None, after: str) -> Step:
    """A file that is written, whether it is there already or not."""
    return Step(None if before is None else name, before or "", name, after)


def _files_of(folder: str, inside: str) -> str:
    """The files of a kind, as a pattern from the folder that is opened."""
    return "/".join(part for part in (inside, PLAN_FILE if folder == "plan" else f"{folder}/*.yaml") if part != ".")


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise EditError(f"{path.name} is not UTF-8 text; save it again as UTF-8") from None


def _merged(before: str, wanted: dict[str, list[str]]) -> str:
    """The editor's settings with these in them; the text as it was where they are there already."""
    if not before.strip():
        return _as_json({KEY: wanted}, INDENT)
    try:
        settings = json.loads(before, object_pairs_hook=_once, parse_constant=_refuse)
    except ValueError:
        raise _by_hand("is not plain JSON (it may hold comments)", wanted) from None
    if not isinstance(settings, dict) or not isinstance(settings.get(KEY, {}), dict):
        raise _by_hand("is not a list of settings as expected", wanted)
    schemas = settings.get(KEY, {})
    if wanted.items() <= schemas.items():
        return before
    after = _as_json({**settings, KEY: {**schemas, **wanted}}, _indent_of(before))
    return after.replace("\n", newline_of(before))


def _by_hand(why: str, wanted: dict[str, list[str]]) -> EditError:
    return EditError(f'{SETTINGS} {why}, so it was left alone; add to it: "{KEY}": {json.dumps(wanted)}')


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping of pairs; one key twice would lose a value."""
    pairs = list(pairs)
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(name: str) -> Iterator[None]:
    raise ValueError(f"{name} is not JSON")


def _indent_of(text: str) -> int | str:
    """How far the first key stands in."""
    line = next((line for line in text.splitlines() if line.lstrip().startswith('"')), "")
    blanks = line[: len(line) - len(line.lstrip())]
    return blanks if "\t" in blanks else len(blanks) or INDENT


def _as_json(value: Any, indent: int | str) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"
