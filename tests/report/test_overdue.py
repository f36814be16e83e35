"""The report of what is overdue."""

import pytest

from tests.conftest import ChangePlan
from tests.report.pages import FORMS, page


@pytest.mark.parametrize("form", FORMS)
def test_who_works_with_the_plan_sees_when_what_is_late_is_expected(change: ChangePlan, form: str) -> None:
    folder = change("milestones/planned-care.yaml", "status: at_risk\n", "status: at_risk\n    forecast: May 2027\n")
    assert "expected May 2027" in page(folder, "overdue", form, "internal")
    assert "May 2027" not in page(folder, "overdue", form)
