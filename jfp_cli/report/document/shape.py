"""What every view of the document is made of: plain, frozen values.

Texts are as the plan has them; `anchor` is the name of a thing within the page, empty where the page does not hold it.
"""

from dataclasses import dataclass
from typing import Literal, TypeVar, dataclass_transform

Audience = Literal["public", "internal"]
Shape = TypeVar("Shape")


@dataclass_transform(frozen_default=True, eq_default=False)
def view(shape: type[Shape]) -> type[Shape]:
    """A frozen dataclass, which nobody compares or prints: making so many of them ready for it takes 10 ms."""
    return dataclass(frozen=True, slots=True, eq=False, repr=False)(shape)


@view
class Named:
    """A thing that another names; sections and enablers have their number, milestones their date."""

    id: str
    anchor: str
    title: str
    number: str = ""
    due: str = ""


@view
class LinkView:
    """Somewhere else; `href` is empty where the text is not an address on the web or of mail."""

    text: str
    href: str


@view
class PendingView:
    """A known gap."""

    what: str
    by: str


@view
class VoiceView:
    """What residents or staff say."""

    source: str
    respondents: int | None
    findings: tuple[str, ...]
