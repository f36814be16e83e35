"""`jfp preview`: a server for this computer alone that follows the plan."""

import json
import os
import re
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.cli.extras import how_to_add
from jfp_cli.cli.preview import server as preview_server
from jfp_cli.cli.preview.made import Preview, watch
from jfp_cli.cli.preview.server import serve
from jfp_cli.cli.publishing import Wanted
from jfp_cli.report.pages.forms import Form
from tests.cli.conftest import Jfp
from tests.conftest import ChangePlan
from tests.history.conftest import planner
from tests.history.repository import Planner

__all__ = ["planner"]

SECONDS = 10  # after which what does not come is a failure: sooner than the server would look by itself
WANTED = Wanted("mine", Form.HTML, "public", None)


@pytest.fixture
def preview(example: Path) -> Preview:
    (example / "templates").mkdir()
    (example / "templates" / "mine.html.j2").write_text("<h1>{{ document.title }}</h1>", encoding="utf-8")
    return Preview(example, date(2026, 7, 1), WANTED)


@pytest.fixture
def port(preview: Preview) -> Iterator[int]:
    server = serve(preview, 0)
    yield server.server_port
    server.shutdown()
    server.server_close()


def ask(port: int, path: str, host: str = "") -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{port}"})
    return connection.getresponse()


def told(preview: Preview) -> dict[str, Any]:
    """What stands beside the page."""
    beside = json.loads(preview.beside)
    assert isinstance(beside, dict)
    return beside


def errors(preview: Preview) -> list[str]:
    return [f"{one['where']} {one['message']}" for one in told(preview)["findings"] if one["severity"] == "error"]


def test_the_page_is_served_as_it_would_be_published(port: int) -> None:
    assert ask(port, "/page").read().decode() == "<h1>Example Joint Forward Plan</h1>\n"
    assert b'<iframe src="/page"' in ask(port, "/").read()
    assert json.loads(ask(port, "/beside").read())["reason"] == ""
    assert ask(port, "/etc/passwd").status == 404


@pytest.mark.parametrize("host", ["example.org:{}", "example.org", "127.0.0.1:1", "127.0.0.1.example.org:{}"])
def test_a_page_of_another_site_cannot_read_the_plan(port: int, host: str) -> None:
    assert ask(port, "/page", host.format(port)).status == 403


