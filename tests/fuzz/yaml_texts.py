"""YAML as plans are written, and then with something changed: random, and the same again from the same seed."""

from collections.abc import Callable
from random import Random
from textwrap import dedent

from tests.fuzz.yaml_pieces import NAMES, ODD_NAMES, SIGNS, WORDS


def yaml_text(random: Random, written: list[str]) -> str:
    """A text in the manner of a plan, made up or cut out of one that was written, and changed a little."""
    made = random.random()
    if made < 0.55:
        text = _keys(random, 0, 3)
    elif made < 0.9:
        text = _cut_out(random, random.choice(written))
    else:
        text = random.choice(written)
    for _ in range(random.choice((0, 0, 1, 1, 1, 2, 3))):
        text = _changed(random, text)
    if random.random() < 0.25:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return text.rstrip("\r\n") if random.random() < 0.1 else text


def _cut_out(random: Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    begin = random.randrange(len(lines))
    return dedent("".join(lines[begin : begin + random.randrange(1, 25)]))


def _changed(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    kind = random.random()
    if kind < 0.5:
        return text[:at] + random.choice(SIGNS) + text[at:]
    if kind < 0.7:
        return text[:at] + text[at + random.randrange(1, 6) :]
    lines = text.split("\n")
    line = random.randrange(len(lines))
    if kind < 0.85:
        lines[line] = " " * random.randrange(9) + lines[line].lstrip(" ")
    else:
        lines.insert(line, random.choice(lines))
    return "\n".join(lines)


def _rarely(random: Random, often: str, *rare: str) -> str:
    return random.choice(rare) if random.random() < 0.05 else often


def _silent(random: Random, column: int) -> str:
    """Lines that say nothing, now and then."""
    if random.random() > 0.2:
        return ""
    line = random.choice(("", "", "", " " * column, " " * random.randrange(12)))
    return line + random.choice(("", "# c", "#", "# d: e")) + "\n"


def _keys(random: Random, column: int, depth: int) -> str:
    out = _silent(random, column) + _rarely(random, "", "---\n") if column == 0 else ""
    names = random.sample(NAMES, random.randrange(1, 4)) + random.choices(ODD_NAMES, k=random.random() < 0.04)
    for name in names:
        below: Callable[[Random, int, int], str] | None = None
        if depth and random.random() < 0.5:
            below = random.choice((_keys, _entries, _entries))
        out += " " * column + name + ":"
        if below is None:
            out += _rarely(random, " ", "  ", "   ", "") + _value(random, column)
        else:
            step = 0 if below is _entries and random.random() < 0.3 else random.choice((1, 2, 2, 2, 4))
            out += _rarely(random, "", " ", "  # c", " #c") + "\n" + below(random, column + step, depth - 1)
        out += _silent(random, column)
    return out


def _entries(random: Random, column: int, depth: int) -> str:
    out = ""
    dash = " " * column + _rarely(random, "- ", "-   ", "-")
    for _ in range(random.randrange(1, 4)):
        if random.random() < 0.4:
            out += dash + _keys(random, column + len(dash.lstrip()), max(depth - 1, 0)).lstrip(" ")
        else:
            out += dash + _value(random, column)
        out += _silent(random, column)
    return out


def _value(random: Random, column: int) -> str:
    kind = random.random()
    if kind < 0.5:
        value = _words(random)
    elif kind < 0.65:
        return _block(random, column)
    elif kind < 0.8:
        value = _quoted(random)
    else:
        value = _in_brackets(random, 2)
    return value + _rarely(random, "", " ", "  ", " # r", "  # it's", "#r", " #") + "\n"


def _words(random: Random) -> str:
    return _rarely(random, " ", "  ").join(random.choices(WORDS, k=random.choice((1, 1, 2, 3, 5))))


def _quoted(random: Random) -> str:
    mark = random.choice("'\"")
    return mark + _words(random).replace(mark, mark * 2 if mark == "'" else "") + mark


def _block(random: Random, column: int) -> str:
    margin = " " * (column + random.choice((0, 1, 2, 2, 2, 3, 4)))
    lines = [_rarely(random, margin, margin + " ", margin[1:]) + _words(random) for _ in range(random.randrange(1, 4))]
    lines = [line + _rarely(random, "\n", " \n", "\n\n", f"\n{margin}\n", f"\n{margin} \n") for line in lines]
    return random.choice((">-", ">-", ">", "|", "|-", ">+", "|2", ">- ")) + "\n" + "".join(lines)


def _in_brackets(random: Random, depth: int) -> str:
    inside = []
    keyed = random.random() < 0.5
    for name in random.sample(NAMES, random.randrange(4)):
        kind = random.random()
        value = _in_brackets(random, depth - 1) if depth and kind < 0.2 else _quoted(random) if kind < 0.4 else ""
        value = value or random.choice(WORDS)
        inside.append(f"{name}{_rarely(random, ': ', ':  ', ':', ' : ')}{value}" if keyed else value)
    opened, closed = random.choice(("{}", "{}", "{}", "[}")) if keyed else random.choice(("[]", "[]", "[]", "{]"))
    space = _rarely(random, "", " ")
    return opened + space + _rarely(random, ", ", ",", " , ", ",  ").join(inside) + space + closed
