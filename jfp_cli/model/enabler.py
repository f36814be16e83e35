"""Enablers: supporting topics such as estates, digital or safeguarding."""

from collections.abc import Iterator

from jfp_cli.model import promise, shared
from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.promise import Move, Status, Update
from jfp_cli.model.shared import Pending
from jfp_cli.model.types import Date, Id, Ids, Names, Text, Texts

POINTS = "What it says, a sentence or a paragraph each."
FACTS = "The figures that it rests on."
COMMITMENTS = "What it promises."


class Commitment(Entity):
    """Something that the enabler promises, with its places and date where it has them."""

    id: Id | None = shared.own_id_if_any("commitment", "neighbourhood-hubs")
    commitment: Text = required(
        "What is promised.",
        "Develop neighbourhood hubs",
        synonyms=("activity", "action", "title", "name", "description", "promise", "text"),
    )
    places: Ids = shared.places()
    due: Date | None = promise.due()
    forecast: Date | None = promise.forecast()
    status: Status | None = promise.status()
    completed: Date | None = promise.completed()
    owner: Text | None = shared.owner()
    leads: Ids = shared.leads()
    moves: tuple[Move, ...] = promise.moves()
    updates: tuple[Update, ...] = promise.updates()
    evidence: Texts = promise.evidence()


class Fact(Entity):
    """A figure that the enabler rests on, and what it counts."""

    figure: Text = required("The figure.", "£7m", prose=False)
    what: Text = required("What it counts.", "Our expected share of the top-up")
    at: Date | None = field("When it held, or for which year.", "2023/24")


class Strategy(Entity):
    """A strategy or plan that the enabler names, with the years it runs."""

    title: Text = required("Its name.", "Green Plan")
    years: Date | None = field("The years that it runs.", "2022-2025")
    what: Text | None = field("What it says or does, in a sentence.")


class Law(Entity):
    """Law or guidance that the enabler rests on: what it asks for, enables or protects."""

    title: Text = required("Its name.", "Health and Care Act 2022")
    published: Date | None = field("When it was published.", "2022")
    in_force: Date | None = field("When it came, or comes, into force.", "July 2022")
    what: Text | None = field("What it asks for, enables or protects.")


class Topic(Entity):
    """A headed part of an enabler, with the figures and commitments that belong to it alone."""

    title: Text = shared.title("New hospitals")
    places: Ids = shared.places()
    points: Texts = field(POINTS, default=(), may_hide=True)
    facts: tuple[Fact, ...] = field(FACTS, default=(), may_hide=True)
    commitments: tuple[Commitment, ...] = field(COMMITMENTS, default=(), may_hide=True)


class Enabler(Entity):
    """One supporting topic; `edition` is the edition of the plan that its text comes from."""

    id: Id = required("The name of the file without its ending.", "estates", prose=False)
    title: Text = shared.title("Estates")
    edition: Date | None = field("The edition of the plan that the text comes from.", "2023-2028")
    supports: Ids = shared.supports()
    duties: Names = shared.duties()
    areas: Ids = field(
        "The service areas that it belongs to, by the names of their files.",
        ["digital"],
        default=(),
        names="areas",
        prose=False,
    )
    points: Texts = field(POINTS, default=(), may_hide=True)
    topics: tuple[Topic, ...] = field("Parts with headings of their own.", default=(), may_hide=True)
    facts: tuple[Fact, ...] = field(FACTS, default=(), may_hide=True)
    commitments: tuple[Commitment, ...] = field(COMMITMENTS, default=(), may_hide=True)
    strategies: tuple[Strategy, ...] = field("The strategies and plans that it names.", default=(), may_hide=True)
    laws: tuple[Law, ...] = field("The law and guidance that it rests on.", default=(), may_hide=True)
    pending: tuple[Pending, ...] = shared.pending()

    def promises(self) -> Iterator[Commitment]:
        """What it promises, those of its topics after its own."""
        yield from self.commitments
        for topic in self.topics:
            yield from topic.commitments
