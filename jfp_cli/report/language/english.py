"""English, as pages say it where a plan names no other language; it is also what other languages are asked for."""

import re
from collections.abc import Mapping
from datetime import date

from jfp_cli.values.dates import MONTH_NAMES, PlanDate
from jfp_cli.values.text import long_day

_SAYS_HOW = re.compile(
    r"(?:by|in|on|at|for|from|to|since|during|within|throughout|until|till|through|across|over|up to|between|before|"
    r"after|following|prior|ahead|no later|not later|no earlier|not before|due|latest|expected|planned|start|begin|"
    r"commenc|ongoing|on-going|continu|each|every|annual|monthly|quarterly|year)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\d{4}[-/]\d{2,4}")


class English:
    """What is said in English, which is what the code has."""

    def said(self, english: str) -> str:
        """A sentence or a word of a page, its places for others still open."""
        return english

    def forms(self, one: str, many: str) -> Mapping[str, str]:
        """What is said with a number, by the category of the number, as the Unicode consortium calls these."""
        return {"one": one, "other": many}

    def category(self, number: int) -> str:
        """The category of a number."""
        return "one" if number == 1 else "other"

    def figure(self, number: int) -> str:
        """A whole number."""
        return f"{number:,}"

    def day(self, day: date) -> str:
        """A day as people write it: 21 November 2026."""
        return long_day(day)

    def month(self, day: date) -> str:
        """The name of a day's month."""
        return MONTH_NAMES[day.month - 1]

    def months(self, first: date, last: date) -> str:
        """From one month to another of the same year."""
        return f"{self.month(first)} to {self.month(last)} {last.year}"

    def short_month(self, day: date) -> str:
        """A day's month with its year, for a label: Nov 2026."""
        return f"{self.month(day)[:3]} {day.year}"

    def short_day(self, day: date) -> str:
        """A day for a label: 21 Nov 2026."""
        return f"{day.day} {self.short_month(day)}"

    def in_words(self, date: PlanDate) -> str:
        """A date as it is written; what programs write, such as 2026-03, as people do."""
        return date.in_words

    def by(self, date: PlanDate) -> str:
        """A date as the end of a sentence: "by March 2026", "in 2026-30", but "from 2026" as it is."""
        text = self.in_words(date)
        if date.is_open or _SAYS_HOW.match(text):
            return text
        return f"in {text}" if _YEARS.fullmatch(text) else f"by {text}"

    def begins(self, date: PlanDate) -> str:
        """A date as the beginning of something: "from April 2026", but "by 2026" as it is."""
        text = self.in_words(date)
        return text if _SAYS_HOW.match(text) else f"from {text}"
