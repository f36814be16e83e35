"""Examples of rules as plans: a few lines of YAML that load by themselves.

An example is one file, or several with a line `--- sections/cancer.yaml` before each. A single file without such a
line is `milestones/example.yaml` where it begins with `milestones:`, else `sections/example.yaml`; a file's id and
title may be left out. `--- plan.yaml` gives lines of plan.yaml that stand in for those of the usual one. A first line
`as of 2026-11-21` says on which day the example is looked at; without it that is 1 January 2026. A line that ends in
`# <--` is one where the fault is found.
"""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jfp_cli.loading.loader import Loaded
from jfp_cli.loading.memory import load_strings

PLAN_FILE = "plan.yaml"
MARK = "# <--"
DAY = date(2026, 1, 1)
_FILE = re.compile(r"^--- (\S+)\n", re.MULTILINE)
_AS_OF = re.compile(r"\A\n*as of (\d{4}-\d{2}-\d{2})\n")
_PLAN = {
    "title": "title: Example plan",
    "organisation": "organisation: Example board",
    "period": "period: {start: 2025-04-01, end: 2030-03-31}",
    "planning_periods": "planning_periods: [2025-26, 2026-30]",
}
_HEADS = {"sections": ("id", "title"), "milestones": ("area", "title"), "enablers": ("id", "title"), "readings": ()}


class Example(NamedTuple):
    """An example that was loaded: its day, and the lines where findings are expected."""

    loaded: Loaded
    day: date
    marked: tuple[tuple[str, int], ...]


def read_example(text: str) -> Example:
    """Load an example, in memory."""
    day = _AS_OF.match(text)
    files = _files(text[day.end() :] if day else text)
    marked = tuple(
        (name, number)
        for name, body in files.items()
        for number, line in enumerate(body.splitlines(), 1)
        if line.rstrip().endswith(MARK)
    )
    written = {PLAN_FILE: _plan(files)}
    for name, body in files.items():
        kind, _, stem = name.removesuffix(".yaml").rpartition("/")
        if kind:
            written[name] = body + _head(kind, stem, body)
    return Example(load_strings(written), date.fromisoformat(day[1]) if day else DAY, marked)


def _files(text: str) -> dict[str, str]:
    parts = _FILE.split(text)
    files = dict(zip(parts[1::2], parts[2::2], strict=True))
    if parts[0].strip():
        kind = "milestones" if parts[0].lstrip().startswith("milestones:") else "sections"
        files[f"{kind}/example.yaml"] = parts[0].lstrip("\n")
    return files


def _plan(files: dict[str, str]) -> str:
    """plan.yaml: the lines of the example first, so that they keep their numbers, then what they leave out."""
    own = files.get("plan.yaml", "")
    lines = [line for key, line in _PLAN.items() if not re.search(rf"^{key}:", own, re.MULTILINE)]
    if not re.search(r"^contents:", own, re.MULTILINE):
        listed = {
            kind: ", ".join(Path(name).stem for name in files if name.startswith(f"{kind}/"))
            for kind in ("sections", "enablers")
        }
        lines.append(
            f"contents: [{{part: Example, sections: [{listed['sections']}], enablers: [{listed['enablers']}]}}]"
        )
    return own + "\n".join(lines) + "\n"


def _head(kind: str, stem: str, body: str) -> str:
    """The keys that every file must have, after the lines of the example, so that those keep their numbers."""
    missing = [key for key in _HEADS[kind] if not re.search(rf"^{key}:", body, re.MULTILINE)]
    values = {"title": stem.replace("-", " ").capitalize()}
    return "".join(f"{key}: {values.get(key, stem)}\n" for key in missing)