def test_a_browser_that_breaks_off_leaves_nothing_in_the_terminal(
    preview: Preview, port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    preview.page = "x" * 50_000_000
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", port), SECONDS) as browser:
            browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # reset, not closed
            browser.sendall(f"GET /page HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            browser.recv(10)
    assert ask(port, "/beside").status == 200
    while any("process_request_thread" in thread.name for thread in threading.enumerate()):
        time.sleep(0.01)
    assert capfd.readouterr().err == ""


def test_on_the_port_that_browsers_leave_out_it_answers(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask(port, "/page", "127.0.0.1").status == 403
    monkeypatch.setattr(preview_server, "HTTP_PORT", port)
    assert ask(port, "/page", "127.0.0.1").status == 200
    assert ask(port, "/page", "example.org").status == 403


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
def test_a_name_that_is_not_utf_8_is_said_and_does_not_end_it(preview: Preview, change: ChangePlan) -> None:
    stopped = threading.Event()
    thread = threading.Thread(target=watch, args=(preview, stopped))
    thread.start()
    try:
        time.sleep(0.5)
        Path(os.fsdecode(os.fsencode(preview.root / "milestones") + b"/w\xff.yaml")).write_text("area: x\n", "utf-8")
        _until(lambda: 'the file is called \\"w' in preview.beside)
        change("plan.yaml", "title: Example Joint Forward Plan", "title: Changed")
        _until(lambda: "Changed" in preview.page)
    finally:
        stopped.set()
        thread.join(SECONDS)


def _until(is_so: Callable[[], bool]) -> None:
    for _ in range(SECONDS * 20):
        if is_so():
            return
        time.sleep(0.05)
    pytest.fail("it did not come about")


def test_nobody_else_on_the_network_reaches_it(preview: Preview) -> None:
    server = serve(preview, 0)
    assert server.server_address[0] == "127.0.0.1"
    server.shutdown()
    server.server_close()


def test_a_changed_file_makes_the_page_anew_and_tells_the_browser(
    preview: Preview, port: int, change: ChangePlan
) -> None:
    changes = ask(port, "/changes")
    assert changes.readline() == b"data: 2\n"  # the page, and then what the rules find
    assert changes.readline() == b"\n"
    stopped = threading.Event()
    thread = threading.Thread(target=watch, args=(preview, stopped))
    thread.start()
    try:
        _until_told(changes, change)
        assert ask(port, "/page").read() == b"<h1>Changed</h1>\n"
    finally:
        stopped.set()
        thread.join(SECONDS)


def _until_told(changes: HTTPResponse, change: ChangePlan) -> None:
    """Write the file until the watcher, which may only be starting, has seen it."""
    old = "Example Joint Forward Plan"
    told = threading.Event()

    def listen() -> None:
        changes.readline()
        told.set()

    threading.Thread(target=listen, daemon=True).start()
    folder = change("plan.yaml", f"title: {old}", "title: Changed")
    for _ in range(SECONDS * 5):
        if told.wait(0.2):
            return
        (folder / "plan.yaml").touch()
    pytest.fail("nothing was told")


def test_a_plan_with_faults_shows_its_page_and_what_is_wrong(preview: Preview, change: ChangePlan) -> None:
    change("milestones/planned-care.yaml", "due: March 2027", "due: <soon>")
    preview.rebuild()
    assert "<h1>Example" in preview.page
    (found,) = errors(preview)
    assert "planned-care.yaml:" in found
    assert "<soon>" in found  # as text, which the browser shows as text


@pytest.mark.parametrize("text", ["{", "", "title: x\n"])
def test_a_plan_that_does_not_load_says_so_and_comes_back(preview: Preview, change: ChangePlan, text: str) -> None:
    folder = change("plan.yaml", text)
    whole = (Path(__file__).parents[1] / "example" / "plan" / "plan.yaml").read_text(encoding="utf-8")
    preview.rebuild()
    assert "There is no page yet" in preview.page
    assert "plan.yaml:" in errors(preview)[0]
    assert told(preview)["reason"] == "plan.yaml cannot be read"
    (folder / "plan.yaml").write_text(whole, encoding="utf-8")
    preview.rebuild()
    assert preview.page == "<h1>Example Joint Forward Plan</h1>\n"
    assert errors(preview) == []


def test_a_template_with_a_fault_is_said_with_its_place(preview: Preview) -> None:
    (preview.root / "templates" / "mine.html.j2").write_text("\n{{ nothing }}", encoding="utf-8")
    preview.rebuild()
    assert "mine.html.j2:2: " in preview.page
    assert "mine.html.j2:2: " in told(preview)["reason"]


def test_beside_the_page_stands_what_the_rules_find_and_where_on_the_page(preview: Preview) -> None:
    element = "milestone-endoscopy-unit"
    found, *_ = [one for one in told(preview)["findings"] if one["element"] == element]
    file = preview.root / "milestones" / "planned-care.yaml"
    assert found["severity"] in {"warning", "advice"}
    assert found["where"].startswith(f"{file.as_posix()}:")
    assert found["editor"].startswith(f"vscode://file{file.as_uri().removeprefix('file://')}:")
    assert told(preview)["places"][element]["thing"] == "milestones/endoscopy-unit"


def test_every_thing_of_the_page_has_its_place_in_the_plan(example: Path) -> None:
    made = Preview(example, date(2026, 7, 1), WANTED._replace(report="plan", audience="internal"))
    places = told(made)["places"]
    elements = set(re.findall(r'id="((?:section|workstream|target|milestone|enabler|area|action)-[^"]+)"', made.page))
    elements = {element for element in elements if not element.endswith("-title")}
    assert len(elements) > 8
    assert elements <= set(places)
    where = places["section-elective-care"]["where"]
    assert where == f"{(example / 'sections' / 'elective-care.yaml').as_posix()}:1"
    assert str(example) not in made.page
    assert "vscode:" not in made.page


def test_only_a_page_that_changed_is_shown_anew(preview: Preview, change: ChangePlan) -> None:
    pages, version = preview.pages, preview.version
    preview.rebuild()
    assert (preview.pages, preview.version) == (pages, version + 2)
    change("milestones/planned-care.yaml", "due: March 2027", "due: soon")
    preview.rebuild()
    assert preview.pages == pages
    assert len(errors(preview)) == 1
    change("plan.yaml", "title: Example Joint Forward Plan", "title: Changed")
    preview.rebuild()
    assert preview.pages == told(preview)["page"] == pages + 1


@pytest.mark.parametrize(
    "asked",
    [
        ("board",),
        ("board", "--since", "2025-04-15", "--as-of", "2025-06-01"),
        ("board", "--area", "planned-care", "--as-of", "2026-04-01"),
        ("plan", "--since", "v2025", "--audience", "internal"),
        ("plan", "--since", "v2025"),
        ("annual", "--year", "2025/26", "--place", "north-town", "--as-of", "2026-11-21"),
    ],
)
def test_a_report_is_shown_as_it_would_be_written(
    jfp: Jfp, planner: Planner, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    planner.git("tag", "v2025")
    planner.commit("2025-05-01", ("milestones/planned-care.yaml", "due: March 2027", "due: June 2027"))
    shown: list[str] = []
    monkeypatch.setattr("jfp_cli.cli.preview.made.watch", lambda made: shown.append(made.page))
    assert jfp("preview", *asked, "--port", "0", "--plan", planner.plan).code == 0
    written = jfp("render", *asked, "--plan", planner.plan).out
    assert "<h1" in written
    assert shown == [written]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("board", "--year", "2025/26"), "the report board takes no --year"),
        (("plan", "--area", "workforce"), "is of an area"),
        (("annual", "--since", "2025-04-01"), "the report annual takes no --since"),
        (("plan", "--since", "v1999"), "v1999"),
        (("annual", "--year", "soon"), "is no financial year"),
    ],
)
def test_what_a_report_cannot_tell_is_said_before_it_is_served(
    jfp: Jfp, planner: Planner, asked: tuple[str, ...], told: str
) -> None:
    ran = jfp("preview", *asked, "--port", "0", "--plan", planner.plan)
    assert (ran.out, ran.code) == ("", 2)
    assert told in ran.err


def test_without_the_extra_it_says_what_to_install(jfp: Jfp, monkeypatch: pytest.MonkeyPatch, example: Path) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = jfp("preview", "--plan", example)
    assert ran.err == f"jfp: preview needs the package watchfiles; add it with: {how_to_add('preview')}\n"
    assert ran.code == 2


def test_a_port_that_is_taken_is_said(jfp: Jfp, example: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = jfp("preview", "--port", str(taken.getsockname()[1]), "--plan", example)
    assert "cannot be used" in ran.err
    assert ran.code == 2
