"""A page for paper: what its pictures take from the style of the page stands in them, where any writer finds it."""

import re

from markupsafe import escape

_STYLE_ENDS = "</style>"
_FOR_SCREENS = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;]+?)\s*(?:;|$)")
_TAKEN = re.compile(r"var\(--([\w-]+)\)")
_UNKNOWN = "currentColor"


def with_tokens(page: str) -> str:
    """A page in which attributes such as `fill="var(--red)"` have what its style says the token is.

    No text of a plan looks like that, since a quotation mark in one is escaped.
    """
    style, end, rest = page.partition(_STYLE_ENDS)
    said = _FOR_SCREENS.sub("", style)
    tokens: dict[str, str] = {name: value for block in _ROOT.findall(said) for name, value in _TOKEN.findall(block)}

    def taken(match: re.Match[str]) -> str:
        name, before = match[1], set[str]()
        while name not in before and (other := _TAKEN.fullmatch(tokens.get(name, ""))):
            before.add(name)
            name = other[1]
        return str(escape(_UNKNOWN if name in before else tokens.get(name, _UNKNOWN)))

    return style + end + re.sub(rf'(?<==")({_TAKEN.pattern})(?=")', lambda one: _TAKEN.sub(taken, one[0]), rest)
