"""Ctrl-C while several plans are loaded: every process ends, with a word and without a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import SECONDS, environment
from tests.conftest import ROOT

# Each process says who it is when it is in the middle of its work, and stays there.
WAITING = """
import multiprocessing, os, signal, sys, time
from jfp_cli.cli import session, processes

def load(*_):
    os.write(1, f"{os.getpid()}\\n".encode())
    time.sleep(600)

multiprocessing.set_start_method("fork")
processes._processors = lambda: 2
session.load = load
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.argv = ["jfp", *sys.argv[1:]]
from jfp_cli.__main__ import run
run()
"""
COMMANDS = (
    ("overdue",),
    ("status",),
    ("lint",),
    ("render", "portfolio", "--format", "md"),
    ("remind",),
)


def has_ended(process: int) -> bool:
    """Whether a process is there no more, soon."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal to a group of processes")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("to_all", [True, False], ids=["as a terminal sends it", "to the first process alone"])
def test_ctrl_c_ends_every_process(portfolio: Path, command: tuple[str, ...], to_all: bool) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, *command, "--portfolio", str(portfolio)],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as running:
        assert running.stdout
        assert running.stderr
        workers = {int(running.stdout.readline()) for _ in range(2)}
        assert running.pid not in workers
        assert len(workers) == 2
        if to_all:
            os.killpg(running.pid, signal.SIGINT)
        else:
            running.send_signal(signal.SIGINT)
        said = running.stderr.read()
        assert running.wait(SECONDS) == 130
    assert said == b"\nstopped\n"
    assert all(map(has_ended, workers))
