"""What several kinds of thing have, and what is said of fields that stand in several of them."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args

from pydantic_core import core_schema

from jfp_cli.model.field import Entity, field, required
from jfp_cli.model.types import Count, Date, Text, Texts

title = partial(required, "How it is called in the published document.", synonyms=("name", "heading"))
introduction = partial(field, "The paragraphs under its heading.", default=(), may_hide=True)
ambitions = partial(
    field,
    "What is hoped for: a sentence each, or with the challenges and voices that belong to it alone.",
    ["Nobody waits longer than needed"],
    default=(),
    may_hide=True,
)
challenges = partial(
    field, "What stands in the way, a sentence each.", ["Few dentists take new patients"], default=(), may_hide=True
)
voices = partial(field, "What residents or staff say, each with its source.", default=(), may_hide=True)
owner = partial(
    field,
    "The one person or post that answers for it.",
    "Cancer programme lead",
    audience="internal",
    may_hide=True,
    prose=False,
    synonyms=(
        *("lead", "sro", "senior_responsible_owner", "responsible", "responsible_owner", "responsible_officer"),
        *("responsible_person", "responsibility", "accountable", "accountable_officer", "lead_officer", "lead_person"),
        *("named_lead", "executive_lead", "exec_lead", "programme_lead", "project_lead", "assigned_to", "who"),
        *("leader", "led_by", "by_whom", "from_whom", "actioned_by", "to_be_actioned_by", "assignee", "owned_by"),
        *("project_manager", "team", "resourcing", "resource", "resource_names"),
    ),
)
leads = partial(
    field,
    "The organisations that deliver it, by their ids in plan.yaml.",
    ["north-town-hospital"],
    default=(),
    names="organisations",
    may_hide=True,
    prose=False,
    synonyms=(
        *("lead", "lead_organisation", "lead_organisations", "lead_provider", "organisation", "organisations"),
        *("partner", "partners", "delivery_partners", "provider", "providers", "delivered_by", "lead_agency"),
    ),
)
places = partial(
    field,
    "The places it is for, by their ids in plan.yaml; all of them where none is named.",
    ["north-town"],
    default=(),
    names="places",
    may_hide=True,
    prose=False,
    synonyms=("place", "locality", "localities", "location", "site", "borough", "district"),
)
supports = partial(
    field,
    "The strategy priorities that it supports, by their ids in plan.yaml.",
    ["best-start"],
    default=(),
    names="strategy_priorities",
    may_hide=True,
    prose=False,
)
duties = partial(
    field,
    "The statutory duties that it helps to discharge, by their names in plan.yaml.",
    ["14Z35"],
    default=(),
    names="duties",
    may_hide=True,
    prose=False,
)
pending = partial(
    field,
    "What is known to be missing, so that it cannot be published unseen.",
    default=(),
    audience="internal",
    may_hide=True,
)


def own_id(noun: str, example: str) -> Any:
    """The id of a thing that has no file of its own."""
    said = f"A short name: lower-case words joined by hyphens, unlike any other {noun}'s."
    return required(said, example, prose=False)


def own_id_if_any(noun: str, example: str) -> Any:
    """The id of a thing that may go without one, and is then named by where it stands."""
    said = f"A short name, unlike any other {noun}'s, by which its history is followed; it may go without one."
    return field(said, example, prose=False)


class Pending(Entity):
    """A known gap: what is still to be written, and by when."""

    what: Text = required("What is still to be written.", "section to be updated", synonyms=("text", "item", "gap"))
    by: Date | None = field("By when.", "March 2026", synonyms=("due", "date", "deadline"))


class Voice(Entity):
    """What residents or staff say: who asked, how many answered, and what was found."""

    source: Text = required("Who asked, and when.", "Survey of residents, 2023")
    respondents: Count | None = field("How many answered.", 1124, may_hide=True)
    findings: Texts = required("What was found, a sentence each.", ["70% would travel for faster treatment"])


class Ambition(Entity):
    """What is hoped for, with what belongs to it alone."""

    ambition: Text = required("What is hoped for, a sentence.", "Nobody waits longer than needed")
    challenges: Texts = challenges()
    voices: tuple[Voice, ...] = voices()


SENTENCE, KEYS = "as sentence", "with keys"


class _OrSentence:
    """How pydantic reads an entry that is a sentence or an entity: by what is typed.

    Its core's schema is made here, since pydantic's own annotations for it would cost a fifth of the start-up.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """The schema of the one or of the other."""
        sentence, model = get_args(source)
        choices = {SENTENCE: handler.generate_schema(sentence), KEYS: handler.generate_schema(model)}
        return core_schema.tagged_union_schema(choices, lambda typed: SENTENCE if isinstance(typed, str) else KEYS)


def sentence_or(model: Any) -> Any:
    """The type of an entry that is a sentence, or an entity where there is more to say of it."""
    return Annotated[Union[Text, model], _OrSentence()]  # noqa: UP007 - the model is known at run time alone


if TYPE_CHECKING:
    Ambitions = tuple[str | Ambition, ...]
else:
    Ambitions = tuple[sentence_or(Ambition), ...]
