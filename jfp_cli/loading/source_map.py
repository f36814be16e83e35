"""Where everything in the plan stands: from an address to a span of a file, and back from a place to an address."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from jfp_cli.loading.file_read import FileRead
from jfp_cli.loading.source_file import Part, SourceFile, address_in, down_to, shown_part, walk
from jfp_cli.model.kinds import VOCABULARIES
from jfp_cli.source.yaml import Place
from jfp_cli.values.address import Address
from jfp_cli.values.span import Span


class Located(NamedTuple):
    """What stands at a place of a file: a key, a value, or an entry of a list or mapping around the place."""

    address: Address
    part: Part


class SourceMap:
    """The files of a plan as they were read, and the place of each thing in them by kind and id."""

    def __init__(self, reads: Iterable[FileRead]) -> None:
        self._reads = {read.source.file.shown: read for read in reads}
        self.files: dict[str, SourceFile] = {name: read.source for name, read in self._reads.items()}
        self.things: dict[tuple[str, str], tuple[SourceFile, Place]] = {}
        self.twins: dict[tuple[str, str], list[tuple[SourceFile, Place]]] = {}
        for read in self._reads.values():
            for kind, name, place in read.things:
                spot = (read.source, place)
                if self.things.setdefault((kind, name), spot) is not spot:
                    self.twins.setdefault((kind, name), []).append(spot)

    def home(self, address: Address) -> tuple[SourceFile, Place]:
        """The file of the thing that an address is of, and its place there; plan.yaml where it is no thing."""
        thing = self.things.get(address[:2])
        if thing is None:
            read = next(iter(self._reads.values()))
            return read.source, read.root
        return thing

    def span(self, address: Address, *, key: bool = False) -> Span:
        """The span of what an address names: its value, or its key with `key` or where the value is a list or keys.

        A thing is shown by its first line; what is not there is shown where it should stand.
        """
        file, place = self.home(address)
        return file.span(*shown_part(*walk(place, address.path), key=key))

    def span_of(self, address: Address, written: str, *, key: bool = False) -> Span:
        """The same where the text that stands there is known, so that it is underlined and nothing else.

        Of things that share an id it stands in one; in a list of which something was left out, at another position.
        """
        named = (address.kind, address.id)
        places: list[tuple[SourceFile, Place]] = list(self.twins.get(named, ()))
        if named in self.things:
            places.append(self.things[named])
        places += [(file, file.document.root) for file, _ in places if file.address == address.thing]
        for file, place in places:
            below, there = walk(place, address.path)
            start, end = shown_part(below, there, key=key)
            if there and file.text[start:end].strip("\"'") == written:
                return file.span(start, end)
        return self.span(address, key=key)

    def at(self, shown: str, line: int, column: int) -> Located | None:
        """What stands at a line and column of a file; None where nothing of the plan does."""
        read = self._reads.get(shown)
        if read is None or read.data is None:
            return None
        offset, document = read.source.offset(line, column), read.source.document
        if not document.root[2] <= offset <= document.root[3]:
            return None
        kept, typed = down_to(read.root, offset), down_to(document.root, offset)
        is_left_out = len(typed[0]) > len(kept[0])
        path, part = typed if is_left_out else kept
        data = document.data if is_left_out else read.data
        return Located(_as_thing(address_in(read.source.address, data, path)), part)

    def ids(self, kind: str) -> list[str]:
        """The ids of a kind of thing, in the order of the files."""
        return list(self._ids.get(kind, ()))

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = {}
        for kind, name in self.things:
            ids.setdefault(kind, []).append(name)
        return ids

    def kinds(self, name: str) -> list[str]:
        """The kinds of thing that have this id."""
        return [kind for kind, named in self.things if named == name]


def _as_thing(address: Address) -> Address:
    """The address of an entry of a vocabulary, where this is one of plan.yaml that leads into a vocabulary."""
    if address.kind == "plan" and len(address.path) > 1 and address.path[0] in VOCABULARIES:
        return Address(str(address.path[0]), str(address.path[1]), address.path[2:])
    return address
