"""A text cut into tokens, each a key, an entry or a text with all that follows it up to the next.

The lengths of its fields, with the colon after a key and the line end, give every position.
"""

import re
from functools import cache

from jfp_cli.source.yaml.plain.texts import BEGIN_NAME, PLAIN

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
          (?: (?:⏎)++ \5 [^ ↵] [^↵]*+ )*+
        | [^↵]*+ )                                                 # other: the rest of the line
    )
    ⏎ ({_SILENT})                                                  # silent
"""


def cut(text: str, line_end: str) -> tuple[int, list[Token]]:
    """Where the first token of a text begins, and the tokens; each line ends with `line_end`, which is LF or CRLF."""
    above = _compiled(_ABOVE, line_end).match(text)
    begin = above.end() if above else 0
    return begin, _compiled(_TOKEN, line_end).findall(text, begin)


@cache
def _compiled(pattern: str, line_end: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("⏎", re.escape(line_end)).replace("↵", line_end[0]), re.VERBOSE)
