"""What a file has that its model does not allow, in words for those who write plans."""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import BaseModel

from jfp_cli.loading.ids import as_id
from jfp_cli.loading.model_keys import keys_of, owner_of
from jfp_cli.model.fields import Entity
from jfp_cli.source.short_text import short
from jfp_cli.values.address import Path
from jfp_cli.values.near_miss import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

# A line that would answer a missing key, by the key or by the thing and the key.
ANSWERS = {
    "about": "about: Our five priorities for this year",
    "activity": "activity: Open the elective hub at St Albans",
    "Allowance.at": "at: targets/waiting-list-size",
    "area": "area: cancer",
    "at": "at: April 2026",
    "because": "because: agreed with NHS England",
    "commitment": "commitment: Develop neighbourhood hubs",
    "contents": "contents: [{part: Our priorities, sections: [elective-care]}]",
    "due": "due: March 2026",
    "end": "end: 2030-03-31",
    "figure": "figure: £7m",
    "findings": "findings: [70% would travel for faster treatment]",
    "from": "from: January 2026",
    "id": "id: elective-hub",
    "note": "note: First patients seen",
    "on": "on: 2026-01-31",
    "organisation": "organisation: North Town Integrated Care Board",
    "part": "part: Our priorities",
    "period": "period: {start: 2025-04-01, end: 2030-03-31}",
    "planning_periods": "planning_periods: [2025-26, 2026-30]",
    "readings": 'readings: [{at: 2026-06, value: "133,000"}]',
    "rule": "rule: JFP403",
    "source": "source: Survey of residents, 2023",
    "start": "start: 2025-04-01",
    "statement": "statement: A smaller elective waiting list",
    "target": 'target: "92,300"',
    "Readings.target": "target: waiting-list-size",
    "title": "title: Elective care recovery",
    "to": "to: March 2026",
    "value": 'value: "150,000"',
    "what": "what: section to be updated",
}
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
        return _key(owner_of(model, path) or model, str(path[-1]), missing=kind == "missing")
    last = path[-1] if path else ""
    field = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    said = f'an entry of "{short(field)}"' if isinstance(last, int) else f'"{short(field)}"' if field else "this file"
    if isinstance(value, str) and kind not in ("tuple_type", "dict_type", "model_type"):
        return _text(said, kind, value, detail.get("ctx", {}))
    return _shape(owner_of(model, (*path, "")), said, kind, value, detail.get("ctx", {}))


def _key(owner: type[BaseModel], key: str, *, missing: bool) -> Explained:
    """A key that must be there and is not, or the other way round."""
    noun = NOUNS.get(owner.__name__) or re.sub("(?<=[a-z])(?=[A-Z])", " ", owner.__name__).lower()
    if missing:
        this = noun if noun == "plan.yaml" else f"this {noun}"
        answer = ANSWERS.get(f"{owner.__name__}.{key}") or ANSWERS[key]
        return Explained("missing-key", f'{this} has no "{key}"', f'add it, such as "{answer}"')
    one = noun if noun == "plan.yaml" else f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
    known = keys_of(owner)
    advice = did_you_mean(key, known, f"the keys of {one} are: {', '.join(known)}")
    return Explained("unknown-key", f'{one} has no key "{short(key)}"', advice)


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
        case "literal_error":
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


def _shape(below: type[BaseModel] | None, said: str, kind: str, value: Any, context: dict[str, Any]) -> Explained:
    """A text where a list should be, or the other way round; `below` is the model of what should be there."""
    found = f'the text "{short(value)}"' if isinstance(value, str) else LIST if isinstance(value, list) else KEYS
    wanted = SHAPES[kind]
    advice = WRITE[wanted]
    if wanted == TEXT and found == KEYS:
        advice = "put the text in quotes: a colon followed by a space makes it a name and a value"
    elif wanted == WORD:
        advice += ", ".join(_choices(context))
    elif below is not None:
        advice += f"; the names are: {', '.join(keys_of(below))}"
    return Explained("wrong-shape", f"{said} should be {wanted}, not {found}", advice)


def _choices(context: dict[str, Any]) -> list[str]:
    return re.findall(r"'([^']*)'", str(context["expected"]))
