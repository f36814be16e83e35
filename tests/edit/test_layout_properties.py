"""Whatever hand a plan file is written in, the house style keeps its values and its comments, and is one style."""

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jfp_cli.fmt.lines import tidy
from jfp_cli.fmt.plan import laid_out
from jfp_cli.model.field import fields_of
from jfp_cli.model.kinds import OF_FOLDER, model_of
from jfp_cli.source.folder import TextFile
from jfp_cli.source.yaml import parse
from tests.conftest import EXAMPLE, SHIPPED

FILES = [*sorted(SHIPPED.rglob("*.yaml")), *sorted(EXAMPLE.rglob("*.yaml"))]
CONTENT = [
    (path.parent.name if path.parent.name != "plan" else "plan", path.stem, parse(path.read_text("utf-8")).data)
    for path in FILES
]
ODD = re.compile(r"[:#\[\]{},&*!|>'\"%@`]|^[-?\s]|\s$|^$")
HEADS = [[], [], ["---"], ["--- # 0 below "], ["# 0 below", "", "", "---"]]
TAILS = [[], [], ["..."], ["...   # 0 below "]]


class Hand:
    """Somebody who writes YAML in a hand of their own, and comments what they write by name."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.step = random.randint(1, 5)
        self.dash = random.randint(0, 4)
        self.comments = random.random() / 3
        self.number = 0

    def chance(self, likely: float) -> bool:
        return self.random.random() < likely

    def scalar(self, text: str, at: int, *, in_flow: bool = False) -> str:
        styles = ["'", '"', ""] if not ODD.search(text) else ["'", '"']
        if "\n" in text:  # a list within a text
            styles, in_flow = ['"'], True
        style = self.random.choice(styles if in_flow or " " not in text.strip() else [*styles, ">-", "|-"])
        if style == "'":
            return "'" + text.replace("'", "''") + "'"
        if style == '"':
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        if not style:
            return text
        pad = " " * (at + self.random.randint(1, 5))
        if style == "|-":
            return f"|-{self.behind()}\n{pad}{text}"
        lines, words = [""], text.split(" ")
        for word in words:
            if lines[-1] and self.chance(0.2):
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
        return f">-{self.behind()}\n" + "\n".join(pad + line for line in lines)

    def behind(self) -> str:
        """A comment behind the sign of a block."""
        if not self.chance(self.comments):
            return ""
        self.number += 1
        before, after = self.random.choice([" ", "\t", "  \t "]), self.random.choice(["", " ", " \t"])
        return f"{before}# {self.number} beside an entry{after}"

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.flow(below)}" for key, below in self.shuffled(value)) + "}"
        if isinstance(value, list):
            return "[" + ",".join(f" {self.flow(below)}" for below in value) + "]"
        return self.scalar(value, 0, in_flow=True)

    def long_flow(self, value: list[str], at: int) -> str:
        """A list within brackets, over several lines and with comments in it."""
        pad = "\n" + " " * (at + 1)
        lines = []
        for entry in value:
            self.number += 1
            lines.append(f"{pad}{self.flow(entry)},{self.random.choice(['', f' # {self.number} beside an entry'])}")
        return "[" + "".join(lines) + pad + "]"

    def shuffled(self, value: dict[str, Any], *, free: bool = True) -> list[tuple[str, Any]]:
        pairs = list(value.items())
        if free and self.chance(0.5):
            self.random.shuffle(pairs)
        return pairs

    def above(self, at: int, what: str) -> Iterator[str]:
        yield from [""] * self.random.choice([0, 0, 0, 1, 3])
        if self.chance(self.comments):
            self.number += 1
            yield f"{' ' * at}# {self.number} above {what}"
            yield from [""] * self.random.choice([0, 0, 1])

    def beside(self, what: str, text: str) -> str:
        if not self.chance(self.comments) or "\n" in text:
            return ""
        self.number += 1
        return f"{' ' * self.random.randint(1, 4)}# {self.number} beside {what}"

    def block(self, value: Any, at: int, *, free: bool = True) -> Iterator[str]:
        if isinstance(value, dict):
            for key, below in self.shuffled(value, free=free):
                yield from self.above(at, key)
                yield from self.value(f"{' ' * at}{key}:", below, at, key, free=key not in ("actions", "places"))
        else:
            for entry in value:
                yield from self.above(at, "an entry")
                yield from self.entry(entry, at)
        if self.chance(self.comments / 3):
            self.number += 1
            yield f"{' ' * at}# {self.number} below"

    def entry(self, value: Any, at: int) -> Iterator[str]:
        gap = self.random.randint(1, 3)
        if isinstance(value, str) or not value or self.chance(0.2):
            yield from self.value(f"{' ' * at}-", value, at, "an entry", flow=True)
            return
        first, *rest = (line for line in self.block(value, at + 1 + gap) if line.strip())
        if first.lstrip().startswith("#"):
            yield f"{' ' * at}-"
            yield first
        else:
            yield f"{' ' * at}-{' ' * gap}{first.lstrip()}"
        yield from rest

    def value(
        self, head: str, value: Any, at: int, what: str, *, flow: bool = False, free: bool = True
    ) -> Iterator[str]:
        if isinstance(value, str):
            text = self.scalar(value, at)
            yield f"{head} {text}{self.beside(what, text)}"
        elif isinstance(value, list) and all(isinstance(entry, str) for entry in value) and self.chance(0.1):
            yield f"{head} {self.long_flow(value, at)}"
        elif not value or flow or self.chance(0.2):
            text = self.flow(value)
            yield f"{head} {text}{self.beside(what, text)}"
        else:
            yield head + self.beside(what, "")
            deep = at + (self.dash if isinstance(value, list) else self.step)
            yield from self.block(value, deep, free=free)


def comments(text: str) -> list[str]:
    return sorted(found.rstrip() for found in re.findall(r"# \d+ (?:above|beside|below)[^\r\n]*", text))


def next_line(lines: list[str], at: int) -> str:
    return next((line.strip() for line in lines[at:] if line.strip() and not line.strip().startswith("#")), "")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(CONTENT), st.integers(0, 2**32), st.sampled_from(["\n", "\r\n"]))
def test_any_hand_becomes_the_house_style(content: tuple[str, str, Any], seed: int, newline: str) -> None:
    kind, name, data = content
    hand = Hand(Random(seed))  # noqa: S311 - handwriting, not secrets
    head, tail = hand.random.choice(HEADS), hand.random.choice(TAILS)
    written = newline.join("\n".join([*head, *hand.block(data, 0), *tail, ""]).split("\n"))
    read = parse(written)
    assert (read.data, read.faults) == (data, []), written
    after = laid_out(TextFile("x.yaml", kind, name, written))

    assert laid_out(TextFile("x.yaml", kind, name, after)) == after
    assert yaml.load(after, Loader=yaml.BaseLoader) == data  # noqa: S506 - it makes text alone
    assert comments(after) == comments(written)
    assert after.count("\n") == after.count(newline)
    lines = after.split(newline)
    assert lines[-1] == ""
    assert lines[0] != ""
    assert "" not in [first + second for first, second in pairwise(lines)]
    assert [line for line in lines if line != line.rstrip()] == []
    long = [re.sub(r"\s+# \d+ (above|beside|below).*", "", line) for line in lines]
    folds = [line for line in long if "\\n" not in line]  # lines of a text in quotes stay as they are
    assert [line for line in folds if len(line) > 100 and " " in line.strip("- ").partition(": ")[2]] == []
    top = [line.partition(":")[0] for line in lines if re.match(r"\S+:", line)]
    assert top == [key for key in fields_of(model_of(OF_FOLDER[kind].name)) if key in data]
    for at, line in enumerate(lines):
        if found := re.match(r" *# \d+ above (\w.*)", line):
            if at == len(tidy(head)) and lines[at + 1] == "":  # about the file, not about its first key
                continue
            below = next_line(lines, at)
            assert below.startswith("- ") or (found[1] != "an entry" and below.startswith(f"{found[1]}:")), after
        elif (found := re.search(r"\S.*# \d+ beside (\w.*)", line)) and found[1] != "an entry":
            assert f"{found[1]}:" in line or lines[at - 1].endswith(f"{found[1]}:"), after
