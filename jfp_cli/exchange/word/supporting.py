"""Which priorities of the integrated care strategy a section supports, where a sentence of it names them in quotes."""

import re

from jfp_cli.exchange.word.making import Making, Thing

_SUPPORTING = re.compile(r"\bstrateg\w*\b.{0,40}\bpriorit|\bpriorit\w*\b.{0,60}\bstrateg", re.IGNORECASE)
_CLOSE = '\N{RIGHT DOUBLE QUOTATION MARK}"'
_QUOTED = re.compile(rf"[\N{{LEFT DOUBLE QUOTATION MARK}}\"]([^{_CLOSE}]{{5,200}})[{_CLOSE}]")


def take_supports(making: Making, section: Thing, text: str) -> None:
    """Enter the priorities that a sentence names; the sentence itself stays where it is."""
    if _SUPPORTING.search(text):
        for name in _QUOTED.findall(text):
            key = making.named("strategy_priorities", name.strip(" .,"))
            if key not in section.setdefault("supports", []):
                section["supports"].append(key)
