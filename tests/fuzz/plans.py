"""Mutated plan files: each is a plan or findings, and every question, rule and command answers, within a second.

`python -m tests.fuzz.plans --count 100000 --seed 1` loads so many plans with a mutated file, prints each that ends in
anything else, and ends with 1 if there is one. The same seed makes the same files.
"""

import io
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from random import Random
from traceback import format_exc
from typing import NamedTuple

from jfp_cli.cli.door import main as jfp
from jfp_cli.linting.lint import lint
from jfp_cli.model.field import every_model, fields_of
from tests.conftest import SHIPPED
from tests.fuzz.asked import asked
from tests.fuzz.promptly import promptly
from tests.fuzz.yaml_pieces import ODD_NAMES, SIGNS, WORDS
from tests.loading.changed_plans import TEXTS, check_loaded, replaced
from tests.values.phrases import Phrases

DAY = date(2026, 11, 21)
OFTEN_LINTED, OFTEN_ASKED = 0.2, 0.02
KEYS = sorted({key for model in every_model() for key in fields_of(model)})
SHAPES = ["[]", "{}", "[[]]", "[{}]", "{a: b}", "[a, b]", "[a, a]", "''", "~", "{a: {b: [c]}}", "[[a], {b: c}]", "yes"]
WRITTEN = [path.read_text("utf-8") for path in sorted(SHIPPED.rglob("*.yaml"))]
ASKED = (
    "validate", "validate --format json", "lint", "lint --format sarif", "overdue", "due --within 999d", "milestones",
    "targets --format csv", "search of", "show elective-hub", "status", "index", "coverage --format markdown",
    "render", "render --format md", "render --audience internal", "render overdue", "fmt --diff",
    "schema section --ids",
)  # fmt: skip
CHANGING = (
    "set elective-hub owner=Somebody", "set elective-hub places=", "set plan title=Anew", "set elective-care duties=",
    "move endoscopy-unit --to 2030-01 --because late", "complete rostering", "record waiting-list-size 5 --at 2026-01",
    "rename areas/workforce people", "rename places/north-town north", "remove enablers/estates", "remove elective-hub",
    "add area --title Audiology", "add section --title Dental --part Workforce", "fmt",
    "add milestone --area workforce --activity Try --due 2027",
)  # fmt: skip


class Tally(NamedTuple):
    """How many files were mutated, how many of them were still valid, and each that went wrong."""

    tried: int
    valid: int
    wrong: list[str]


