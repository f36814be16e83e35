"""The Word document that the tutorials begin with: the plan of a board that there is not, as boards write theirs."""

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as Word

SAMPLE = Path(__file__).resolve().parents[1] / "docs" / "tutorials" / "north-town.docx"
WORK = ("Workstream", "2025/26", "2026-30", "Progress indicators")
DATES = ("Area", "Milestone", "By when", "Lead")
MILESTONES = (
    ("Planned care", "Send a reminder before every first appointment", "March 2026", "Planned care lead"),
    ("Planned care", "Open evening clinics in the market square", "September 2028", "Planned care lead"),
    ("Cancer", "Offer a test at home to everybody over 50", "Autumn 2025", "Cancer lead"),
    ("Cancer", "Open the second scanner", "March 2029", "Cancer lead"),
    ("Cancer", "Train the nurses of both hospitals", "once funded", ""),
)


def write(path: Path) -> None:
    """Write the document."""
    made = Document()
    made.add_heading("North Town Integrated Care Board: Joint Forward Plan 2025-30", 0)
    made.add_heading("Our priorities", 1)
    made.add_heading("1.1 Shorter waits", 2)
    made.add_heading("Challenges", 3)
    made.add_paragraph("Waits are longest where people are poorest", "List Bullet")
    made.add_heading("What will we do", 3)
    _table(
        made,
        WORK,
        (
            (
                "First appointments",
                "Send reminders before appointments\nAnswer every referral within a week by December 2025",
                "Offer one-stop clinics",
                "Fewer missed appointments",
            ),
        ),
    )
    made.add_heading("How will we know", 3)
    made.add_paragraph(
        "Fewer people wait more than 18 weeks, from 42% in April 2025 to 30% by March 2028", "List Bullet"
    )
    made.add_paragraph("People tell us that waiting is easier to bear", "List Bullet")
    made.add_heading("1.2 Cancer found early", 2)
    made.add_heading("What will we do", 3)
    _table(
        made,
        WORK,
        (("Tests near home", "Offer a test at home", "Bring scans to the high street", "More people take the test"),),
    )
    made.add_heading("How will we know", 3)
    made.add_paragraph("At least 75% of cancers found at stage 1 or 2 by March 2029", "List Bullet")
    made.add_heading("Key milestones", 1)
    _table(made, DATES, MILESTONES)
    made.save(str(path))


def _table(made: Word, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = made.add_table(rows=0, cols=len(heads), style="Table Grid")
    for texts in (heads, *rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text


if __name__ == "__main__":
    write(SAMPLE)
