"""Random edits of oddly written files: no other byte changes, and every comment stays with what it is about.

`python -m tests.fuzz.edits --count 10000 --seed 1` makes so many edits, prints the first that does more or less than it
should, and ends with 1 if there is one. The same seed makes the same edits.
"""

import re
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

import yaml

from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.habits import is_block
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading.source_file import walk
from jfp_cli.values.address import Path
from tests.fuzz.asked import asked
from tests.fuzz.odd_files import Hand, contents

_TOKEN = re.compile(r"(?P<comment># [cf]\d+q)|(?P<name>[kt]\d+q|new\d+)")
_NAME = re.compile(r"[kt]\d+q|new\d+")
EDITS_A_FILE = 4


class Edit(NamedTuple):
    """What is done to a file, and what it says afterwards; `first` stood first in brackets that have another order.

    What stood at `gone` is taken out.
    """

    what: str
    act: Callable[[Draft], None]
    wanted: Any
    first: str = ""
    gone: tuple[int, int] = (0, 0)


class Remark(NamedTuple):
    """A comment and what it is about: what it stands beside or directly above; else about nothing in particular."""

    about: str
    how: str
    line: tuple[str, ...] = ()


def remarks(text: str) -> dict[str, Remark]:
    """What each comment of a text is about, by the places of names and of comments alone."""
    found: dict[str, Remark] = {}
    tokens = [(match.lastgroup, match[0], match.start()) for match in _TOKEN.finditer(text)]
    for number, (kind, token, at) in enumerate(tokens):
        if kind != "comment":
            continue
        line = re.split(r"\r\n|\n", text[:at])[-1]
        before = [name for group, name, start in tokens[:number] if group == "name" and start >= at - len(line)]
        names = [(group, name, start - at) for group, name, start in tokens[number:] if group == "name"]
        after = _next_name(text[at:], names, len(line))
        if line.rstrip()[-1:] in ("]", "}"):
            found[token] = Remark("", "behind brackets")
        elif before:
            found[token] = Remark(before[-1], "beside", tuple(before))
        elif line.strip(" -"):  # beside a bracket alone
            found[token] = Remark("", "loose")
        elif after and not _blank_between(text[at : at + after[1]]):
            line = re.split(r"\r\n|\n", text[at + after[1] :])[0]
            found[token] = Remark(after[0], "above", tuple(match[0] for match in _NAME.finditer(line)))
        else:
            found[token] = Remark("", "loose")
    return found


def _next_name(text: str, names: list[tuple[Any, str, int]], column: int) -> tuple[str, int] | None:
    """What stands below a comment in its column; of an entry to which a key was added in front, the key behind it."""
    below = re.search(r"\n([ \t]*)([^ \t\r\n#])", text)
    if not names or not below or len(below[1]) != column or below[2] in "]}":
        return None
    for _, name, start in names:
        line = re.split(r"\r\n|\n", text[:start])[-1]
        between = text[names[0][2] : start]
        if "\n" in between and (len(line) - len(line.lstrip(" ")) <= column or re.search(r"\n[ \t]*-", between)):
            break
        if not name.startswith("new"):
            return name, start
    return names[0][1:]


def _blank_between(text: str) -> bool:
    return bool(re.search(r"\n[ \t]*\r?\n", text)) or bool(re.search(r"\n[ \t]*-?[ \t]*\r?\n", text))


def fault(before: str, after: str, edit: Edit) -> str:
    """What an edit did that it should not have done; empty where it did what it should."""
    if _without_nothing(yaml.load(after, Loader=yaml.BaseLoader)) != edit.wanted:  # noqa: S506 - it makes text alone
        return "another reader finds something else in it"
    was, now = remarks(before), remarks(after)
    names = {match[0] for match in _TOKEN.finditer(after)}
    for comment, remark in was.items():
        if edit.gone[0] <= before.index(f"{comment}") < edit.gone[1]:
            continue
        stays = not remark.about or remark.about in names
        if comment not in now:
            if stays and (remark.about or not edit.what.startswith("remove")):
                return f"{comment} is gone"
        elif stays and remark.about not in ("", edit.first) and not _is_same(remark, now[comment], names):
            return f"{comment} was {remark.how} {remark.about}, and is {now[comment].how} {now[comment].about}"
    shorter, longer = (after, before) if edit.what.startswith("remove") else (before, after)
    if edit.what.startswith(("remove", "insert", "add")) and not _within(shorter, longer):
        return "other characters changed"
    return ""


