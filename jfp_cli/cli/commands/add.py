"""`jfp add`."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from jfp_cli.cli import options
from jfp_cli.cli.change import DryRun, carry_out
from jfp_cli.cli.completion import complete_area, complete_place, complete_section, complete_workstream
from jfp_cli.cli.session import stop
from jfp_cli.edit.change import Change
from jfp_cli.edit.creating import add as enter

app = typer.Typer()
Several = list[str] | None
TEXTS = "What it says"
LINKS = "What it belongs to (repeat one, or put commas between ids, for several)"


class Noun(StrEnum):
    """What can be added."""

    MILESTONE = "milestone"
    TARGET = "target"
    WORKSTREAM = "workstream"
    SECTION = "section"
    AREA = "area"
    ENABLER = "enabler"


# Which options a thing takes, the ones that it needs first, up to the bar.
TAKES = {
    Noun.MILESTONE: "area activity due | group status owner place workstream",
    Noun.TARGET: "statement | section workstream measure better baseline target due owner place",
    Noun.WORKSTREAM: "section title | area place",
    Noun.SECTION: "title | part support duty",
    Noun.AREA: "title |",
    Noun.ENABLER: "title | part support duty area",
}
LISTS = {"place": "places", "workstream": "workstreams", "area": "areas", "support": "supports", "duty": "duties"}
HOMES = {Noun.MILESTONE: "area", Noun.WORKSTREAM: "section"}


def _text(name: str, help_text: str, metavar: str = "TEXT") -> Any:
    return typer.Option(f"--{name}", metavar=metavar, help=help_text, rich_help_panel=TEXTS)


def _ids(name: str, help_text: str, completion: Any = None) -> Any:
    return typer.Option(f"--{name}", metavar="ID", help=help_text, autocompletion=completion, rich_help_panel=LINKS)


@app.command(
    rich_help_panel=options.WRITE,
    epilog='Example: jfp add workstream --section elective-care --title "Robotic surgery"',
)
def add(
    noun: Annotated[
        Noun, typer.Argument(metavar="KIND", help="milestone, target, workstream, section, area or enabler.")
    ],
    title: Annotated[str | None, _text("title", "Of a workstream, section, area or enabler.")] = None,
    activity: Annotated[str | None, _text("activity", "What a milestone delivers.")] = None,
    statement: Annotated[str | None, _text("statement", "What a target promises.")] = None,
    due: Annotated[str | None, _text("due", "When, such as March 2027.", "DATE")] = None,
    group: Annotated[str | None, _text("group", "The sub-heading that a milestone stands under.")] = None,
    status: Annotated[str | None, _text("status", "Of a milestone, such as on_track.", "STATUS")] = None,
    owner: Annotated[str | None, _text("owner", "Who answers for it.", "NAME")] = None,
    measure: Annotated[str | None, _text("measure", "What a target counts.")] = None,
    better: Annotated[str | None, _text("better", "lower, higher or exactly.", "WORD")] = None,
    baseline: Annotated[str | None, _text("baseline", "Where a target's measure stood before.", "FIGURE")] = None,
    target: Annotated[str | None, _text("target", "The figure a target aims at, such as under 6%.", "FIGURE")] = None,
    area: Annotated[Several, _ids("area", "Service area.", complete_area)] = None,
    section: Annotated[Several, _ids("section", "Section.", complete_section)] = None,
    workstream: Annotated[Several, _ids("workstream", "Workstream.", complete_workstream)] = None,
    place: Annotated[Several, _ids("place", "Place.", complete_place)] = None,
    support: Annotated[Several, _ids("supports", "Strategy priority that it supports.")] = None,
    duty: Annotated[Several, _ids("duty", "Duty that it serves, such as 14Z35.")] = None,
    part: Annotated[
        str | None,
        typer.Option(
            "--part",
            metavar="TITLE",
            help="Chapter of a section or enabler, by title or number.",
            rich_help_panel=LINKS,
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

    A section, an enabler or an area gets a file, and the first two a place in the contents.
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
        "baseline": {"value": baseline} if baseline else None,
        "target": target,
        "area": list(options.several(area)),
        "section": list(options.several(section)),
        "workstream": list(options.several(workstream)),
        "place": list(options.several(place)),
        "support": list(options.several(support)),
        "duty": list(options.several(duty)),
        "part": part,
    }
    used = {option: value for option, value in given.items() if value}
    _check(noun, used)
    home = _home(noun, used)
    values = {LISTS.get(option, option): value for option, value in used.items() if option not in ("part", "section")}

    def work(change: Change) -> str:
        address = enter(change, noun, values, name or "", home, part or "")
        return f"added {address}"

    carry_out(plan, work, dry_run=dry_run)


def _check(noun: Noun, used: dict[str, Any]) -> None:
    needs, _, takes = TAKES[noun].partition("|")
    for option in used:
        if option not in needs.split() + takes.split():
            raise stop(f"{_a(noun)} takes no {_option(option)}; see jfp add --help")
    missing = [_option(option) for option in needs.split() if option not in used]
    if missing:
        raise stop(f"{_a(noun)} needs {' and '.join(missing)}")
    if noun is Noun.TARGET and not used.keys() & {"section", "workstream"}:
        raise stop("a target needs --section, or --workstream for one of its indicators")


def _home(noun: Noun, used: dict[str, Any]) -> str:
    """What the thing goes into; no longer among the values, since its place says it."""
    option = HOMES.get(noun, "")
    if noun is Noun.TARGET:
        option = "workstream" if "workstream" in used else "section"
    if not option:
        return ""
    homes = used.pop(option)
    if len(homes) > 1:
        raise stop(f"{_a(noun)} goes into one {option}, not {len(homes)}")
    kind = {"area": "areas", "section": "sections", "workstream": "workstreams"}[option]
    return homes[0] if "/" in homes[0] else f"{kind}/{homes[0]}"


def _a(noun: Noun) -> str:
    return f"{'an' if noun in (Noun.AREA, Noun.ENABLER) else 'a'} {noun}"


def _option(name: str) -> str:
    return "--supports" if name == "support" else f"--{name}"
