"""The chapters of a document as the parts, sections and enablers of a plan, its introduction and its milestones."""

import re
from collections import Counter
from collections.abc import Sequence

from jfp_cli.exchange.word.blocks import Line, Table, lines_in
from jfp_cli.exchange.word.enablers import enabler_of
from jfp_cli.exchange.word.home import Home, Under, empty_section
from jfp_cli.exchange.word.making import Making, Thing
from jfp_cli.exchange.word.outline import Chapter
from jfp_cli.exchange.word.periods import is_period_label
from jfp_cli.exchange.word.roles import Role, is_of_appendix
from jfp_cli.exchange.word.sections import take_chapter

_SUPPORTING = re.compile(
    r"(?:our |the |key )*(?:support|enabl|cross.cutting|underpinning|foundation)\w*\b.*", re.IGNORECASE
)
_BODY_OF_WORK = re.compile(
    r"(?:work ?stream|project|programme|scheme|initiative|action area|deliverable|key action)s?\b", re.IGNORECASE
)
_OF_SECTIONS = (Role.TARGETS, Role.AMBITIONS, Role.CHALLENGES, Role.VOICES)
_OF_SUBJECTS = (*_OF_SECTIONS, Role.ACTIONS)
_SHORT = 4  # words of a title that is about no more than what supports the plan
_OF_PARTS = ("introduction", "ambitions", "challenges", "voices")
_IN_FRONT = 12  # words of a paragraph before the first heading that says something


class Chapters:
    """A plan's chapters in the making."""

    def __init__(self, making: Making) -> None:
        self.making = making
        self._open: Thing | None = None  # the part that sections without one of their own go into

    def take(self, root: Chapter) -> None:
        """Enter a whole document."""
        self._front(root.blocks)
        chapters = _grown(root.below)
        if root.below and not any(chapter.role is None for chapter in root.below):
            self._without_subjects(root)
            return
        for chapter in chapters:
            self._chapter(chapter)

    def _front(self, blocks: Sequence[Line | Table]) -> None:
        """Enter what stands before the first heading: paragraphs that say something introduce the plan."""
        paragraphs = [line for line in blocks if isinstance(line, Line) and not line.kind]
        for line in paragraphs:
            if self.making.ledger.is_free(line) and len(line.text.split()) >= _IN_FRONT:
                self.making.introduction.append(line.text)
                self.making.ledger.take(line)
        tables = [block for block in blocks if isinstance(block, Table)]
        if tables:
            self._place(self._taken(self.making.title, Chapter(blocks=list(tables)), has_areas=True))

    def _without_subjects(self, root: Chapter) -> None:
        """Enter a document whose headings only say what stands under them: it is one section."""
        self._place(self._taken(self.making.title, Chapter(below=root.below)))

    def _chapter(self, chapter: Chapter) -> None:
        line = chapter.line
        if line is None:
            return
        if chapter.role is Role.MILESTONES:
            self._milestones(chapter)
        elif chapter.role is Role.INTRODUCTION:
            self._introduction(chapter)
        elif chapter.role is Role.CONTENTS:
            self.making.ledger.keep("the published plan has contents and an index of its own", *_lines(chapter))
        elif chapter.role is not None:
            self._place(self._taken(chapter.title, Chapter(below=[chapter])))
        elif _is_part(chapter):
            self._part(chapter)
        else:
            self._section(chapter, self._own_part(chapter.title))

    def _milestones(self, chapter: Chapter) -> None:
        if chapter.line:
            self.making.ledger.frame(chapter.line)
        self._place(self._taken(chapter.title, chapter, Under(role=Role.MILESTONES), has_areas=True))

    def _introduction(self, chapter: Chapter) -> None:
        """Enter paragraphs as those that introduce the plan; tables and plans among them are of a section."""
        for inner in chapter.all():
            if inner.line:
                self.making.ledger.frame(inner.line)
        section = self._taken(
            chapter.title, Chapter(blocks=[block for inner in chapter.all() for block in inner.blocks])
        )
        self.making.introduction += section["introduction"]
        self._place({**section, "introduction": []})

    def _part(self, chapter: Chapter) -> None:
        if chapter.line:
            self.making.ledger.take(chapter.line)
        part: Thing = {"part": chapter.title, "sections": [], "enablers": []}
        self.making.contents.append(part)
        self._open = None
        own = Home(self.making, empty_section(chapter.title))
        take_chapter(own, Chapter(blocks=chapter.blocks))
        is_supporting = bool(_SUPPORTING.match(chapter.title))
        for below in _grown(chapter.below):
            if below.role is Role.MILESTONES:
                self._milestones(below)
            elif below.role is not None:
                take_chapter(own, Chapter(below=[below]))
            elif is_supporting and _is_prose(below):
                self._enabler(below, part)
            else:
                self._section(below, part)
        for key in _OF_PARTS:
            part[key] = own.section[key]
            own.section[key] = []
        self._place(own.section, part)

    def _section(self, chapter: Chapter, part: Thing) -> None:
        if chapter.line:
            self.making.ledger.take(chapter.line)
        self._place(self._taken(chapter.title, chapter), part, always=True)

    def _taken(self, title: str, chapter: Chapter, under: Under | None = None, *, has_areas: bool = False) -> Thing:
        """A section of a title with all that stands under a heading."""
        home = Home(self.making, empty_section(title), has_areas)
        take_chapter(home, chapter, under)
        return home.section

    def _enabler(self, chapter: Chapter, part: Thing) -> None:
        name = self.making.id_for("enablers", chapter.title)
        self.making.enablers[name] = enabler_of(self.making, chapter, name)
        part["enablers"].append(name)

    def _own_part(self, title: str) -> Thing:
        """The part of a section that stands in none: one for all of them that stand together."""
        if self._open is None:
            first = not self.making.contents
            self._open = {"part": self.making.title if first else title, "sections": [], "enablers": []}
            self.making.contents.append(self._open)
        return self._open

    def _place(self, section: Thing, part: Thing | None = None, *, always: bool = False) -> None:
        """Give a section a file and a place in the contents, where it holds anything; what is to come is the plan's."""
        if not always and not any(section[key] for key in section if key not in ("title", "pending", "id")):
            self.making.pending += section["pending"]
            return
        name = self.making.id_for("sections", section["title"])
        self.making.sections[name] = {"id": name, **section}
        (part or self._own_part(section["title"]))["sections"].append(name)


