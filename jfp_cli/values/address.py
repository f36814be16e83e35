"""The name of a thing in the plan, or of a field of it: `milestones/ehr-go-live.due`."""

import re
from typing import NamedTuple, Self

Path = tuple[str | int, ...]
_made = tuple.__new__
"""Makes a named tuple of all its values: there are thousands of addresses, and so each takes half the time."""

_PLAIN = re.compile(r"""[^.\[\]"]+""")
_QUOTED = r'"((?:[^"\\]|\\.)*)"'
_HEAD = re.compile(rf"""([^/.\[\]"]+)(?:/(?:({_PLAIN.pattern})|{_QUOTED}))?""", re.DOTALL)
_STEP = re.compile(rf"""\.({_PLAIN.pattern})|\[(\d+)\]|\[{_QUOTED}\]""", re.DOTALL)


class Address(NamedTuple):
    """A kind, an id and a path inside the thing: `targets/waiting-list-size.trajectory[0].due`.

    What stands in `plan.yaml` and has no id of its own has the kind `plan` and an empty id: `plan.contents[0]`.
    A key or an id that holds a dot, a bracket or a quotation mark is written in quotes: `plan.glossary["e.g."]`.
    """

    kind: str
    id: str = ""
    path: Path = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address back from its text; raises ValueError where the text is none."""
        head = _HEAD.match(text)
        steps = list(_STEP.finditer(text, head.end())) if head else []
        if not head or head.group() + "".join(step.group() for step in steps) != text:
            raise ValueError(f'"{text}" is not an address; write one like milestones/ehr-go-live.due')
        kind, plain, quoted = head.groups()
        return cls(kind, plain or _unescaped(quoted or ""), tuple(_step(step) for step in steps))

    def at(self, *path: str | int) -> "Address":
        """The address of a field below this one."""
        kind, name, above = self
        return _made(Address, (kind, name, above + path))

    @property
    def thing(self) -> "Address":
        """The address of the whole thing, without the path inside it."""
        return _made(Address, (*self[:2], ()))

    @property
    def typed(self) -> str:
        """It as a shell takes it: in quotation marks where it has a bracket."""
        text = str(self)
        return f'"{text}"' if "[" in text else text

    def __str__(self) -> str:
        name = self.id if _PLAIN.fullmatch(self.id) else _in_quotes(self.id)
        head = f"{self.kind}/{name}" if self.id else self.kind
        return head + "".join(_written(step) for step in self.path)


def _step(found: re.Match[str]) -> str | int:
    plain, number, quoted = found.groups()
    return int(number) if number is not None else plain if plain is not None else _unescaped(quoted)


def _written(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN.fullmatch(step) else f"[{_in_quotes(step)}]"


def _in_quotes(text: str) -> str:
    escaped = re.sub(r'(["\\])', r"\\\1", text)
    return f'"{escaped}"'


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
