"""Ids that a command is given."""

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.values.text import is_id

# What Windows keeps for devices, whatever ending a file has: nobody there could take a copy of the plan.
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


def check_id(name: str) -> None:
    """Raise EditError where a text cannot be an id, and so no name of a file either."""
    if name in RESERVED:
        raise EditError(f'"{name}" cannot be an id: Windows has no files of that name; write more, such as "{name}-1"')
    if not is_id(name):
        raise EditError(
            f'"{name}" cannot be an id; an id is lower-case words joined by hyphens, such as "elective-hub"'
        )
