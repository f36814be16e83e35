"""What a file has that its model does not allow, in words for those who write plans."""

import re
from functools import cache
from typing import Any, NamedTuple

from jfp_cli.loading.faults import schema
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.model.field import Entity, Field, Shape, fields_of
from jfp_cli.model.kinds import kind_of
from jfp_cli.model.promise import COLOURS
from jfp_cli.model.spot import Spot
from jfp_cli.model.synonyms import fields_meant, words_meant
from jfp_cli.source.folder import PLAN_FILE
from jfp_cli.values.address import Path
from jfp_cli.values.near_miss import did_you_mean, near_miss
from jfp_cli.values.text import a_or_an, as_id, short

TEXT, DATE, FIGURE, LIST, KEYS = "text", "a date", "a figure", "a list", "keys with values"
NUMBER, TRUTH, MONTH, WORD = "a whole number", "true or false", "a month", "one word"
SHAPES = {
    "string_type": TEXT,
    "date_shape": DATE,
    "figure_shape": FIGURE,
    "tuple_type": LIST,
    "dict_type": KEYS,
    "model_type": KEYS,
    "int_type": NUMBER,
    "truth": TRUTH,
    "month": MONTH,
    "literal_error": WORD,
    "choice": WORD,
}
WRITE = {
    TEXT: "write text on one line, or a block that begins with >-",
    DATE: 'write a date, such as "March 2026"',
    FIGURE: 'write a figure, such as "at least 85%"',
    LIST: 'write a list: "[one, two]", or a line that begins with "- " for each entry',
    KEYS: 'write lines of the form "name: value"',
    NUMBER: 'write digits alone, such as "1124"',
    TRUTH: 'write "true" or "false"',
    MONTH: 'write its name, such as "April"',
    WORD: "write one of: ",
}
OF_TEXT = {"date": schema.BAD_DATE, "figure": schema.BAD_FIGURE}
"""The faults of texts that are read as something else, by pydantic's name of the error."""
_FIGURE_WITH_COMMA = re.compile(r"[\d,]*\d,[\d,]*")
_NEXT_WORD = re.compile("(?<=[a-z])(?=[A-Z])")


class ModelError(NamedTuple):
    """One error of a model: pydantic's name of it, where, the value at fault, and what may stand there.

    `above` is what may stand where the last step begins. `entry` is the path of the nearest entry around the error that
    may be a sentence or have keys, such as an indicator; empty where there is none. `in_key` where a key is at fault.
    """

    type: str
    path: Path
    value: Any
    context: dict[str, Any]
    spot: Spot | None
    above: Spot | None
    entry: Path
    in_key: bool


class Explained(NamedTuple):
    """A fault in plain words."""

    fault: Fault
    message: str
    help: str


def explain(model: type[Entity], error: ModelError) -> Explained:
    """What an error against the model of a file means."""
    if error.type in ("missing", "extra_forbidden"):
        owner = error.above.models[0] if error.above and error.above.models else model
        return _key(owner, str(error.path[-1]), missing=error.type == "missing")
    if isinstance(error.value, str) and SHAPES.get(error.type) not in (LIST, KEYS):
        return _text(error, error.value)
    return _shape(error)


@cache
def noun_of(model: type[Entity]) -> str:
    """One of a model in a sentence: "trajectory point"; where it is a file of another name, "area's file"."""
    kind = kind_of(model)
    if kind is None:
        words = _NEXT_WORD.sub(" ", model.__name__).lower()
        return f"set of {words}" if words.endswith("settings") else words
    if not kind.id_key:
        return PLAN_FILE
    return f"{kind.noun}'s file" if kind.folder not in ("", kind.name) else kind.noun


def _key(owner: type[Entity], key: str, *, missing: bool) -> Explained:
    """A key that must be there and is not, or the other way round."""
    noun = noun_of(owner)
    if missing:
        this = noun if noun == PLAN_FILE else f"this {noun}"
        advice = f'add it, such as "{answer_to(fields_of(owner)[key])}"'
        return Explained(schema.MISSING_KEY, f'{this} has no "{key}"', advice)
    one = noun if noun == PLAN_FILE else a_or_an(noun)
    known = list(fields_of(owner))
    otherwise = did_you_mean(key, known, f"the keys of {one} are: {', '.join(known)}")
    advice = led(fields_meant(owner, key)) or otherwise
    return Explained(schema.UNKNOWN_KEY, f'{one} has no key "{short(key)}"', advice)


def led(fields: tuple[Field, ...]) -> str:
    """What to write for a key that other plans have; of several its writer chooses one."""
    if len(fields) == 1:
        return f'write "{fields[0].key}"'
    each = (f'"{field.key}" ({_in_sentence(field.about.sentence)})' for field in fields)
    return f"write {' or '.join(each)}" if fields else ""


def _in_sentence(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].removesuffix(".")


def answer_to(field: Field) -> str:
    """A line that would answer a missing key."""
    return f"{field.key}: {_as_typed(field.about.examples[0])}"


