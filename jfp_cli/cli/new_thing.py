"""From the options of `jfp add` to what a new thing is made of: which it takes, which it needs, and what they say."""

from collections.abc import Mapping
from typing import Any

from jfp_cli.cli.session import stop
from jfp_cli.edit.assigning import fields_to_add, read_fields
from jfp_cli.edit.creating import OF_NOUN
from jfp_cli.edit.whereabouts import homes_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.field import Field, Shape, fields_of
from jfp_cli.model.kinds import KINDS, model_of
from jfp_cli.values.near_miss import did_you_mean

NOUNS = tuple(kind.noun for kind in KINDS.values() if kind.title and (kind.folder or kind.lists))
PART = "part"


class NewThing:
    """What is said of a thing that shall be there; stops where that cannot be.

    `values` are its fields by key, and `home` is the address of what it goes into, empty where it has a file.
    """

    def __init__(self, noun: str, given: Mapping[str, Any], assignments: list[str]) -> None:
        if noun not in NOUNS:
            advice = did_you_mean(noun, NOUNS, f"write one of: {', '.join(NOUNS)}")
            raise stop(f'"{noun}" is nothing that can be added; {advice}')
        self.kind = OF_NOUN[noun]
        fields = fields_of(model_of(self.kind.name))
        self._fields = {key: field for key, field in fields.items() if key != self.kind.id_key}
        self._homes = {KINDS[home].noun: key for home, key in homes_of(self.kind).items()}
        options = {option: value for option, value in given.items() if value}
        self._check_taken(options)
        try:
            self.values = fields_to_add(self.kind.name, read_fields(assignments))
        except EditError as error:
            raise stop(str(error)) from None
        for option, value in options.items():
            field = self._field(option)
            if field and field.key in self.values:
                raise stop(f"{field.key} is given twice, with {_option(option)} and with --set")
            if field:
                self.values[field.key] = _value(field, value)
        self._check_needed(options)
        self.home = self._home(options)

    def _field(self, option: str) -> Field | None:
        """The field that an option says: the one of that key, or the list of things of that noun."""
        if option in self._fields:
            return self._fields[option]
        listing = (field for field in self._fields.values() if field.about.names)
        return next((field for field in listing if KINDS[field.about.names].noun == option), None)

    def _check_taken(self, options: Mapping[str, Any]) -> None:
        for option in options:
            is_part = option == PART and self.kind.listed
            if not (is_part or option in self._homes or self._field(option)):
                raise stop(f"{self._a} takes no {_option(option)}; see jfp add --help")

    def _check_needed(self, options: Mapping[str, Any]) -> None:
        needed = [field.key for field in self._fields.values() if field.required and field.key not in self.values]
        home, *others = self._homes or ("",)
        if home and not others and home not in options:
            needed.insert(0, home)
        if needed:
            raise stop(f"{self._a} needs {' and '.join(map(_option, needed))}")
        if others and not options.keys() & self._homes.keys():
            choices = [f"{_option(other)} for one of its {self._homes[other]}" for other in others]
            raise stop(f"{self._a} needs {_option(home)}, or {' or '.join(choices)}")

    def _home(self, options: Mapping[str, Any]) -> str:
        """The address of what the thing goes into; of several the innermost, which stands last."""
        given = [noun for noun in self._homes if noun in options]
        if not given:
            return ""
        names: list[str] = options[given[-1]]
        if len(names) > 1:
            raise stop(f"{self._a} goes into one {given[-1]}, not {len(names)}")
        return names[0] if "/" in names[0] else f"{OF_NOUN[given[-1]].name}/{names[0]}"

    @property
    def _a(self) -> str:
        return f"{'an' if self.kind.noun[0] in 'aeiou' else 'a'} {self.kind.noun}"


def _value(field: Field, value: Any) -> Any:
    """What an option says of a field; of one with fields of its own it is the first."""
    if field.shape is Shape.FIELDS:
        return {next(iter(fields_of(field.models[0]))): value}
    return value


def _option(name: str) -> str:
    return f"--{name}"
