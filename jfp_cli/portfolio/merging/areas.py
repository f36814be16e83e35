"""Areas of several plans that are one: their files as one, with the milestones of all."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.model.kinds import KINDS
from jfp_cli.portfolio.merging.clash import Conflict
from jfp_cli.values.address import Address
from jfp_cli.values.text import quoted

_AREA = KINDS["areas"]


class Home(NamedTuple):
    """Where an area of the merged plan stands: the path of its file, its plan, and its address there."""

    path: str
    change: Change
    at: Address


class Areas:
    """The areas of the merged plan so far, by their ids."""

    def __init__(self) -> None:
        self._homes: dict[str, Home] = {}
        self.conflicts: list[Conflict] = []

    def join(self, change: Change, renamed: Mapping[Address, str], texts: dict[str, str], own: dict[str, str]) -> None:
        """Put the areas of a plan that earlier ones have too into the files that are there.

        `texts` are the files so far, `own` those of the plan, from which these are taken.
        """
        for name, home in list(_homes(change, renamed)):
            earlier = self._homes.setdefault(name, home)
            if earlier is not home:
                draft = Draft(earlier.path, texts[earlier.path])
                self._unite(draft, Draft(home.path, own.pop(home.path)), earlier, home)
                texts[earlier.path] = draft.text

    def _unite(self, draft: Draft, other: Draft, earlier: Home, home: Home) -> None:
        said = other.document.data
        for key, value in said.items() if isinstance(said, dict) else ():
            mine = draft.value((key,))
            if key == _AREA.id_key or mine == value:
                continue
            if not mine:
                draft.set((key,), value, order_in(_AREA.name, models=home.change.plan.models))
            elif isinstance(mine, list) and isinstance(value, list):
                for number, entry in enumerate(value):
                    if entry not in mine:
                        draft.bring(other, (key, number), (key,))
            else:
                places = [one.change.loaded.sources.span(one.at.at(key)) for one in (home, earlier)]
                message = f"{earlier.at.at(key)} is {quoted(str(mine))} in the merged plan"
                self.conflicts.append(Conflict(places[0], message, places[1]))


def _homes(change: Change, renamed: Mapping[Address, str]) -> Iterator[tuple[str, Home]]:
    """The areas of a plan by the ids that they get."""
    for name in change.loaded.sources.ids(_AREA.name):
        at = Address(_AREA.name, name)
        path, new = change.file_of(at), renamed.get(at)
        yield (new or name), Home(path if new is None else f"{path.rpartition('/')[0]}/{new}.yaml", change, at)
