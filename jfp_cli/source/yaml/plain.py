"""The YAML that plans are mostly written in, read without libyaml: quick, or not at all.

`read` answers only where libyaml would read the same without a fault: keys and lists in lines, texts on one line,
blocks of text, folded ones with an even margin, and lists and keys in brackets on one line. Whatever else stands in a
text, libyaml reads it.
"""

from typing import Any

from jfp_cli.source.yaml.document import Document, Place
from jfp_cli.source.yaml.inline import is_remark, read_block, read_value
from jfp_cli.source.yaml.tokens import NULLS, NotPlain, Token, cut, usual

# Each level begins further right, or is a list and the keys in it: with brackets in them, less deep than is allowed.
FURTHEST_RIGHT = 32
THE_END: Token = ("\n", "", "", "", "", "")


def read(text: str) -> Document | None:
    """What libyaml would read; None where that is not certain."""
    line_end = "\r\n" if "\r" in text else "\n"
    if (line_end == "\r\n" and text.count("\r") != text.count("\n")) or not usual(text):
        return None
    whole = text if text.endswith("\n") else text + line_end
    begin, tokens = cut(whole, line_end)
    if not tokens or (whole is not text and tokens[-1][4]):
        return None  # a block without the end of its last line
    tokens.append(THE_END)
    tokens.reverse()
    try:
        data, places, end, after = _Reader(tokens, line_end).keys("", begin)
    except NotPlain:
        return None
    if after != len(whole) or not places:
        return None
    return Document(data, (-1, -1, begin, end, places))


class _Reader:
    """Reads tokens, of which the next is the last of the list; each list and keys puts back the token after it.

    Each method returns data, the places in it, where it ends, and where the token after it begins.
    """

    def __init__(self, tokens: list[Token], line_end: str) -> None:
        self.tokens = tokens
        self.line_end = line_end
        self.width = len(line_end)

    def keys(self, lead: str, at: int) -> tuple[dict[str, Any], dict[str, Place], int, int]:
        """The keys that stand behind these blanks, the first of them on the line that begins at an offset."""
        tokens = self.tokens
        width = self.width
        data: dict[str, Any] = {}
        places: dict[str, Place] = {}
        column = len(lead)
        end = at
        while (token := tokens.pop())[0] == lead:
            _, name, plain, other, margin, silent = token
            if not name or name in data or name in NULLS:
                raise NotPlain
            key_start = at + column
            key_end = key_start + len(name)
            start = key_end + 2
            if plain:
                end = start + len(plain)
                if end - start == 4 and plain in NULLS:
                    raise NotPlain
                data[name] = plain
                places[name] = (key_start, key_end, start, end, None)
                at = end + width + len(silent)
            elif margin:
                if len(margin) <= column:
                    raise NotPlain
                data[name], end = read_block(other, margin, silent, self.line_end, start)
                places[name] = (key_start, key_end, start, end, None)
                at = start + len(other) + width + len(silent)
            elif other and (other[0] != " " or not is_remark(other)):
                data[name], below, first, end = read_value(other, start)
                places[name] = (key_start, key_end, first, end, below)
                at = start + len(other) + width + len(silent)
            else:
                data[name], below, first, end, at = self.below(column, key_end + 1 + len(other) + width + len(silent))
                places[name] = (key_start, key_end, first, end, below)
        tokens.append(token)
        return data, places, end, at

    def below(self, column: int, at: int) -> tuple[Any, Any, int, int, int]:
        """What stands in the lines below a key in this column; where it begins comes before where it ends."""
        lead, name, plain, other, _, silent = self.tokens[-1]
        if len(lead) > FURTHEST_RIGHT:
            raise NotPlain
        dash = lead.find("-")
        if dash >= 0:
            if dash < column:
                raise NotPlain
            entries, spots, end, after = self.entries(lead, dash, at)
            return entries, spots, at + dash, end, after
        start = at + len(lead)
        if len(lead) <= column:
            raise NotPlain
        if name:
            keys, places, end, at = self.keys(lead, at)
            return keys, places, start, end, at
        line = plain or other
        if not line:
            raise NotPlain
        self.tokens.pop()
        return *read_value(line, start), start + len(line) + self.width + len(silent)

    def entries(self, lead: str, dash: int, at: int) -> tuple[list[Any], list[Place], int, int]:
        """The entries of a list whose dashes stand in this column, with the same blanks around them."""
        tokens = self.tokens
        width = self.width
        data: list[Any] = []
        places: list[Place] = []
        column = len(lead)
        here = " " * column
        end = at
        while (token := tokens.pop())[0] == lead:
            _, name, plain, other, margin, silent = token
            start = at + column
            if name:
                tokens.append((here, name, plain, other, margin, silent))  # as if its dash were a blank
                keys, below, end, at = self.keys(here, at)
                data.append(keys)
                places.append((-1, -1, start, end, below))
            elif plain:
                end = start + len(plain)
                if end - start == 4 and plain in NULLS:
                    raise NotPlain
                data.append(plain)
                places.append((-1, -1, start, end, None))
                at = end + width + len(silent)
            elif margin:
                if len(margin) <= dash:
                    raise NotPlain
                value, end = read_block(other, margin, silent, self.line_end, start)
                data.append(value)
                places.append((-1, -1, start, end, None))
                at = start + len(other) + width + len(silent)
            elif other:
                at = start + len(other) + width + len(silent)
                value, below, start, end = read_value(other, start)
                data.append(value)
                places.append((-1, -1, start, end, below))
            else:
                raise NotPlain
        tokens.append(token)
        return data, places, end, at