class Mutation:
    """Changes a plan file here and there, the same way for the same seed."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.phrases = Phrases(random.randrange(10**9))

    def of(self, text: str) -> str:
        """The text with one to four slips in it, or one that has nothing to do with it."""
        chance = self.random.random()
        if chance < 0.02:
            return "".join(self.random.choices([*SIGNS, *WORDS, *ODD_NAMES], k=self.random.randrange(12)))
        if chance < 0.1:
            text = self.random.choice(WRITTEN)
        for _ in range(self.random.choice((1, 1, 1, 2, 3, 4))):
            text = self.random.choice(self._slips)(self, text) or "\n"
        return text

    def _value(self) -> str:
        """What somebody may write behind a colon."""
        make: Callable[[], str] = self.random.choice(
            [
                self.phrases.date,
                self.phrases.figure,
                lambda: self.random.choice(SHAPES),
                lambda: self.random.choice(SIGNS),
                lambda: self.random.choice(WORDS),
                lambda: f"{{{self.random.choice(KEYS)}: {self.random.choice(SHAPES)}}}",
                lambda: f"[{{{self.random.choice(KEYS)}: {self.random.choice(WORDS)}}}]",
            ]
        )
        return make()

    def _in_a_line(self, text: str, change: Callable[[str], str]) -> str:
        lines = text.splitlines(keepends=True)
        at = self.random.randrange(len(lines))
        lines[at] = change(lines[at])
        return "".join(lines)

    def _another_value(self, text: str) -> str:
        return self._in_a_line(text, lambda line: f"{line.partition(':')[0]}: {self._value()}\n")

    def _another_key(self, text: str) -> str:
        def change(line: str) -> str:
            key, colon, value = line.partition(":")
            margin = key[: len(key) - len(key.lstrip(" -"))]
            return f"{margin}{self.random.choice([*KEYS, *ODD_NAMES])}{colon}{value}"

        return self._in_a_line(text, change)

    def _another_character(self, text: str) -> str:
        at = self.random.randrange(len(text))
        sign = self.random.choice(SIGNS)
        return text[:at] + sign + text[at + self.random.choice((0, 1, len(sign))) :]

    def _another_margin(self, text: str) -> str:
        return self._in_a_line(text, lambda line: " " * self.random.randrange(9) + line.lstrip(" "))

    def _twice(self, text: str) -> str:
        return self._in_a_line(text, lambda line: line * 2)

    def _without_lines(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        at = self.random.randrange(len(lines))
        del lines[at : at + self.random.choice((1, 1, 2, 5))]
        return "".join(lines)

    def _moved_lines(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        at = self.random.randrange(len(lines))
        block = lines[at : at + self.random.randrange(1, 6)]
        del lines[at : at + len(block)]
        at = self.random.randrange(len(lines) + 1)
        return "".join([*lines[:at], *block, *lines[at:]])

    def _cut(self, text: str) -> str:
        return text[: self.random.randrange(len(text))]

    def _piece_of_another(self, text: str) -> str:
        lines, others = text.splitlines(keepends=True), self.random.choice(WRITTEN).splitlines(keepends=True)
        at, other = self.random.randrange(len(lines)), self.random.randrange(len(others))
        return "".join([*lines[:at], *others[other : other + self.random.randrange(1, 9)], *lines[at:]])

    def _other_line_ends(self, text: str) -> str:
        return text.replace("\n", self.random.choice(("\r\n", "\r")))

    _slips = (
        *(_another_value,) * 4,
        *(_another_key, _another_character, _another_margin) * 2,
        *(_twice, _without_lines, _moved_lines, _cut, _piece_of_another, _other_line_ends),
    )


def run(seed: int, count: int) -> Tally:
    """Load so many mutated plans, the same for the same seed; lint a part of them, and run commands on a few."""
    random = Random(seed)  # noqa: S311 - nothing here is a secret
    mutation = Mutation(random)
    valid = 0
    wrong = []
    for _ in range(count):
        file = random.choice(sorted(TEXTS))
        text = mutation.of(TEXTS[file])
        chance, command = random.random(), random.choice(ASKED if random.random() < 0.6 else CHANGING)
        try:
            with promptly():
                loaded = replaced({file: text})
                check_loaded(loaded)
                valid += not loaded.findings
                if chance < OFTEN_LINTED:
                    lint(loaded, DAY)
            if chance < OFTEN_ASKED:
                command_on({file: text}, command)
        except Exception:  # noqa: BLE001 - any is a fault
            wrong.append(f"{file}, jfp {command}:\n{text!r}\n{format_exc()}\n")
    return Tally(count, valid, wrong)


def command_on(files: dict[str, str], command: str) -> None:
    """Run a command on the example with these files; raises AssertionError where it does not end as it should."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan"
        for name, text in (TEXTS | files).items():
            (plan / name).parent.mkdir(parents=True, exist_ok=True)
            (plan / name).write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err), promptly():
            code = jfp([*command.split(), "--plan", str(plan)])
        said = err.getvalue()
        assert code in (0, 1, 2), code
        assert "fault of jfp" not in said, said
        assert code == 0 or said or out.getvalue(), f"{code}, and not a word"
        assert not list(plan.rglob(".*")), "something is left"


def main() -> int:
    options = asked("plans", __doc__, "files", 100_000)
    tally = run(options.seed, options.count)
    sys.stdout.write(f"seed {options.seed}: {tally.tried:,} files, {tally.valid:,} of them valid\n")
    sys.stdout.writelines(tally.wrong)
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
