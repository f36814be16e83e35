"""Whether a text holds anything that may look like something else; most hold nothing, and only others are scanned."""

import re

from jfp_cli.values.text import BEGINS_OTHERWISE, INVISIBLE, OTHERWISE

# Each pattern begins with its sign and so is found fast; a look at one character passes most words over.
_HASH_IN_TEXT = re.compile(r"""#(?<=[ \t\]}"'#]#)[^\s#]""")
WORD_ELSEWHERE = rf"(?:{OTHERWISE})(?=[ \t]*(?:[\r\n,\]}}]|[ \t]#|\Z))"
_WORDS = [re.compile(f"{sign} (?=[ {BEGINS_OTHERWISE}]) *{WORD_ELSEWHERE}") for sign in ":-"]
_KEYS = [re.compile(f"{sign} *(?=[{BEGINS_OTHERWISE}])(?:{OTHERWISE}) *:") for sign in "\n{,"]
FREE_KEYS = "glossary:"  # whose abbreviations are the only keys of a plan that may be such words
_ASCII = bytes(range(128))
BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
DASHES = "\u2010-\u2015\u2022\u2043\u2212\u25aa\u25cf"
OPENING = "\u201c\u201d\u201e\u2018"
_ODD = re.compile(f"[{INVISIBLE}{BLANKS}{DASHES}{OPENING}]")


def is_suspect(text: str) -> bool:
    """Whether anything here may look like something else; it costs next to nothing where nothing does."""
    if _HASH_IN_TEXT.search(text) or may_conflict(text):
        return True
    if any(pattern.search(text) for pattern in _WORDS):
        return True
    if FREE_KEYS in text and any(pattern.search(text) for pattern in _KEYS):
        return True
    if text.isascii():
        return False
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    return _ODD.search(rest) is not None


def may_conflict(text: str) -> bool:
    """Whether git may have left two versions in a text; "<" is seldom there, and found far faster than seven of it."""
    return ("<" in text and "<<<<<<<" in text) or ">>>>>>>" in text
