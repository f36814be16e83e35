"""A language that has a table of what jfp says; the one user of Babel, which knows its dates, numbers and plurals."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.plural import _plural_tags as CATEGORIES  # noqa: N812 - their order, which has no other name

from jfp_cli.values.dates import PlanDate

TABLES = files("jfp_cli.report.language")


class Translated:
    """What is said in another language; what its table lacks is said in English."""

    def __init__(self, name: str) -> None:
        self.locale = Locale.parse(name)
        self.table = table(name)
        known = self.locale.plural_form.tags | {"other"}
        self._categories = [one for one in CATEGORIES if one in known]

    def said(self, english: str) -> str:
        """A sentence or a word of a page, its places for others still open."""
        found = self.table.get(english)
        return str(found.string) if found and found.string else self.absent(english)

    def forms(self, one: str, many: str) -> Mapping[str, str]:
        """What is said with a number, by the category of the number."""
        found = self.table.get(one)
        said = found.string if found else None
        if not isinstance(said, tuple) or not all(said):
            return dict.fromkeys(self._categories, self.absent(many)) | {"one": self.absent(one)}
        return dict(zip(self._categories, said, strict=True))

    def absent(self, english: str) -> str:
        """What is said where the table says nothing."""
        return english

    def category(self, number: int) -> str:
        """The category of a number."""
        return str(self.locale.plural_form(number))

    def figure(self, number: int) -> str:
        """A whole number."""
        return format_decimal(number, locale=self.locale)

    def day(self, day: date) -> str:
        """A day in full."""
        return format_date(day, "long", locale=self.locale)

    def month(self, day: date) -> str:
        """The name of a day's month by itself."""
        return format_date(day, "LLLL", locale=self.locale)

    def months(self, first: date, last: date) -> str:
        """From one month to another."""
        return format_interval(first, last, "yMMMM", locale=self.locale)

    def short_month(self, day: date) -> str:
        """A day's month with its year, for a label."""
        return format_skeleton("yMMM", day, locale=self.locale)

    def short_day(self, day: date) -> str:
        """A day for a label."""
        return format_skeleton("yMMMd", day, locale=self.locale)

    def in_words(self, date: PlanDate) -> str:
        """A date of a plan: its years as they are written, all else by the days that it can mean."""
        if date.last is None:
            return self._with("{date} onwards", self._whole_month(date.first) or self.day(date.first))
        if not _has_words(date):
            return date.text
        return self._span(date.first, date.last)

    def by(self, date: PlanDate) -> str:
        """A date as the end of a sentence."""
        text = self.in_words(date)
        if date.last is None:
            return text
        if not _has_words(date):
            return self._with("in {date}", text)
        is_one = date.first == date.last or self._is_month(date.first, date.last)
        return self._with("by {date}" if is_one else "during {date}", text)

    def begins(self, date: PlanDate) -> str:
        """A date as the beginning of something."""
        text = self.in_words(date)
        return text if date.last is None else self._with("from {date}", text)

    def _span(self, first: date, last: date) -> str:
        if first == last:
            return self.day(first)
        if self._is_month(first, last):
            return self._whole_month(first)
        if first.day == 1 and (last + timedelta(days=1)).day == 1:
            return self.months(first, last)
        words = {"{first}": self.day(first), "{last}": self.day(last)}
        return re.sub(r"\{\w+\}", lambda place: words[place[0]], self.said("{first} to {last}"))

    def _whole_month(self, first: date) -> str:
        """A month with its year; nothing where a day is not its first."""
        return format_skeleton("yMMMM", first, locale=self.locale) if first.day == 1 else ""

    def _is_month(self, first: date, last: date) -> bool:
        after = last + timedelta(days=1)
        return first.day == after.day == 1 and (after - first).days <= 31

    def _with(self, english: str, date: str) -> str:
        return self.said(english).replace("{date}", date)


def _has_words(date: PlanDate) -> bool:
    """Whether a date is more than years, such as 2026-30, which every language writes alike."""
    digits = date.text.replace("-", "").replace("/", "")
    return not digits.isdigit() or (date.last is not None and (date.last - date.first).days < 300)


@cache
def table(name: str) -> Catalog:
    """The table of a language."""
    with (TABLES / f"{name}.po").open("rb") as file:
        return read_po(file, locale=name)
