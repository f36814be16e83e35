"""A council's plan with readings, moves and organisations, as it is exported."""

from datetime import date

import pytest

from jfp_cli.exchange.data.table import Exported
from jfp_cli.loading import load
from tests.conftest import ROOT

BOROUGH = ROOT / "tests" / "borough" / "plan"
DAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def borough() -> Exported:
    loaded = load(BOROUGH)
    assert loaded.plan is not None
    finding = {"code": "JFP301", "name": "overdue", "severity": "warning", "message": "late", "help": "report on it"}
    return Exported("eastmere", "current", loaded.plan, DAY, loaded.sources.span, [finding | {"group": None}])
