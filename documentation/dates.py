"""The page of dates: how planners write them, and what `jfp` reads, worked out as the page is made."""

from datetime import date

from documentation import markdown as md
from jfp_cli.values.dates import DateError, PlanDate

APRIL = 4
STARTS = date(2025, 4, 1)
WRITTEN = {
    "Days": ("31 January 2025", "31 Jan 2025", "31/01/2025", "2025-01-31", "Friday 31st January 2025"),
    "Months": ("March 2026", "Mar 2026", "2026-03", "March to June 2026", "April & May 2026"),
    "Parts of a month or a year": (
        "early June 2025",
        "mid June 2025",
        "late June 2025",
        "end of June 2025",
        "first week of June 2025",
        "w/c 2 June 2025",
        "mid-2025",
    ),
    "Seasons": ("Spring 2025", "Summer 2025", "Autumn 2025", "Autumn 2025/26", "Winter 2025/26", "Easter 2026"),
    "Quarters, halves and years": (
        "Q3 2025/26",
        "2025/26 (Quarter 3)",
        "Q3/4 2025/26",
        "H1 2025/26",
        "M6 2025/26",
        "Autumn term 2025",
        "2025-W10",
        "AY 2025/26",
        "2025 to 26",
        "2025-26",
        "2025/26",
        "end of 2025/26",
        "2026-30",
        "2025",
        "year 2",
        "year 1 (2025/26)",
    ),
    "From one to another, and without an end": (
        "April to June 2025",
        "April 2026 to March 2027",
        "April 2026 onwards",
        "after April 2026",
        "in time for April 2026",
    ),
    "Words that change nothing": ("by March 2026", "in March 2026", "no later than March 2026", "during 2025/26"),
}
REFUSED = (
    "Q3 2025",
    "FY26",
    "TBC",
    "as soon as possible",
    "ongoing",
    "31 June 2025",
    "Septmber 2025",
    "next spring",
    "Q3 FY25",
)


def page() -> str:
    """Dates that are read, each with its first and last day, and dates that are not, each with what to write."""
    parts = [
        f"## {group}\n\n{md.table(['Written', 'First day', 'Last day'], map(_read, texts))}"
        for group, texts in WRITTEN.items()
    ]
    return md.page(
        "Dates",
        "A date is written as planners say it, and stands for a first and a last day. It is overdue once its last day "
        "has passed: on the last day itself it is not. The plan of these examples starts on 1 April 2025, and its "
        "financial years in April, which `year_starts` in `plan.yaml` changes.",
        *parts,
        "## What is refused",
        md.table(["Written", "What jfp says"], map(_refused, REFUSED)),
    )


def _read(written: str) -> tuple[str, str, str]:
    meant = PlanDate.parse(written, APRIL, STARTS)
    return md.code(written), day(meant.first), day(meant.last) if meant.last else "open: never overdue"


def _refused(written: str) -> tuple[str, str]:
    try:
        PlanDate.parse(written, APRIL, STARTS)
    except DateError as error:
        return md.code(written), md.text(error)
    raise ValueError(f"{written} is a date by now: show it among those that are read")


def day(shown: date) -> str:
    """A day as the plan's pages write it."""
    return f"{shown.day} {shown:%B %Y}"
