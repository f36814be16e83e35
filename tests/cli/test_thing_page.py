"""The page of `jfp show`: what entries are called, and the titles of what is named."""

from pathlib import Path

import pytest

from tests.cli.conftest import AS_OF, Jfp

ESTATES = """id: estates
title: Estates
duties: [14Z35]
facts:
  - {figure: £7m, what: Our share of the top-up, at: 2026/27}
commitments:
  - {commitment: Open two hubs, places: [north-town], due: March 2027}
strategies:
  - {title: Green Plan, years: 2022-2025}
pending:
  - {what: Figures for next year, by: March 2027}
"""


@pytest.mark.parametrize(
    ("thing", "lines"),
    [
        ("estates", ["- Our share of the top-up (figure: £7m; at: 2026/27)"]),
        ("estates", ["- Open two hubs (due: March 2027)", "  - north-town"]),
        ("estates", ["- Green Plan (years: 2022-2025)"]),
        ("estates", ["- Figures for next year (by: March 2027)"]),
        ("estates", ["- 14Z35: Reducing inequalities"]),
        ("patient-portal", ["- Half of specialties live (due: January 2026; status: complete)"]),
        ("elective-hub", ["- from: June 2025; to: September 2025; date: 2025-05-10; because: supplier delay"]),
        ("waiting-list-size", ["150,000 (at: April 2025)"]),
        ("waiting-list-size", ["133,000 (at: 2026-06"]),
        ("waiting-list-size", ["- 134,140 (due: March 2026)"]),
        ("planned-care", ["- elective-hub: Open the elective hub to patients (complete, due September 2025)"]),
    ],
)
def test_an_entry_is_called_by_what_it_says_and_not_by_its_date(
    thing: str, lines: list[str], jfp: Jfp, example: Path
) -> None:
    (example / "enablers" / "estates.yaml").write_text(ESTATES, encoding="utf-8")
    shown = jfp("show", thing, "--plan", example, *AS_OF).out
    for line in lines:
        assert line in shown
