"""What planners write elsewhere, led to the keys and words of a plan."""

from jfp_cli.model.field import Entity, Field, fields_of
from jfp_cli.values.text import folded


def fields_meant(model: type[Entity], key: str) -> tuple[Field, ...]:
    """The fields of a model that a key is often written for elsewhere; several where only its writer can tell."""
    written = _as_key(key)
    return tuple(field for field in fields_of(model).values() if written in field.about.synonyms)


def words_meant(field: Field, word: str) -> tuple[str, ...]:
    """The words of a field that another is often written for; several where only its writer can tell."""
    written = _as_key(word)
    return (written,) if written in field.choices else field.about.means.get(written, ())


def _as_key(text: str) -> str:
    return "_".join(folded(text).replace("-", " ").replace("/", " ").split())