def _lines(chapter: Chapter) -> list[Line]:
    """Every line of a chapter that says something, its heading first."""
    found: list[Line] = []
    for inner in chapter.all():
        found += [inner.line] if inner.line else []
        found += lines_in(inner.blocks)
    return found


def _is_prose(chapter: Chapter) -> bool:
    """Whether a chapter holds text alone: no table, and no heading that says what stands under it but for promises."""
    return not any(
        inner.role not in (None, Role.ACTIONS)
        or is_period_label(inner.title)
        or any(isinstance(block, Table) for block in inner.blocks)
        for inner in chapter.all()
    )


def _is_part(chapter: Chapter) -> bool:
    """Whether the chapters within one are sections, and not bodies of work of one section."""
    subjects = [below for below in chapter.subjects if not is_period_label(below.title) and below.level < 20]
    if not subjects:
        return False
    if all(_BODY_OF_WORK.match(below.title) for below in subjects):
        return False
    has_own = any(below.role in _OF_SUBJECTS for below in chapter.below)
    has_own = has_own or any(isinstance(block, Table) for block in chapter.blocks)
    have_theirs = any(below.role in _OF_SECTIONS for subject in subjects for below in subject.all())
    return have_theirs or not has_own


def _grown(chapters: Sequence[Chapter]) -> list[Chapter]:
    """Chapters of one level, those among the one before that belong to it.

    They are what a subject is said to have, under headings as high as its own, and chapters of mere text behind one
    about what supports the plan.
    """
    several = Counter(chapter.role for chapter in chapters)[Role.MILESTONES] > 1
    found: list[Chapter] = []
    for chapter in chapters:
        holder = found[-1] if found else None
        is_said = chapter.role in _OF_SUBJECTS or (chapter.role is Role.MILESTONES and several)
        is_said = is_said and not is_of_appendix(chapter.title)
        is_text = chapter.role is None and _is_prose(chapter) and holder is not None and _takes_in(holder)
        if holder is not None and holder.role is None and (is_said or is_text):
            holder.below.append(chapter)
        else:
            found.append(chapter)
    return found


def _takes_in(chapter: Chapter) -> bool:
    return bool(_SUPPORTING.match(chapter.title)) and len(chapter.title.split()) <= _SHORT
