"""Texts that other readers of YAML would take for something else are written so that they read them as they are."""

from io import StringIO
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from jfp_cli.edit.yaml.scalars import is_plain, one_line

WORDS = ["no", "on", "yes", "off", "y", "N", "True", "null", "~", "=", "<<", "12:30", "1:20:30", "190:20:30.15"]
WORDS += ["0o7", "-0o7", "017", "0x1F", "0b11", "1_000", ".5", "+.5", "1e3", ".inf", "-.INF", ".nan"]
WORDS += ["2025-01-01T10:00:00Z", "2025-01-01 10:00:00"]
DATES = ["2025-09-20", "2025-03"]
texts = st.sampled_from(WORDS) | st.text("0123456789.:_-+eExob yYnNoOfFtTrRuU~=<", max_size=9).map(str.strip)


def read_elsewhere(text: str) -> list[Any]:
    """What a text is to PyYAML, and to ruamel.yaml in both versions of YAML."""
    found = [yaml.safe_load(text)]
    for version in ("1.1", "1.2"):
        reader: Any = YAML(typ="safe", pure=True)
        reader.version = version
        found.append(reader.load(StringIO(text)))
    return found


@pytest.mark.parametrize("text", ["2025-09-20", "March 2026", "on track", "no change", "2025-26"])
def test_dates_and_words_stay_bare(text: str) -> None:
    assert is_plain(text, in_flow=False)


@settings(max_examples=400, deadline=None)
@given(texts)
@example("12:30")
@example("._")
@example("-_")
@example(".0_")
@example("no")
def test_every_reader_reads_the_text_that_was_written(text: str) -> None:
    if not text or text in DATES:
        return
    written = one_line(text, in_flow=False, quote='"')
    if written != text:
        assert {yaml.safe_load(written), *read_elsewhere(written)} == {text}
        return
    try:
        yaml.safe_load(text)
    except ValueError:
        return  # no day of the calendar
    for read in read_elsewhere(written):
        assert read == text or (type(read).__name__ == "date" and str(read) == text)
