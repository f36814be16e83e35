"""Plans whose own words are in no language, so that all that is left on a page is what jfp says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from jfp_cli.loading import load
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import walk
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.figures import Quantity
from jfp_cli.values.text import is_id

MADE_UP = "qzq"
KEPT = {"id", "area", "language", "colour", "rule", "tag"}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def in_no_language(folder: Path, language: str) -> Path:
    """A plan with one made-up word in place of each of its texts, and the language of its page."""
    plan = load(folder).plan
    assert plan
    kept = set(dates_and_figures(plan))
    texts = [text for text in dict.fromkeys(texts_of(plan)) if text not in kept and words_in(text)]
    words = {text: made_up(number) for number, text in enumerate(texts)}
    for path in folder.rglob("*.yaml"):
        data = with_words(yaml.safe_load(path.read_text("utf-8")), words)
        if path.name == "plan.yaml":
            data["language"] = language
            data.pop("statuses", None)
            data.pop("lint", None)
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def texts_of(plan: Plan) -> Iterator[str]:
    """Every text of a plan that is words of its own, and neither an id nor one of some choices."""
    for found in walk(plan):
        field = found.field
        names_it = field.about.names and (found.in_key or not field.or_text)
        is_name = names_it and (field.key != "measure" or is_id(found.value))
        if isinstance(found.value, str) and not (is_name or field.choices or field.key in KEPT):
            yield " ".join(found.value.split())


def dates_and_figures(plan: Plan) -> Iterator[str]:
    """What a plan has in figures, and in words that only dates and figures may have."""
    return (found.value.text for found in walk(plan) if isinstance(found.value, PlanDate | Quantity))


def made_up(number: int) -> str:
    """A word of its own for each number."""
    return MADE_UP.capitalize() + "".join(LETTERS[number // 26**place % 26] for place in range(3))


def with_words(data: Any, words: dict[str, str]) -> Any:
    """What a file holds, with other words in place of its texts; keys, dates and figures stay."""
    if isinstance(data, dict):
        return {key: value if key in KEPT else with_words(value, words) for key, value in data.items()}
    if isinstance(data, list):
        return [with_words(entry, words) for entry in data]
    return words.get(" ".join(data.split()), data) if isinstance(data, str) else data


def kept_words(plan: Plan) -> set[str]:
    """The words that are left in a plan: of figures, and of ids."""
    figures = (found.value.text for found in walk(plan) if isinstance(found.value, Quantity))
    ids = (str(found.at).replace("_", " ") for found in walk(plan))
    return {word for text in (*figures, *ids) for word in words_in(text)}


def words_in(text: str) -> list[str]:
    """The words of a text, but for single letters."""
    return [word.lower() for word in re.findall(r"[^\W\d_]{2,}", text)]
