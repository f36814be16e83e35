"""The types of fields: text of a plan file in, checked values out.

Every scalar arrives as the text that was typed; the validators here are where it becomes a date, a figure or a number.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic_core import PydanticCustomError, core_schema

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import MONTH_NAMES, PlanDate
from jfp_cli.values.refusal import RefusedError
from jfp_cli.values.text import ID, SAFE_LINKS, is_link

if TYPE_CHECKING:
    from jfp_cli.values.figures import Quantity
else:
    Quantity = Any  # a question about milestones reads none


Sort = Literal["text", "name", "date", "figure", "count", "truth"]
"""What a value is: a text, a name (so that commas part several), a date, a figure, or a number or a truth, which are
never quoted."""


class Typed:
    """How pydantic reads a field: its core's schema, made once; pydantic's own annotations cost twice the start-up."""

    def __init__(self, schema: core_schema.CoreSchema, described: dict[str, Any], sort: Sort = "text") -> None:
        self.schema = schema
        self.described = described
        self.sort = sort

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """The schema, whatever the annotated type."""
        return self.schema

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: Any) -> dict[str, Any]:
        """The shape of the text as it is typed, for editors."""
        return dict(self.described)


def read_by(read: Callable[[Any, Any], Any], described: dict[str, Any], sort: Sort = "text") -> Typed:
    """A type of text that `read` turns into a value, given the text and pydantic's context."""
    return Typed(core_schema.with_info_plain_validator_function(read), described, sort)


def _date(value: Any, info: Any) -> PlanDate:
    if not isinstance(value, str):
        raise PydanticCustomError("date_shape", "not a date")
    calendar: Calendar = info.context
    try:
        return calendar.date(value)
    except RefusedError as error:
        raise _refused("date", error) from None


def _figure(value: Any, info: Any) -> Quantity:
    return figure_in(value, info.context, relative=info.data.get("relative", False))


def figure_in(value: Any, calendar: Calendar, *, relative: bool = False) -> Quantity:
    """The figure that a text states, as pydantic's validators read it."""
    if not isinstance(value, str):
        raise PydanticCustomError("figure_shape", "not a figure")
    try:
        return calendar.quantity(value, relative=relative)
    except RefusedError as error:
        raise _refused("figure", error) from None


def _level(value: Any, info: Any) -> Quantity:
    if not isinstance(value, str):
        raise PydanticCustomError("figure_shape", "not a figure")
    calendar: Calendar = info.context
    try:
        return calendar.level(value)
    except RefusedError as error:
        raise _refused("figure", error) from None


def _refused(kind: Literal["date", "figure"], error: RefusedError) -> PydanticCustomError:
    said = {"message": error.message, "help": error.help, "advised": error.advised}
    return PydanticCustomError(kind, "{message}; {help}", said)


def _unit(value: Any, _: Any) -> str:
    from jfp_cli.values.figures import is_unit  # noqa: PLC0415 - few plans have units of their own

    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "not a text")
    if not is_unit(value):
        raise PydanticCustomError("unit", "no unit")
    return value.strip()


def _unit_of_measure(value: Any, _: Any) -> str:
    from jfp_cli.values.figures.named_unit import unit_named  # noqa: PLC0415 - few measures state their unit

    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "not a text")
    if unit_named(value.strip()) is None:
        raise PydanticCustomError("measured_unit", "no unit")
    return value.strip()


def _range(value: Any, info: Any) -> Quantity:
    figure = _level(value, info)
    if figure.upper is None:
        said = {"message": f'"{figure}" is one figure, not two', "help": 'write a range, such as "0 to 500,000"'}
        raise PydanticCustomError("figure", "{message}; {help}", said)
    return figure


def _link(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "not a text")
    if not is_link(value.strip()):
        raise PydanticCustomError("link", "not a link")
    return value.strip()


def _month(value: Any, _: Any) -> int:
    named = [
        number for number, name in enumerate(MONTH_NAMES, 1) if str(value).lower() in (name.lower(), name[:3].lower())
    ]
    if not named:
        raise PydanticCustomError("month", "not a month")
    return named[0]


def _truth(value: Any, _: Any) -> bool:
    if value in ("true", "True", "TRUE"):
        return True
    if value in ("false", "False", "FALSE"):
        return False
    raise PydanticCustomError("truth", "not true or false")


# How the text is typed, for editors, to whom `due: 2026` is a number and `title: true` no text.
WRITTEN = {"type": ["string", "number"], "pattern": r"\S"}
A_DATE = "plan date"
"""The format of dates as planners write them, whose pattern takes longer to make than most commands run."""
_WRITTEN_DATE = WRITTEN | {"format": A_DATE}
_WORDS = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_UNIT = {"type": "string", "pattern": r"^[^\d%£]*[^\s\d%£][^\d%£]*$"}
_ID = f"^{ID}$"
_AN_ID = {"type": ["string", "integer"], "pattern": _ID, "minimum": 0}
_COUNT = {"type": ["integer", "string"], "minimum": 0, "pattern": r"^\d+$"}
_IN_ANY_CASE = (
    "".join(f"[{letter.upper()}{letter.lower()}]" for letter in name)
    for month in MONTH_NAMES
    for name in (month, month[:3])
)
_MONTH = {"anyOf": [{"enum": list(MONTH_NAMES)}, {"type": "string", "pattern": f"^({'|'.join(_IN_ANY_CASE)})$"}]}
_TRUTH = {
    "anyOf": [{"type": "boolean"}, {"type": "string", "pattern": "^(true|True|TRUE|false|False|FALSE)$"}],
}

_NOT_EMPTY = core_schema.str_schema(strip_whitespace=True, min_length=1)

Text = Annotated[str, Typed(_NOT_EMPTY, _WORDS)]
Id = Annotated[str, Typed(core_schema.str_schema(pattern=_ID), _AN_ID, "name")]
Name = Annotated[str, Typed(_NOT_EMPTY, _WORDS, "name")]
"""A name that stands in a vocabulary of plan.yaml, such as the duty 14Z35."""
Count = Annotated[int, Typed(core_schema.int_schema(ge=0), _COUNT, "count")]
Date = Annotated[PlanDate, read_by(_date, _WRITTEN_DATE, "date")]
Figure = Annotated[Quantity, read_by(_figure, WRITTEN, "figure")]
Level = Annotated[Quantity, read_by(_level, WRITTEN, "figure")]
"""A figure that was measured, and so no change."""
Range = Annotated[Quantity, read_by(_range, WRITTEN, "figure")]
"""Two figures, from the one to the other."""
UnitOfMeasure = Annotated[str, read_by(_unit_of_measure, WRITTEN)]
Unit = Annotated[str, read_by(_unit, _UNIT, "name")]
Link = Annotated[str, read_by(_link, {"type": "string", "pattern": rf"^({'|'.join(SAFE_LINKS)})\S+$"})]
Month = Annotated[int, read_by(_month, _MONTH)]
Truth = Annotated[bool, read_by(_truth, _TRUTH, "truth")]
Texts = tuple[Text, ...]
Ids = tuple[Id, ...]
Names = tuple[Name, ...]
