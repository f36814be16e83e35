"""A planner with the example plan in a repository of their own."""

from pathlib import Path

import pytest

from tests.history.repository import Planner


@pytest.fixture
def planner(example: Path) -> Planner:
    """The example as the only commit of a repository, of 1 April 2025."""
    return Planner(example)
