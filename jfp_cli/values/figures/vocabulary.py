"""The words that planners' figures are written with: numbers, fractions and times."""

_UPTO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {word: number for number, word in enumerate(_UPTO_NINETEEN.split())}
NUMBER_WORDS |= {word: number * 10 for number, word in enumerate(_TENS.split(), 2)}
MAGNITUDES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9, "trillion": 12}  # powers of ten

_FRACTION_NAMES = "half third quarter fifth sixth seventh eighth ninth tenth"
FRACTIONS = {
    spelling: whole
    for whole, name in enumerate(_FRACTION_NAMES.split(), 2)
    for spelling in (name, "halves" if name == "half" else f"{name}s")
} | {"fourth": 4, "fourths": 4, "twentieth": 20, "hundredth": 100, "hundredths": 100}
SIGNS_OF_FRACTIONS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5)}

TIMES = {
    spelling: unit
    for unit, spellings in {
        "seconds": ("second", "secs", "sec"),
        "minutes": ("minute", "mins", "min"),
        "hours": ("hour", "hrs", "hr"),
        "days": ("day",),
        "weeks": ("week", "wks", "wk"),
        "months": ("month", "mths", "mth"),
        "years": ("year", "yrs", "yr"),
    }.items()
    for spelling in (unit, *spellings)
}
SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800}
MONTHS = {"months": 1, "years": 12}  # which are not a whole number of days, so that the two never meet
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
