"""What an editor's cursor stands on: a thing by its own id or by a name of it, and every place that names one."""

from collections.abc import Iterator

from jfp_cli.editor.index import Picture
from jfp_cli.loading.source_file import SourceFile
from jfp_cli.loading.source_map import Located
from jfp_cli.model.kinds import FILE_KINDS, KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Reference, below, is_reference, references_among
from jfp_cli.values.address import Address
from jfp_cli.values.span import Span

OF_FILES = frozenset(kind.name for kind in FILE_KINDS)


def thing_at(picture: Picture, shown: str, located: Located) -> Address | None:
    """The thing whose id or name stands at a place of a file; None where neither does."""
    plan, (address, part) = picture.loaded.plan, located
    kind = KINDS[address.kind]
    named = None
    if kind.vocabulary and not address.path:
        named = address if part == "key" else None
    elif address.path == (kind.id_key,) and part == "value":
        named = address.thing
    elif plan is not None:
        wanted = (address, part == "key")
        found = _references_in(plan, picture.loaded.sources.files[shown])
        named = next((Address(one.kind, one.id) for one in found if (one.at, one.in_key) == wanted), None)
    return named if named and (named.kind, named.id) in picture.loaded.sources.things else None


def places_of(picture: Picture, thing: Address, *, itself: bool) -> list[Span]:
    """Where a plan names a thing, and where that stands itself if asked for, in the order of files and lines."""
    sources, plan = picture.loaded.sources, picture.loaded.plan
    named = (
        sources.span_of(reference.at, reference.id, key=reference.in_key)
        for reference in (_every_reference(plan) if plan else ())
        if (reference.kind, reference.id) == (thing.kind, thing.id)
    )
    return sorted({*named, *([own_span(picture, thing)] if itself else ())})


def own_span(picture: Picture, thing: Address) -> Span:
    """Where the id of a thing stands."""
    kind = KINDS[thing.kind]
    if kind.vocabulary:
        return picture.loaded.sources.span(thing, key=True)
    return picture.loaded.sources.span(thing.at(kind.id_key))


def _every_reference(plan: Plan) -> Iterator[Reference]:
    """The references of a plan, those of its contents too."""
    yield from plan.references
    yield from _contents(plan)


def _references_in(plan: Plan, file: SourceFile) -> Iterator[Reference]:
    """Those of one file, for which no other has to be looked at."""
    if file.kind == "plan":
        yield from _contents(plan)
    elif file.kind in OF_FILES and (entity := getattr(plan, file.kind).get(file.file.name)) is not None:
        yield from references_among(below(file.address, entity, is_reference), plan)


def _contents(plan: Plan) -> Iterator[Reference]:
    for number, part in enumerate(plan.settings.contents):
        for kind in (kind.name for kind in KINDS.values() if kind.listed):
            for at, name in enumerate(getattr(part, kind)):
                yield Reference(Address("plan", "", ("contents", number, kind, at)), kind, name)
