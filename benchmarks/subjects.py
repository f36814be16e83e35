"""What is measured, each as a run that is prepared on a plan and then repeated."""

import os
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

AS_OF = "2026-11-21"
Run = Callable[[], object]
Prepare = Callable[[Path], Run]


def _load(plan: Path) -> Run:
    """Read, parse, locate every key and value, validate."""
    from jfp_cli.load import load  # noqa: PLC0415 - only the process that measures it imports it

    return lambda: load(plan)


def _yaml(plan: Path) -> Run:
    """What loading is held against: PyYAML's own loader in C, over texts that were read beforehand."""
    import yaml  # noqa: PLC0415 - only the process that measures it imports it

    texts = [path.read_text(encoding="utf-8") for path in sorted(plan.rglob("*.yaml"))]
    return lambda: [yaml.load(text, Loader=yaml.CSafeLoader) for text in texts]


def _command(*arguments: str) -> Prepare:
    """A command from its arguments to the last line that it writes."""

    def prepare(plan: Path) -> Run:
        from jfp_cli.cli.door import main  # noqa: PLC0415 - only the process that measures it imports it

        def run() -> None:
            with open(os.devnull, "w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
                code = main([*arguments, "--plan", str(plan)])
            if code > 1:
                raise RuntimeError(f"jfp {' '.join(arguments)} ended with {code}")

        return run

    return prepare


YAML = "CSafeLoader"
SUBJECTS: dict[str, Prepare] = {
    YAML: _yaml,
    "load": _load,
    "overdue": _command("overdue", "--as-of", AS_OF),
}
