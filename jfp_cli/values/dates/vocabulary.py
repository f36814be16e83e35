"""The words that planners' dates are written with."""

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTHS = {name.lower(): n for n, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS = {name.lower(): n for n, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {name[:3]: n for name, n in WEEKDAYS.items()} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # to their first month

COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
COUNTS |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
ORDINALS |= {"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}

QUARTER_WORDS = frozenset({"q", "quarter", "qtr", "quarters", "qtrs"})
HALF_WORDS = frozenset({"h", "half"})
MONTH_WORDS = frozenset({"m", "month", "months", "mth"})
DIVISION_WORDS = QUARTER_WORDS | HALF_WORDS
YEAR_WORDS = frozenset({"year", "years", "yr", "yrs", "y"})
TERM_WORDS = frozenset({"term", "terms"})
MIDPOINTS = frozenset({"noon", "midday", "midnight"})

_LONGEST_ABBREVIATION = 5
ABBREVIATIONS = frozenset(w for w in (*MONTHS, *WEEKDAYS) if len(w) <= _LONGEST_ABBREVIATION) - {
    "may",
    "march",
    "april",
    "june",
    "july",
}

# After a number these show that it counts something: "in 25/26 weeks", "in 2000 patients".
COUNTED = frozenset(
    {"people", "patients", "residents", "staff", "children", "adults", "appointments", "places", "practices"}
    | {"beds", "pupils", "minutes", "hours", "days", "weeks", "months", "years", "year", "old"}
)
