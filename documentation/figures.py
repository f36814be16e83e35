"""The page of figures: how planners write them, and what `jfp` reads, worked out as the page is made."""

from documentation import markdown as md
from jfp_cli.values.figures import Change, Quantity, QuantityError

WRITTEN = {
    "Levels": ("19%", "134,140", "£7m", "65 weeks", "2.5", "about 1,200 patients", "24 of 35", "a quarter"),
    "Levels that say how they compare": (
        "at least 19%",
        "more than 90%",
        "no more than 1%",
        "under 6%",
        "60 minutes or less",
        "exactly 3",
    ),
    "Changes of a baseline": ("+2 percentage points", "up 2%", "down 5%", "down at least 5%", "up 200"),
    "Changes in words": ("halve", "cut by a third", "20 more beds", "1,500 fewer attendances"),
    "Ranges": ("between 1% and 2%", "10 to 12 weeks"),
    "Proportions, which compare with percentages": ("3 in 4", "two thirds", "all 35 PCNs", "7.2 out of 10"),
    "Lengths of time and rates": ("45-minute", "1 hour 15 minutes", "00:32:27", "5 a month", "12 per 1,000 births"),
    "Numbers in words": ("half a million", "one hundred", "none", "break-even"),
}
CHANGES = {Change.POINTS: "percentage points", Change.RELATIVE: "a share of it", Change.AMOUNT: "an amount"}
REFUSED = (
    "80% uptake",
    "2.5 percentage points",
    "by 5%",
    "down to 5%",
    "at least at most 5%",
    "2% to 1%",
    "significantly more",
)


def page() -> str:
    """Figures that are read, each with its parts, and figures that are not, each with what to write."""
    head = ("Written", "Value", "Unit", "Compares", "Changes the baseline by")
    parts = [f"## {group}\n\n{md.table(head, map(_read, texts))}" for group, texts in WRITTEN.items()]
    return md.page(
        "Figures",
        "A figure is exact, whatever it is written with. Where it does not say how it compares, `better: lower` or "
        "`better: higher` of its target does. A figure with a comma stands in quotes, as does one that begins with "
        "`>` or `%`.",
        *parts,
        "## What is refused",
        md.table(["Written", "What jfp says"], map(_refused, REFUSED)),
    )


def _read(written: str) -> tuple[str, ...]:
    meant = Quantity.parse(written)
    ends = [meant.value] if meant.upper is None else [meant.value, meant.upper]
    values = " to ".join(f"{end:f}" for end in ends)
    compares = meant.comparison.name.lower().replace("_", " ") if meant.comparison else ""
    return md.code(written), values, md.text(meant.unit), compares, CHANGES[meant.change] if meant.change else ""


def _refused(written: str) -> tuple[str, str]:
    try:
        Quantity.parse(written)
    except QuantityError as error:
        return md.code(written), md.text(error)
    raise ValueError(f"{written} is a figure by now: show it among those that are read")
