"""The numbers and marks of lists: each list of a document counts for itself."""

from collections.abc import Iterator, Sequence

from jfp_cli.report.pages.word.place import STEP
from jfp_cli.report.pages.word.xml import element

_LEVELS = 9
_MARKS = "\N{BULLET}\N{EN DASH}\N{BULLET}"
_NUMBERS = ("decimal", "lowerLetter", "lowerRoman")
_BULLETS, _COUNTED = 1, 2


def numbering(ordered: Sequence[bool]) -> Iterator[str]:
    """What the numbering of a document holds whose lists are ordered or not, in the order of their numbers from 1."""
    yield element("abstractNum", element("multiLevelType", val="hybridMultilevel"), *_bullets(), abstractNumId=_BULLETS)
    yield element("abstractNum", element("multiLevelType", val="multilevel"), *_counted(), abstractNumId=_COUNTED)
    for number, is_ordered in enumerate(ordered, 1):
        again = (
            element("lvlOverride", element("startOverride", val=1), ilvl=level)
            for level in range(_LEVELS if is_ordered else 0)
        )
        kind = element("abstractNumId", val=_COUNTED if is_ordered else _BULLETS)
        yield element("num", kind, *again, numId=number)


def _bullets() -> Iterator[str]:
    for level in range(_LEVELS):
        yield _level(level, "bullet", _MARKS[level % len(_MARKS)])


def _counted() -> Iterator[str]:
    for level in range(_LEVELS):
        yield _level(level, _NUMBERS[level % len(_NUMBERS)], f"%{level + 1}.")


def _level(level: int, kind: str, text: str) -> str:
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=kind),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=(level + 1) * STEP, hanging=STEP)),
        ilvl=level,
    )
