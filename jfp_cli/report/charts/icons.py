"""The icons of Making Data Count, drawn anew: a letter or a sign in a disc, which words always stand beside."""

from markupsafe import Markup

from jfp_cli.measures.assurance import Assurance
from jfp_cli.measures.spc import Variation
from jfp_cli.report.charts.svg import KINDS, PAPER, QUIET, Kind

_HEAD = Markup('<svg class="control icon" aria-hidden="true" width="28" height="28"{} viewBox="-14 -14 28 28">')
_DISC = Markup('<circle class="{}" r="12.5" fill="{}"/>')
_LETTER = Markup(
    '<text class="in" y="5.5" text-anchor="middle" font-family="Arial, Helvetica, sans-serif" font-size="16" '
    'font-weight="bold" fill="{}">{}</text></svg>'
)
_SIGN = Markup('<path class="in" d="{}" fill="none" stroke="{}" stroke-width="2.5" stroke-linejoin="round"/></svg>')
_WAVE = "M-8 3L-4-3 0 3 4-3 8 3"
_ARROWS = {"high": "M0 8V-7M-5.5-2 0-7.5 5.5-2", "low": "M0-8V7M-5.5 2 0 7.5 5.5 2"}
_LETTERS = {"high": "H", "low": "L", "consistent_pass": "P", "inconsistent": "?", "consistent_fail": "F"}


def kind_of(said: Variation | Assurance | None) -> Kind:
    """The kind of mark and colour of what is said: a pass is an improvement's, a failure a concern's."""
    kinds: dict[str, Kind] = {
        "improvement": "improvement",
        "concern": "concern",
        "neutral": "neutral",
        "consistent_pass": "improvement",
        "consistent_fail": "concern",
    }
    return kinds.get(said or "") or kinds.get((said or "").partition("_")[0], "common")


def icon(said: Variation | Assurance, place: tuple[float, float] | None = None) -> Markup:
    """H and L are higher and lower, P, ? and F pass, sometimes and fail; a wave is common cause, an arrow a change.

    `place` is that of its corner, within another picture.
    """
    head = _HEAD.format(Markup(' x="{:g}" y="{:g}"').format(*place) if place else "")
    kind, end = kind_of(said), said.rpartition("_")[2]
    disc = head + _DISC.format(kind, KINDS[kind] if kind != "common" else QUIET)
    if said == "common_cause":
        return disc + _SIGN.format(_WAVE, PAPER)
    if kind == "neutral":
        return disc + _SIGN.format(_ARROWS[end], PAPER)
    return disc + _LETTER.format(PAPER, _LETTERS.get(said) or _LETTERS[end])
