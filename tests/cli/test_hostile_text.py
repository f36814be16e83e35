"""Text of a plan is shown and never obeyed: by a terminal, a spreadsheet or a page."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from jfp_cli.cli.console.output import cell, markdown
from jfp_cli.values.text import safe
from tests.cli.conftest import AS_OF, Jfp
from tests.conftest import ChangePlan

# As a plan file may hold them: escapes of YAML for a colour, a bell, one-byte codes of a terminal, turned text.
HOSTILE = r'"\e[31mred \a\x9b2J \x85 \u202eturned\u2066 \u200f \x7f end"'
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
QUESTIONS = [
    ("overdue", *AS_OF),
    ("milestones", *AS_OF),
    ("targets", *AS_OF),
    ("search", "turned"),
    ("show", "endoscopy-unit"),
    ("show", "plan"),
    ("show", "north-town"),
    ("show", "elective-care"),
    ("status", *AS_OF),
    ("index",),
    ("coverage",),
]


@pytest.fixture
def hostile(change: ChangePlan) -> Path:
    change("plan.yaml", "title: Example Joint Forward Plan", f"title: {HOSTILE}")
    change("plan.yaml", "north-town: North Town", f"north-town: {HOSTILE}")
    change("sections/elective-care.yaml", "title: Elective care recovery", f"title: {HOSTILE}")
    change("sections/elective-care.yaml", "statement: A smaller elective waiting list", f"statement: {HOSTILE}")
    change("milestones/planned-care.yaml", "title: Planned care", f"title: {HOSTILE}")
    change("milestones/planned-care.yaml", "status: at_risk\n    owner: Planned care lead", f"owner: {HOSTILE}")
    return change("milestones/planned-care.yaml", "Open the endoscopy unit", HOSTILE)


@pytest.mark.parametrize("form", ["table", "csv", "markdown", "json"])
@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_no_code_that_a_terminal_obeys_is_ever_written(
    jfp: Jfp, hostile: Path, question: tuple[str, ...], form: str
) -> None:
    found = jfp(*question, "--plan", hostile, "--format", form)
    assert found.code == 0
    assert not RAW.search(found.out.replace("\n", ""))
    if form == "json":
        json.loads(found.out)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_nor_at_a_terminal_but_for_its_own_colours(screen: Jfp, hostile: Path, question: tuple[str, ...]) -> None:
    shown = screen(*question, "--plan", hostile).out
    assert not RAW.search(re.sub(r"\x1b\[(1|3[1236]|0)m", "", shown).replace("\n", ""))
    assert "\x1b[31mred" not in shown


def test_json_says_what_stands_there_in_escapes(jfp: Jfp, hostile: Path) -> None:
    found = jfp("overdue", *AS_OF, "--plan", hostile, "--text", "endoscopy-unit", "--format", "json")
    [row] = json.loads(found.out)
    assert row["activity"] == "\x1b[31mred \x07\x9b2J \x85 \u202eturned\u2066 \u200f \x7f end"
    assert r"\u001b[31mred \u0007\u009b2J \u0085 \u202eturned\u2066 \u200f \u007f end" in found.out


def test_messages_about_the_plan_are_as_safe(jfp: Jfp, hostile: Path) -> None:
    found = jfp("overdue", "--owner", "red turned", "--plan", hostile)
    assert found.code == 2
    assert "turned" in found.err
    assert not RAW.search(found.err.replace("\n", ""))


@pytest.mark.skipif("os.name == 'nt'", reason="Windows has no such file names")
def test_a_file_whose_name_holds_codes_is_named_without_them(jfp: Jfp, example: Path) -> None:
    (example / "milestones" / "x\x1b[31m.yaml").write_text("area: x\n", encoding="utf-8")
    for command in ("overdue", "validate"):
        found = jfp(command, "--plan", example)
        assert found.code == 1
        assert not RAW.search((found.out + found.err).replace("\n", ""))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("- a point", "'- a point"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("-5%", "-5%"),
        ("+2 percentage points", "+2 percentage points"),
        ("-£3,309", "-£3,309"),
        ("+1.5", "+1.5"),
        ("1=1", "1=1"),
        ("plain, with a comma", "plain, with a comma"),
        ('with a "quote"', 'with a "quote"'),
    ],
)
def test_no_cell_of_csv_is_a_formula(jfp: Jfp, change: ChangePlan, typed: str, shown: str) -> None:
    quoted = "'" + typed.replace("'", "''") + "'"
    folder = change("milestones/planned-care.yaml", "Open the endoscopy unit", quoted)
    text = jfp("overdue", *AS_OF, "--plan", folder, "--status", "at_risk", "--format", "csv").out
    [row] = csv.DictReader(io.StringIO(text))
    assert row["activity"] == shown


def test_a_long_signed_text_is_judged_at_once() -> None:
    text = "+1" + "a " * 50_000 + "!"
    assert cell(text) == text
    assert safe(text).endswith("!")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", r"a \| b"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("R&D", "R&D"),
        ("R&amp;D", r"R\&amp;D"),
        ("*bold* _and_ `code`", r"\*bold\* \_and\_ \`code\`"),
        ("[link](http://x)", r"\[link\](<http://x>)"),
        (r"a \| b", r"a \\\| b"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_shows_text_as_it_stands(text: str, shown: str) -> None:
    assert markdown(text) == shown


def test_a_markdown_table_keeps_its_cells_apart(jfp: Jfp, change: ChangePlan) -> None:
    folder = change("milestones/planned-care.yaml", "Open the endoscopy unit", "'a | b <b>c</b>'")
    text = jfp("overdue", *AS_OF, "--plan", folder, "--status", "at_risk", "--format", "markdown").out
    assert text.splitlines()[-1] == (
        r"| 356 | Autumn 2025 | endoscopy-unit | a \| b \<b>c\</b> | at risk | planned-care | Planned care lead |"
    )
