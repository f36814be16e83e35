"""A web page as a tree of its elements, however carelessly a template closes them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 "
    "h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
"""Elements that stand apart from the line of text around them."""
HEADINGS = {f"h{level + 1}": level for level in range(1, 6)}
"""Elements that are headings below the title, with their levels."""
_DEEPEST = 200  # elements within each other; what is deeper stands beside them
_VOID = _names("area base br col embed hr img input link meta source track wbr")
_UNSHOWN = _names("button form head noscript script select style template title")
_ON_SCREEN = frozenset({"here", "label", "reach", "skip", "unseen"})  # classes of what only a screen needs
_OF_ROWS = frozenset({"table", "thead", "tbody", "tfoot"})
# What ends an element whose end a page may leave out, each with what it cannot be within.
_ENDS = {
    "p": _names("p div ul ol dl table section figure h1 h2 h3 h4 h5 h6 details form header footer hr pre"),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "tbody", "tfoot"}),
    "td": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "tfoot"}),
    "thead": frozenset({"tbody", "tfoot"}),
    "tbody": frozenset({"tbody", "tfoot"}),
}


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element with what stands in it; `source` is the text of a picture as the page has it, else empty."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)
    source: str = ""

    @property
    def classes(self) -> frozenset[str]:
        """The names that a style sheet knows it by."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def is_shown(self) -> bool:
        """Whether a reader of paper is to have it."""
        hidden = "hidden" in self.attributes or (self.name != "svg" and self.attributes.get("aria-hidden") == "true")
        return not hidden and self.name not in _UNSHOWN and not self.classes & _ON_SCREEN

    @property
    def text(self) -> str:
        """What it says, on one line."""
        return " ".join("".join(_texts(self, hidden=False)).split())

    @property
    def label(self) -> str:
        """The same with what is there for those who hear the page."""
        return " ".join("".join(_texts(self, hidden=True)).split())

    def holds(self, *names: str) -> bool:
        """Whether an element of these names is within it and shown."""
        return next(self.every(*names), None) is not None

    def every(self, *names: str) -> "Iterator[Element]":
        """The elements of these names within it that are shown, in the page's order."""
        for child in self.children:
            if isinstance(child, Element) and child.is_shown:
                if child.name in names:
                    yield child
                yield from child.every(*names)


def tree_of(page: str) -> Element:
    """The whole of a page, whose elements are in the element that is given."""
    reader = _Reader(page)
    reader.feed(page)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    """Keeps what is open; a picture is taken out of the page as it is written there."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("page")
        self._open = [self.root]
        self._page = page
        self._lines = [0]
        for line in page.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._drawn = 0  # pictures within pictures that are open
        self._begun = 0
        self._head: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            if not self._drawn:
                self._begun, self._head = self._at(), {key: value or "" for key, value in attrs}
            self._drawn += 1
        if self._drawn:
            return
        while tag in _ENDS.get(self._open[-1].name, ()):
            self._open.pop()
        if tag in ("td", "th") and self._open[-1].name in _OF_ROWS:
            self._add(Element("tr"))
        self._add(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._drawn and tag != "svg":  # HTML knows no such end
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._drawn:
            if tag == "svg":
                self._drawn -= 1
                if not self._drawn:
                    end = self._page.index(">", self._at()) + 1
                    source = self._page[self._begun : end]
                    self._open[-1].children.append(Element("svg", self._head, source=source))
            return
        names = [element.name for element in self._open]
        if tag in names[1:]:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not self._drawn:
            self._open[-1].children.append(data)

    def _add(self, element: Element) -> None:
        self._open[-1].children.append(element)
        if element.name not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _texts(element: Element, *, hidden: bool) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif hidden or child.is_shown:
            is_apart = child.name in BLOCKS or child.name == "br"
            yield from (" ", *_texts(child, hidden=hidden), " ") if is_apart else _texts(child, hidden=hidden)
