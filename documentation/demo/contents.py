"""What the demo site holds: each file with the command that writes it.

The shipped plan is shown as the public sees it, and every command checks that before it writes. What is for internal
readers by its nature is shown of a council's plan that is invented, or of several together.
"""

from typing import NamedTuple

_OF_SHIPPED, _OF_INVENTED = "--plan plan", "--plan tests/borough/plan"


class File(NamedTuple):
    """A file of the site: its name, what it is called, a sentence on it, and the words after `jfp` that write it."""

    name: str
    title: str
    about: str
    command: str


class Chapter(NamedTuple):
    """Files that belong together, under a heading, with a sentence on what they are made of."""

    title: str
    about: str
    files: tuple[File, ...]


def _rendered(name: str, of: str, title: str, about: str) -> File:
    """A report that is checked before it is written; its name says which, and the format."""
    report, _, form = name.partition(".")
    return File(name, title, about, f"render {report} --format {form} {of} --check")


CHAPTERS = (
    Chapter(
        "A joint forward plan",
        "The real one of Hertfordshire and West Essex, as the public sees it.",
        (
            _rendered("plan.html", _OF_SHIPPED, "The plan", "One page that needs no network and no script."),
            _rendered("plan.pdf", _OF_SHIPPED, "The plan as PDF", "Tagged, with contents and page numbers."),
            _rendered("plan.docx", _OF_SHIPPED, "The plan as a Word document", "For whoever goes on writing in it."),
            _rendered("plan.md", _OF_SHIPPED, "The plan as Markdown", "For wikis and repositories."),
            _rendered("overdue.html", _OF_SHIPPED, "What is overdue", "Every promise whose date has passed."),
            _rendered("overdue.pdf", _OF_SHIPPED, "What is overdue, as PDF", "The same, to print."),
            _rendered("overdue.docx", _OF_SHIPPED, "What is overdue, as a Word document", "The same, to write in."),
            _rendered("overdue.md", _OF_SHIPPED, "What is overdue, as Markdown", "The same, for wikis."),
            _rendered("annual.html", _OF_SHIPPED, "The annual report", "What the last financial year brought."),
        ),
    ),
    Chapter(
        "What a board and its programmes work with",
        "For internal readers, so of a plan that is invented: that of Eastmere Borough Council.",
        (
            File(
                "board.html", "The board paper", "What came about, and what to discuss.", f"render board {_OF_INVENTED}"
            ),
            File("eastmere.xlsx", "The workbook", "To report in, and to take back.", f"export xlsx {_OF_INVENTED}"),
            File("eastmere.ics", "The calendar", "What falls due, for any calendar.", f"export ics {_OF_INVENTED}"),
            File("eastmere.json", "The plan for programs", "All of it, in one file.", f"export json {_OF_INVENTED}"),
        ),
    ),
    Chapter(
        "Several plans as one",
        "For internal readers too: the shipped plan, which names nobody, and two that are invented.",
        (
            File(
                "portfolio.html",
                "Three plans",
                "What each promised, and what became of it.",
                "render portfolio --portfolio documentation/demo/portfolio.yaml",
            ),
        ),
    ),
)
