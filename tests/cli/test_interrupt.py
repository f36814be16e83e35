"""Ctrl-C: a word, exit code 130, and no traceback."""

import signal
import subprocess
import sys

import pytest

from tests.cli.conftest import SECONDS, Jfp, environment
from tests.conftest import ROOT

# Says when it is in the middle of its work, and waits there. What is begun in the background ignores what Ctrl-C sends.
WAITING = """
import signal, sys
from jfp_cli.cli import session

def load(*_):
    sys.stdout.write("ready\\n")
    sys.stdout.flush()
    sys.stdin.read()

session.load = load
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["jfp", "overdue"]
from jfp_cli.__main__ import run
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal to one process")
def test_ctrl_c_in_the_middle_of_a_run() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline() == b"ready\n"
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
        assert running.wait(SECONDS) == 130
    assert said == b"\nstopped\n"


def test_ctrl_c_before_the_command_begins(jfp: Jfp, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("jfp_cli.cli.app.group", interrupted)
    assert jfp("overdue") == ("", "\nstopped\n", 130)