def _is_same(was: Remark, now: Remark, names: set[str]) -> bool:
    """Whether a comment is about what it was about: the same thing, or what is left of the same line and is new."""
    lines = [{name for name in remark.line if name in names and not name.startswith("new")} for remark in (was, now)]
    return was.how == now.how and (was.about == now.about or lines[0] == lines[1])


def _without_nothing(data: Any) -> Any:
    """Data as jfp reads them: what has no value is not there."""
    if isinstance(data, dict):
        return {key: _without_nothing(value) for key, value in data.items() if value not in ("", "~")}
    return [_without_nothing(value) for value in data if value not in ("", "~")] if isinstance(data, list) else data


def _within(shorter: str, longer: str) -> bool:
    """Whether a text is another with some characters left out; a list or a text that was empty goes, to be filled."""
    characters = iter(longer)
    return all(char in characters for char in re.sub(r"\[\]|~", "", shorter))


def edits(random: Random, draft: Draft) -> Edit:
    """An edit of what a file says."""
    paths = [path for path in _paths(draft.document.data) if path]
    path = random.choice(paths)
    data: Any = deepcopy(draft.document.data)
    holder = _at(data, path[:-1])
    value, new = holder[path[-1]], f"new{random.randrange(10**6)}"
    order = [new, *holder] if random.random() < 0.4 else [*holder, new]
    choice = random.random()
    if isinstance(value, list) and len(value) > 1 and choice < 0.3:
        numbers = random.sample(range(len(value)), len(value))
        holder[path[-1]] = [value[number] for number in numbers]
        first = (
            _NAME.findall(contents(value)[0])[0] if not is_block(draft.text, walk(draft.document.root, path)[0]) else ""
        )
        return Edit(f"reorder {path} {numbers}", lambda draft: draft.reorder(path, numbers), data, first)
    if isinstance(value, list) and choice < 0.7:
        at = random.randrange(len(value) + 1)
        value.insert(at, new)
        return Edit(f"insert {path} {at}", lambda draft: draft.insert(path, new, at), data)
    if isinstance(value, dict) and choice < 0.7:
        value[new] = "new0"
        order = [new, *value] if random.random() < 0.4 else [*value, new]
        return Edit(f"add {(*path, new)}", lambda draft: draft.set((*path, new), "new0", order), data)
    if isinstance(value, str) and choice < 0.4:
        new += random.choice(("", ": and", " #x", " word" * 30))
        holder[path[-1]] = new
        return Edit(f"set {path} {new}", lambda draft: draft.set(path, new), data)
    if isinstance(path[-1], str) and choice < 0.5:
        holder[new] = "new0"
        return Edit(f"add {(*path[:-1], new)}", lambda draft: draft.set((*path[:-1], new), "new0", order), data)
    del holder[path[-1]]
    for end in range(len(path) - 1, 0, -1):
        if _at(data, path[:end]):
            break
        del _at(data, path[: end - 1])[path[end - 1]]
    if not data:  # nothing would be left of the file
        data = deepcopy(draft.document.data)
        data[new] = "new0"
        return Edit(f"add {new}", lambda draft: draft.set((new,), "new0"), data)
    taken = path
    while len(taken) > 1 and len(_at(draft.document.data, taken[:-1])) == 1:
        taken = taken[:-1]
    place, _ = walk(draft.document.root, taken)
    return Edit(f"remove {path}", lambda draft: draft.remove(path), data, gone=place[2:4])


def _paths(data: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from _paths(value, (*path, step))


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


class Tally(NamedTuple):
    """How many edits were made, how many were refused, and what the first said that went wrong."""

    made: int
    refused: int
    wrong: str


def run(seed: int, count: int) -> Tally:
    """Make so many edits, the same for the same seed."""
    random = Random(seed)  # noqa: S311 - nothing here is a secret
    made = refused = 0
    while made < count:
        draft = Draft("file.yaml", Hand(random).file())
        for _ in range(EDITS_A_FILE):
            before = draft.text
            if not draft.document.data:
                break
            edit = edits(random, draft)
            try:
                edit.act(draft)
            except EditError as error:
                if draft.text != before:
                    return Tally(made, refused, f"{edit.what} changed a file and said: {error}\n{before}")
                refused += 1
                continue
            wrong = fault(before, draft.text, edit)
            if wrong:
                return Tally(made, refused, f"{edit.what}: {wrong}\n--- before\n{before}\n--- after\n{draft.text}")
            made += 1
    return Tally(made, refused, "")


def main() -> int:
    options = asked("edits", __doc__, "edits", 10_000)
    tally = run(options.seed, options.count)
    sys.stdout.write(f"seed {options.seed}: {tally.made:,} edits made, {tally.refused:,} refused\n{tally.wrong}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
