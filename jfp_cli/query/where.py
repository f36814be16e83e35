"""The filter `--where NAME=VALUE`: what things say in any of their fields."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from jfp_cli.model.field import Entity, fields_of
from jfp_cli.model.own import Models
from jfp_cli.model.spot import Spot
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.refusal import RefusedError
from jfp_cli.values.text import folded

_TRUTHS = {True: ("yes", "true"), False: ("no", "false")}


class WhereError(Exception):
    """What stands after --where asks for nothing that things have; the text says what was likely meant."""


class Where(NamedTuple):
    """A field, by the names that lead to it, and the values of which any will do; an empty one where nothing is."""

    names: tuple[str, ...]
    values: tuple[str, ...]


def read_where(texts: Iterable[str], models: Models, kinds: Iterable[str]) -> tuple[Where, ...]:
    """What is asked of things of some kinds, from texts such as `cost=£7m`, `places=west-essex` or `owner=`.

    Several values of one field are alternatives. Raises WhereError where no such thing can have a field.
    """
    wanted: dict[tuple[str, ...], list[str]] = {}
    for text in texts:
        name, is_given, value = text.partition("=")
        if not is_given:
            raise WhereError(f'--where: "{text}" has no value; write it like owner=Planned care lead')
        names = _names(name.strip())
        wanted.setdefault(names, []).append(value.strip())
    spots = [Spot((models.of(kind),)) for kind in kinds]
    for names in wanted:
        _check(names, spots)
    return tuple(Where(names, tuple(values)) for names, values in wanted.items())


def matches(thing: Entity | str, wanted: Iterable[Where], calendar: Calendar) -> bool:
    """Whether a thing says all that is asked; one that cannot have a field says nothing in it.

    Texts are the same whatever their capitals and blanks, dates and figures however they are written; of a list one
    entry is enough.
    """
    return all(_says(list(_values(thing, one.names)), one.values, calendar) for one in wanted)


def _names(name: str) -> tuple[str, ...]:
    with suppress(ValueError):
        return tuple(str(step) for step in Address.parse(f"thing.{name}").path)
    raise WhereError(f'--where: "{name}" is no name of a field; write one like owner or baseline.value')


def _check(names: tuple[str, ...], spots: list[Spot]) -> None:
    """Every name leads on from the one before it, in one kind of thing at least."""
    for name in names:
        below = [inner for spot in spots for inner in _below(spot, name)]
        if not below:
            known = list(dict.fromkeys(key for spot in spots for key in spot.keys))
            listed = f"the fields are: {', '.join(known)}" if known else "what stands there has no fields"
            raise WhereError(f'--where: there is no field "{name}"; {did_you_mean(name, known, listed)}')
        spots = below


def _below(spot: Spot, name: str) -> Iterator[Spot]:
    """What a field of something holds: of a list that of every entry, of names that of every one."""
    for model in spot.models:
        field = fields_of(model).get(name)
        if field is not None:
            yield Spot(field.models, model, field)


def _values(value: Any, names: tuple[str, ...]) -> Iterator[Any]:
    """What stands in a field, wherever lists and names lead to several."""
    if isinstance(value, tuple):
        for entry in value:
            yield from _values(entry, names)
    elif isinstance(value, dict):
        for key, entry in value.items():
            if not names:
                yield key
            yield from _values(entry, names)
    elif not names:
        if value is not None:
            yield value
    elif isinstance(value, Entity):
        field = fields_of(type(value)).get(names[0])
        if field is not None:
            yield from _values(getattr(value, field.attribute), names[1:])


def _says(values: list[Any], wanted: tuple[str, ...], calendar: Calendar) -> bool:
    return any(any(_is(value, text, calendar) for value in values) if text else not values for text in wanted)


def _is(value: Any, text: str, calendar: Calendar) -> bool:
    if isinstance(value, bool):
        return folded(text) in _TRUTHS[value]
    if isinstance(value, PlanDate | Quantity):
        with suppress(RefusedError):
            if value == (calendar.date(text) if isinstance(value, PlanDate) else calendar.quantity(text)):
                return True
        return folded(value.text) == folded(text)
    said = folded(str(value))
    return not isinstance(value, Entity) and said in (folded(text), folded(text).replace(" ", "_"))
