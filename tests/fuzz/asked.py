"""How often a part of what chance can try is tried, and where chance begins, as the command line says."""

from argparse import ArgumentParser
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a part."""

    count: int
    seed: int


def asked(module: str, about: str | None, what: str, usual: int) -> Asked:
    """The options of `python -m tests.fuzz.<module>`; `about` is its docstring, and `what` is counted."""
    parser = ArgumentParser(prog=f"python -m tests.fuzz.{module}", description=(about or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=usual, help=f"how many {what}")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins")
    options = parser.parse_args()
    return Asked(options.count, options.seed)
