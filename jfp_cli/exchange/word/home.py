"""What lines and tables are entered into: a section in the making, and what the headings say that they stand under."""

from dataclasses import dataclass

from jfp_cli.exchange.word.making import Making, Thing
from jfp_cli.exchange.word.periods import Named
from jfp_cli.exchange.word.roles import Role
from jfp_cli.exchange.word.workstreams import new_stream

_LISTS = ("introduction", "ambitions", "challenges", "voices", "pending", "workstreams", "targets")


@dataclass(slots=True)
class Under:
    """What some lines stand under: what they are said to be, of which workstream, group and period, by which label."""

    role: Role | None = None
    stream: Thing | None = None
    group: str = ""
    period: Named | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """A section in the making, or with `has_areas` a chapter of milestones, whose tables and headings name areas."""

    making: Making
    section: Thing
    has_areas: bool = False

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.section["title"])

    @property
    def area(self) -> str:
        """The area of milestones that stand in it, where they name none; empty where they name their own."""
        return "" if self.has_areas else self.title

    @property
    def any_area(self) -> str:
        """The same, or that of the whole plan."""
        return self.area or self.making.title

    def stream_of(self, under: Under) -> Thing:
        """The workstream that lines stand under, or that of what is done in the section as a whole."""
        if under.stream is not None:
            return under.stream
        streams: list[Thing] = self.section["workstreams"]
        own = next((stream for stream in streams if stream["title"] == self.title), None)
        return own or new_stream(self.making, self.section, self.title)

    def period_of(self, under: Under) -> str:
        """The planning period that lines stand under, or the whole plan."""
        return self.making.periods.named(under.period) if under.period else self.making.whole_plan()


def empty_section(title: str) -> Thing:
    """A section that holds nothing yet."""
    return {"title": title, **{key: [] for key in _LISTS}}
