"""The workflow that checks and publishes a plan: where GitHub reads it, and how one that is there comes up to date."""

import re
import shlex
from hashlib import sha256
from pathlib import Path

from jfp_cli.edit.change import Step
from jfp_cli.edit.yaml.lines import newline_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.start.texts import filled
from jfp_cli.values.text import as_id

FOLDER = ".github/workflows"
USUAL = f"{FOLDER}/plan.yml"
DISTRIBUTION = "jfp-cli"
# The seal is made of all else in the file: an update replaces what nobody has changed since, and only that.
_SIGNED = re.compile(r"^(# Written by jfp init for (?P<plan>.*)\. .* Seal: )(?P<seal>[0-9a-f]{8})\r?$", re.MULTILINE)
_REQUIREMENT = re.compile(rf'(?<=pip install "){DISTRIBUTION}[^"\r\n]*(?=")')
_RUNS_JFP = re.compile(r"\bjfp\b")
_SOURCE = re.compile(r"(?:git\+)?(?P<url>(?:https|ssh|file)://[\w.~:/@%+-]+)@(?P<revision>\w[\w./-]*)", re.ASCII)
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)+(?:(?:a|b|rc|\.post|\.dev)[0-9]+)*")
_COMMIT = re.compile(r"[0-9a-f]{7,64}")


def released(version: str) -> str:
    """What pip is to install: a version that was released."""
    return f"{DISTRIBUTION}=={version}"


def named(written: str) -> str:
    """What pip is to install, written as a released version or as the URL@COMMIT of a repository; raises EditError."""
    if _VERSION.fullmatch(written):
        return released(written)
    meant = _SOURCE.fullmatch(written)
    if meant is None:
        raise EditError(
            f'"{written}" is not the address of a repository and a commit, like https://example.org/jfp@4f2a91c, '
            "nor a version that was released, like 0.1.0"
        )
    revision = meant["revision"]
    if not _COMMIT.fullmatch(revision):
        raise EditError(
            f'"{revision}" may be another commit tomorrow; write the commit itself: git rev-parse {revision} prints it'
        )
    return f"{DISTRIBUTION} @ git+{meant['url']}@{revision}"


def workflow_path(top: Path, inside: str) -> Path | None:
    """The file for the workflow of a plan that stands `inside` the top folder; None where somebody's own runs jfp.

    Where something else has the usual name, such as another plan of the repository, this one's holds the name of its
    folder.
    """
    for name in (USUAL, f"{FOLDER}/plan-{as_id(inside.rpartition('/')[0]) or 'jfp'}.yml"):
        path = top / name
        there = _read(path)
        if there is None:
            return path
        signed = _SIGNED.search(there)
        if signed and signed["plan"] == inside:
            return path
        if signed is None and _RUNS_JFP.search(there):
            return None
    return None


def source_kept(path: Path) -> str | None:
    """What a workflow that is there installs from a repository, which it goes on doing until told otherwise."""
    installed = _REQUIREMENT.search(_read(path) or "")
    return installed[0] if installed and " @ " in installed[0] else None


def workflow_step(top: Path, path: Path, inside: str, requirement: str) -> Step | None:
    """What becomes of the workflow of a plan, by its path from the top folder; None where it is as it should be."""
    name, before = path.relative_to(top).as_posix(), _read(path)
    if before is None:
        return Step(None, "", name, _new(inside, requirement))
    signed = _SIGNED.search(before)
    if signed and signed["seal"] == _seal(before):
        after = _new(inside, requirement).replace("\n", newline_of(before))
    else:
        after = _REQUIREMENT.sub(lambda _: requirement, before)
    return Step(name, before, name, after) if after != before else None


def _new(inside: str, requirement: str) -> str:
    option = "" if inside == "plan" else f" --plan {shlex.quote(inside)}"
    text = filled("workflow.yml", {"plan": inside, "option": option, "requirement": requirement})
    return _SIGNED.sub(lambda signed: signed[1] + _seal(text), text)


def _seal(text: str) -> str:
    unsealed = _SIGNED.sub(r"\1", text)
    return sha256("\n".join(unsealed.splitlines()).encode()).hexdigest()[:8]


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return None
