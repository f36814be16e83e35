"""The plan files of a commit: where they stand in its tree, and what they hold."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from jfp_cli.source.content import text_in
from jfp_cli.source.folder import OLD_READINGS, PLAN_FILE, TextFile, is_plan_file
from jfp_cli.source.git.asking import PARTIAL, GitError, ask

_LINK, _FILE = "120000", "100"  # how the modes of links and of files begin


class Version(NamedTuple):
    """A plan file at some time, by its path in the plan folder: `blob` names what it held, the same whenever."""

    path: str
    blob: str
    is_link: bool = False


def version(path: str, mode: str, blob: str) -> Version | None:
    """The version of a file as git lists it; None where it lists none, or another repository."""
    if mode == _LINK or mode.startswith(_FILE):
        return Version(path, blob, mode == _LINK)
    return None


def versions(root: Path, commit: str, prefix: str, folders: Sequence[str]) -> dict[str, Version]:
    """The plan files of a commit, below a way from the top, by path from there."""
    listed = ask(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *((prefix,) if prefix else ()))
    found = {}
    for entry in os.fsdecode(listed).split("\0")[:-1]:
        about, _, path = entry.partition("\t")
        mode, _, name = about.split(" ")
        one = version(path.removeprefix(prefix), mode, name)
        if one and is_read(one.path, folders):
            found[one.path] = one
    return found


def is_read(path: str, folders: Sequence[str]) -> bool:
    """Whether a file at a path of the plan folder is a part of the plan, or was one."""
    first, *below = path.split("/")
    if not below:
        return path == PLAN_FILE
    hidden = any(folder.startswith(".") for folder in below[:-1])
    return (first in folders or first == OLD_READINGS) and is_plan_file(below[-1]) and not hidden


def text_files(root: Path, wanted: Iterable[Version], home: str) -> Iterator[TextFile]:
    """What versions of files hold, in their order and each content asked for once; `home` begins their shown paths."""
    wanted = list(wanted)
    texts = _contents(root, [one.blob for one in wanted if not one.is_link])
    return (_text_file(one, texts, home) for one in wanted)


def _contents(root: Path, names: Sequence[str]) -> dict[str, bytes]:
    """What blobs hold, by their names, each asked for once and all in one go."""
    names = list(dict.fromkeys(names))
    said = ask(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    found, at = {}, 0
    for name in names:
        end = said.index(b"\n", at)
        header = said[at:end].split(b" ")
        if len(header) < 3:
            raise GitError(PARTIAL)
        size = int(header[2])
        found[name] = said[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _text_file(one: Version, texts: Mapping[str, bytes], home: str) -> TextFile:
    file = TextFile.of(one.path, "", home)
    if one.is_link:
        problem = "this is a link, and links are not followed in earlier states"
        return file._replace(text=None, problem=problem, advice="put the file itself here")
    text, problem, advice, at = text_in(one.path, texts[one.blob])
    return file._replace(name=Path(one.path).stem, text=text, problem=problem, advice=advice, at=at)
