"""Enablers: supporting topics such as estates, digital or safeguarding."""

from jfp_cli.model.fields import Date, Entity, Id, Ids, Names, Pending, Text, Texts


class Commitment(Entity):
    """Something that the enabler promises, with its places and date where it has them."""

    commitment: Text
    places: Ids = ()
    due: Date | None = None
    owner: Text | None = None


class Fact(Entity):
    """A figure that the enabler rests on, and what it counts."""

    figure: Text
    what: Text
    at: Date | None = None


class Strategy(Entity):
    """A strategy or plan that the enabler names, with the years it runs."""

    title: Text
    years: Date | None = None
    what: Text | None = None


class Law(Entity):
    """Law or guidance that the enabler rests on: what it asks for, enables or protects."""

    title: Text
    published: Date | None = None
    in_force: Date | None = None
    what: Text | None = None


class Topic(Entity):
    """A headed part of an enabler, with the figures and commitments that belong to it alone."""

    title: Text
    places: Ids = ()
    points: Texts = ()
    facts: tuple[Fact, ...] = ()
    commitments: tuple[Commitment, ...] = ()


class Enabler(Entity):
    """One supporting topic; `edition` is the edition of the plan that its text comes from."""

    id: Id
    title: Text
    edition: Date | None = None
    supports: Ids = ()
    duties: Names = ()
    areas: Ids = ()
    points: Texts = ()
    topics: tuple[Topic, ...] = ()
    facts: tuple[Fact, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    strategies: tuple[Strategy, ...] = ()
    laws: tuple[Law, ...] = ()
    pending: tuple[Pending, ...] = ()
