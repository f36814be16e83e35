"""What a template may print: texts, numbers, and what has a text of its own."""

from functools import cache
from typing import Any

from jinja2 import Undefined
from pydantic import BaseModel

from jfp_cli.model.field import Entity, fields_of
from jfp_cli.report.document import OfEntity
from jfp_cli.report.pages.page_error import PageError

_BY_THEMSELVES = (str, int, float, Undefined)
_WITHOUT_TEXT = (object, BaseModel)
_MOST_NAMED = 8


def printed(value: Any) -> Any:
    """A value as a page may hold it; nothing where there is none. Raises PageError for what is no text."""
    if value is None:
        return ""
    kind: Any = type(value)
    if not _has_text(kind):
        raise PageError(_advice(value))
    return value


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
    keys = [key for key in getattr(kind, "__slots__", ()) if key not in ("entity", "names")]
    entity = value.entity if isinstance(value, OfEntity) else value
    if isinstance(entity, Entity):
        keys += fields_of(type(entity))
    meant = f'; did you mean "{noun}.title"?' if "title" in keys else ""
    known = f" (it has {', '.join(dict.fromkeys(keys[:_MOST_NAMED]))})" if keys else ""
    return f"a {noun} has no text of its own{meant}{known}"
