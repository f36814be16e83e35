"""What other readers of YAML take for something else is named, and what is advised means the same to all of them."""

import re
from typing import Any

import pytest
import yaml

from jfp_cli.loading.own_keys import parse_plan_file

WORDS = ["no", "No", "ON", "off", "yes", "12:30", "1:20:30", "-190:20:30.15"]
PLACES = [
    "note: {}\n",
    "note: {} # said in May\n",
    "note:   {}\r\nother: x\r\n",
    "findings:\n  - {}\n  - x\n",
    "moves: [{{because: {}}}]\n",
    "moves: [{{because: {}, to: x}}]\n",
    "glossary:\n  {}: said\n",
    "glossary: {{NHS: x, {}: said}}\n",
]
EVENT = "updates:\n  - {on: 2025-12-01, note: Nearly done}\n"


def mended(text: str) -> str:
    """A text in which every advice of JFP009 was followed, as it is written."""
    for fault in sorted(parse_plan_file(text).warnings, key=lambda fault: -fault.start):
        assert fault.name == "read-otherwise-elsewhere"
        advised = re.fullmatch(r'write (?:it in quotes: ("[^"]+")|"([^"]+)" instead)', fault.help)
        assert advised, fault.help
        text = text[: fault.start] + (advised[1] or advised[2]) + text[fault.end :]
    return text


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("word", WORDS)
def test_what_is_advised_is_accepted_and_means_the_same_to_every_reader(word: str, place: str) -> None:
    text = place.format(word)
    assert yaml.safe_load(text) != parse_plan_file(text).data
    better = mended(text)
    assert better != text
    read: Any = parse_plan_file(better)
    assert (read.faults, read.warnings) == ([], [])
    assert read.data == parse_plan_file(text).data == yaml.safe_load(better)


def test_the_day_of_an_event_has_a_key_of_its_own() -> None:
    better = mended(EVENT)
    assert better == EVENT.replace("on:", "date:")
    assert parse_plan_file(better).warnings == []
    assert parse_plan_file(better).data == parse_plan_file(EVENT).data


@pytest.mark.parametrize(
    "text", [EVENT.replace("on:", '"on":'), 'note: "no"\n', "note: no change\n", "note: |\n  no\n"]
)
def test_what_every_reader_reads_alike_is_not_spoken_of(text: str) -> None:
    assert parse_plan_file(text).warnings == []
