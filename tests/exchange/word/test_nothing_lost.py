"""Whatever a document is made of, in whatever order: a valid plan comes of it, and no letter is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jfp_cli.exchange.word.blocks import Block, Cell, Line, Table
from jfp_cli.exchange.word.importing import Asked, plan_of
from jfp_cli.exchange.word.markers import clean
from tests.exchange.word.imported import lost_of, plan_in

FIELD = (
    *(
        "What we will do",
        "How will we know:",
        "We will have:",
        "Our ambition",
        "Key milestones",
        "Glossary",
        "Foreword",
    ),
    *("2025/26", "Year 1", "Years 3-5", "March 2026", "Q4", "By 2030 we will have:", "April 2025 to March 2026", "TBC"),
    *("Area", "Action", "Owner", "Due", "RAG", "Lead", "Progress indicators", "Baseline", "Target", "Term", "Meaning"),
    *("Green", "Complete", "Elective care", "Reduce waits to 18 weeks by March 2027", "5%", "Ongoing", "Wold Trust"),
    *(
        "a: b",
        "# hash",
        "'quoted'",
        '"double"',
        "no",
        "12:30",
        "{a: b}",
        "[x]",
        "- item",
        "!tag &a *b",
        "...",
        "> fold",
    ),
    *("key: value: more", "con", "(to be updated in May 2026)", "What residents say", "Challenges", "Objective"),
)
TEXT = st.lists(st.sampled_from(FIELD) | st.text(max_size=12), max_size=3).map(lambda words: clean(" ".join(words)))


@st.composite
def lines(draw: st.DrawFn, where: str) -> Line:
    text = draw(TEXT)
    return Line(
        text,
        where,
        level=draw(st.sampled_from((0, 0, 0, 1, 2, 3))) if where.startswith("paragraph") else 0,
        number=draw(st.sampled_from(("", "", "1", "1.2"))),
        is_item=draw(st.booleans()),
        bold=draw(st.sampled_from((0, 3, len(text)))),
        size=draw(st.sampled_from((0, 22, 28))),
    )


@st.composite
def tables(draw: st.DrawFn, where: str) -> Table:
    width = draw(st.integers(1, 4))
    cells = st.lists(lines(where), max_size=4).map(lambda found: Cell(tuple(found)))
    rows = draw(st.lists(st.lists(cells, min_size=width, max_size=width), max_size=4))
    return Table(tuple(map(tuple, rows)), where, is_ragged=draw(st.booleans()))


@st.composite
def documents(draw: st.DrawFn) -> list[Block]:
    found: list[Block] = []
    for number, is_table in enumerate(draw(st.lists(st.booleans(), min_size=1, max_size=12)), 1):
        if is_table:
            found.append(draw(tables(f"table {number}, row 1, column 1")))
        else:
            found.append(draw(lines(f"paragraph {number}")))
    return found


@settings(max_examples=60, deadline=None)
@given(documents())
def test_a_valid_plan_comes_of_any_document_and_no_letter_is_lost(blocks: list[Block]) -> None:
    first = Line("Wold Joint Forward Plan 2025-30", "paragraph 0", kind="title")
    made = plan_of([first, *blocks], Asked("plan.docx"))
    assert plan_in(made).settings.title == first.text
    assert lost_of([first, *blocks], made) == []
