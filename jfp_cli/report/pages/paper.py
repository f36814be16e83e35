"""A page for paper: what its pictures take from the style of the page stands in them, where any writer finds it."""

import re

_STYLE_ENDS = "</style>"
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_TOKEN = re.compile(r"--([\w-]+):\s*([^;{}]+?)\s*(?:;|$)")
_TAKEN = re.compile(r'(?<==")var\(--([\w-]+)\)(?=")')


def with_colours(page: str) -> str:
    """A page in which attributes such as `fill="var(--red)"` have the colour that its style gives the token.

    Texts of a plan never look like that: a quotation mark in them is escaped.
    """
    style, end, rest = page.partition(_STYLE_ENDS)
    tokens: dict[str, str] = {name: value for block in _ROOT.findall(style) for name, value in _TOKEN.findall(block)}

    def colour(name: str) -> str:
        value, seen = tokens.get(name, "currentColor"), {name}
        while (other := re.fullmatch(r"var\(--([\w-]+)\)", value)) and other[1] not in seen:
            seen.add(other[1])
            value = tokens.get(other[1], "currentColor")
        return value

    return style + end + _TAKEN.sub(lambda taken: colour(taken[1]), rest)
