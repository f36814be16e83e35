"""From the address of a thing to the file it stands in and its path there."""

from typing import Any

from jfp_cli.model.things import NAMED_LISTS, VOCABULARIES
from jfp_cli.values.address import Address, Path

FOLDERS = {"sections": "sections", "areas": "milestones", "enablers": "enablers", "readings": "readings"}
"""The folder of each kind of thing that has a file of its own."""
PLAN = "plan.yaml"


def file_of(kind: str, name: str) -> str:
    """The file of a thing that has one of its own, from the plan folder."""
    return f"{FOLDERS[kind]}/{name}.yaml"


def path_in(data: Any, address: Address) -> Path | None:
    """The path of a thing in its file's data as it stands now; None where it is not there."""
    if address.kind in FOLDERS or address.kind == "plan":
        return ()
    if address.kind in VOCABULARIES:
        return (address.kind, address.id) if address.id in data.get(address.kind, ()) else None
    return _below(data, address)


def _below(data: Any, address: Address) -> Path | None:
    for key, kind in NAMED_LISTS.items():
        entries = data.get(key) if isinstance(data, dict) else None
        for at, entry in enumerate(entries if isinstance(entries, list) else ()):
            if not isinstance(entry, dict):
                continue
            if kind == address.kind and entry.get("id") == address.id:
                return (key, at)
            deeper = _below(entry, address) if key == "workstreams" else None
            if deeper is not None:
                return (key, at, *deeper)
    return None
