"""Phrases as planners might write them, made at random from the parts that dates and figures have, and from noise."""

import os
from collections.abc import Iterator
from random import Random

# JFP_PHRASES=100000 tries more of them than each run of the tests does.
COUNT = int(os.environ.get("JFP_PHRASES", "10000"))

MONTHS = "January|Feb|March|Apr|May|June|Jul|August|Sept|October|Nov|December"
YEARS = (
    "2025|2026|2030|2025/26|2025-26|2026/27|25/26|2025 to 26|2025 to 2026|2026-30|FY25|FY2025|FY 25/26|FY2025/26|"
    "AY 2025/26|AY25|calendar year 2026|year 2|Y3|'26|2025 to 30|2025-27|25|26|2025-26 financial year|"
    "academic year 2026/27"
)
UNITS = (
    "Q1|Q3|Q5|quarter 4|third quarter|Q3/4|Q1 to Q3|H1|half 2|M6|month 12|M13|Spring|Summer|Autumn|Winter|Autumn term|"
    "Summer term|Easter|31 March|31st June|Tuesday 3 March|April to June|end of year|financial year|week 10|1-5 May|"
    f"29 February|{MONTHS}"
)
NUMERIC = (
    "31/01/2025|2025-01-31|31/13/2025|03/25/2025|06/25|2026-03|2025-6|2010-11|46112|2026.10|31.1.26|2025-W10|2025-W60|"
    "2026-04/..|20260331|12/2026|2026/10"
)
BEFORE_DATES = (
    "|||by |in |by the end of |end of |early |mid-|late |from |after |before |between |starts |ahead of |"
    "no later than |ongoing to |around |w/c |first half of |due: "
)
LINKS = " | |, | - |/| of | in | (|: | to | and |-|"
NOISE = (
    "TBC|subject to funding|Phase 1|each year|go-live|asap|or later|(draft)|for 5 sites|?|onwards|and beyond|review|"
    "tranche 2|next|in 6 months|at the latest|5pm"
)

NUMBERS = "5|80|19.5|134,140|1,34,140|2,5|.5|7|1|35|100|134 140|twenty|one hundred"
AMOUNTS = (
    "half a million|a quarter|two thirds|half|8 of 35|3 in 4|7.2 out of 10|1:4|32:27|24/7|1 hour 15 minutes|00:32:27|"
    "none|break-even|halve|double|between 4-5%|1.2m|7m|all 35"
)
SUFFIXES = (
    "|%|%| per cent| percentage points|pp| weeks| days| beds| people| pathways|m|k| million|-minute| a month|"
    " per 1,000| per tolerance| tCO2e|th percentile|+| of patients"
)
BEFORE_FIGURES = (
    "|||at least |no more than |under |over |about |c.|down |up |by |to |from |reduce by |cut by |a |an average of |"
    "maintain |+|-|\u2212|£|-£|>=|< |more |±"
)
AFTER_FIGURES = (
    "||| reduction| increase| improvement| more| fewer| or more| or less| uptake| additional| by 2028| by March 2026|"
    " on 2019/20 levels| below 2019/20| deficit| of the time| a year| TBC| of 2019/20 activity| maintained| savings|"
    " on average| better| (draft)"
)
JOINTS = " to |-| and | but | to at least |, "


class Phrases:
    """Makes phrases, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - nothing secret is made of it

    def of(self, words: str) -> str:
        """One of some words."""
        return self.random.choice(words.split("|"))

    def often(self, share: float) -> bool:
        """True in this share of all cases."""
        return self.random.random() < share

    def date(self) -> str:
        """A phrase that is a date, nearly one, or none."""
        link, unit, year = self.of(LINKS), self.of(UNITS), self.of(YEARS)
        both = f"{unit}{link}{year}" if self.often(0.7) else f"{year}{link}{unit}"
        core = self.random.choice([both, both, both, unit, year, self.of(NUMERIC)])
        core += ")" if "(" in core and self.often(0.8) else ""
        if self.often(0.15):
            core += self.of(LINKS) + " ".join(self.of(sort) for sort in (UNITS, YEARS) if self.often(0.6))
        before = f"{self.of(NOISE)} " if self.often(0.1) else ""
        after = f" {self.of(NOISE)}" if self.often(0.2) else ""
        return f"{before}{self.of(BEFORE_DATES)}{core}{after}"

    def figure(self) -> str:
        """A phrase that is a figure, nearly one, or none."""
        amount = self.of(NUMBERS) + self.of(SUFFIXES) if self.often(0.75) else self.of(AMOUNTS)
        if self.often(0.15):
            amount += self.of(JOINTS) + self.of(BEFORE_FIGURES) + self.of(NUMBERS) + self.of(SUFFIXES)
        return f"{self.of(BEFORE_FIGURES)}{amount}{self.of(AFTER_FIGURES)}".strip()


def dates(seed: int, count: int = COUNT) -> Iterator[str]:
    """So many phrases about when."""
    made = Phrases(seed)
    return (made.date() for _ in range(count))


def figures(seed: int, count: int = COUNT) -> Iterator[str]:
    """So many phrases about how much."""
    made = Phrases(seed)
    return (made.figure() for _ in range(count))
