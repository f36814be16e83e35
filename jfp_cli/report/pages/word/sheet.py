"""The sheet of paper: how large it is and how wide its margins are, upright or turned, in twentieths of a point."""

from typing import NamedTuple

from jfp_cli.report.pages.word.xml import element

PIXEL = 15  # of a page, 96 to an inch
_BESIDE = 709  # from the edge to what stands above and below every page


class Sheet(NamedTuple):
    """An upright sheet with its margins; A4 with two centimetres where nobody says otherwise."""

    width: int = 11906
    height: int = 16838
    top: int = 1304
    right: int = 1134
    bottom: int = 1134
    left: int = 1134

    @property
    def room(self) -> int:
        """How much goes across it between the margins."""
        return self.width - self.left - self.right

    @property
    def room_turned(self) -> int:
        """The same where it is turned."""
        return self.height - self.left - self.right

    def section(self, *, turned: bool, heads: str = "") -> str:
        """What a section on such sheets says of itself; `heads` are what stands above and below its pages."""
        across, down = (self.height, self.width) if turned else (self.width, self.height)
        return element(
            "sectPr",
            heads,
            element("pgSz", w=across, h=down, **({"orient": "landscape"} if turned else {})),
            element(
                "pgMar",
                top=self.top,
                right=self.right,
                bottom=self.bottom,
                left=self.left,
                header=min(_BESIDE, self.top),
                footer=min(_BESIDE, self.bottom),
                gutter=0,
            ),
            element("titlePg") if heads else "",
        )
