"""Texts of a plan as GitHub-flavoured Markdown: what would mean something there is escaped, the rest stays readable."""

import re

from jfp_cli.report.pages.prose import addresses, is_plain, tokens

# Escaped where it could begin or end something: "<" before a tag, "_" beside a space, "&" before an entity. "!" makes
# an image of a link, which every reader's browser would fetch.
_SPECIAL = re.compile(
    r"[`*\[\]|~]|\\(?=[!-/:-@\[-`{-~]|$)|<(?=[A-Za-z/!?])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)"
)
_BACKSLASH = r"\\\g<0>"
_MARKS = {"em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**", "softbreak": " "}
_AT_START = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|=+\s*$|-+\s*$)")
_ENTRY = re.compile(r" *(?:-|\d+\.) ")


def escaped(text: str) -> str:
    """Text on one line, in which Markdown and HTML mean nothing; web addresses become links."""
    return _line(_escape(text))


def inline(text: str) -> str:
    """A text on one line, for a sentence or a cell of a table; paragraphs run on, and so do lists."""
    if is_plain(text):
        return escaped(text)
    said = ""
    before = False
    for line in _blocks(text):
        entry = _ENTRY.match(line)
        said += ("; " if entry and before else " ") + line[entry.end() if entry else 0 :]
        before = entry is not None
    return said.strip()


def block(text: str) -> str:
    """A text as paragraphs and lists."""
    if is_plain(text):
        return escaped(text)
    lines: list[str] = []
    for line in _blocks(text):
        if lines and not (_ENTRY.match(lines[-1]) and _ENTRY.match(line)):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


def slug(heading: str) -> str:
    """The name by which GitHub links to a heading."""
    plain = heading if is_plain(heading) else "".join(token.content for token in tokens(heading))
    return re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")


def tidy(page: str) -> str:
    """A page without spaces at the ends of its lines, and with one empty line where a template left several."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", page, flags=re.MULTILINE)).strip("\n")


def _blocks(text: str) -> list[str]:
    """The paragraphs of a text and the entries of its lists with their marks, a line each."""
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
                lines.append((mark or "  " * len(entries)) + _line(said))
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
    for start, end in () if in_link else addresses(text):
        pieces += [_SPECIAL.sub(_BACKSLASH, text[done:start]), f"<{text[start:end]}>"]
        done = end
    return "".join((*pieces, _SPECIAL.sub(_BACKSLASH, text[done:])))


def _line(text: str) -> str:
    """A text on one line that begins nothing of Markdown, neither a heading nor a list nor a quotation."""
    line = " ".join(text.split())
    return _AT_START.sub(lambda match: (match[1] or "") + "\\", line, count=1) if _AT_START.match(line) else line
