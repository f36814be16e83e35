"""What a person sees: at a terminal of a width, through a pipe, and where text is hard to show."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping

import pytest

from jfp_cli.cli.console.terminal import room_of
from tests.borough.test_borough import PLAN as BOROUGH
from tests.cli.conftest import AS_OF, SECONDS, Jfp, colourless, environment
from tests.conftest import EXAMPLE, ROOT, SHIPPED, ChangePlan

OVERDUE = ("overdue", "--kind", "milestone", *AS_OF)


def ids_in(text: str, ids: list[str]) -> list[str]:
    return [name for name in ids if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]


@pytest.fixture(scope="module")
def shipped_ids() -> list[str]:
    return re.findall(
        r"^  - id: (\S+)", "".join(path.read_text("utf-8") for path in (SHIPPED / "milestones").iterdir()), re.MULTILINE
    )


def test_overdue_fits_80_columns_and_cuts_no_id(terminal: Jfp, process: Jfp, shipped_ids: list[str]) -> None:
    found = terminal(*OVERDUE, columns=80)
    shown = colourless(found.out)
    assert found.code == 0
    assert max(map(room_of, shown.splitlines())) <= 80
    assert "\x1b" not in shown
    overdue = ids_in(process(*OVERDUE).out, shipped_ids)
    assert len(overdue) == 76
    assert ids_in(shown, shipped_ids) == overdue
    header, *rows = shown.splitlines()
    assert header.split() == ["Days", "Due", "Promise", "Activity"]
    assert len(rows) == 76 + 2
    assert rows[0].split()[:4] == ["874", "June", "2024", "access-to-the-stack"]


def test_overdue_at_40_columns_still_has_every_id_whole(terminal: Jfp, shipped_ids: list[str]) -> None:
    shown = colourless(terminal(*OVERDUE, columns=40).out)
    assert max(map(room_of, shown.splitlines())) <= 40
    assert len(ids_in(shown, shipped_ids)) == 76
    assert shown.startswith("access-to-the-stack\n  Days 874  Due June 2024\n  Pass low-acuity calls")


def test_at_80_columns_what_is_named_by_its_address_still_says_what_it_is(screen: Jfp) -> None:
    shown = colourless(screen("overdue", *AS_OF, "--plan", BOROUGH, "--place", "northgate", columns=80).out)
    assert "milestones/licensing-scheme.checkpoints[1]  Cabinet" in shown
    assert max(map(room_of, shown.splitlines())) <= 80


def test_a_wide_terminal_shows_more_columns(screen: Jfp) -> None:
    header = colourless(screen(*OVERDUE, "--plan", SHIPPED, columns=200).out).splitlines()[0]
    assert header.split() == ["Days", "Due", "Promise", "Activity", "Area"]


@pytest.mark.parametrize("command", [("status", *AS_OF), ("show", "elective-care"), ("targets", *AS_OF), ("index",)])
@pytest.mark.parametrize("columns", [80, 40])
def test_no_line_of_a_page_is_wider_than_the_terminal(
    screen: Jfp, command: tuple[str, ...], columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLE)
    found = screen(*command, columns=columns)
    assert found.code == 0
    assert max(map(room_of, colourless(found.out).splitlines())) <= columns


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_colours_are_left_out_where_they_are_not_wanted(screen: Jfp, env: Mapping[str, str]) -> None:
    for command in (OVERDUE, ("status", *AS_OF), ("show", "elective-hub")):
        assert "\x1b" in screen(*command, "--plan", EXAMPLE).out
        found = screen(*command, "--plan", EXAMPLE, env=env)
        assert "\x1b" not in found.out
        assert max(map(room_of, screen(*OVERDUE, "--plan", SHIPPED, env=env).lines)) <= 80


def test_a_pipe_gets_whole_texts_without_colour_or_boxes(process: Jfp) -> None:
    found = process(*OVERDUE)
    assert (found.err, found.code) == ("", 0)
    assert not re.search("[\x1b\u2500-\u257f\u2026]", found.out)
    assert any(len(line) > 200 for line in found.lines)
    assert not any(line.endswith(" ") for line in found.lines)


@pytest.mark.parametrize(
    "env",
    [{"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}],
    ids=str,
)
def test_plan_text_reaches_a_pipe_as_utf_8_whatever_the_locale(
    process: Jfp, change: ChangePlan, env: Mapping[str, str]
) -> None:
    folder = change("milestones/planned-care.yaml", "Open the endoscopy unit", "Öffnen \u2013 £7m 日本")
    found = process(*OVERDUE, cwd=folder, env=env)
    assert (found.err, found.code) == ("", 0)
    assert "Öffnen \u2013 £7m 日本" in found.out


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"LANG": "C", "PYTHONIOENCODING": "ascii"}], ids=str)
def test_a_terminal_that_cannot_show_a_character_still_shows_the_rest(
    terminal: Jfp, change: ChangePlan, env: Mapping[str, str]
) -> None:
    folder = change("milestones/planned-care.yaml", "Open the endoscopy unit", "Open " + "the £7m \u2013 unit " * 9)
    found = terminal(*OVERDUE, cwd=folder, env=env)
    assert found.code == 0
    assert "endoscopy-unit" in found.out
    assert "Traceback" not in found.out
    assert max(map(room_of, colourless(found.out).splitlines())) <= 80


def test_a_long_date_is_wrapped_and_never_cut(screen: Jfp, change: ChangePlan) -> None:
    written = "before the end of quarter three of 2025/26"
    folder = change("milestones/planned-care.yaml", "due: Autumn 2025", f"due: {written}")
    lines = colourless(screen(*OVERDUE, "--plan", folder, columns=58).out).splitlines()
    start, end = lines[0].index("Due"), lines[0].index("Promise")
    assert lines[1][start:end].strip() == "before the end of"
    assert " ".join(line[start:end].strip() for line in lines[1:4]) == written
    assert max(map(room_of, lines)) <= 58


def test_wide_characters_keep_the_columns_in_line(screen: Jfp, change: ChangePlan) -> None:
    folder = change("milestones/planned-care.yaml", "Open the endoscopy unit", "日本" * 40)
    lines = colourless(screen(*OVERDUE, "--plan", folder).out).splitlines()
    assert max(map(room_of, lines)) <= 80
    assert re.search("[日本]…", lines[1])
    assert room_of(lines[1].partition("at risk")[0]) == lines[0].index("Status")


def test_where_no_ellipsis_can_be_shown_dots_stand_for_it(screen: Jfp) -> None:
    lines = colourless(screen(*OVERDUE, "--plan", SHIPPED, encoding="ascii").out).splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[1].endswith("...")
    assert "?" not in lines[1]


@pytest.mark.parametrize(
    "command",
    ["milestones --format json", "overdue --area cancer", "--help"],
)
def test_a_reader_that_goes_away_is_no_fault(command: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "jfp_cli", *command.split()],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(SECONDS) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such way to close a stream")
def test_a_closed_standard_output_is_no_fault() -> None:
    ran = subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m jfp_cli overdue >&-'],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert (ran.stderr, ran.returncode) == (b"", 0)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110
def test_a_full_disk_is_a_sentence() -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        ran = subprocess.run(
            [sys.executable, "-m", "jfp_cli", "overdue"],
            cwd=ROOT,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=SECONDS,
            check=False,
        )
    assert (ran.stderr, ran.returncode) == (b"jfp: the system refused: no space left on device\n", 2)


def test_a_web_page_is_not_poured_over_a_terminal(terminal: Jfp, screen: Jfp, process: Jfp) -> None:
    found = terminal("render", "plan", "--plan", EXAMPLE, *AS_OF)
    assert found.code == 2
    assert "<" not in found.out
    assert "--output plan.html" in found.out
    assert screen("render", "plan", "--format", "md", "--plan", EXAMPLE, *AS_OF).code == 0
    assert process("render", "plan", "--plan", EXAMPLE, *AS_OF).out.startswith("<!doctype html>")


def test_a_hint_asks_the_same_question(screen: Jfp) -> None:
    asked = ("--area", "cancer,dental", "--place", "west-essex", "--due-before", "April 2027", *AS_OF)
    said = colourless(screen("status", *asked[:2], *asked[4:], "--plan", SHIPPED, columns=200).out)
    hint = next(line for line in said.splitlines() if "more: jfp" in line)
    assert "jfp overdue --area cancer,dental --due-before 'April 2027' --as-of" in hint


def test_status_begins_with_its_totals(process: Jfp) -> None:
    first = process("status", "--plan", EXAMPLE, *AS_OF).out.split("\n\n")[0]
    assert "of 5 milestones overdue" in first
    assert "3 targets" in first


def test_through_a_pipe_a_long_text_pads_no_line(process: Jfp) -> None:
    header, *rows = process("milestones", "--plan", SHIPPED, *AS_OF).out.split("\n\n")[0].splitlines()
    assert header.split()[-1] == "Activity"
    assert all(row == row.rstrip() for row in rows)
    assert min(map(len, rows)) < 150
    own = process("milestones", "--plan", SHIPPED, *AS_OF, "--columns", "activity,id").out.splitlines()[0]
    assert own.split() == ["Activity", "Milestone"]


def test_through_a_pipe_a_text_of_one_row_moves_that_row_alone(process: Jfp) -> None:
    rows = process("targets", *AS_OF, "--plan", BOROUGH).out.splitlines()
    assert "no dated baseline says where its line begins; where every reading" in "\n".join(rows)
    blanks = [sum(len(gap) for gap in re.findall(" {3,}", row)) for row in rows]
    assert max(blanks) < 300


def test_statuses_and_progress_read_as_the_plan_calls_them(screen: Jfp, change: ChangePlan) -> None:
    looks = "statuses: {at_risk: {label: Shaky, colour: purple}, off_track: {label: Behind}}\n"
    folder = change("plan.yaml", "lint:\n", f"{looks}lint:\n")
    colours = {"FORCE_COLOR": "1"}
    said = screen("milestones", "--plan", folder, *AS_OF, columns=200, env=colours).out
    assert "\x1b[35mShaky\x1b[0m" in said
    said = screen("targets", "--plan", folder, *AS_OF, columns=200, env=colours).out
    assert "\x1b[31mBehind\x1b[0m" in said
    assert said.index("waiting-list-size") < said.index("missed-appointments")


def test_the_weight_of_a_finding_has_its_colour(screen: Jfp) -> None:
    said = screen("lint", "--plan", EXAMPLE, *AS_OF, columns=200, env={"FORCE_COLOR": "1"}).out
    assert "\x1b[33mwarning:\x1b[0m" in said
