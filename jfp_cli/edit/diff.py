"""A change as a unified diff."""

import re
from collections.abc import Iterable, Iterator

from jfp_cli.edit.change import Step
from jfp_cli.values.text import LINE_END

CONTEXT = 2  # lines
_LINE = re.compile(rf"[^\r\n]*(?:{LINE_END.pattern})|[^\r\n]+")


def diff(steps: Iterable[Step]) -> Iterator[str]:
    """The lines of a unified diff of some files, without their ends."""
    from difflib import unified_diff  # noqa: PLC0415 - slow to import, and only for changes

    for step in steps:
        old = f"a/{step.old}" if step.old is not None else "/dev/null"
        new = f"b/{step.new}" if step.new is not None else "/dev/null"
        lines = unified_diff(_lines(step.before), _lines(step.after), old, new, n=CONTEXT, lineterm="")
        for line in lines:
            yield line.rstrip("\r\n")
            if line[:1] in " +-" and not line.endswith(("\n", "\r")) and not line.startswith(("---", "+++")):
                yield "\\ No newline at end of file"


def _lines(text: str) -> list[str]:
    return _LINE.findall(text)
