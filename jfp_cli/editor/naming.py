"""What an editor's cursor stands on: a thing by its own id or by a name of it, and every place that names one."""

from collections.abc import Iterator

from jfp_cli.editor.index import Picture
from jfp_cli.loading.source_map import Located
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Reference
from jfp_cli.values.address import Address
from jfp_cli.values.span import Span


def thing_at(picture: Picture, located: Located) -> Address | None:
    """The thing whose id or name stands at a place of a plan; None where neither does."""
    plan, (address, part) = picture.loaded.plan, located
    kind = KINDS[address.kind]
    named = None
    if kind.vocabulary and not address.path:
        named = address if part == "key" else None
    elif address.path == (kind.id_key,) and part == "value":
        named = address.thing
    elif plan is not None:
        in_key = part == "key"
        named = next(
            (
                Address(reference.kind, reference.id)
                for reference in _every_reference(plan)
                if reference.at == address and reference.in_key == in_key
            ),
            None,
        )
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
    for number, part in enumerate(plan.settings.contents):
        for kind in (kind.name for kind in KINDS.values() if kind.listed):
            for at, name in enumerate(getattr(part, kind)):
                yield Reference(Address("plan", "", ("contents", number, kind, at)), kind, name)
