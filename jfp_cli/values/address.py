"""The name of a thing in the plan, or of a field of it: `milestones/ehr-go-live.due`."""

import re
from typing import NamedTuple, Self

Path = tuple[str | int, ...]

_STEP = re.compile(r"""\.([^.\[\]"]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]""", re.DOTALL)
_PLAIN = re.compile(r"""[^.\[\]"]+""")


class Address(NamedTuple):
    """A kind, an id and a path inside the thing: `targets/waiting-list-size.trajectory[0].due`.

    What stands in `plan.yaml` and has no id of its own has the kind `plan` and an empty id: `plan.contents[0]`.
    A key that holds a dot, a bracket or a quotation mark is written as `plan.glossary["e.g."]`.
    """

    kind: str
    id: str = ""
    path: Path = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address back from its text; raises ValueError where the text is none."""
        head, dot, rest = _split(text)
        kind, slash, name = head.partition("/")
        steps = list(_STEP.finditer(dot + rest))
        if not kind or (slash and not name) or "".join(step.group() for step in steps) != dot + rest:
            raise ValueError(f'"{text}" is not an address; write one like milestones/ehr-go-live.due')
        return cls(kind, name, tuple(_step(step) for step in steps))

    def at(self, *path: str | int) -> "Address":
        """The address of a field below this one."""
        return Address(self.kind, self.id, self.path + path)

    @property
    def thing(self) -> "Address":
        """The address of the whole thing, without the path inside it."""
        return Address(self.kind, self.id)

    def __str__(self) -> str:
        head = f"{self.kind}/{self.id}" if self.id else self.kind
        return head + "".join(_written(step) for step in self.path)


def _step(found: re.Match[str]) -> str | int:
    plain, number, quoted = found.groups()
    if number is not None:
        return int(number)
    return plain if plain is not None else re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL)


def _written(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if _PLAIN.fullmatch(step):
        return f".{step}"
    escaped = re.sub(r'(["\\])', r"\\\1", step)
    return f'["{escaped}"]'


def _split(text: str) -> tuple[str, str, str]:
    """Cut an address where the path inside the thing begins."""
    cut = min((at for at in (text.find("."), text.find("[")) if at >= 0), default=len(text))
    return text[:cut], text[cut : cut + 1], text[cut + 1 :]
