"""What a template may print, join or put into a text: texts, numbers, and what has a text of its own."""

from collections.abc import Callable, Iterable
from functools import cache, wraps
from typing import Any

from jinja2 import Environment, Undefined, nodes, pass_eval_context
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.filters import sync_do_join as join
from pydantic import BaseModel

from jfp_cli.model.field import Entity, fields_of
from jfp_cli.report.document import OfEntity
from jfp_cli.report.document.dates import in_words
from jfp_cli.report.pages.page_error import PageError
from jfp_cli.values.dates import PlanDate

_BY_THEMSELVES = (str, int, float, Undefined)
_WITHOUT_TEXT = (object, BaseModel)
_MOST_NAMED = 8
_OF_TEXTS = (
    *("capitalize", "center", "e", "escape", "forceescape", "format", "indent", "lower", "replace", "safe", "string"),
    *("striptags", "title", "trim", "truncate", "upper", "urlize", "wordcount", "wordwrap"),
)
_PRINTED = "printed"


def printed(value: Any) -> Any:
    """A value as a page may hold it; nothing where there is none. Raises PageError for what is no text."""
    if value is None:
        return ""
    if isinstance(value, PlanDate):
        return in_words(value)
    kind: Any = type(value)
    if not _has_text(kind):
        raise PageError(_advice(value))
    return value


def filters_of_texts() -> dict[str, Callable[..., Any]]:
    """Jinja's filters of texts, which would else make one of whatever they are given."""
    checked = {name: _checked(FILTERS[name]) for name in _OF_TEXTS}
    return {**checked, "join": _join, _PRINTED: printed}


def check_concatenated(template: nodes.Template, environment: Environment) -> nodes.Template:
    """A template in which all that stands around a ~ is as it would be printed."""
    for around in template.find_all(nodes.Concat):
        around.nodes = [
            part
            if isinstance(part, nodes.Literal)
            else nodes.Filter(part, _PRINTED, [], [], None, None, lineno=part.lineno)
            for part in around.nodes
        ]
    template.set_environment(environment)
    return template


def _checked(of_text: Callable[..., Any]) -> Callable[..., Any]:
    taken = int(hasattr(of_text, "jinja_pass_arg"))  # whether Jinja itself gives it something first

    @wraps(of_text)
    def check(*arguments: Any, **named: Any) -> Any:
        return of_text(*arguments[:taken], *map(printed, arguments[taken:]), **named)

    return check


@pass_eval_context
def _join(context: nodes.EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    if attribute is not None:
        value = map(make_attrgetter(context.environment, attribute), value)
    return join(context, map(printed, value), d)


@cache
def _has_text(kind: Any) -> bool:
    writer = next(base for base in kind.__mro__ if "__str__" in vars(base))
    return issubclass(kind, _BY_THEMSELVES) or writer not in _WITHOUT_TEXT


def _advice(value: Any) -> str:
    if callable(value):
        return "this prints a function, not a text; write brackets after it to have what it makes"
    if isinstance(value, list | tuple):
        return 'a list has no text of its own; write | join(", ") after it, or a {% for %} around it'
    kind = type(value)
    noun = kind.__name__.removesuffix("View").lower()
    slots = [key for base in reversed(kind.__mro__) for key in getattr(base, "__slots__", ())]
    keys = [key for key in slots if key not in ("entity", "names")]
    entity = value.entity if isinstance(value, OfEntity) else value
    if isinstance(entity, Entity):
        keys += fields_of(type(entity))
    meant = f'; did you mean "{noun}.title"?' if "title" in keys else ""
    known = f" (it has {', '.join(dict.fromkeys(keys[:_MOST_NAMED]))})" if keys else ""
    return f"a {noun} has no text of its own{meant}{known}"
