"""A change of a plan: drafts of its files, what the plan would be with them, and what would be wrong with it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path as FilePath
from typing import NamedTuple

from jfp_cli.edit.whereabouts import path_in
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.splice import EditError, GoneError
from jfp_cli.loading import Loaded
from jfp_cli.loading.loader import load_texts
from jfp_cli.model.kinds import FOLDERS, KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.query.things import find
from jfp_cli.source.folder import MISPLACED, OLD_READINGS, PLAN_FILE, TextFile, in_order
from jfp_cli.values.address import Address, Path
from jfp_cli.values.finding import Finding

_PLACE = re.compile(r":\d+:\d+|line \d+")


class Step(NamedTuple):
    """What becomes of one file: its path from the plan folder and its text, before and after.

    A file that comes has no `old`, one that goes has no `new`, and one that moves has two that differ.
    """

    old: str | None
    before: str
    new: str | None
    after: str


class Change:
    """Changes of a loaded plan that are made together or not at all."""

    def __init__(self, loaded: Loaded, plan: Plan) -> None:
        self.loaded = loaded
        self.plan = plan
        self._before = loaded
        self._files = {file.file.path: file.file for file in loaded.sources.files.values()}
        self._drafts: dict[str, Draft] = {}
        self._new: dict[str, str] = {}
        self._gone: set[str] = set()
        self._moved: dict[str, str] = {}
        self._ids: dict[str, set[str]] = {}

    def draft(self, name: str) -> Draft:
        """The draft of a file, by its path from the plan folder."""
        if name in self._new and name not in self._drafts:
            self._drafts[name] = Draft(name, self._new[name])
        if name not in self._drafts:
            file = self._files[name]
            if file.text is None:
                raise EditError(f"{file.shown}: {file.problem}; {file.advice}")
            self._drafts[name] = Draft(file.shown, file.text)
        return self._drafts[name]

    def ids(self, kind: str) -> set[str]:
        """The ids that are taken by things of a kind; whoever makes one adds it."""
        return self._ids.setdefault(kind, set(self.loaded.sources.ids(kind)))

    def find(self, name: str, likely: Collection[str] = ()) -> Address:
        """The thing that is meant, or the part of one: an id, `kind/id` or an address; raises UnknownThingError.

        A bare id that several kinds of thing have means the one of a likely kind, if one is. What is at fault, and so
        not in the plan, is found as well: how else could it be mended?
        """
        sources = self.loaded.sources
        with suppress(ValueError):
            address = Address.parse(name)
            if not address.id:
                kinds = sources.kinds(address.kind)
                if len(kinds) > 1:
                    kinds = [kind for kind in kinds if kind in likely]
                kind = kinds[0] if len(kinds) == 1 else ""
                address = Address(kind, address.kind, address.path)
            if (address.kind, address.id) in sources.things:
                return address
        thing, _ = find(self.plan, name)
        return thing if name in (str(thing), thing.id) else thing.at(*Address.parse(name).path)

    def settings(self) -> Draft:
        """The draft of plan.yaml."""
        return self.draft(PLAN_FILE)

    def holds(self, name: str) -> bool:
        """Whether the plan has this file."""
        return name in self._files or name in self._new

    def at(self, address: Address) -> tuple[Draft, Path]:
        """The draft that a thing stands in, and the path of what the address names in it."""
        thing = self.loaded.sources.things.get((address.kind, address.id))
        draft = self.draft(thing[0].file.path if thing else PLAN_FILE)
        path = path_in(draft.document.data, address)
        if path is None:
            raise GoneError(f"{address.thing} is not in {draft.shown} any more")
        return draft, path + address.path

    def file_of(self, address: Address) -> str:
        """The file of a thing that has one of its own, from the plan folder: where it stands, or would."""
        thing = self.loaded.sources.things.get((address.kind, address.id))
        return thing[0].file.path if thing else f"{KINDS[address.kind].folder}/{address.id}.yaml"

    def create(self, name: str, text: str) -> None:
        """Add a file, in the line ends of plan.yaml."""
        if self.holds(name):
            raise EditError(f"there is a file {name} already")
        self._new[name] = text.replace("\n", self.settings().habits.newline)

    def delete(self, name: str) -> None:
        """Take a file away."""
        self._gone.add(name)

    def move(self, name: str, new: str) -> None:
        """Give a file another name, whatever else changes in it."""
        if self.holds(new):
            raise EditError(f"there is a file {new} already")
        self._moved[name] = new

    def steps(self) -> Iterator[Step]:
        """What becomes of each file that changes; a file that moves is one that comes and one that goes."""
        for name, file in self._files.items():
            draft = self._drafts.get(name)
            before = file.text or ""
            after = draft.text if draft else before
            if name in self._gone:
                yield Step(name, before, None, "")
            elif name in self._moved or after != before:
                yield Step(name, before, self._moved.get(name, name), after)
        for name, text in self._new.items():
            yield Step(None, "", name, self._drafts[name].text if name in self._drafts else text)

    def result(self) -> Loaded:
        """The plan as it would be."""
        texts = dict(self._files)
        home = self._files[PLAN_FILE].shown.removesuffix(PLAN_FILE)
        for step in self.steps():
            if step.old is not None:
                del texts[step.old]
            if step.new is not None:
                texts[step.new] = TextFile.of(step.new, step.after, home)
        return loaded_from(self.loaded.root, texts.values())

    def faults(self, result: Loaded) -> list[Finding]:
        """What the result finds wrong that was not wrong before."""
        return new_faults(self._before, result)

    def go_on(self) -> None:
        """Let what is changed next find what was made so far, as if the plan had it already.

        Raises EditError where plan.yaml cannot be read any more.
        """
        loaded = self.result()
        if loaded.plan is None:
            raise EditError("plan.yaml could not be read any more")
        self.loaded, self.plan = loaded, loaded.plan
        self._ids.clear()

    def again(self) -> "Change":
        """Another change of the same plan, in which everything is made that was made in this one so far."""
        other = Change(self._before, self.plan)
        other.loaded = self.loaded
        other._new = dict(self._new)
        other._gone, other._moved = set(self._gone), dict(self._moved)
        other._drafts = {name: Draft(draft.shown, draft.text) for name, draft in self._drafts.items()}
        return other

    def adopt(self, trial: "Change") -> None:
        """Be what another change became, which was begun with `again`."""
        self.__dict__.update(trial.__dict__)


def loaded_from(root: FilePath, files: Iterable[TextFile]) -> Loaded:
    """A plan of these files, in whatever order they come."""
    order = ("plan", *FOLDERS, OLD_READINGS, MISPLACED)
    return load_texts(root, sorted(files, key=lambda file: (order.index(file.folder), in_order(file.path))))


def new_faults(before: Loaded, after: Loaded) -> list[Finding]:
    """What is wrong with a plan that was not wrong with it before."""
    known = Counter(_fault(finding) for finding in before.findings)
    new = []
    for finding in after.findings:
        if known[_fault(finding)] > 0:
            known[_fault(finding)] -= 1
        else:
            new.append(finding)
    return new


def _fault(finding: Finding) -> tuple[str, str, str]:
    """A fault wherever it stands: lines and positions in lists move when something above them changes."""
    return (finding.code, finding.span.file, _PLACE.sub("", finding.message))
