"""The comments of a file: where each begins, and what they say."""

import re
from collections import Counter
from collections.abc import Iterator

from jfp_cli.source.lines import line_end
from jfp_cli.source.yaml import Document, Place

SIGN = re.compile(r"([|>][0-9+-]*)([ \t]+#[^\r\n]*)?")
_COMMENT = re.compile(r"#[^\r\n]*")
_ANCHOR = re.compile(r"&\S+\s+")


def comments_of(text: str, document: Document, *, behind_signs: bool = True) -> list[int]:
    """Where each comment begins: a # that is in no key and in no text.

    Those behind the sign that opens a block of lines can be left out.
    """
    found, end = [], 0
    spans = sorted(_texts(text, document.root, behind_signs=behind_signs))
    for start, stop in [*spans, (len(text), len(text))]:
        found += [match.start() for match in _COMMENT.finditer(text, end, max(start, end))]
        end = max(end, stop)
    return found


def comment_at(text: str, offset: int) -> str:
    """What the comment that begins at an offset says."""
    return text[offset : line_end(text, offset)].strip()


def said_in_comments(text: str, document: Document, gone: tuple[int, int] = (0, 0)) -> Counter[str]:
    """What the comments of a file say, each as often as it stands there, but for those between two offsets."""
    begins = comments_of(text, document)
    return Counter(comment_at(text, at) for at in begins if not gone[0] <= at < gone[1])


def _texts(text: str, root: Place, *, behind_signs: bool) -> Iterator[tuple[int, int]]:
    """Where keys and texts begin and end."""
    todo = [root]
    while todo:
        key_start, key_end, start, end, below = todo.pop()
        if key_start >= 0:
            yield key_start, key_end
        if below is None or text.startswith("*", start):
            yield _after_sign(text, start, end) if behind_signs else start, end
        else:
            todo += below.values() if isinstance(below, dict) else below


def _after_sign(text: str, start: int, end: int) -> int:
    """Where a text begins, after the comment behind the sign that opens a block of lines."""
    anchor = _ANCHOR.match(text, start, end)
    sign = SIGN.match(text, anchor.end() if anchor else start, end)
    return sign.end() if sign and sign[2] else start
