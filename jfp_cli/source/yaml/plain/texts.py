"""Texts on one line, with or without quotes: where one may begin and what it may hold, which is less than YAML allows.

In the patterns `↵` stands for the character at which a line ends.
"""

import re

from jfp_cli.source.yaml.plain.not_plain import NotPlain

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
