"""Nothing that stands in a plan file is lost without a word, on ten thousand texts that chance wrote."""

from tests.fuzz.nothing_lost import lost
from tests.fuzz.plain_yaml import texts


def test_every_character_is_read_or_spoken_of() -> None:
    assert [text for text in texts(seed=2026, count=10_000) if lost(text)] == []


def test_what_is_lost_is_seen() -> None:
    assert lost("a: b\n") == ""
    assert lost("a: b # remark\n") == ""
