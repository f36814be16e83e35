"""The quick reader of YAML held against libyaml on random texts: where it answers, they must say the same.

`python -m tests.fuzz.plain_yaml --count 100000 --seed 1` reads so many texts, prints the first on which the two differ,
and ends with 1 if there is one. The same seed gives the same texts.
"""

import sys
from collections.abc import Iterator
from random import Random

from jfp_cli.source.yaml import thorough
from jfp_cli.source.yaml.plain import read
from tests.conftest import ROOT
from tests.fuzz.asked import asked
from tests.fuzz.yaml_texts import yaml_text

WRITTEN = ("plan", "tests/example")


def texts(seed: int, count: int) -> Iterator[str]:
    """So many texts, the same for the same seed."""
    random = Random(seed)  # noqa: S311 - nothing here is a secret
    paths = sorted(path for folder in WRITTEN for path in (ROOT / folder).rglob("*.yaml"))
    written = [path.read_bytes().decode("utf-8").removeprefix("\ufeff") for path in paths]
    for _ in range(count):
        yield yaml_text(random, written)


def difference(text: str) -> str | None:
    """What the quick reader and libyaml make of a text if they differ; "" if they agree, None if only one reads it."""
    quick = read(text)
    if quick is None:
        return None
    # As text, since equal data may still have its keys in another order.
    found = [f"{document.data!r}\n{document.root!r}\n{document.faults!r}" for document in (quick, thorough.read(text))]
    return "" if found[0] == found[1] else "\n".join([repr(text), "quick:", found[0], "libyaml:", found[1]])


def main() -> int:
    options = asked("plain_yaml", __doc__, "texts", 100_000)
    quick = 0
    for text in texts(options.seed, options.count):
        found = difference(text)
        if found:
            sys.stdout.write(f"{found}\n")
            return 1
        quick += found is not None
    sys.stdout.write(f"seed {options.seed}: {options.count:,} texts, {quick:,} of them read quickly, no difference\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
