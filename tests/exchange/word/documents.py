"""Published plans of boards that do not exist, as Word documents laid out in ways that have little in common."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import Pt

Rows = Sequence[Sequence[str]]


def saved(document: Any) -> bytes:
    """The bytes of a document."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def put_table(document: Any, rows: Rows, merged: Sequence[tuple[int, int, int, int]] = ()) -> Any:
    """A table with the text of each cell, a paragraph for each of its lines; `merged` are corners of merged cells."""
    table = document.add_table(len(rows), max(map(len, rows)))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            cell = table.cell(row, column)
            first, *more = text.split("\n")
            put_line(cell.paragraphs[0], first)
            for line in more:
                put_line(cell.add_paragraph(), line)
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    return table


def put_line(paragraph: Any, text: str) -> None:
    """A line of a cell; what begins with a sign is an entry of a list."""
    if text.startswith("* "):
        paragraph.style = "List Bullet"
    paragraph.add_run(text.removeprefix("* "))


def bold(document: Any, text: str, size: int = 11) -> None:
    """A line that only looks like a heading."""
    run = document.add_paragraph().add_run(text)
    run.bold, run.font.size = True, Pt(size)


def listed(document: Any, texts: Sequence[str], style: str = "List Bullet") -> None:
    """A list."""
    for text in texts:
        document.add_paragraph(text, style=style)


def bold_lines() -> bytes:
    """No style of a heading anywhere: bold lines, typed numbers, years counted from the first, columns in any order."""
    document = Document()
    bold(document, "Fenland and Wash Integrated Care Board", 14)
    bold(document, "Our five-year joint forward plan, April 2026 to March 2031 (2026-31)", 20)
    document.add_paragraph(
        "This plan says what we will do for the people of the fens in the next five years, and by when."
    )
    bold(document, "1. What matters most", 16)
    bold(document, "1.1 Planned operations", 13)
    document.add_paragraph("Too many people wait too long for an operation in our hospitals.")
    bold(document, "What we will do")
    put_table(
        document,
        [
            ["Programme", "Year 1", "Year 2", "Years 3-5", "How we will measure it"],
            [
                "Surgical hubs",
                "Open a hub in Wisbech\nRecruit 12 theatre staff",
                "Open a second hub by June 2027",
                "Run both hubs six days a week",
                "1,200 more operations a year",
            ],
            [
                "Clinics",
                "Send reminders to everyone",
                "",
                "* Move follow-up online\n* Close paper diaries",
                "Missed appointments under 5%",
            ],
        ],
    )
    bold(document, "What success will look like")
    listed(
        document,
        [
            "Nobody waits more than 52 weeks",
            "Cut the waiting list from 48,000 to 31,500 by March 2029",
            "Patients tell us that they were kept informed",
        ],
    )
    bold(document, "Milestones")
    put_table(
        document,
        [
            ["Lead", "Deliverable", "Status", "By when"],
            ["Director of Surgery", "Hub in Wisbech opens", "On track", "30 September 2026"],
            ["Wash Hospitals NHS Trust", "Second hub opens", "Not started", "June 2027"],
            ["Chief Information Officer", "One booking system", "Amber", "Q4 2027/28"],
            ["", "Patient panel set up", "Complete", "TBC"],
        ],
    )
    bold(document, "1.2 Living well at home", 13)
    bold(document, "What we will do")
    put_table(
        document,
        [
            ["Year 1", "Year 2", "Years 3-5"],
            ["Falls: train 40 carers in every district", "Offer checks to everyone over 75", "Review what worked"],
        ],
    )
    bold(document, "What success will look like")
    listed(document, ["Reduce falls by 10% by March 2029", "More people die where they choose"])
    bold(document, "2. What makes it possible", 16)
    bold(document, "2.1 Our people", 13)
    bold(document, "What our staff say")
    document.add_paragraph("Staff survey of 2025, answered by 3,400 people")
    listed(document, ["Six in ten would recommend us as a place to work", "Rotas come out too late"])
    bold(document, "What we will do")
    put_table(document, [["Year 1", "Years 2-5"], ["Rotas: publish rotas six weeks ahead", "Halve agency shifts"]])
    return saved(document)


