"""`jfp add`."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import Done, DryRun, carry_out
from jfp_cli.cli.completing_words import complete_choice, complete_field
from jfp_cli.cli.completion import (
    complete_area,
    complete_duty,
    complete_place,
    complete_priority,
    complete_section,
    complete_workstream,
)
from jfp_cli.cli.session import stop
from jfp_cli.edit.beginning import fields_to_add
from jfp_cli.edit.change import Change
from jfp_cli.edit.creating import GOES_WITHOUT_ID, OF_NOUN, how_to_set, like
from jfp_cli.edit.creating import add as enter
from jfp_cli.edit.fields import a, read_fields
from jfp_cli.edit.whereabouts import homes_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.field import Field, Shape, fields_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.values.near_miss import did_you_mean

app = typer.Typer()
Several = list[str] | None
TEXTS = "What it says"
LINKS = "What it belongs to (repeat one, or put commas between ids, for several)"
NOUNS = tuple(
    kind.noun for kind in KINDS.values() if kind.title and (kind.folder or kind.lists) and kind not in GOES_WITHOUT_ID
)
PART = "part"


def _nouns(incomplete: str) -> list[str]:
    return [noun for noun in NOUNS if noun.startswith(incomplete)]


def _text(name: str, help_text: str, metavar: str = "TEXT", completion: Any = None) -> Any:
    return typer.Option(f"--{name}", metavar=metavar, help=help_text, autocompletion=completion, rich_help_panel=TEXTS)


def _ids(name: str, help_text: str, completion: Any = None) -> Any:
    return typer.Option(f"--{name}", metavar="ID", help=help_text, autocompletion=completion, rich_help_panel=LINKS)


@app.command(
    rich_help_panel=options.WRITE,
    epilog=options.examples(
        'jfp add workstream --section elective-care --title "Robotic surgery"',
        'jfp add milestone --area cancer --activity "Open the second clinic" --due "March 2027"',
        'jfp add target --section elective-care --statement "Fewer missed appointments" --target "under 6%" '
        '--baseline 9% --baseline-at "April 2025" --trajectory "7% by March 2027" --due "March 2028"',
    ),
)
def add(
    noun: Annotated[
        str,
        typer.Argument(metavar="KIND", help=f"{', '.join(NOUNS[:-1])} or {NOUNS[-1]}.", autocompletion=_nouns),
    ],
    title: Annotated[str | None, _text("title", "Of a workstream, section, area, enabler or measure.")] = None,
    activity: Annotated[str | None, _text("activity", "What a milestone delivers.")] = None,
    statement: Annotated[str | None, _text("statement", "What a target promises.")] = None,
    due: Annotated[str | None, _text("due", "When, such as March 2027.", "DATE")] = None,
    group: Annotated[str | None, _text("group", "The sub-heading that a milestone stands under.")] = None,
    status: Annotated[
        str | None, _text("status", "Of a milestone, such as on_track.", "STATUS", complete_choice("status"))
    ] = None,
    owner: Annotated[str | None, _text("owner", "Who answers for it.", "NAME")] = None,
    measure: Annotated[str | None, _text("measure", "What a target counts: a measure's id or title, or words.")] = None,
    unit: Annotated[str | None, _text("unit", "What a measure is counted in, such as beds.")] = None,
    better: Annotated[
        str | None,
        _text("better", "Of a target or a measure: lower, higher or exactly.", "WORD", complete_choice("better")),
    ] = None,
    baseline: Annotated[str | None, _text("baseline", "Where a target's measure stood before.", "FIGURE")] = None,
    baseline_at: Annotated[str | None, _text("baseline-at", "When it stood there, such as April 2025.", "DATE")] = None,
    trajectory: Annotated[
        Several,
        _text("trajectory", 'On the way of a target, such as "80% by March 2027"; once for each.', "FIGURE by DATE"),
    ] = None,
    target: Annotated[str | None, _text("target", "The figure a target aims at, such as under 6%.", "FIGURE")] = None,
    area: Annotated[Several, _ids("area", "Service area.", complete_area)] = None,
    section: Annotated[Several, _ids("section", "Section.", complete_section)] = None,
    workstream: Annotated[Several, _ids("workstream", "Workstream.", complete_workstream)] = None,
    place: Annotated[Several, _ids("place", "Place.", complete_place)] = None,
    supports: Annotated[Several, _ids("supports", "Strategy priority that it supports.", complete_priority)] = None,
    duty: Annotated[Several, _ids("duty", "Duty that it serves, such as 14Z35.", complete_duty)] = None,
    part: Annotated[
        str | None,
        typer.Option(
            "--part",
            metavar="TITLE",
            help="Chapter of a section or enabler, by title or number.",
            rich_help_panel=LINKS,
        ),
    ] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            help="Any other field, as jfp set takes it, such as baseline.at=2026-03; once for each.",
            autocompletion=complete_field,
            rich_help_panel=TEXTS,
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id; made from its words if not given.")
    ] = None,
    dry_run: DryRun = False,
    plan: options.PlanDir = None,
) -> None:
    """Add a thing in the right file at the right place.

    A milestone goes into its area's file, after the last of its group.

    A target goes to its section, or with --workstream to the indicators of that.

    A section, an enabler, an area or a measure gets a file, and the first two a place in the contents.
    """
    given = {
        "title": title,
        "activity": activity,
        "statement": statement,
        "due": due,
        "group": group,
        "status": status,
        "owner": owner,
        "measure": measure,
        "better": better,
        "unit": unit,
        "baseline": baseline,
        "baseline-at": baseline_at,
        "trajectory": trajectory,
        "target": target,
        "area": list(options.several(area)),
        "section": list(options.several(section)),
        "workstream": list(options.several(workstream)),
        "place": list(options.several(place)),
        "supports": list(options.several(supports)),
        "duty": list(options.several(duty)),
        "part": part,
    }

    def work(change: Change) -> Done:
        thing = NewThing(noun, given, fields or [], change.plan.models)
        twin = like(change, noun, thing.values)
        address = enter(change, noun, thing.values, name or "", thing.home, part or "")
        notes = [f"there is a {noun} of the same words already: {twin}"] if twin else []
        return Done(f"added {address}", notes)

    carry_out(plan, work, dry_run=dry_run)


class NewThing:
    """What is said of a thing that shall be there; stops where that cannot be.

    `values` are its fields by key, and `home` is the address of what it goes into, empty where it has a file.
    """

    def __init__(self, noun: str, given: Mapping[str, Any], assignments: list[str], models: Models = PLAIN) -> None:
        if OF_NOUN.get(noun) in GOES_WITHOUT_ID:
            raise stop(how_to_set(OF_NOUN[noun]))
        if noun not in NOUNS:
            advice = did_you_mean(noun, NOUNS, f"write one of: {', '.join(NOUNS)}")
            raise stop(f'"{noun}" is nothing that can be added; {advice}')
        self.kind = OF_NOUN[noun]
        fields = fields_of(models.of(self.kind.name))
        self._fields = {key: field for key, field in fields.items() if key != self.kind.id_key}
        self._homes = {KINDS[home].noun: key for home, key in homes_of(self.kind).items()}
        options = {option: value for option, value in given.items() if value}
        self._check_taken(options)
        try:
            self.values = fields_to_add(models, self.kind.name, read_fields(assignments))
        except EditError as error:
            raise stop(str(error)) from None
        for option, value in options.items():
            field = self._field(option)
            if field:
                self.values[field.key] = self._with_set(field, option, _value(field, option, value))
        self._check_needed(options)
        self.home = self._home(options)

    def _with_set(self, field: Field, option: str, value: Any) -> Any:
        """What an option says of a field, with what others say of the fields within it; stops where two say one."""
        there = self.values.get(field.key)
        if there is None:
            return value
        for key in value if isinstance(value, dict) else ():
            if key not in there:
                both = value | there
                return {key: both[key] for key in _fields_within(field) if key in both}
            raise stop(f"{field.key}.{key} is given twice, with {_option(option)} and with --set; write it once")
        raise stop(f"{field.key} is given twice, with {_option(option)} and with --set; write it once")

    def _field(self, option: str) -> Field | None:
        """The field that an option says: the one of that key, or the list of things of that noun."""
        key, _, within = option.partition("-")
        if key in self._fields and (not within or within in _fields_within(self._fields[key])):
            return self._fields[key]
        listing = (field for field in self._fields.values() if field.about.names)
        return next((field for field in listing if KINDS[field.about.names].noun == option), None)

    def _check_taken(self, options: Mapping[str, Any]) -> None:
        for option in options:
            is_part = option == PART and self.kind.listed
            if not (is_part or option in self._homes or self._field(option)):
                raise stop(f"{self._a} takes no {_option(option)}; see jfp add --help")

    def _check_needed(self, options: Mapping[str, Any]) -> None:
        needed = [field.key for field in self._fields.values() if field.required and field.key not in self.values]
        home, *others = self._homes or ("",)
        if home and not others and home not in options:
            needed.insert(0, home)
        if needed:
            raise stop(f"{self._a} needs {' and '.join(map(_option, needed))}")
        if others and not options.keys() & self._homes.keys():
            choices = [f"{_option(other)} for one of its {self._homes[other]}" for other in others]
            raise stop(f"{self._a} needs {_option(home)}, or {' or '.join(choices)}")

    def _home(self, options: Mapping[str, Any]) -> str:
        """The address of what the thing goes into; of several the innermost, which stands last."""
        given = [noun for noun in self._homes if noun in options]
        if not given:
            return ""
        names: list[str] = options[given[-1]]
        if len(names) > 1:
            raise stop(f"{self._a} goes into one {given[-1]}, not {len(names)}")
        return names[0] if "/" in names[0] else f"{OF_NOUN[given[-1]].name}/{names[0]}"

    @property
    def _a(self) -> str:
        return a(self.kind)


def _fields_within(field: Field) -> list[str]:
    return list(fields_of(field.models[0])) if field.models else []


def _value(field: Field, option: str, value: Any) -> Any:
    """What an option says of a field; of one with fields of its own the first, or the one after a dash."""
    if field.shape is Shape.FIELDS:
        return {option.partition("-")[2] or _fields_within(field)[0]: value}
    return [_point(text, option) for text in value] if field.shape is Shape.ENTRIES else value


def _point(text: str, option: str) -> dict[str, str]:
    """A figure and its date, as people say them: 80% by March 2027."""
    figure, _, due = text.rpartition(" by ")
    if not (figure.strip() and due.strip()):
        raise stop(f'{_option(option)}: "{text}" does not say by when; write it like "80% by March 2027"')
    return {"target": figure.strip(), "due": due.strip()}


def _option(name: str) -> str:
    return f"--{name}"
