"""Examples of faults as plans: a few lines of YAML that load by themselves.

An example is one file, or several with a line `--- sections/cancer.yaml` before each. A single file without such a
line is `milestones/example.yaml` where it begins with `milestones:`, else `sections/example.yaml`; the id and the title
of a file that has any keys may be left out. `--- plan.yaml` gives lines of plan.yaml that stand in for those of the
usual one. A first line `as of 2026-11-21` says on which day the example is looked at; without it that is 1 January
2026. A line that ends in `# <--` is one where the fault is found; such a line before a file means its first one.

Where a fault is what became of a plan, a line `--- before` begins what the plan said earlier, and a line `--- now` what
it says now; where two plans say different things, `--- one plan` and `--- another plan` begin what each of them says.

What no text can show is said after the file's name: `--- sections/cancer.yaml, saved as Windows-1252` has other bytes,
and `--- sections/cancer.yaml, a folder` is none.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from jfp_cli.loading.loader import Loaded, load_strings
from jfp_cli.model.kinds import FILE_KINDS, OF_FOLDER, Kind
from jfp_cli.model.plan import Plan
from jfp_cli.source.folder import PLAN_FILE

MARK = "# <--"
DAY = date(2026, 1, 1)
_FILE = re.compile(r"^--- (?P<name>[^\s,]+)(?:, (?P<said>[^#\n]*\S))?(?P<mark> +# <--)?\n", re.MULTILINE)
_SAVED = "saved as "
_OTHER = re.compile(r"^--- (?:before|one plan)\n", re.MULTILINE)
_THIS = re.compile(r"^--- (?:now|another plan)\n", re.MULTILINE)
_AS_OF = re.compile(r"\A\n*as of (\d{4}-\d{2}-\d{2})\n")
_HAS_KEYS = re.compile(r"^[^\s#].*:", re.MULTILINE)
_PLAN = {
    "title": "title: Example plan",
    "organisation": "organisation: Example board",
    "period": "period: {start: 2025-04-01, end: 2030-03-31}",
    "planning_periods": "planning_periods: [2025-26, 2026-30]",
}


@dataclass(frozen=True)
class Example:
    """Its files by name, of which a folder has no bytes, its day, and the lines where findings are expected.

    `before` is what the plan said earlier, or what another one says, where that is told.
    """

    files: dict[str, bytes | None]
    day: date
    marked: tuple[tuple[str, int], ...]
    before: "Example | None" = None

    @cached_property
    def loaded(self) -> Loaded:
        """The example as a plan in memory, of the files that hold text."""
        return load_strings({name: body.decode() for name, body in self.files.items() if body is not None})

    @property
    def plan_before(self) -> Plan | None:
        """What the plan was earlier, where that is told."""
        return self.before.loaded.plan if self.before else None


def read_example(text: str) -> Example:
    """Read an example as `bad` and `good` of a fault give it."""
    day = _AS_OF.match(text)
    text = text[day.end() :] if day else text
    this = _THIS.search(text)
    parts = _FILE.split(text[this.end() :] if this else text)
    first, names = parts[0], parts[1::4]
    bodies = dict(zip(names, parts[4::4], strict=True))
    nature = dict(zip(names, parts[2::4], strict=True))
    marked = [(name, 1) for name, mark in zip(names, parts[3::4], strict=True) if mark]
    if first.strip():
        folder = "milestones" if first.lstrip().startswith("milestones:") else "sections"
        bodies[f"{folder}/example.yaml"] = first.lstrip("\n")
    marked += [
        (name, number)
        for name, body in bodies.items()
        for number, line in enumerate(body.splitlines(), 1)
        if line.rstrip().endswith(MARK)
    ]
    files = {name: _bytes(body + _head(name, body), nature.get(name)) for name, body in bodies.items()}
    files[PLAN_FILE] = _plan(bodies).encode()
    other = read_example(_OTHER.sub("", text[: this.start()], count=1)) if this else None
    return Example(files, date.fromisoformat(day[1]) if day else DAY, tuple(marked), other)


def _bytes(body: str, nature: str | None) -> bytes | None:
    """What stands in a file; nothing where it is a folder."""
    if nature is None or nature.startswith(_SAVED):
        return body.encode(nature.removeprefix(_SAVED) if nature else "utf-8")
    return None


def _plan(bodies: dict[str, str]) -> str:
    """plan.yaml: the lines of the example first, so that they keep their numbers, then what they leave out."""
    own = bodies.get(PLAN_FILE, "")
    lines = [line for key, line in _PLAN.items() if not _has(own, key)]
    if not _has(own, "contents"):
        listed = ", ".join(_listed(kind, bodies) for kind in FILE_KINDS if kind.listed)
        lines.append(f"contents: [{{part: Example, {listed}}}]")
    return own + "\n".join(lines) + "\n"


def _listed(kind: Kind, bodies: dict[str, str]) -> str:
    """A line of the contents with all files of a kind."""
    names = (PurePosixPath(name).stem for name in bodies if name.startswith(f"{kind.folder}/"))
    return f"{kind.name}: [{', '.join(names)}]"


def _head(name: str, body: str) -> str:
    """The keys that every file must have, after the lines of the example, so that those keep their numbers."""
    path = PurePosixPath(name)
    kind = OF_FOLDER.get(path.parts[0])
    if kind is None or not _HAS_KEYS.search(body):
        return ""
    values = {kind.id_key: path.stem, kind.title: path.stem.replace("-", " ").capitalize()}
    return "".join(f"{key}: {value}\n" for key, value in values.items() if key and not _has(body, key))


def _has(body: str, key: str) -> bool:
    return re.search(rf"^{key}:", body, re.MULTILINE) is not None
