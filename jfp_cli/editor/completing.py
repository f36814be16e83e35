"""What may stand where somebody types: keys that still fit, ids with their titles, words, places, owners and dates."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from lsprotocol import types

from jfp_cli.editor.cursor import Behind, behind, is_comment, may_be_key
from jfp_cli.editor.typing_place import TypingPlace, typing_place
from jfp_cli.editor.workspace import Spot, Workspace
from jfp_cli.model.field import Entity, Field, Shape, fields_of
from jfp_cli.model.kinds import KINDS, OF_FOLDER
from jfp_cli.model.own import PLAIN
from jfp_cli.model.plan import Plan
from jfp_cli.model.spot import Spot as ModelSpot
from jfp_cli.model.spot import spot_at
from jfp_cli.model.walk import walk
from jfp_cli.query.things import title_of
from jfp_cli.values.address import Address
from jfp_cli.values.dates import DateError, house_style
from jfp_cli.values.text import LINE_END, long_month

MONTHS_AHEAD = 18
_OPENING = (Shape.ENTRIES, Shape.TEXTS, Shape.WORDS, Shape.FIELDS)
"""What stands on the lines below its key."""


class _Offer(NamedTuple):
    """Something that may stand at a place: its text, what it is, what is said of it, and by what it is found."""

    text: str
    kind: types.CompletionItemKind
    about: str = ""
    sentence: str = ""
    found_by: str = ""

    @property
    def is_key(self) -> bool:
        """Whether it is written with its colon."""
        return self.text.endswith((":", ": "))


def completions(
    workspace: Workspace, spot: Spot, text: str, place: tuple[int, int], day: date
) -> list[types.CompletionItem]:
    """What may stand at a line and column of a text, which may be newer than the plan that it is of."""
    source = spot.picture.loaded.sources.files[spot.shown]
    plan = spot.picture.loaded.plan
    kind = OF_FOLDER.get(source.file.folder)
    if kind is None:
        return []
    line, cursor = LINE_END.split(text)[place[0] - 1], place[1] - 1
    if is_comment(line[:cursor]):
        return []
    at, rest = typing_place(text, *place), behind(line[cursor:])
    around = spot_at((plan.models if plan else PLAIN).of(kind.name), at.path)
    offers = list(_offers(spot, plan, at, around, day)) if around else []
    marks = spot.picture.opened[spot.shown].marks if place[0] == 1 and spot.shown in spot.picture.opened else 0
    last = cursor + rest.word if at.typed or rest.is_key else cursor
    start, end = (marks + workspace.units(line[:upto]) for upto in (at.start, last))
    where = types.Range(types.Position(place[0] - 1, start), types.Position(place[0] - 1, end))
    keys_fit = rest.may_come and may_be_key(line[:cursor], at.typed)
    fitting = (offer for offer in offers if keys_fit or not offer.is_key)
    return [_item(offer, at, rest, where, number) for number, offer in enumerate(fitting)]


def _item(offer: _Offer, at: TypingPlace, rest: Behind, where: types.Range, number: int) -> types.CompletionItem:
    word = offer.text.rstrip(": ") if offer.is_key else offer.text
    written = word if rest.is_key else offer.text
    return types.CompletionItem(
        word,
        kind=offer.kind,
        detail=offer.about or None,
        documentation=offer.sentence or None,
        sort_text=f"{number:05}",
        filter_text=offer.found_by or f"{offer.text} {offer.about}".strip(),
        text_edit=types.TextEdit(where, f" {written}" if at.is_tight else written),
    )


def _offers(spot: Spot, plan: Plan | None, at: TypingPlace, around: ModelSpot, day: date) -> Iterator[_Offer]:
    if at.key:
        fields = [found for model in around.models if (found := fields_of(model).get(at.key))]
        below = around.below(at.key)
        for field in fields or ([below.field] if below and below.field else []):
            if field.shape is Shape.WORDS or (field.models and not field.or_text):
                continue
            yield from _values(spot, plan, field, at.typed, day)
        return
    for model in around.models:
        yield from _keys(model, at.there)
    if around.field is None or around.models:
        return
    if around.shape is Shape.WORDS:
        yield from (offer for offer in _ids(spot, plan, around.field, ": ") if offer.text[:-2] not in at.there)
    elif around.depth == len(around.field.shapes) - 1:
        yield from _values(spot, plan, around.field, at.typed, day)


def _keys(model: type[Entity], there: Iterable[str]) -> Iterator[_Offer]:
    """The keys of a model that are not there yet, those first that have to be."""
    left = [field for key, field in fields_of(model).items() if key not in there]
    for field in sorted(left, key=lambda field: not field.required):
        ending = ":" if field.shape in _OPENING else ": "
        about = "has to be there" if field.required else ""
        yield _Offer(field.key + ending, types.CompletionItemKind.Field, about, field.about.sentence)


def _values(spot: Spot, plan: Plan | None, field: Field, typed: str, day: date) -> Iterator[_Offer]:
    """What a field may hold innermost."""
    for word in field.choices:
        about = plan.settings.called(word) if plan and field.key == "status" else ""
        yield _Offer(word, types.CompletionItemKind.EnumMember, about, field.about.meanings.get(word, ""))
    yield from _ids(spot, plan, field, "")
    if field.sort == "truth":
        yield from (_Offer(word, types.CompletionItemKind.Keyword) for word in ("true", "false"))
    if field.is_date and plan is not None:
        yield from _dates(plan, typed, day)
    if field.key == "owner" and plan is not None:
        owners = sorted({str(found.value) for found in walk(plan, _is_owner)})
        yield from (_Offer(owner, types.CompletionItemKind.Text) for owner in owners)


def _is_owner(field: Field) -> bool:
    return field.key == "owner"


def _ids(spot: Spot, plan: Plan | None, field: Field, ending: str) -> Iterator[_Offer]:
    """The ids of the things that a field names, with what these are called."""
    kind = field.about.names
    if not kind:
        return
    if kind == "planning_periods":
        names = list(plan.settings.planning_periods) if plan else []
    else:
        names = spot.picture.loaded.sources.ids(kind)
    for name in names:
        thing = plan.things.get(Address(kind, name)) if plan else None
        title = title_of(Address(kind, name), thing) if thing is not None else ""
        yield _Offer(name + ending, types.CompletionItemKind.Reference, title, KINDS[kind].noun)


def _dates(plan: Plan, typed: str, day: date) -> Iterator[_Offer]:
    """What is typed as the house writes it, today, and the months that come."""
    kind = types.CompletionItemKind.Value
    if typed:
        try:
            meant = plan.settings.calendar.date(typed)
        except DateError:
            pass
        else:
            written = house_style(meant, plan.settings.year_starts)
            if written:
                yield _Offer(written, kind, f"for {typed}", found_by=typed)
    yield _Offer(day.isoformat(), kind, "today")
    for ahead in range(MONTHS_AHEAD):
        yield _Offer(month_after(day, ahead), kind)


def month_after(day: date, months: int) -> str:
    """The month so many after that of a day, as a plan writes it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return long_month(date(year, month + 1, 1))
