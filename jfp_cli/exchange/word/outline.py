"""A document as chapters within chapters, each with the blocks that stand directly under its heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jfp_cli.exchange.word.blocks import Block, Line, Table, lines_in
from jfp_cli.exchange.word.headings import levels_of
from jfp_cli.exchange.word.ledger import STEP
from jfp_cli.exchange.word.roles import Role, role_of


@dataclass(slots=True, eq=False)
class Chapter:
    """A heading with what stands under it; the whole document is one without a heading."""

    line: Line | None = None
    level: float = 0
    blocks: list[Block] = field(default_factory=list)
    below: list["Chapter"] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What the heading says, without a colon at its end."""
        return self.line.text.rstrip(" :") if self.line else ""

    @property
    def role(self) -> Role | None:
        """What the heading says that stands under it; None where it names a subject."""
        return role_of(self.line.text) if self.line else None

    @property
    def subjects(self) -> list["Chapter"]:
        """The chapters below that have a subject of their own."""
        return [chapter for chapter in self.below if chapter.role is None]

    def all(self) -> Iterator["Chapter"]:
        """The chapter itself and all those below."""
        yield self
        for chapter in self.below:
            yield from chapter.all()


def outline_of(blocks: Sequence[Block]) -> Chapter:
    """The chapters of a document."""
    levels = levels_of(blocks)
    root = Chapter()
    open_ones = [root]
    for block in blocks:
        if isinstance(block, Table) or block not in levels:
            open_ones[-1].blocks.append(block)
            continue
        chapter = Chapter(block, levels[block])
        while len(open_ones) > 1 and open_ones[-1].level >= chapter.level:
            open_ones.pop()
        open_ones[-1].below.append(chapter)
        open_ones.append(chapter)
    return root


def paths_of(chapter: Chapter, above: tuple[str, ...] = ()) -> dict[Line, str]:
    """Under which headings each line stands."""
    path = (*above, " ".join(filter(None, (chapter.line.number, chapter.title)))) if chapter.line else above
    found = {chapter.line: STEP.join(above)} if chapter.line else {}
    found |= dict.fromkeys(lines_in(chapter.blocks), STEP.join(path))
    for below in chapter.below:
        found |= paths_of(below, path)
    return found
