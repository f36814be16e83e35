"""Known vulnerabilities among the parts of jfp, asked of those who keep the list of them."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from jfp_cli.query.sentences import counted
from release.parts import JFP, Part

CLEAN, VULNERABLE, UNKNOWN = 0, 1, 2


class Verdict(NamedTuple):
    """What became of an audit: an exit code and sentences."""

    code: int
    said: tuple[str, ...]


def audit(parts: Iterable[Part]) -> Verdict:
    """Ask about every part but jfp itself; UNKNOWN where some of them, or all, could not be looked up."""
    with TemporaryDirectory() as folder:
        pinned = Path(folder) / "parts.txt"
        lines = (f"{part.name}=={part.version}\n" for part in parts if part.name != JFP)
        pinned.write_text("".join(lines), encoding="utf-8")
        told = ["--no-deps", "--disable-pip", "--progress-spinner", "off", "--format", "json"]
        command = [sys.executable, "-m", "pip_audit", "--requirement", str(pinned), *told]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        reason = next(reversed(done.stderr.strip().splitlines()), "pip-audit said nothing")
        return Verdict(UNKNOWN, (f"nothing could be audited: {reason}",))
    return judged(answer)


def judged(answer: Any) -> Verdict:
    """The verdict on what pip-audit answers."""
    asked = answer["dependencies"]
    skipped = [part["name"] for part in asked if "skip_reason" in part]
    vulnerable = [part for part in asked if part.get("vulns")]
    said = tuple(
        f"{part['name']} {part['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'no version'}"
        for part in vulnerable
        for fault in part["vulns"]
    )
    known = len(asked) - len(skipped)
    if vulnerable:
        return Verdict(VULNERABLE, said)
    if skipped:
        missing = f"nothing is known here of {', '.join(skipped)}" if known else "nothing is known here of any part"
        return Verdict(UNKNOWN, (f"{known} of {counted(len(asked), 'part')} audited: {missing}",))
    return Verdict(CLEAN, (f"{counted(known, 'part')} audited, nothing known against them",))
