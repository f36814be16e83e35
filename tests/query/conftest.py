"""The example plan, loaded once: nothing of it can change."""

import pytest

from jfp_cli.model.plan import Plan
from tests.conftest import EXAMPLE
from tests.query.building import plan_of


@pytest.fixture(scope="session")
def plan() -> Plan:
    return plan_of(EXAMPLE)
