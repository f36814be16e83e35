"""Mutated dates and figures: each is read or refused in words, alone and in a sentence, within a second.

`python -m tests.fuzz.phrases --count 100000 --seed 1` reads so many, prints each that ends in anything else, and ends
with 1 if there is one. The same seed makes the same phrases.
"""

import sys
from datetime import date
from random import Random
from traceback import format_exc
from typing import NamedTuple

from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import find_dates
from jfp_cli.values.figures import find_quantities
from jfp_cli.values.reading import read
from tests.fuzz.asked import asked
from tests.fuzz.promptly import promptly
from tests.fuzz.yaml_pieces import SIGNS
from tests.values.phrases import Phrases

CALENDARS = (Calendar(4, date(2025, 4, 1)), Calendar(), Calendar(1), Calendar(9, date(2027, 9, 1), ("beds",)))
CHARACTERS = "0159/-.,:()%£+<>=±½¼²٣๒Ⅷ\u2013\u2212\xa0\u200b\xad\u202e\u0301 Ωdaßİq"


class Tally(NamedTuple):
    """How many phrases were made, how many of them were read, and each that went wrong."""

    tried: int
    read: int
    wrong: list[str]


def phrase(random: Random, phrases: Phrases) -> str:
    """A date or a figure as planners write it, mostly with a slip or two."""
    text = random.choice((phrases.date, phrases.figure))()
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        at = random.randrange(len(text) + 1)
        match random.randrange(6):
            case 0 | 1:
                text = text[:at] + random.choice(CHARACTERS) + text[at + random.choice((0, 1)) :]
            case 2:
                text = text[:at] + text[at + random.randrange(1, 4) :]
            case 3:
                text = text[:at] + random.choice((phrases.date, phrases.figure))() + text[at:]
            case 4:
                text = text[:at] + random.choice(SIGNS) + text[at:]
            case _:
                text = text[:at] + text[at : at + 3] * random.choice((2, 3, 40)) + text[at:]
    return text


def run(seed: int, count: int) -> Tally:
    """Read so many phrases, the same for the same seed."""
    random = Random(seed)  # noqa: S311 - nothing here is a secret
    phrases = Phrases(seed)
    understood = 0
    wrong = []
    for _ in range(count):
        text, calendar = phrase(random, phrases), random.choice(CALENDARS)
        try:
            with promptly():
                row = read(text, calendar).row()
                list(find_dates(text))
                list(find_quantities(text))
            understood += row["kind"] != "refused"
            assert row["kind"] != "refused" or (row["message"] and row["help"]), row
            assert row["kind"] != "date" or not row["last"] or str(row["first"]) <= str(row["last"]), row
        except Exception:  # noqa: BLE001 - any is a fault
            wrong.append(f"{text!r} by {calendar}:\n{format_exc()}\n")
    return Tally(count, understood, wrong)


def main() -> int:
    options = asked("phrases", __doc__, "phrases", 100_000)
    tally = run(options.seed, options.count)
    sys.stdout.write(f"seed {options.seed}: {tally.tried:,} phrases, {tally.read:,} of them read\n")
    sys.stdout.writelines(tally.wrong)
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