def _as_typed(example: object) -> str:
    """An example as somebody would type it, on one line."""
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {_as_typed(value)}" for key, value in example.items()) + "}"
    if isinstance(example, list):
        return f"[{', '.join(map(_as_typed, example))}]"
    return f'"{example}"' if _FIGURE_WITH_COMMA.fullmatch(str(example)) else str(example)


def _named(error: ModelError) -> str:
    """What is at fault, as a sentence begins with it."""
    if not error.path:
        return "this file"
    if error.in_key and len(error.path) > 1:
        return f'a name under "{short(str(error.path[-2]))}"'
    key = next((str(step) for step in reversed(error.path) if isinstance(step, str)), "")
    return f'an entry of "{short(key)}"' if isinstance(error.path[-1], int) else f'"{short(key)}"'


def _text(error: ModelError, text: str) -> Explained:
    """A text that does not say what it should."""
    named, quoted = _named(error), f'"{short(text)}"'
    match error.type:
        case "string_too_short" | "date" | "figure" | "unit" | "measured_unit" if not text.strip():
            return Explained(schema.EMPTY_VALUE, f"{named} has no text", "write a value, or delete it")
        case "date" | "figure":
            advice = error.context["help"] or WRITE[SHAPES[f"{error.type}_shape"]]
            return Explained(OF_TEXT[error.type], error.context["message"], advice)
        case "unit":
            advice = 'a unit is words alone, such as "virtual ward places"; figures and "%" stand where they are used'
            return Explained(schema.WRONG_VALUE, f"{quoted} cannot be a unit", advice)
        case "measured_unit":
            advice = 'write what its figures are counted in, such as "pathways", "%", "£" or "days"'
            return Explained(schema.WRONG_VALUE, f"{quoted} cannot be a unit", advice)
        case "string_pattern_mismatch":
            example = as_id(short(text)) or "elective-hub"
            advice = f'an id is lower-case words joined by hyphens, such as "{example}"'
            return Explained(schema.BAD_ID, f"{quoted} cannot be an id", advice)
        case "literal_error" | "choice":
            choices = choices_of(error)
            advice = did_you_mean(text, choices, WRITE[WORD] + ", ".join(choices))
            if error.spot and error.spot.field:
                advice = _word_led(error.spot.field, text) or advice
            return Explained(schema.WRONG_VALUE, f"{named} cannot be {quoted}", advice)
    if error.type == "link":
        advice = 'write an address that begins with "https://" or "mailto:"'
        return Explained(schema.WRONG_VALUE, f"{named} is {quoted}, which is no link", advice)
    wanted = SHAPES[error.type] if error.type in ("month", "truth") else NUMBER
    return Explained(schema.WRONG_VALUE, f"{named} is {quoted}, not {wanted}", WRITE[wanted])


def _word_led(field: Field, text: str) -> str:
    """What to write for a word that other plans have; a colour stands for a judgement, and is never one itself."""
    meant = words_meant(field, text)
    if not meant or near_miss(text, field.choices) in meant:
        return ""
    *others, last = (f'"{word}"' for word in meant)
    written = f"{', '.join(others)} or {last}" if others else last
    if text.strip().lower() in COLOURS:
        return f"a colour may mean several things; where it means how the work stands, write {written}"
    return f"write {written}" + (", whichever it is" if len(meant) > 1 else "")


def _shape(error: ModelError) -> Explained:
    """A text where a list should be, or the other way round."""
    value, wanted = error.value, SHAPES[error.type]
    actual = f'the text "{short(value)}"' if isinstance(value, str) else LIST if isinstance(value, list) else KEYS
    advice = WRITE[wanted]
    either = isinstance(error.path[-1] if error.path else None, int) and may_be_text(error.spot)
    if either and not value:
        return Explained(schema.EMPTY_VALUE, f"{_named(error)} says nothing", "write a sentence, or delete it")
    if either and actual == LIST:
        wanted, advice = f"{TEXT} or {KEYS}", f"write a sentence, or {WRITE[KEYS].removeprefix('write ')}"
    if wanted == TEXT and actual == KEYS:
        advice = "put the text in quotes: a colon followed by a space makes it a name and a value"
    elif wanted == WORD:
        advice += ", ".join(choices_of(error))
    elif error.spot is not None and error.spot.shape is Shape.WORDS and error.spot.field:
        advice += f', such as "{answer_to(error.spot.field)}"'
    elif error.spot is not None and error.spot.models:
        advice += f"; the names are: {', '.join(error.spot.keys)}"
    return Explained(schema.WRONG_SHAPE, f"{_named(error)} should be {wanted}, not {actual}", advice)


def may_be_text(spot: Spot | None) -> bool:
    """Whether an entry of a list may be a sentence as well as have keys."""
    return spot is not None and spot.field is not None and bool(spot.models) and spot.field.or_text


def choices_of(error: ModelError) -> list[str]:
    """The words of which a field may have one."""
    if "choices" in error.context:
        return list(error.context["choices"])
    return list(error.spot.field.choices) if error.spot and error.spot.field else []
