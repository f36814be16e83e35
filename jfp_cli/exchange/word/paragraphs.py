"""A paragraph of Word's XML as lines: what was inserted, moved in or filled in is text, what was deleted is not."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from jfp_cli.exchange.word.blocks import Kind, Line
from jfp_cli.exchange.word.markers import clean, of_heading, unmarked
from jfp_cli.exchange.word.styles import Look, Styles, is_on, look_of, value, w

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# What a reader does not see: what was deleted or moved away, the code of a field, what is said of how things look.
_UNSEEN = "del moveFrom delText instrText delInstrText pPr rPr sdtPr sdtEndPr tblPr tblGrid trPr tcPr sectPr fldData"
UNSEEN = frozenset(map(w, _UNSEEN.split()))
_INSTEAD = {w("tab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): " "}
_TICKS = {"F0FC": "✓", "F0FE": "✓", "F0FB": "✗"}
_BOX = w("txbxContent")
_LISTS = ("list bullet", "list number")
_NO_LIST = "0"  # the number by which a paragraph leaves the list of its style


class Run(NamedTuple):
    """Some text of a paragraph that looks the same."""

    text: str
    is_bold: bool
    size: int


class Text:
    """The runs of a paragraph, and the text boxes that are anchored in it."""

    def __init__(self, paragraph: Any, styles: Styles) -> None:
        properties = paragraph.find(w("pPr"))
        own = Look() if properties is None else look_of(properties)
        self.look = own.over(styles.of(value(properties, "pStyle") if properties is not None else None))
        self.boxes: list[Any] = []
        self.is_joined = properties is not None and properties.find(f"{w('rPr')}/{w('del')}") is not None
        self._styles = styles
        self.runs = list(self._runs(paragraph, None))

    def _runs(self, element: Any, properties: Any) -> Iterator[Run]:
        for below in shown_below(element):
            if below.tag == _BOX:
                self.boxes.append(below)
            elif below.tag == w("r"):
                yield from self._runs(below, below.find(w("rPr")))
            elif text := _text_of(below):
                yield Run(text, self._is_bold(properties), self._size(properties))
            else:
                yield from self._runs(below, properties)

    def _is_bold(self, properties: Any) -> bool:
        own = None if properties is None else is_on(properties, "b")
        if own is None and properties is not None:
            name = value(properties, "rStyle")
            own = self._styles.of(name).bold if name else None
        return bool(self.look.bold if own is None else own)

    def _size(self, properties: Any) -> int:
        own = None if properties is None else value(properties, "sz")
        return int(own) if own and own.isdigit() else self.look.size or 0

    def lines(self, runs: list[Run], where: str) -> list[Line]:
        """The lines of a paragraph, which its breaks part; a heading is one."""
        if self.look.level:
            runs = [run._replace(text=run.text.replace("\n", " ")) for run in runs]
        return [self._line(part, where) for part in _parted(runs)]

    def _line(self, runs: list[Run], where: str) -> Line:
        look, text = self.look, "".join(run.text for run in runs).strip()
        level = look.level or 0
        marked = of_heading(text) if level else unmarked(text)
        entry = look.list_of if look.list_of and look.list_of[0] != _NO_LIST else None
        is_numbered = entry is not None and not self._styles.is_bullet(entry)
        said, kind = clean(marked.text), _kind(look)
        return Line(
            said,
            where,
            level=0 if kind else level,
            number=marked.number,
            depth=marked.depth or (entry[1] + 1 if entry and is_numbered else 0),
            is_item=not level and (entry is not None or marked.is_item or look.name.startswith(_LISTS)),
            bold=_bold_before(runs, said),
            size=max((run.size for run in runs if run.text.strip()), default=0),
            kind=kind,
        )


def shown_below(element: Any) -> Iterator[Any]:
    """The elements below one that a reader sees; of what is there twice, for programs old and new, the first."""
    for below in element:
        if not isinstance(below.tag, str) or below.tag in UNSEEN:
            continue
        if below.tag == f"{_COMPATIBLE}AlternateContent":
            chosen = below.find(f"{_COMPATIBLE}Choice")
            chosen = below.find(f"{_COMPATIBLE}Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from shown_below(chosen)
            continue
        yield below


def _text_of(element: Any) -> str:
    if element.tag in (w("t"), _MATHS):
        return str(element.text or "")
    if element.tag == w("sym"):
        return _TICKS.get(element.get(w("char"), "").upper(), "")
    return _INSTEAD.get(element.tag, "")


def _parted(runs: list[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(run._replace(text=first))
        lines += [[run._replace(text=part)] for part in rest]
    return lines


def _bold_before(runs: list[Run], said: str) -> int:
    """How many characters of what is said are bold from its beginning on."""
    text, bold = "".join(run.text for run in runs), ""
    for run in runs:
        if not run.is_bold and run.text.strip():
            break
        bold += run.text
    shown = clean(bold[max(text.find(said[:1]), 0) :])
    return min(len(shown), len(said)) if shown and said.startswith(shown) else 0


def _kind(look: Look) -> Kind:
    if look.name in ("title", "subtitle"):
        return "title"
    return "contents" if look.name.startswith(("toc ", "table of figures")) else ""
