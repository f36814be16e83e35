"""What a file has that its model does not allow, in words for those who write plans."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from jfp_cli.model.field import Entity, Field, fields_of
from jfp_cli.model.spot import Spot, spot_at
from jfp_cli.values.address import Path
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import as_id, short

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

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
NOUNS = {
    "Settings": "plan.yaml",
    "Area": "area's file",
    "Readings": "readings file",
    "LintSettings": "set of lint settings",
    "PublishSettings": "set of publish settings",
    "PublicSettings": "set of public settings",
}
_FIGURE_WITH_COMMA = re.compile(r"[\d,]*\d,[\d,]*")
ADVICE = re.compile(r"; |: (?=write )")  # what is between a fault of a date or a figure and what to write


class Explained(NamedTuple):
    """A fault in plain words, by the name of its code."""

    name: str
    message: str
    help: str


def explain(model: type[Entity], path: Path, detail: "ErrorDetails") -> Explained:
    """What an error that pydantic found at a path of the data means."""
    kind, value = detail["type"], detail["input"]
    if kind in ("missing", "extra_forbidden"):
        above = spot_at(model, path[:-1])
        owner = above.models[0] if above and above.models else model
        return _key(owner, str(path[-1]), missing=kind == "missing")
    last = path[-1] if path else ""
    field = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    said = f'an entry of "{short(field)}"' if isinstance(last, int) else f'"{short(field)}"' if field else "this file"
    if isinstance(value, str) and kind not in ("tuple_type", "dict_type", "model_type"):
        return _text(said, kind, value, detail.get("ctx", {}))
    return _shape(spot_at(model, path), said, kind, value, detail.get("ctx", {}))


def _key(owner: type[Entity], key: str, *, missing: bool) -> Explained:
    """A key that must be there and is not, or the other way round."""
    noun = NOUNS.get(owner.__name__) or re.sub("(?<=[a-z])(?=[A-Z])", " ", owner.__name__).lower()
    if missing:
        this = noun if noun == "plan.yaml" else f"this {noun}"
        return Explained(
            "missing-key", f'{this} has no "{key}"', f'add it, such as "{answer_to(fields_of(owner)[key])}"'
        )
    one = noun if noun == "plan.yaml" else f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
    known = list(fields_of(owner))
    advice = did_you_mean(key, known, f"the keys of {one} are: {', '.join(known)}")
    return Explained("unknown-key", f'{one} has no key "{short(key)}"', advice)


def answer_to(field: Field) -> str:
    """A line that would answer a missing key."""
    return f"{field.key}: {_written(field.about.examples[0])}"


def _written(example: object) -> str:
    """An example as somebody would type it, on one line."""
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {_written(value)}" for key, value in example.items()) + "}"
    if isinstance(example, list):
        return f"[{', '.join(map(_written, example))}]"
    return f'"{example}"' if _FIGURE_WITH_COMMA.fullmatch(str(example)) else str(example)


def _text(said: str, kind: str, value: str, context: dict[str, Any]) -> Explained:
    """A text that does not say what it should."""
    written = f'"{short(value)}"'
    match kind:
        case "string_too_short" | "date" | "figure" if not value.strip():
            return Explained("empty-value", f"{said} has no text", "write a value, or delete it")
        case "date" | "figure":
            return _parted(f"bad-{kind}", str(context["reason"]), WRITE[SHAPES[f"{kind}_shape"]])
        case "string_pattern_mismatch":
            example = as_id(short(value)) or "elective-hub"
            advice = f'an id is lower-case words joined by hyphens, such as "{example}"'
            return Explained("bad-id", f"{written} cannot be an id", advice)
        case "literal_error" | "choice":
            choices = _choices(context)
            advice = did_you_mean(value, choices, WRITE[WORD] + ", ".join(choices))
            return Explained("wrong-value", f"{said} cannot be {written}", advice)
        case "month" | "truth":
            return Explained("wrong-value", f"{said} is {written}, not {SHAPES[kind]}", WRITE[SHAPES[kind]])
    return Explained("wrong-value", f"{said} is {written}, not {NUMBER}", WRITE[NUMBER])


def _parted(name: str, reason: str, otherwise: str) -> Explained:
    """A sentence that begins with the text at fault in quotes, as a message and the help after it."""
    found = ADVICE.search(reason, reason.find('" ') + 1)
    if found is None:
        return Explained(name, reason, otherwise)
    return Explained(name, reason[: found.start()], reason[found.end() :].removesuffix("."))


def _shape(spot: Spot | None, said: str, kind: str, value: Any, context: dict[str, Any]) -> Explained:
    """A text where a list should be, or the other way round; `spot` is what may stand there."""
    found = f'the text "{short(value)}"' if isinstance(value, str) else LIST if isinstance(value, list) else KEYS
    wanted = SHAPES[kind]
    advice = WRITE[wanted]
    if wanted == TEXT and found == KEYS:
        advice = "put the text in quotes: a colon followed by a space makes it a name and a value"
    elif wanted == WORD:
        advice += ", ".join(_choices(context))
    elif spot is not None and spot.models:
        advice += f"; the names are: {', '.join(spot.keys)}"
    return Explained("wrong-shape", f"{said} should be {wanted}, not {found}", advice)


def _choices(context: dict[str, Any]) -> list[str]:
    if "choices" in context:
        return list(context["choices"])
    return re.findall(r"'([^']*)'", str(context["expected"]))
