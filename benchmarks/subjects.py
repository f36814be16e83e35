"""What is measured, each as a run that is prepared on a plan and then repeated.

The libraries are imported when a subject is prepared, so that each process holds only what it measures.
"""

import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

AS_OF = "2026-11-21"
Run = Callable[[], object]
Prepare = Callable[[Path], Run]


def _load(plan: Path) -> Run:
    """Read, parse, locate every key and value, validate."""
    from jfp_cli.loading import load  # noqa: PLC0415

    return lambda: load(plan)


def _load_crlf(plan: Path) -> Run:
    """The same with the line ends of Windows."""
    from jfp_cli.loading import load_texts  # noqa: PLC0415
    from jfp_cli.model.kinds import FOLDERS  # noqa: PLC0415
    from jfp_cli.source.folder import read_plan  # noqa: PLC0415

    def once() -> object:
        texts = read_plan(plan, FOLDERS)
        return load_texts(plan, [file._replace(text=(file.text or "").replace("\n", "\r\n")) for file in texts])

    return once


def _lint(plan: Path) -> Run:
    """Load, then every rule; the plan is kept, as it is by whoever shows what was found."""
    from jfp_cli.linting.engine import run  # noqa: PLC0415
    from jfp_cli.linting.registry import RULES  # noqa: PLC0415
    from jfp_cli.loading import load  # noqa: PLC0415

    def once() -> object:
        loaded = load(plan)
        return loaded, run(loaded, RULES, date.fromisoformat(AS_OF))

    return once


def _yaml(plan: Path) -> Run:
    """What loading is held against: PyYAML's own loader in C, over texts that were read beforehand."""
    import yaml  # noqa: PLC0415

    texts = [path.read_text(encoding="utf-8") for path in sorted(plan.rglob("*.yaml"))]
    return lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]


def _command(*arguments: str) -> Prepare:
    """A command as the console script runs it, from its arguments to the last line that it writes."""

    def prepare(plan: Path) -> Run:
        from jfp_cli.__main__ import run  # noqa: PLC0415

        def once() -> None:
            sys.argv = ["jfp", *arguments, "--plan", str(plan)]
            try:
                with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
                    run()
            except SystemExit as end:
                if end.code not in (0, 1):
                    raise

        return once

    return prepare


def forget() -> None:
    """Let go of the files, dates and figures that were read before: a run reads everything anew."""
    loaded = sys.modules.get("jfp_cli.loading.file_read")
    if loaded is not None:
        loaded.read_file.cache_clear()
    calendar = sys.modules.get("jfp_cli.values.calendar")
    if calendar is not None:
        calendar.read_date.cache_clear()
        calendar.read_figure.cache_clear()


YAML, LOADS = "CSafeLoader", ("load", "load of CRLF")
SUBJECTS: dict[str, Prepare] = {
    YAML: _yaml,
    "load": _load,
    "load of CRLF": _load_crlf,
    "overdue": _command("overdue", "--as-of", AS_OF),
    "lint": _lint,
    "render": _command("render", "--as-of", AS_OF),
}
"""What is measured on copies of the shipped plan."""

ON_MEASURES: dict[str, Prepare] = {"measures": _command("measures", "--as-of", AS_OF)}
"""What is measured on a plan with many readings, of which the shipped plan has none."""

ON_HISTORY: dict[str, Prepare] = {"slippage": _command("slippage"), "diff": _command("diff")}
"""What is measured on a plan in a repository of its own."""
