"""What an installed jfp consists of: itself, and every distribution that it needs, as far as they are installed."""

from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

JFP = "jfp-cli"


class Part(NamedTuple):
    """A distribution with its licence, as it says it itself, and the names of those that it needs."""

    name: str
    version: str
    licence: str
    needs: frozenset[str]


def parts(extras: frozenset[str]) -> dict[str, Part]:
    """Each part by its name, jfp first; raises PackageNotFoundError where one is not installed."""
    found: dict[str, Part] = {}
    asked: dict[str, frozenset[str]] = {}
    open_ones = [(JFP, extras)]
    while open_ones:
        name, wanted = open_ones.pop(0)
        if name in asked and wanted <= asked[name]:
            continue
        asked[name] = asked.get(name, frozenset()) | wanted
        held = distribution(name)
        needed = list(_needed(held, asked[name]))
        found[name] = Part(name, held.version, _licence(held), frozenset(one for one, _ in needed) - {name})
        open_ones += needed
    return found


def _needed(held: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """What a distribution needs on this system with this Python, each with its own extras."""
    for written in held.requires or ():
        wanted = Requirement(written)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in extras | {""}):
            yield canonicalize_name(wanted.name), frozenset(wanted.extras)


def _licence(held: Distribution) -> str:
    """An SPDX expression where there is one, else a line that says it; empty where nothing does."""
    told = held.metadata
    said = [*told.get_all("License-Expression", []), *told.get_all("License", [])]
    said += [line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if "License ::" in line]
    return next((line for line in said if line and "\n" not in line), "")
