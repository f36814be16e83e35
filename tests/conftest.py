"""Plans for tests: a small example that can be changed, and the shipped one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = Path(__file__).resolve().parent / "example" / "plan"
SHIPPED = ROOT / "plan"
CONFORMANCE = ROOT.parent / "shared" / "conformance"

ChangePlan = Callable[..., Path]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example plan's folder, free to change."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "plan"))


@pytest.fixture
def change(example: Path) -> ChangePlan:
    """Change the example: `change("sections/elective-care.yaml", old, new)` replaces a text that must be there once.

    With a text or bytes alone the whole file is written anew; the plan folder comes back.
    """

    def apply(name: str, old: str | bytes, new: str | None = None) -> Path:
        path = example / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(old, bytes):
            path.write_bytes(old)
        elif new is None:
            path.write_text(old, encoding="utf-8", newline="")
        else:
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            path.write_text(text.replace(old, new), encoding="utf-8", newline="")
        return example

    return apply
