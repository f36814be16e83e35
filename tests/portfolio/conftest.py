"""Two made-up plans and a portfolio of them; a third that cannot be read."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, ROOT

TEXT = """title: Two plans
plans: {example: example/plan, eastmere: eastmere/plan}
groups: {all: [example, eastmere], coast: [eastmere]}
same:
  areas: [[example:planned-care, eastmere:adults]]
"""
Write = Callable[[str], Path]


def copied(home: Path, plan: str, names: Iterable[str]) -> str:
    """The lines of a portfolio that name copies of a plan, each in a folder of its own."""
    for name in names:
        shutil.copytree(home / plan, home / name)
    return "plans:\n" + "".join(f"  {name}: {name}\n" for name in names)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "example" / "plan")
    shutil.copytree(ROOT / "tests" / "borough" / "plan", tmp_path / "eastmere" / "plan")
    (tmp_path / "portfolio.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def portfolio(folder: Path) -> Path:
    return folder / "portfolio.yaml"


@pytest.fixture
def write(portfolio: Path) -> Write:
    """Write another portfolio.yaml; its path comes back."""

    def apply(text: str) -> Path:
        portfolio.write_text(text, encoding="utf-8")
        return portfolio

    return apply
