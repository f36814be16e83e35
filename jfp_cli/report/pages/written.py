"""What a page becomes as a file."""

from typing import NamedTuple


class Written(NamedTuple):
    """The file that holds a page, and what whoever wrote it should know of that."""

    data: bytes
    remarks: tuple[str, ...] = ()
