"""A page for paper as a Word document."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from jfp_cli.report.pages.word.blocks import ONE_SIDE, Writer
from jfp_cli.report.pages.word.body import body
from jfp_cli.report.pages.word.numbering import numbering
from jfp_cli.report.pages.word.package import About, Package
from jfp_cli.report.pages.word.place import Place
from jfp_cli.report.pages.word.reference import looks_of
from jfp_cli.report.pages.word.tree import Element, tree_of
from jfp_cli.report.pages.word.underway import Underway, bookmarks


def docx(page: str, own: Path | None = None) -> bytes:
    """A page as a Word document, with the looks of the one in a folder where that has one; raises PageError."""
    tree = tree_of(page)
    about = _about(tree)
    looks = looks_of(own, about.language)
    package = Package(looks)
    made = Underway(package.link, package.file, bookmarks(_anchors(tree)), looks.sheet.room_turned)
    writer = Writer(made, one_side=any(ONE_SIDE in part.classes for part in tree.every("section")))
    writer.write(tree.children, Place(looks.sheet.room))
    writer.end()
    package.fill(body(writer.blocks, made.headings, looks.sheet, package.heads(about)), numbering(made.ordered))
    return package.saved(about)


def _about(tree: Element) -> About:
    """What the page says of itself."""
    heading = next((found.text for found in tree.every("h1")), "")
    title = heading or next((found.text for found in _all(tree, "title")), "")
    said = {found.attributes.get("name", ""): found.attributes.get("content", "") for found in _all(tree, "meta")}
    note = next((found.text for found in tree.every("strong") if "internal" in found.classes), "")
    language = next((found.attributes.get("lang", "") for found in tree.every("html")), "")
    return About(
        title=title,
        above=" \N{MIDDLE DOT} ".join(filter(None, (title, note))),
        description=said.get("description", ""),
        language=language or "en-GB",
        day=_day(said.get("dcterms.created", "")),
    )


def _day(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None


def _all(tree: Element, name: str) -> Iterator[Element]:
    """Elements of a name, of which a reader sees nothing too."""
    for child in tree.children:
        if isinstance(child, Element):
            if child.name == name:
                yield child
            yield from _all(child, name)


def _anchors(tree: Element) -> Iterator[str]:
    """The places of a page that links of it can lead to."""
    for child in tree.children:
        if isinstance(child, Element) and child.is_shown and not (child.name == "nav" and "contents" in child.classes):
            if anchor := child.attributes.get("id"):
                yield anchor
            yield from _anchors(child)
