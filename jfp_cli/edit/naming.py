"""Ids that a command is given."""

from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.values.text import is_id


def check_id(name: str) -> None:
    """Raise EditError where a text cannot be an id, and so no name of a file either."""
    if not is_id(name):
        raise EditError(
            f'"{name}" cannot be an id; an id is lower-case words joined by hyphens, such as "elective-hub"'
        )
