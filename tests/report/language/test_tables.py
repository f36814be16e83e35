"""The tables of languages: each says all that pages say, with its places and in each form of a number."""

import gettext
import re
from typing import Any

import pytest
from babel import Locale
from babel.messages.catalog import Message
from babel.plural import to_gettext

from jfp_cli.report.language.spoken import tables
from jfp_cli.report.language.translated import Translated, table
from tests.report.language.english import Sentence, sentences

OF_DATES = {("{date} onwards",), ("by {date}",), ("during {date}",), ("in {date}",), ("from {date}",)}
PLACE = re.compile(r"\{\w+\}")


def entries(language: str) -> dict[Sentence, Message]:
    return {texts(entry.id): entry for entry in table(language) if entry.id}


def translations(entry: Message) -> tuple[str, ...]:
    return texts(entry.string)


def texts(one_or_more: Any) -> tuple[str, ...]:
    return one_or_more if isinstance(one_or_more, tuple) else (one_or_more,)


def test_there_is_a_table_of_welsh() -> None:
    assert "cy" in tables()


@pytest.mark.parametrize("language", tables())
def test_a_table_has_every_sentence_of_the_pages_and_no_other(language: str) -> None:
    said = entries(language).keys()
    assert sorted(sentences() - said) == []
    assert sorted(said - sentences() - OF_DATES) == []


@pytest.mark.parametrize("language", tables())
def test_no_sentence_is_empty_and_each_has_its_places(language: str) -> None:
    for sentence, entry in entries(language).items():
        wanted = set(PLACE.findall(sentence[-1]))
        for said in translations(entry):
            assert said.strip(), sentence
            found = set(PLACE.findall(said))
            assert found <= wanted, (sentence, said)
            # A form of one number alone may leave the number out: "dim cerrig milltir".
            assert wanted - found <= ({"{number}"} if len(sentence) > 1 else set()), (sentence, said)


@pytest.mark.parametrize("language", tables())
def test_a_table_counts_as_its_language_does(language: str) -> None:
    known, plural = Locale.parse(language).plural_form, table(language).plural_expr
    ours, theirs = (gettext.c2py(one) for one in (plural, to_gettext(known).partition("plural=")[2].strip(";")))
    assert [ours(number) for number in range(200)] == [theirs(number) for number in range(200)]
    categories = list(Translated(language).forms("milestone", "milestones"))
    assert table(language).num_plurals == len(categories) == len(known.tags | {"other"})


def test_what_a_table_lacks_is_said_in_english() -> None:
    welsh = Translated("cy")
    assert welsh.said("Nobody has said this before") == "Nobody has said this before"
    assert welsh.forms("{number} cat", "{number} cats")["other"] == "{number} cats"
    assert welsh.forms("{number} cat", "{number} cats")[welsh.category(1)] == "{number} cat"
