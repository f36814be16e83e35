"""What GitHub does with a push: `python -m tests.docs.github REPOSITORY BRANCH` runs the workflow of the plan.

Of a branch that is not main it is what a pull request comes to: its merge into main is checked, and the comment is
printed after the annotations. jfp is not installed but the one that runs this.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

WORKFLOW = Path(".github", "workflows", "plan.yml")
ANNOTATION = re.compile(r"^::(\w+) file=(.*?),line=(\d+),.*?title=(.*?)::(.*)$", re.MULTILINE)
NEW_LINE = "\n"
ONLY_OF_PROPOSALS = ("Compare", "Lint what changed")


def check(repository: str, branch: str, folder: Path) -> int:
    """Check a branch of a repository in an empty folder, and print what people see; 1 where a check failed."""
    clone = folder / "clone"
    _git("clone", "--quiet", "--branch", "main", repository, clone)
    proposed = _git("-C", clone, "rev-parse", f"origin/{branch}").strip()
    if branch != "main":
        _git("-C", clone, "checkout", "--quiet", "--detach")
        _git("-C", clone, "merge", "--quiet", "--no-ff", "--message", "Merge", proposed)
    files = {name: folder / name.lower() for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    given = {"GITHUB_BASE_REF": "main", "PROPOSED": proposed} | {name: str(path) for name, path in files.items()}
    failed = False
    for step in _steps(yaml.safe_load((clone / WORKFLOW).read_text(encoding="utf-8"))):
        if step["name"] in ONLY_OF_PROPOSALS and branch == "main":
            continue
        if failed and "cancelled()" not in step.get("if", ""):
            continue
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=clone,
            env=os.environ | given | _written(files["GITHUB_ENV"]),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        for severity, file, line, title, text in ANNOTATION.findall(done.stdout):
            sys.stdout.write(f"{file}, line {line}: {severity}, {title}\n{text.replace('%0A', NEW_LINE)}\n\n")
        failed |= done.returncode != 0
    if files["GITHUB_OUTPUT"].exists():
        _, _, *comment, _ = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        sys.stdout.write("".join(f"{line}\n" for line in comment if "### " in "".join(comment)))
    sys.stdout.write("The check failed.\n" if failed else "The check passed.\n")
    return int(failed)


def _steps(workflow: dict[Any, Any]) -> Iterator[dict[str, str]]:
    """The steps of the job that checks, but for the installation."""
    for step in workflow["jobs"]["check"]["steps"]:
        if "run" in step and step.get("id") != "install":
            yield step


def _written(path: Path) -> dict[str, str]:
    """What a step left for the environment of those after it."""
    return dict(re.findall(r"^(\w+)=(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)) if path.exists() else {}


def _git(*arguments: str | Path) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, encoding="utf-8", check=True).stdout


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as work:
        sys.exit(check(sys.argv[1], sys.argv[2], Path(work)))
