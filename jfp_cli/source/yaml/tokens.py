"""Plain YAML cut into tokens, each a key, an entry or a text with all that follows it up to the next.

A text on one line may hold less than YAML allows. The lengths of a token's fields, with the colon after a key and the
line end, give every position. In the patterns `↵` stands for the character at which a line ends.
"""

import re
from functools import cache

# No sign that means something else in YAML; a name is no merge key and no end of a document either.
BEGIN = r"""[^↵ \-?:,\[\]{}\#&*!|>'"%@`~]"""
BEGIN_NAME = r"""[^↵ \-?:,\[\]{}\#&*!|>'"%@`~<.]"""
NUMBER = "-(?=[0-9A-Za-z])"
# A colon is text before anything but a blank, and a number sign after anything but one.
PLAIN = rf"(?:{BEGIN}|{NUMBER})[^↵:\#]*+(?:(?::(?=[^ ↵])|(?<![ ])\#)[^↵:\#]*+)*+"
NULLS = frozenset(("null", "Null", "NULL"))  # without quotes they say nothing
QUOTED = r"""  "[^"\\]*+"|'[^']*+(?:''[^']*+)*+'  """.strip()
_ASCII = bytes((ord("\n"), ord("\r"), *range(ord(" "), ord("~") + 1)))
# Tabs and other control characters, what ends a line of YAML 1.1, what stands in for another character, and no text.
_ODD = "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
# What stands before a key or an entry; a key; a text that ends its line, or whatever else stands there; the blanks
# before each line of that where it is a block; and the lines below that say nothing.
Token = tuple[str, str, str, str, str, str]
_SILENT = r"(?:[ ]*+ (?:\#[^↵]*+)? ⏎)*+"
_ABOVE = rf"{_SILENT} (?: --- ⏎ {_SILENT} )?"
# With the blank after it, where a value stands on its line.
_COLON = r": (?: [ ](?=[^ \#↵]) | [ ](?=[ ]++[^ \#↵]) | (?=[ ]*+(?:(?<=[ ])\#|⏎)) )"
_TOKEN = rf"""
    ([ ]*+ (?:-[ ]++)?)                                            # lead: blanks, and the dash of an entry
    (?: ({BEGIN_NAME} [^↵:\#]{{0,100}}+) (?<![ ]) {_COLON} )?        # name
    (?:
        ({PLAIN}) (?<![ ]) (?=⏎)                                   # plain
      | ( [>|]-? ⏎ ([ ]++) [^ ↵] [^↵]*+                            # other: a block, and its margin
          (?: (?:⏎)++ \5 [ ]*+ [^ ↵] [^↵]*+ )*+
        | [^↵]*+ )                                                 # other: the rest of the line
    )
    ⏎ ({_SILENT})                                                  # silent
"""


class NotPlain(Exception):  # noqa: N818 - not an error: libyaml reads this text
    """Something stands here of which it is not certain how libyaml would read it."""


def usual(text: str) -> bool:
    """Whether libyaml takes every character of a text for what it is, and none but spaces for a blank."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return not rest or not re.search(_ODD, rest.decode("utf-8", "surrogatepass"))


def meant(written: str) -> tuple[str, int]:
    """What a text means that was written with or without quotes, and how long it is without the blanks after it."""
    if written[0] == '"':
        return written[1:-1], len(written)
    if written[0] == "'":
        return written[1:-1].replace("''", "'"), len(written)
    text = written.rstrip(" ")
    if text in NULLS:
        raise NotPlain
    return text, len(text)


def cut(text: str, line_end: str) -> tuple[int, list[Token]]:
    """Where the first token of a text begins, and the tokens; each line ends with `line_end`, which is LF or CRLF."""
    above = _compiled(_ABOVE, line_end).match(text)
    begin = above.end() if above else 0
    return begin, _compiled(_TOKEN, line_end).findall(text, begin)


@cache
def _compiled(pattern: str, line_end: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("⏎", re.escape(line_end)).replace("↵", line_end[0]), re.VERBOSE)
