"""YAML files in odd hands, every key, text and comment of which is unlike every other, so that each can be followed."""

from random import Random
from typing import Any

_IN_LINES = (": ", " #", " %")
_IN_BRACKETS = (*_IN_LINES, *'{}?,"')
ENDINGS = ("", " and", ": x", " #1", "'s", ', "so"', " - y", "?", " {z} y", " %")


class Hand:
    """Somebody who writes lists and mappings of texts in lines and in brackets, with comments in every place."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.count = 0
        self.step = random.randint(1, 4)
        self.dash = random.randint(0, 3)
        self.gap = random.randint(1, 3)
        self.talks = random.choice((0.05, 0.2, 0.5))

    def chance(self, likely: float) -> bool:
        return self.random.random() < likely

    def name(self, letter: str) -> str:
        self.count += 1
        return f"{letter}{self.count}q"

    def file(self) -> str:
        """A mapping in lines, with remarks above and below it."""
        head = self.random.choice(
            ("", "", f"# {self.name('f')}\n", f"# {self.name('f')}\n\n", f"--- # {self.name('f')}\n")
        )
        tail = f"# {self.name('f')}\n" if self.chance(self.talks / 2) else ""
        text = head + "".join(f"{line}\n" for line in self.mapping(0, 3)) + tail
        text = text.replace("\n", "\r\n") if self.chance(0.2) else text
        return text.rstrip("\r\n") if self.chance(0.1) else text

    def mapping(self, at: int, depth: int) -> list[str]:
        lines = []
        for _ in range(self.random.randint(1, 4)):
            key = self.name("k")
            lines += self.above(at)
            lines += self.value(" " * at + key + ":", at, depth, self.step)
        return lines

    def listing(self, at: int, depth: int) -> list[str]:
        lines = []
        for _ in range(self.random.randint(1, 4)):
            lines += self.above(at)
            if depth and self.chance(0.4):
                inner = self.mapping(at + self.gap + 1, depth - 1)
                first = next(number for number, line in enumerate(inner) if line.strip() and line.lstrip()[0] != "#")
                if first:
                    lines += [" " * at + "-", *inner]
                else:
                    lines += [" " * at + "-" + " " * self.gap + inner[0].lstrip(), *inner[1:]]
            else:
                lines += self.value(" " * at + "-", at, 0, self.gap + 1)
        return lines

    def above(self, at: int) -> list[str]:
        blanks = [""] * self.random.choice((0, 0, 0, 1, 2))
        return [*blanks, *([f"{' ' * at}# {self.name('c')}"] if self.chance(self.talks) else [])]

    def beside(self) -> str:
        return f"{' ' * self.random.randint(1, 3)}# {self.name('c')}" if self.chance(self.talks) else ""

    def value(self, head: str, at: int, depth: int, step: int) -> list[str]:
        kind = self.random.random()
        if kind < 0.05 and head.endswith(":"):  # an entry that holds nothing is nothing for a comment to be about
            return [head + self.random.choice(("", " ~", " []")) + self.beside()]
        if depth and kind < 0.45:
            deep = at + (self.dash if kind < 0.3 else self.step)
            below = self.listing(deep, depth - 1) if kind < 0.3 else self.mapping(deep, depth - 1)
            return [head + self.beside(), *below]
        if kind < 0.65:
            return (f"{head} {self.brackets(at + step)}" + self.beside()).split("\n")
        if kind < 0.8:
            sign = self.random.choice((">-", ">", "|", "|-"))
            pad = " " * (at + step)
            words = [self.name("t"), self.random.choice(("and", "so")), "on"]
            return [f"{head} {sign}{self.beside()}", pad + " ".join(words)]
        return [f"{head} {self.text()}{self.beside()}"]

    def brackets(self, at: int) -> str:
        keyed, spread = self.chance(0.3), self.chance(0.4)
        pieces = []
        for number in range(self.random.randint(1, 4)):
            piece = f"{self.name('k')}: {self.text(in_flow=True)}" if keyed else self.text(in_flow=True)
            pieces.append((number, piece))
        text = "{" if keyed else "["
        if spread:
            text += self.beside() + "\n" + " " * at if self.chance(0.6) else ""
        for number, piece in pieces:
            last = number == len(pieces) - 1
            comma = "" if last and self.chance(0.7) else ","
            if spread and self.chance(0.2) and text.rstrip(" ").endswith("\n"):
                text += f"# {self.name('c')}\n" + " " * at
            text += piece + comma
            text += self.beside() + "\n" + " " * at if spread and (not last or self.chance(0.5)) else " "
        return text.rstrip(" ") + ("" if not text.rstrip(" ").endswith("\n") else " " * at) + ("}" if keyed else "]")

    def text(self, *, in_flow: bool = False) -> str:
        text = self.name("t") + self.random.choice(ENDINGS)
        style = self.random.random()
        if style < 0.3:
            return "'" + text.replace("'", "''") + "'"
        if style < 0.5 or any(sign in text for sign in (_IN_BRACKETS if in_flow else _IN_LINES)):
            return '"' + text.replace('"', '\\"') + '"'
        return text


def contents(data: Any) -> list[str]:
    """Every key and text of some data, in order."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, list):
        return [text for entry in data for text in contents(entry)]
    return [text for key, value in data.items() for text in (key, *contents(value))]
