"""The pictures that are kept: as the script takes them of the plan as it is, small, used, and fetching nothing."""

import json
import re
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from documentation.pictures import __main__ as pictures
from documentation.pictures.__main__ import DRAWN, PICTURES, PRINTED, SHOWN, TAKEN, main, state_of_the_plan
from documentation.pictures.drawing import Screen, folded, moving, still
from documentation.pictures.terminal import SESSION
from tests.docs.pages import WRITTEN

NAMES = [*DRAWN, *SHOWN, *PRINTED]
SIZES = {"published-plan-desk.png": (1280, 800), "published-plan-phone.png": (390, 800), "board-paper.png": (1000, 800)}


@pytest.mark.skipif(sys.platform == "win32", reason="what a page tells to try is written for a shell of Linux or macOS")
@pytest.mark.parametrize("name", DRAWN)
def test_what_is_drawn_line_by_line_is_as_it_would_be_drawn_now(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")
    drawn = DRAWN[name]()
    assert (PICTURES / name).read_text(encoding="utf-8") == drawn, "make pictures draws it anew"


@pytest.mark.parametrize("name", [*SHOWN, *PRINTED])
def test_what_a_program_drew_is_of_the_plan_as_it_is(name: str) -> None:
    taken = json.loads((PICTURES / TAKEN).read_text(encoding="utf-8"))
    assert set(taken) == {*SHOWN, *PRINTED}
    assert taken[name] == state_of_the_plan(), "the plan has changed: make pictures"


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_is_shown_on_a_screen_of_its_size(name: str) -> None:
    head = (PICTURES / name).read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert struct.unpack(">II", head[16:24]) == SIZES[name]


def test_every_picture_is_kept_and_used_and_all_of_them_are_small() -> None:
    kept = {path.name for path in PICTURES.iterdir()} - {TAKEN}
    assert kept == set(NAMES)
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) < 1_000_000
    text = "".join(page.read_text(encoding="utf-8") for page in WRITTEN)
    used = set(re.findall(r"\]\((?:docs/)?pictures/([\w.-]+)\)", text))
    assert used == kept


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_fetches_nothing_and_names_no_folder_of_a_computer(name: str) -> None:
    drawn = (PICTURES / name).read_text(encoding="utf-8")
    assert not re.search(r"url\((?!#)|@import|href=|<script|/tmp|/home|/Users|[A-Z]:\\", drawn)
    assert "<title" in drawn


def test_a_session_runs_once_and_ends_with_what_stays() -> None:
    drawn = (PICTURES / "session.svg").read_text(encoding="utf-8")
    assert drawn.count("<g ") == 2 * len(SESSION)
    assert "infinite" not in drawn
    assert "prefers-reduced-motion: reduce" in drawn
    assert "jfp render plan --check" in drawn.rpartition("<g ")[2]


def test_screens_follow_each_other() -> None:
    drawn = moving([Screen(["a"], 2), Screen(["b"], 1.5), Screen(["c"])], "Three")
    assert re.findall(r"animation: (\w+ [\w.]+(?: [\w.]+)?)", drawn) == ["seen 2s 0s", "seen 1.5s 2s", "unseen 3.5s"]


def test_colours_begin_and_end_where_they_do() -> None:
    drawn = still(Screen(["\x1b[31m 7\x1b[0m of 日本 <b>", "\x1b[1;32mgood\x1b[0m"]), "Colours & such")
    assert "<title>Colours &amp; such</title>" in drawn
    assert re.findall(r'<text x="(\d+)"[^>]*?(?: class="([a-z ]+)")?>([^<]*)<', drawn) == [
        ("12", "r", " 7"),
        ("30", "", " of 日本 &lt;b&gt;"),
        ("12", "b g", "good"),
    ]
    assert 'textLength="108"' in drawn


def test_a_line_is_broken_where_a_terminal_ends() -> None:
    assert folded("x" * 100) == ["x" * 100]
    assert folded(f"\x1b[31m{'x' * 101}\x1b[0m") == [f"\x1b[31m{'x' * 100}", "\x1b[31mx\x1b[0m"]


def test_what_cannot_be_taken_here_is_named_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing: Callable[[], str] = lambda: "<svg/>"  # noqa: E731 - in the place of one that takes long
    monkeypatch.setattr(pictures, "PICTURES", tmp_path)
    monkeypatch.setattr(pictures, "DRAWN", {"drawn.svg": drawing})
    monkeypatch.setattr(pictures, "SHOWN", {"page.png": lambda: b"png"})
    monkeypatch.setattr(pictures, "browser", lambda: "a browser")
    monkeypatch.setattr(pictures, "office", lambda: None)
    (tmp_path / TAKEN).write_text('{"workbook-start.png": "before"}\n', encoding="utf-8")
    assert main() == 0
    assert "not taken, for want of LibreOffice and pdftoppm: workbook-start.png" in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"drawn.svg", "page.png", TAKEN}
    taken = json.loads((tmp_path / TAKEN).read_text(encoding="utf-8"))
    assert taken == {"page.png": state_of_the_plan(), "workbook-start.png": "before"}
