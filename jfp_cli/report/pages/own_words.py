"""The words of jfp's own templates in a page: what it says whatever the plan says."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, nodes

from jfp_cli.report.language import spoken

Words = tuple[str, ...]
GAP = "\0"
"""A character that no plan holds: what stands before and after it is no one text."""
_PIECE = re.compile(r"[^<>|\[\]\n]+")
_ANCHOR = re.compile(r'\b(?:id|href|aria-labelledby)="#?([\w-]+?)(?:-title)?"')


def without_own_words(page: str, own: frozenset[Words], words_of: Callable[[str], Words]) -> str:
    """A page, line by line, in which a gap stands for pieces between tags, cells and lines that say jfp's words alone.

    A number before them is that of a chapter, and anchors are made of headings.
    """

    def kept(piece: re.Match[str]) -> str:
        said = words_of(piece[0])
        return GAP if said in own or _unnumbered(said) in own else piece[0]

    return _PIECE.sub(kept, _ANCHOR.sub(lambda anchor: " " if words_of(anchor[1]) in own else anchor[0], page))


def own_words(folder: Path, form: str, words_of: Callable[[str], Words]) -> frozenset[Words]:
    """What the templates of a folder say in a format, each piece between tags, cells and lines as words.

    That is in English and in the language that is spoken.
    """
    parser = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    found: set[Words] = set()
    for path in sorted(folder.rglob(f"*.{form}.j2")):
        template = parser.parse(path.read_text("utf-8"))
        texts = [node.data for node in template.find_all(nodes.TemplateData)]
        # The rows of a table of examples stand in a list, and headings are given to what links to them.
        given = [*template.find_all(nodes.List), *template.find_all(nodes.Call)]
        constants = (constant.value for node in given for constant in node.find_all(nodes.Const))
        said = [value for value in constants if isinstance(value, str)]
        texts += [*said, *map(spoken().said, said)]
        found.update(words_of(piece[0]) for text in texts for piece in _PIECE.finditer(text))
    return frozenset(found - {()})


def _unnumbered(words: Words) -> Words:
    first = next((at for at, word in enumerate(words) if not word.isdigit()), len(words))
    return words[first:]
