"""A thing that somebody wants to add, from what the options of `jfp add` say of it."""

from collections.abc import Mapping
from typing import Any

from jfp_cli.cli.session import stop
from jfp_cli.edit.beginning import fields_to_add
from jfp_cli.edit.creating import GOES_WITHOUT_ID, OF_NOUN, how_to_set
from jfp_cli.edit.fields import a, read_fields
from jfp_cli.edit.whereabouts import homes_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.field import Field, Shape, fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.values.near_miss import did_you_mean

NOUNS = tuple(
    kind.noun for kind in KINDS.values() if kind.title and (kind.folder or kind.lists) and kind not in GOES_WITHOUT_ID
)
PART = "part"


class NewThing:
    """What is said of a thing that shall be there; stops where that cannot be.

    `values` are its fields by key, and `home` is the address of what it goes into, empty where it has a file.
    """

    def __init__(self, noun: str, given: Mapping[str, Any], assignments: list[str], models: Models = PLAIN) -> None:
        if OF_NOUN.get(noun) in GOES_WITHOUT_ID:
            raise stop(how_to_set(OF_NOUN[noun]))
        if noun not in NOUNS:
            advice = did_you_mean(noun, NOUNS, f"write one of: {', '.join(NOUNS)}")
            raise stop(f'"{noun}" is nothing that can be added; {advice}')
        self.kind = OF_NOUN[noun]
        fields = fields_of(models.of(self.kind.name))
        self._fields = {key: field for key, field in fields.items() if key != self.kind.id_key}
        self._homes = {KINDS[home].noun: key for home, key in homes_of(self.kind).items()}
        options = {option: value for option, value in given.items() if value}
        self._check_taken(options)
        try:
            self.values = fields_to_add(models, self.kind.name, read_fields(assignments))
        except EditError as error:
            raise stop(str(error)) from None
        for option, value in options.items():
            field = self._field(option)
            if field:
                self.values[field.key] = self._with_set(field, option, _value(field, option, value))
        self._check_needed(options)
        self.home = self._home(options)

    def _with_set(self, field: Field, option: str, value: Any) -> Any:
        """What an option says of a field, with what others say of the fields within it; stops where two say one."""
        there = self.values.get(field.key)
        if there is None:
            return value
        for key in value if isinstance(value, dict) else ():
            if key not in there:
                both = value | there
                return {key: both[key] for key in _fields_within(field) if key in both}
            raise stop(f"{field.key}.{key} is given twice, with {_option(option)} and with --set; write it once")
        raise stop(f"{field.key} is given twice, with {_option(option)} and with --set; write it once")

    def _field(self, option: str) -> Field | None:
        """The field that an option says: the one of that key, or the list of things of that noun."""
        key, _, within = option.partition("-")
        if key in self._fields and (not within or within in _fields_within(self._fields[key])):
            return self._fields[key]
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
        return a(self.kind)


def _fields_within(field: Field) -> list[str]:
    return list(fields_of(field.models[0])) if field.models else []


def _value(field: Field, option: str, value: Any) -> Any:
    """What an option says of a field; of one with fields of its own the first, or the one after a dash."""
    if field.shape is Shape.FIELDS:
        return {option.partition("-")[2] or _fields_within(field)[0]: value}
    return [_point(text, option) for text in value] if field.shape is Shape.ENTRIES else value


def _point(text: str, option: str) -> dict[str, str]:
    """A figure and its date, as people say them: 80% by March 2027."""
    figure, _, due = text.rpartition(" by ")
    if not (figure.strip() and due.strip()):
        raise stop(f'{_option(option)}: "{text}" does not say by when; write it like "80% by March 2027"')
    return {"target": figure.strip(), "due": due.strip()}


def _option(name: str) -> str:
    return f"--{name}"
