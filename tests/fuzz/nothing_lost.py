"""Every character of a plan file is data, a remark, layout, or inside a finding: what is none of these was lost.

`python -m tests.fuzz.nothing_lost --count 100000 --seed 1` reads so many random texts, prints the first of which
something is lost, and ends with 1 if there is one. The same seed gives the same texts.
"""

import re
import sys
from collections.abc import Iterator
from typing import Any

from jfp_cli.source.yaml import parse
from tests.fuzz.asked import asked
from tests.fuzz.plain_yaml import texts

_REMARK = re.compile(r"(?:^|(?<=[ \t\r\n\0]))#[^\r\n]*|#(?=[ \t\r\n]|\Z)[^\r\n]*")
_LAYOUT = re.compile(r"^(?:---|\.\.\.)|&[^\s,\[\]{}]+|[\s:?,\[\]{}\0-]", re.MULTILINE)


def lost(text: str) -> str:
    """What of a text is nowhere; whoever reads a file takes its byte-order mark off."""
    text = text.lstrip("\ufeff")
    document = parse(text)
    left = list(text)
    found = [*document.faults, *document.warnings]
    spans = [*_spans(document.root), *document.unread, *document.dropped, *((one.start, one.end) for one in found)]
    for start, end in spans:
        left[start:end] = "\0" * (end - start)
    return _LAYOUT.sub("", _REMARK.sub("", "".join(left)))


def _spans(place: Any) -> Iterator[tuple[int, int]]:
    """Where each key and each text stands."""
    key_start, key_end, start, end, below = place
    if key_start >= 0:
        yield key_start, key_end
    if below is None:
        yield start, end
    else:
        for inner in below.values() if isinstance(below, dict) else below:
            yield from _spans(inner)


def main() -> int:
    options = asked("nothing_lost", __doc__, "texts", 100_000)
    for text in texts(options.seed, options.count):
        missing = lost(text)
        if missing:
            sys.stdout.write(f"{text!r}\nlost: {missing!r}\n")
            return 1
    sys.stdout.write(f"seed {options.seed}: {options.count:,} texts, nothing lost\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
