"""Running jfp: in this process where that says enough, in one of its own, and at a terminal."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from jfp_cli.cli.door import main
from tests.conftest import ROOT

AS_OF = ("--as-of", "2026-11-21")
SECONDS = 60  # after which a process that hangs is a failure
_CODES = re.compile(r"\x1b\[[0-9;]*m")
# What would change the output, were it set where the tests run.
_UNSET = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "LANG", "LANGUAGE", "LC_ALL", "PYTHONIOENCODING", "PYTHONUTF8")


class Result(NamedTuple):
    """What one run of jfp wrote, and how it ended."""

    out: str
    err: str
    code: int

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Jfp = Callable[..., Result]


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _UNSET}
    return kept | {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT)} | dict(changes or {})


@pytest.fixture
def jfp(capsys: pytest.CaptureFixture[str]) -> Jfp:
    """Run a command in this process: `jfp("overdue", "--plan", folder)`."""

    def run(*arguments: str | Path) -> Result:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Result(*capsys.readouterr(), code)

    return run


@pytest.fixture
def process() -> Jfp:
    """Run a command as a user's shell does: `process("overdue", cwd=folder, env={"LANG": "C"})`."""

    def run(*arguments: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> Result:
        ran = subprocess.run(
            [sys.executable, "-m", "jfp_cli", *map(str, arguments)],
            cwd=cwd,
            env=environment(env),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
        return Result(ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8"), ran.returncode)

    return run


class Screen(io.TextIOWrapper):
    """A stream that says it is a terminal and keeps what it was sent."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Jfp:
    """Run a command in this process as at a terminal: `screen("overdue", columns=80)`."""

    def run(
        *arguments: str | Path, columns: int = 80, encoding: str = "utf-8", env: Mapping[str, str] | None = None
    ) -> Result:
        kept = io.BytesIO()
        stream = Screen(kept, encoding=encoding, newline="\n")
        with monkeypatch.context() as changed:
            for name in _UNSET:
                changed.delenv(name, raising=False)
            for name, value in {"TERM": "xterm", "COLUMNS": str(columns), **(env or {})}.items():
                changed.setenv(name, value)
            changed.setattr(sys, "stdout", stream)
            code = main([str(argument) for argument in arguments])
        stream.flush()
        return Result(kept.getvalue().decode(encoding), "", code)

    return run


@pytest.fixture
def terminal() -> Jfp:
    """Run a process at a real terminal, standard error included: `terminal("overdue", columns=80)`."""
    pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    import fcntl  # noqa: PLC0415 - not on every system
    import pty  # noqa: PLC0415
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    def run(
        *arguments: str | Path, columns: int = 80, cwd: Path = ROOT, env: Mapping[str, str] | None = None
    ) -> Result:
        here, there = pty.openpty()
        fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        with subprocess.Popen(
            [sys.executable, "-m", "jfp_cli", *map(str, arguments)],
            cwd=cwd,
            env=environment(env),
            stdin=there,
            stdout=there,
            stderr=there,
        ) as running:
            os.close(there)
            shown = b""
            try:
                while piece := os.read(here, 1 << 16):
                    shown += piece
            except OSError:  # so Linux says that the other end has gone
                pass
            os.close(here)
            code = running.wait(SECONDS)
        return Result(shown.decode("utf-8", "replace").replace("\r\n", "\n"), "", code)

    return run


def colourless(text: str) -> str:
    """Text without the codes of colours; any other code stays, to be found."""
    return _CODES.sub("", text)


Today = Callable[[date], None]


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Today:
    """Make it some day."""

    def make(day: date) -> None:
        class Day(date):
            @classmethod
            def today(cls) -> date:  # type: ignore[override]
                return day

        monkeypatch.setattr("jfp_cli.cli.clock.date", Day)

    return make
