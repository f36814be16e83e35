"""Long sessions in an editor: whatever is typed, it sees in a plan what a fresh load and all rules see, and answers.

`python -m tests.fuzz.session --count 20000 --seed 1` makes so many edits, asks a question after each, prints the first
that goes wrong, and ends with 1 if there is one. The same seed makes the same session.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from traceback import format_exc

from lsprotocol import types

from jfp_cli.editor.acting import Actions
from jfp_cli.editor.colouring import tokens
from jfp_cli.editor.completing import completions
from jfp_cli.editor.editing import Abilities
from jfp_cli.editor.hinting import hints
from jfp_cli.editor.hovering import hover
from jfp_cli.editor.lenses import lenses
from jfp_cli.editor.rewriting import RefusedError, formatted, renamable, renamed
from jfp_cli.editor.symbols import folds, index, outline
from jfp_cli.editor.workspace import Spot, Workspace
from jfp_cli.linting.file_by_file import FileByFile
from jfp_cli.linting.lint import lint, look
from jfp_cli.linting.settings import InForce
from jfp_cli.loading import Loaded, load
from tests.conftest import EXAMPLE
from tests.fuzz.asked import asked
from tests.linting.one_rule import single

DAY = date(2026, 11, 26)
ABLE = Abilities(versions=True, files=True)
PIECES = [
    "\n", "  ", "- ", ": ", "due: March 2027\n", "{", "]", "🏥", "\r\n", "\ufeff", "outpatients", "id: x\n", '"', "#",
    "\x00", "é", "\t", "areas: [nothing]\n", "status: ", "|\n", "&a ", "*a", "\u2028", "\r",
]  # fmt: skip


class Session:
    """An editor with a plan, of which chance opens, changes, saves and closes the files."""

    def __init__(self, folder: Path, random: Random) -> None:
        self.random, self.folder = random, folder
        self.workspace = Workspace()
        self.workspace.add_folder(folder.as_uri())
        (self.index,) = self.workspace.plans.values()
        self.file_by_file = FileByFile()
        self.files = sorted((folder / "plan").rglob("*.yaml"))
        self.going = {path: typed(random, path.read_bytes().decode()) for path in self.files}
        self.opened: dict[Path, str] = {}

    def edit(self, version: int) -> None:
        """Something that happens to a file: it is typed in, saved and closed, or changed by another program."""
        path, act = self.random.choice(self.files), self.random.random()
        if act < 0.1 and path in self.opened:
            path.write_bytes(self.opened.pop(path).encode())
            self.workspace.close(path.as_uri())
        elif act < 0.15:
            path.write_bytes(next(self.going[path]).encode())  # whether it is open here or not
            list(self.workspace.refresh())
        else:
            self.opened[path] = next(self.going[path])
            self.workspace.put(path.as_uri(), version, self.opened[path])

    def is_fresh(self) -> bool:
        """Whether the plan is, and the rules find, what would be so if all that is open were saved."""
        on_disk = {path: path.read_bytes() for path in self.opened}
        for path, text in self.opened.items():
            path.write_bytes(text.encode())
        try:
            now, fresh = self.index.picture.loaded, load(self.folder / "plan")
            known = self.file_by_file.known(now, InForce(now), DAY)
            found = look(now, InForce(now), DAY, known=known)
            return seen(now) == seen(fresh) and single(found) == single(lint(fresh, DAY))
        finally:
            for path, data in on_disk.items():
                path.write_bytes(data)

    def ask(self) -> None:
        """Ask something of some place."""
        path = self.random.choice(self.files)
        spot = self.workspace.spot(path.as_uri())
        if spot is None:
            return
        line = self.random.randrange(40)
        question = self.random.choice(self._questions(spot, path, types.Position(line, line % 31)))
        with suppress(RefusedError):
            question()

    def _questions(self, spot: Spot, path: Path, at: types.Position) -> list[Callable[[], object]]:
        plans, where = self.workspace, types.Range(at, types.Position(at.line + 3, 0))

        def complete() -> object:
            text = self.opened.get(path, "")
            lines = text.split("\n")
            return completions(plans, spot, text, (len(lines), len(lines[-1]) + 1), DAY)

        return [
            lambda: hover(plans, spot, at, DAY),
            complete,
            lambda: hints(plans, spot, where, DAY),
            lambda: lenses(plans, spot, path.as_uri()),
            lambda: tokens(plans, spot),
            lambda: (outline(plans, spot), index(plans, "e"), folds(plans, spot)),
            lambda: formatted(plans, spot),
            lambda: (renamable(plans, spot, at), renamed(plans, spot, at, "another", ABLE)),
            lambda: Actions(plans, spot, spot.picture.loaded.findings, ABLE, DAY).all(where),
        ]


def typed(random: Random, text: str) -> Iterator[str]:
    """A text as somebody changes it: words come and go, now and then the text as it was is put back."""
    first = text
    while True:
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.choice([0, 0, 1, 3, 40]))
        put_in = random.choice([*PIECES, ""])
        text = first if random.random() < 0.1 else text[:start] + put_in + text[end:]
        yield text


def seen(loaded: Loaded) -> object:
    """What a plan says, and what is wrong with it."""
    things = {address: str(thing) for address, thing in loaded.plan.things.items()} if loaded.plan else None
    return things, loaded.findings


def run(seed: int, count: int) -> tuple[int, str]:
    """How many edits were made, and what the first said that went wrong."""
    random = Random(seed)  # noqa: S311 - nothing here is a secret
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(EXAMPLE, Path(folder) / "plan")
        session = Session(Path(folder).resolve(), random)
        for made in range(count):
            session.edit(made)
            if not session.is_fresh():
                return made, f"after edit {made} of seed {seed} it is not what a fresh load and all rules see\n"
            try:
                session.ask()
            except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
                return made, f"after edit {made} of seed {seed}: {format_exc()}"
    return count, ""


def main() -> int:
    options = asked("session", __doc__, "edits", 20_000)
    made, wrong = run(options.seed, options.count)
    sys.stdout.write(f"seed {options.seed}: {made:,} edits made\n{wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
