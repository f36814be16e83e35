"""`jfp add`."""

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
from jfp_cli.cli.new_thing import NOUNS, NewThing
from jfp_cli.edit.change import Change
from jfp_cli.edit.creating import add as enter
from jfp_cli.edit.creating import like

app = typer.Typer()
Several = list[str] | None
TEXTS = "What it says"
LINKS = "What it belongs to (repeat one, or put commas between ids, for several)"


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
