"""The columns of the table of a kind of thing: its id, what it stands in, and its fields as the model has them."""

from collections.abc import Iterator

from jfp_cli.edit.whereabouts import homes_of
from jfp_cli.exchange.cell_text import NO, YES
from jfp_cli.exchange.table import Column, Role
from jfp_cli.model.field import Entity, Field, Shape, fields_of
from jfp_cli.model.kinds import KINDS, LEADING_TO_THINGS, Kind
from jfp_cli.model.measure import Reading
from jfp_cli.model.own import Models
from jfp_cli.model.promise import Update
from jfp_cli.query.promises import HOMES
from jfp_cli.values.address import Path

TABLES = (*HOMES, "targets", "measures")
"""The kinds of thing that have a table, in their order."""
UNDER = "@under"
"""The key of the column that says where in its home a thing stands: its planning period, or its topic."""
TITLES = ".titles"
TRUTHS = "truths"
IN_USE = "in use: "
CHOICES = "choices: "
_MARK = "@"  # which no field's name begins with; headings of what is no field hold brackets, which no field's does


def columns_of(kind: str, models: Models) -> list[Column]:
    """The columns of the table of a kind but for those of readings: what it is called comes after its id."""
    row, model = KINDS[kind], models.of(kind)
    fields = fields_of(model)
    said = fields[row.id_key].about.sentence
    every = [column for field in fields.values() if field.key != row.id_key for column in _of_field(field, (), model)]
    title = next(column for column in every if column.key == row.title)
    places = _of_places(model)
    homes = [] if row.folder else list(_of_homes(row, models))
    return [
        Column(row.id_key, row.id_key.capitalize(), Role.ID, said, kind=kind),
        title,
        *homes,
        *places,
        *(column for column in every if column is not title),
    ]


def _of_homes(row: Kind, models: Models) -> Iterator[Column]:
    for holder, key in homes_of(row).items():
        field, noun = fields_of(models.of(holder))[key], KINDS[holder].noun
        said = f"The {noun} that it stands in; of a new row it says where that goes."
        yield from _named(f"{_MARK}{holder}", noun.capitalize(), said, holder)
        if field.shape is Shape.WORDS:
            period = KINDS[field.about.names]
            heading = f"{noun.capitalize()} ({period.noun})"
            yield Column(UNDER, heading, Role.HOME, "When it is done.", choices=period.name)
        for leading in LEADING_TO_THINGS:
            topics = fields_of(models.of(holder)).get(leading)
            if topics is not None:
                heading = f"{noun.capitalize()} ({topics.models[0].__name__.lower()})"
                yield Column(UNDER, heading, Role.HOME, "The part of it that has this title.")


def _named(key: str, heading: str, said: str, kind: str) -> Iterator[Column]:
    yield Column(key, f"{heading} (id)", Role.HOME, said, choices=kind, kind=kind)
    yield Column(key + TITLES, f"{heading} (title)", Role.TITLES, f"What that {KINDS[kind].noun} is called.", kind=kind)


def _of_places(model: type[Entity]) -> Iterator[Column]:
    """Where readings have rows of their own for each place, the place."""
    for field in fields_of(model).values():
        if Reading in field.models:
            [place] = (inner for inner in fields_of(Reading).values() if inner.about.names)
            heading, kind = place.label.capitalize(), place.about.names
            key = f"{_MARK}{place.key}"
            yield Column(key, f"{heading} (id)", Role.PLACE, place.about.sentence, choices=kind, kind=kind)
            yield Column(key + TITLES, f"{heading} (title)", Role.TITLES, "What that place is called.", kind=kind)


def _of_field(field: Field, above: Path, model: type[Entity]) -> Iterator[Column]:
    """The columns of a field: one for each of those within it, none where what it holds has a table or columns."""
    path = (*above, field.key)
    if field.holds or Reading in field.models:
        return
    if field.shape is Shape.FIELDS:
        for inner in fields_of(field.models[0]).values():
            yield from _of_field(inner, path, field.models[0])
        return
    key, about = ".".join(map(str, path)), field.about
    first, *others = (str(step).replace("_", " ") for step in path)
    heading = " ".join([first.capitalize(), *(f"({step})" for step in others)])
    if field.models or field.shape is Shape.WORDS:
        said = f"{about.sentence} For reading only; jfp set writes it."
        yield Column(key, heading, Role.SHOWN, said, field, path)
        if Update in field.models:
            yield Column(f"{_MARK}{key}", f"{heading} (new)", Role.REPORT, "What to add to its updates.", field, path)
        return
    yield Column(
        *(key, heading, Role.FIELD, _said(field), field, path, _choices(field, model), about.names),
        usual=_usual(field, model),
    )
    if about.names:
        ending = "titles" if field.shape is Shape.NAMES else "title"
        said = "What the ids beside it are called; for reading only."
        yield Column(key + TITLES, f"{heading} ({ending})", Role.TITLES, said, field, path, kind=about.names)


def _said(field: Field) -> str:
    """What a field is, and how several values of it are parted."""
    if field.shape is Shape.NAMES:
        return f"{field.about.sentence} Commas part several."
    return f"{field.about.sentence} A line each." if field.shape is Shape.TEXTS else field.about.sentence


def _usual(field: Field, model: type[Entity]) -> str:
    """What a field that is true or not says where the plan does not say it; nothing of any other."""
    default = model.model_fields[field.attribute].default
    return (YES if default else NO) if isinstance(default, bool) else ""


def _choices(field: Field, model: type[Entity]) -> str:
    """The list of what may stand in a field, or of what does elsewhere; of a text that people read there is none."""
    if field.about.names:
        return field.about.names
    if _usual(field, model):
        return TRUTHS
    if field.choices:
        return CHOICES + ", ".join(field.choices)
    is_short = field.shape is Shape.TEXT and not field.about.prose and not field.is_date
    return IN_USE + field.key if is_short else ""
