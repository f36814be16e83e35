"""How a text is written in YAML: plain, in quotes, or as a block of lines."""

import re
from collections.abc import Iterator

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.values.text import ESCAPED_IN_YAML, OTHERWISE

WIDTH = 100  # columns

# What YAML 1.1 or the core schema of 1.2 does not read as text, and figures that a spreadsheet would not.
_NO_TEXT = re.compile(
    rf"~|null|Null|NULL|true|True|TRUE|false|False|FALSE|<<|=|[yYnN]|{OTHERWISE}"
    r"|[-+]?0[obx][0-9a-fA-F_]+|[-+]?(\.[0-9]+|[0-9][0-9.,_]*)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
    r"|[-+]?[0-9.]*_[0-9._]*([eE][-+]?[0-9_]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*"
)
_NEVER_PLAIN = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](\s|$)|---|\.\.\.|\s|.*(:\s|\s#|[\t\r\n]|[:\s]$)", re.DOTALL)
_NEVER_PLAIN_IN_FLOW = re.compile(r"[-?:]([,\[\]{}]|$)|:|.*[,?\[\]{}]|.*[\"']:")
_UNPRINTABLE = re.compile(ESCAPED_IN_YAML)
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufdd0-\ufdd4\ufffe\uffff]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BREAK = re.compile(r"(?<=\S) (?=\S)")


def is_plain(text: str, *, in_flow: bool, bare: bool = False) -> bool:
    """Whether a text stays what it is without quotes; `bare` where it is meant as a number, true or false."""
    if not text or _NEVER_PLAIN.match(text) or _UNPRINTABLE.search(text):
        return False
    if in_flow and _NEVER_PLAIN_IN_FLOW.match(text):
        return False
    return bare or not _NO_TEXT.fullmatch(text)


def quoted(text: str, quote: str) -> str:
    """A text in quotes; in double ones where single ones cannot hold it. Raises EditError for what is no text."""
    if quote == "'" and not re.search(r"[\n\r\t]", text) and not _UNPRINTABLE.search(text):
        return "'" + text.replace("'", "''") + "'"
    no_text = _NO_CHARACTER.search(text)
    if no_text:
        code = ord(no_text[0])
        what = f"the byte 0x{code - 0xDC00:x}, which is not UTF-8" if 0xDC80 <= code < 0xDD00 else f"U+{code:04X}"
        raise EditError(f'"{text}" is not text: it holds {what}; type it again')
    escaped = "".join(_ESCAPES.get(char, char) for char in text)
    return '"' + _UNPRINTABLE.sub(_escape, escaped) + '"'


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def one_line(text: str, *, in_flow: bool, quote: str, bare: bool = False) -> str:
    """A text on one line: plain where it stays itself, else in quotes."""
    return text if is_plain(text, in_flow=in_flow, bare=bare) else quoted(text, quote)


def is_foldable(text: str) -> bool:
    """Whether a block of lines can hold a text and some line of it can be broken."""
    return bool(_BREAK.search(text)) and _fits_block(text) and "\n" not in text


def folded(text: str, indent: int, newline: str, header: str = ">-") -> str:
    """A long text as a folded block, in lines that end before the hundredth column where its words allow it."""
    lines = list(_filled(text, max(WIDTH - indent, WIDTH // 5)))
    return newline.join([header, *(" " * indent + line for line in lines)])


def literal(text: str, indent: int, newline: str) -> str | None:
    """A text of several lines as a block that keeps its line ends; None where a block cannot hold it."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    if not _fits_block(body) or ends > 1:
        return None
    header = "|" if ends else "|-"
    return newline.join([header, *(" " * indent + line if line else "" for line in body.split("\n"))])


def _fits_block(text: str) -> bool:
    odd = re.match(r"\s", text) or re.search(r"\s$|[\t\r]", text) or _UNPRINTABLE.search(text) or "\x85" in text
    return bool(text) and not odd


def _filled(text: str, room: int) -> Iterator[str]:
    line = ""
    for word in _BREAK.split(text):
        if line and len(line) + 1 + len(word) > room:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
