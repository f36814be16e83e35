"""What a release needs, one word each.

`check TAG` fails where the tag, the version and the changelog do not agree; `notes` prints what the changelog says of
the version; `bill FILE` writes the bill of materials; `brew WHEEL URL` prints the formula and `winget ZIP URL FOLDER`
writes the manifests, for files that the release page of the repository at URL offers; `audit` asks for known
vulnerabilities, and with `--strict` fails where nobody could say.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jfp_cli import __version__
from release.notes import NotReadyError, check_tag, notes

CHANGELOG = Path(__file__).resolve().parents[1] / "CHANGELOG.md"
BARE, WHOLE = frozenset[str](), frozenset({"all"})


def main(arguments: Sequence[str]) -> int:
    """Do what a word asks for; the exit code is 1 where the release is not ready or something is known against it."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.do(given) or 0)
    except NotReadyError as error:
        sys.stderr.write(f"not ready: {error}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m release", description=__doc__)
    words = parser.add_subparsers(required=True)
    for do, taken in (
        (_check, ("tag",)),
        (_notes, ()),
        (_bill, ("file",)),
        (_brew, ("file", "repository")),
        (_winget, ("file", "repository", "folder")),
        (_audit, ("--strict",)),
    ):
        word = words.add_parser(do.__name__.removeprefix("_"))
        word.set_defaults(do=do)
        for name in taken:
            word.add_argument(name, **_AS.get(name, {}))
    return parser


_AS: dict[str, Any] = {"file": {"type": Path}, "folder": {"type": Path}, "--strict": {"action": "store_true"}}
# What only one word needs is imported with it: not every job that says one of them has all.


def _check(given: argparse.Namespace) -> None:
    check_tag(given.tag, __version__)
    notes(CHANGELOG.read_text(encoding="utf-8"), __version__)


def _notes(_: argparse.Namespace) -> None:
    sys.stdout.write(notes(CHANGELOG.read_text(encoding="utf-8"), __version__))


def _bill(given: argparse.Namespace) -> None:
    from release.bill import bill  # noqa: PLC0415
    from release.parts import parts  # noqa: PLC0415

    given.file.parent.mkdir(parents=True, exist_ok=True)
    given.file.write_text(bill(parts(WHOLE)), encoding="utf-8", newline="\n")


def _brew(given: argparse.Namespace) -> None:
    from release.brew import formula  # noqa: PLC0415
    from release.parts import parts  # noqa: PLC0415

    sys.stdout.write(formula(given.file, given.repository, __version__, parts(BARE).values()))


def _winget(given: argparse.Namespace) -> None:
    from release.winget import manifests  # noqa: PLC0415

    given.folder.mkdir(parents=True, exist_ok=True)
    for name, text in manifests(given.file, given.repository, __version__).items():
        (given.folder / name).write_text(text, encoding="utf-8", newline="\n")


def _audit(given: argparse.Namespace) -> int:
    from release.audit import UNKNOWN, audit  # noqa: PLC0415
    from release.parts import parts  # noqa: PLC0415

    verdict = audit(parts(WHOLE).values())
    sys.stderr.write("".join(f"{sentence}\n" for sentence in verdict.said))
    return 0 if verdict.code == UNKNOWN and not given.strict else min(verdict.code, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
