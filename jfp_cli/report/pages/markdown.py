"""Texts of a plan as GitHub-flavoured Markdown: what would mean something there is escaped, the rest stays readable."""

import re

from jfp_cli.report.pages.prose import is_plain, tokens

# Escaped where it could begin or end something: "<" before a tag, "_" beside a space, "&" before an entity. "!" makes
# an image of a link, which every reader's browser would fetch.
_SPECIAL = re.compile(
    r"[`*\[\]|~]|\\(?=[!-/:-@\[-`{-~]|$)|<(?=[A-Za-z/!?])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)"
)
_BACKSLASH = r"\\\g<0>"
_MARKS = {"em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**", "softbreak": " "}
_AT_START = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|=+\s*$|-+\s*$)")
_ADDRESS = re.compile(r"https?://[^\s<>|*`\\]+[^\s<>|*`\\.,;:!?'\")\]]")


def escaped(text: str) -> str:
    """Text on one line, in which Markdown and HTML mean nothing; web addresses become links."""
    return _line(_escape(text))


def inline(text: str) -> str:
    """A text on one line, for a sentence or a cell of a table; paragraphs run on, and entries of a list too."""
    return escaped(text) if is_plain(text) else " ".join(_blocks(text, marks=False))


def block(text: str) -> str:
    """A text as paragraphs and lists."""
    if is_plain(text):
        return escaped(text)
    lines: list[str] = []
    for line in _blocks(text, marks=True):
        if lines and not (_is_entry(lines[-1]) and _is_entry(line)):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


def _is_entry(line: str) -> bool:
    return re.match(r" *(?:-|\d+\.) ", line) is not None


def slug(heading: str) -> str:
    """The name by which GitHub links to a heading."""
    plain = heading if is_plain(heading) else "".join(token.content for token in tokens(heading))
    return re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")


def tidy(page: str) -> str:
    """A page without spaces at the ends of its lines, and with one empty line where a template left several."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", page, flags=re.MULTILINE)).strip("\n")


def _blocks(text: str, *, marks: bool) -> list[str]:
    """The paragraphs of a text and the entries of its lists, a line each, with the marks of lists or without."""
    lines: list[str] = []
    entries: list[int] = []  # of each list that is open: the number of its next entry, 0 where they have none
    mark = said = ""
    links: list[str] = []
    for token in tokens(text):
        match token.type:
            case "bullet_list_open":
                entries.append(0)
            case "ordered_list_open":
                entries.append(1)
            case "bullet_list_close" | "ordered_list_close":
                entries.pop()
            case "list_item_open":
                mark = "  " * (len(entries) - 1) + (f"{entries[-1]}. " if entries[-1] else "- ")
                entries[-1] += 1 if entries[-1] else 0
            case "paragraph_close":
                lines.append((mark or "  " * len(entries) if marks else "") + _line(said))
                mark = said = ""
            case "link_open":
                links.append(str(token.attrGet("href")).replace("(", "%28").replace(")", "%29"))
                said = (f"{said[:-1]}\\!" if said.endswith("!") else said) + "["
            case "link_close":
                said += f"]({links.pop()})"
            case _:
                said += _MARKS.get(token.type) or _escape(token.content, in_link=bool(links))
    return [*lines, _line(said)] if said else lines


def _escape(text: str, *, in_link: bool = False) -> str:
    pieces, done = [], 0
    for match in _ADDRESS.finditer(text) if "://" in text and not in_link else ():
        pieces += [_SPECIAL.sub(_BACKSLASH, text[done : match.start()]), f"<{match[0]}>"]
        done = match.end()
    return "".join((*pieces, _SPECIAL.sub(_BACKSLASH, text[done:])))


def _line(text: str) -> str:
    """A text on one line that begins nothing of Markdown, neither a heading nor a list nor a quotation."""
    line = " ".join(text.split())
    return _AT_START.sub(lambda match: (match[1] or "") + "\\", line, count=1) if _AT_START.match(line) else line
