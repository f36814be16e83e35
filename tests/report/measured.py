"""Made-up measures for pictures, and a page of them."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from jfp_cli.measures.assurance import Asked, assurance
from jfp_cli.measures.spc import Point, Rebase, chart
from jfp_cli.report.charts.measured import Aim, Measured
from jfp_cli.report.charts.picture import Picture, multiples, picture
from jfp_cli.report.pages.environment import shipped_templates
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.pages.words import words
from tests.measures.series import STEADY, drawn, month, monthly


def waiting(*, many_notes: bool = False) -> Measured:
    """A measure with everything: a rebase, a gap, notes, what is left out and provisional, a target and its way."""
    values = [148_300, 149_100, 147_000, 150_200, 146_900, 148_000, 149_500, 148_700, 147_800, 148_900] * 2
    points = [
        Point(
            month(at),
            Decimal(value - (9_000 if at > 12 else 0)),
            "half of the month is missing" if at == 10 else None,
            at == 19,
            f"note {at}" if many_notes or at == 3 else None,
        )
        for at, value in enumerate(values)
        if at != 7
    ]
    drawing = chart(points, "lower", [Rebase(month(13).replace(day=1), "community waits are counted elsewhere")])
    way = ((month(0), Decimal(150_000)), (month(11), Decimal(142_000)), (month(59), Decimal(92_300)))
    said = assurance(drawing, Asked(Decimal(142_000)), "lower")
    aim = Aim("target 92,300 by March 2029", Decimal(92_300), way, "142,000 (March 2025)", said)
    return Measured("Open elective pathways", drawing, "pathways", "month", (aim,))


def steady(title: str = "Seen within four hours", add: int = 0, aim: int = 55) -> Measured:
    drawing = drawn([value + add for value in STEADY] + [60 + add], "higher")
    figure = f"{aim}%"
    said = assurance(drawing, Asked(Decimal(aim)), "higher")
    bounds = Decimal(0), Decimal(100)
    return Measured(title, drawing, "%", "month", (Aim(f"standard {figure}", Decimal(aim), (), figure, said),), bounds)


def several() -> list[Measured]:
    """A measure of each kind."""
    ten_years = [Decimal(value) / 10 for value in [503, 611, 498, 552, 470, 590] * 20]
    points = [Point(month(at), value) for at, value in enumerate(ten_years)]
    return [
        waiting(),
        waiting(many_notes=True),
        steady(),
        Measured("One reading", drawn([5], None), "beds"),
        Measured("Never moves", drawn([100] * 14, "higher"), "%", bounds=(Decimal(0), Decimal(100))),
        Measured("Ten years", chart(points, "lower"), "a week"),
        Measured("Neither is better", drawn([*STEADY, 90], None), "£"),
        Measured("Days", chart([Point(month(at), Fraction(at % 5, 7)) for at in range(14)], "lower"), "weeks", "year"),
        Measured("Three at once", drawn([*STEADY, *[30] * 8], "higher", 4, 5, 6)),
        Measured("Left out", chart(monthly([1, 2], {0: "wrong", 1: "wrong"})), "beds"),
    ]


def page(folder: Path) -> Path:
    """A page of pictures with the style sheet that ships, and of small ones for places."""
    templates = shipped_templates()
    environment = Environment(loader=FileSystemLoader(templates), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals |= words(Form.HTML)
    macros = environment.get_template("parts/measures.html.j2").module
    places = multiples([steady("West Essex"), steady("Hertfordshire", 8), steady("East", -6)])
    body = "".join(str(macros.measure(shown)) for shown in pictures()) + str(macros.places(places))  # type: ignore[attr-defined]
    style = "".join((templates / "parts" / name).read_text(encoding="utf-8") for name in ("tokens.css", "style.css"))
    file = folder / "measures.html"
    meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Measures</title>'
    main = f'<main class="page"><h1>Measures</h1>{body}</main>'
    text = f'<!doctype html><html lang="en-GB"><head>{meta}<style>{style}</style></head><body>{main}</body></html>'
    file.write_text(text, encoding="utf-8")
    return file


def pictures() -> list[Picture]:
    return [picture(measured) for measured in several()]
