"""What a tutorial tells its reader to do, done as it stands there: commands, files, cells of a workbook.

A page is read from top to bottom. Commands run in the folder that those before them led to; the block of text after
them is what they print. A block with the name of a file is that file, and one of `diff` a change to it. A table that
begins with "Sheet" says what is written into the newest workbook there. What happens elsewhere, such as in a browser,
stands in a comment that begins with "elsewhere": the commands that come to the same.
"""

import os
import pty
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl

from tests.docs.pages import anew, matches

STEP = re.compile(
    r'^```(?P<language>sh|powershell|text|yaml|csv|jinja|diff)(?: title="(?P<title>[^"]*)")?\n(?P<text>.*?)^```$'
    r"|^<!-- elsewhere\n(?P<elsewhere>.*?)^-->$"
    r"|^(?P<cells>\| Sheet \|[^\n]*\n(?:\|[^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
FILE = re.compile(r"[\w./-]+\.(?:yaml|csv|txt|j2)")
DOWNLOAD = re.compile(r"\]\(([\w-]+\.docx)\)")
NOT_RUN = re.compile(r"(uv|winget|code) |jfp preview\b")  # what changes more than a folder, or waits for somebody
ESCAPES = re.compile(r"\x1b\[[0-9;]*m|\x1b\][^\x1b\x07]*(?:\x1b\\|\x07)")


class Step(NamedTuple):
    """A step of a page: what kind it is, the file that it is of, and its text."""

    kind: str
    file: str
    text: str


def steps(page: Path) -> Iterator[Step]:
    """The steps of a page."""
    for found in STEP.finditer(page.read_text(encoding="utf-8")):
        title = found["title"] or ""
        if found["cells"]:
            yield Step("cells", "", found["cells"])
        elif found["elsewhere"]:
            yield Step("commands", "", found["elsewhere"])
        elif found["language"] in ("sh", "powershell"):
            yield Step("commands", "", found["text"])
        elif FILE.fullmatch(title):
            yield Step("change" if found["language"] == "diff" else "file", title, found["text"])
        elif found["language"] == "text":
            yield Step("printed", "", found["text"])


def follow(page: Path, folder: Path, environment: dict[str, str]) -> Path:
    """The folder in which somebody ends who follows a page from this folder."""
    for name in DOWNLOAD.findall(page.read_text(encoding="utf-8")):
        shutil.copy(page.parent / name, folder)
    printed: list[str] = []
    told = list(steps(page))
    for step, following in zip(told, [*told[1:], None], strict=True):
        if step.kind == "commands":
            may_refuse = following is not None and following.kind == "printed"
            printed, folder = _run(step.text, folder, environment, may_refuse=may_refuse)
        elif step.kind == "printed":
            _compare(page, step.text, printed)
        elif step.kind == "file":
            (folder / step.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / step.file).write_text(step.text, encoding="utf-8")
        elif step.kind == "change":
            _change(folder / step.file, step.text)
        else:
            _fill(max(folder.glob("*.xlsx"), key=lambda path: path.stat().st_mtime_ns), step.text)
    return folder


def _run(text: str, folder: Path, environment: dict[str, str], *, may_refuse: bool) -> tuple[list[str], Path]:
    """The lines that commands print on a terminal of 100 columns, and the folder that they end in.

    Commands fail where one does, but the last may refuse or find something if the page shows what.
    """
    kept = [line for line in text.splitlines() if not NOT_RUN.match(line)]
    where = Path(environment["HOME"]) / "where"
    script = "\n".join([f"trap 'pwd > \"{where}\"' EXIT", *kept])
    reader, terminal = pty.openpty()
    looks = {"COLUMNS": "100", "TERM": "xterm", "NO_COLOR": "1"}
    with subprocess.Popen(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=environment | looks,
        stdin=subprocess.DEVNULL,
        stdout=terminal,
        stderr=terminal,
    ) as shell:
        os.close(terminal)
        written = b"".join(iter(lambda: _read(reader), b""))
    os.close(reader)
    printed = ESCAPES.sub("", written.decode("utf-8")).replace("\r\n", "\n")
    assert shell.returncode in ((0, 1, 2) if may_refuse else (0,)), f"{text}\n{printed}"
    return [line.rstrip() for line in printed.splitlines()], Path(where.read_text(encoding="utf-8").strip())


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 65536)
    except OSError:  # how Linux says that nobody writes to a terminal any more
        return b""


def _compare(page: Path, shown: str, printed: list[str]) -> None:
    lines, said = ([line.rstrip() for line in text if line.strip()] for text in (shown.splitlines(), printed))
    if os.environ.get("JFP_UPDATE_SHOWN") and not matches(lines, said):
        text = page.read_text(encoding="utf-8")
        assert text.count(shown) == 1, shown
        page.write_text(text.replace(shown, anew(shown, printed)), encoding="utf-8", newline="\n")
        return
    assert matches(lines, said), "\n".join(printed)


def _change(path: Path, text: str) -> None:
    """Change a file as a diff shows it: what it takes out, with what stands around it, stands there once."""
    marked = [(line[:1], line[1:]) for line in text.splitlines(keepends=True)]
    before, after = ("".join(line for mark, line in marked if mark != other) for other in "+-")
    whole = path.read_text(encoding="utf-8")
    assert whole.count(before) == 1, f"{path.name} has not once:\n{before}\nbut is:\n{whole}"
    path.write_text(whole.replace(before, after), encoding="utf-8")


def _fill(path: Path, table: str) -> None:
    """Write into cells of a workbook, which a sheet, words of the row and the head of the column lead to."""
    book = openpyxl.load_workbook(path)
    for line in table.splitlines()[2:]:
        sheet, row, column, value = (cell.strip() for cell in line.strip("|").split("|"))
        (across,) = (cell.column for cell in book[sheet][1] if cell.value == column)
        (down,) = {cell.row for cells in book[sheet].iter_rows(min_row=2) for cell in cells if cell.value == row}
        book[sheet].cell(down, across).value = value
    book.save(path)