def project_cards() -> bytes:
    """Headings by style, a table for each project with a title across it and heads of its own, cells over many rows."""
    document = Document()
    document.add_heading("Moorland Health and Care Plan 2027/28 to 2031/32", 0)
    document.add_heading("Foreword", 1)
    document.add_paragraph("Moorland Integrated Care Board and its partners have written this plan together.")
    document.add_heading("Urgent care", 1)
    document.add_heading("The challenge", 2)
    document.add_paragraph("Ambulances wait outside our hospitals for an hour on average.")
    document.add_heading("Projects", 2)
    table = put_table(
        document,
        [
            ["Project 1: Call before convey", "", "", ""],
            ["Action", "Owner", "RAG", "Due"],
            ["Agree the clinical model", "Medical director", "Green", "31/05/2027"],
            ["Train 300 paramedics", "Moorland Ambulance Trust", "", "Autumn 2027"],
        ],
        [(0, 0, 0, 3)],
    )
    assert table is not None
    document.add_paragraph()
    put_table(
        document,
        [
            ["Project 2: Virtual wards", "", "", ""],
            ["Timescale", "Milestone", "Responsible", "Progress"],
            ["2027/28 Q3", "First 40 beds open", "Community director", "Completed"],
            ["March 2029", "120 beds open", "Community director", "Staff are being found in two districts"],
        ],
        [(0, 0, 0, 3), (2, 2, 3, 2)],
    )
    document.add_heading("How we will know", 2)
    put_table(
        document,
        [
            ["Measure", "Baseline", "2027/28", "2029/30", "2031/32"],
            ["Average ambulance handover", "58 minutes", "40 minutes", "30 minutes", "15 minutes"],
            ["People cared for on virtual wards each month", "0", "160", "320", "480"],
        ],
    )
    document.add_heading("Children", 1)
    document.add_heading("Our ambition", 2)
    document.add_paragraph("Every child on the moor starts school ready to learn.")
    document.add_heading("What we heard", 2)
    document.add_paragraph("Parents at eleven family hubs, spring 2026")
    listed(document, ["Speech therapy is too far away", "Letters are hard to understand"])
    document.add_heading("Projects", 2)
    put_table(
        document,
        [
            ["Project", "Speech in nurseries"],
            ["Lead", "Head of therapies"],
            ["Deliverables", "Therapists visit all 64 nurseries"],
            ["Deadline", "July 2028"],
        ],
    )
    document.add_heading("Glossary", 1)
    put_table(
        document,
        [["Abbreviation", "Meaning"], ["MICB", "Moorland Integrated Care Board"], ["UEC", "Urgent and emergency care"]],
    )
    return saved(document)


def numbered_lists() -> bytes:
    """Hardly a table: headings by style, lists under years, numbered promises, dates before and behind the words."""
    document = Document()
    document.add_heading("Severn Vale Joint Forward Plan", 0)
    document.add_paragraph("Severn Vale ICB, published in April 2026")
    document.add_heading("Part one: Staying healthy", 1)
    document.add_heading("Stopping smoking", 2)
    document.add_paragraph(
        "Smoking takes ten years from the life of a smoker, and one adult in seven smokes in the vale."
    )
    document.add_heading("Why this matters", 3)
    listed(document, ["Most smokers want to stop", "Help is hard to find outside the towns"])
    document.add_heading("In 2026/27 we will:", 3)
    listed(document, ["Offer help in every hospital ward", "Train pharmacists in 30 villages"], "List Number")
    document.add_heading("In 2027/28 we will:", 3)
    listed(document, ["Reach every pregnant smoker"], "List Number")
    document.add_heading("By 2031 we will have:", 3)
    listed(
        document,
        [
            "Fewer than 5% of adults smoking",
            "Smoking in pregnancy down by a half",
            "Increased quits to at least 2,400 a year by March 2030",
        ],
        "List Number",
    )
    document.add_heading("Key dates", 3)
    listed(
        document,
        [
            "June 2026: ward advisers in post",
            "Village pharmacies trained \N{EN DASH} December 2026",
            "Stop smoking app live by Spring 2027",
        ],
    )
    document.add_heading("Moving more", 2)
    document.add_paragraph('This helps with the priority of the integrated care strategy "Healthy for longer".')
    document.add_heading("In 2026/27 we will:", 3)
    listed(document, ["Open four walking routes"], "List Number")
    document.add_heading("Part two: Getting help", 1)
    document.add_heading("General practice", 2)
    document.add_paragraph("(to be updated in May 2026)")
    document.add_heading("In 2026/27 we will:", 3)
    listed(document, ["Answer nine in ten calls within five minutes"], "List Number")
    document.add_heading("What patients tell us", 3)
    document.add_paragraph("It takes too long to get through on the telephone.")
    return saved(document)
