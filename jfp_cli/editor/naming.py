"""What an editor's cursor stands on: a thing by its own id or by a name of it, and every place that names one."""

from collections.abc import Iterator

from jfp_cli.editor.index import Picture
from jfp_cli.loading.source_file import SourceFile
from jfp_cli.loading.source_map import Located
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import FILE_KINDS, KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.references import Reference, is_reference, references_among
from jfp_cli.model.walk import below
from jfp_cli.values.address import Address
from jfp_cli.values.span import Span

OF_FILES = frozenset(kind.name for kind in FILE_KINDS)


def thing_at(picture: Picture, shown: str, located: Located) -> Address | None:
    """The thing whose id or name stands at a place of a file; None where neither does."""
    named = named_at(picture, shown, located)
    return named if named and (named.kind, named.id) in picture.loaded.sources.things else None


def named_at(picture: Picture, shown: str, located: Located) -> Address | None:
    """The same, whether the plan has such a thing or not."""
    plan, (address, part) = picture.loaded.plan, located
    kind = KINDS[address.kind]
    if kind.vocabulary and not address.path:
        return address if part == "key" else None
    if address.path == (kind.id_key,) and part == "value":
        return address.thing
    if plan is None:
        return None
    wanted = (address, part == "key")
    found = references_in(plan, picture.loaded.sources.files[shown])
    return next((Address(one.kind, one.id) for one in found if (one.at, one.in_key) == wanted), None)


def places_of(picture: Picture, thing: Address, *, itself: bool) -> list[Span]:
    """Where a plan names a thing, and where that stands itself if asked for, in the order of files and lines."""
    sources, plan = picture.loaded.sources, picture.loaded.plan
    named = (
        sources.span_of(reference.at, reference.id, key=reference.in_key)
        for reference in (every_reference(plan) if plan else ())
        if (reference.kind, reference.id) == (thing.kind, thing.id)
    )
    return sorted({*named, *([own_span(picture, thing)] if itself else ())})


def own_span(picture: Picture, thing: Address) -> Span:
    """Where the id of a thing stands."""
    kind = KINDS[thing.kind]
    if kind.vocabulary:
        return picture.loaded.sources.span(thing, key=True)
    return picture.loaded.sources.span(thing.at(kind.id_key))


def every_reference(plan: Plan) -> Iterator[Reference]:
    """The references of a plan, those of its contents too."""
    yield from plan.references
    yield from _contents(plan)


def entity_of(plan: Plan | None, file: SourceFile) -> Entity | None:
    """What a file holds, without the rest of the plan; None where that could not be read."""
    if plan is None:
        return None
    if file.kind == "plan":
        return plan.settings
    found: Entity | None = getattr(plan, file.kind).get(file.file.name) if file.kind in OF_FILES else None
    return found


def references_in(plan: Plan, file: SourceFile) -> Iterator[Reference]:
    """The references of one file, for which no other has to be looked at."""
    entity = entity_of(plan, file)
    if file.kind == "plan":
        yield from _contents(plan)
    elif entity is not None:
        yield from references_among(below(file.address, entity, is_reference), plan)


def _contents(plan: Plan) -> Iterator[Reference]:
    for number, part in enumerate(plan.settings.contents):
        for kind in (kind.name for kind in KINDS.values() if kind.listed):
            for at, name in enumerate(getattr(part, kind)):
                yield Reference(Address("plan", "", ("contents", number, kind, at)), kind, name)
