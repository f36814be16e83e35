"""The marks around a document: what stands up to `---` and from `...` on is not part of what is laid out."""

import re

from jfp_cli.edit.yaml.lines import is_blank, next_line
from jfp_cli.source.lines import line_end

_BEGINS = re.compile(r"---(?=[ \t\r\n]|\Z)")
_ENDS = re.compile(r"(?<![^\r\n])\.\.\.(?=[ \t\r\n]|\Z)")
_NOTHING = re.compile(r"[ \t]*(#.*)?")


def parts_of(text: str) -> tuple[str, str, str]:
    """What stands before a document with the mark of its beginning, the document, and what stands from its end on."""
    begin = _begin(text)
    ends = _ENDS.search(text, begin)
    stop = ends.start() if ends else len(text)
    return text[:begin], text[begin:stop], text[stop:]


def _begin(text: str) -> int:
    """Where a document begins: after its mark, a comment behind that included; 0 where it has none."""
    at = 0
    while at < len(text) and (is_blank(text, at) or text[at] in "#%"):
        at = next_line(text, at)
    mark = _BEGINS.match(text, at)
    if not mark:
        return 0
    end = line_end(text, at)
    return end if _NOTHING.fullmatch(text, mark.end(), end) else mark.end()
