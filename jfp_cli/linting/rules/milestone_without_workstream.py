"""JFP309 milestone-without-workstream."""

from collections.abc import Iterator

from jfp_cli.linting.rule import Candidates, Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import Milestone
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import CLOSED
from jfp_cli.model.section import Workstream
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_SHOWN = 3


def _check(subject: Subject) -> Iterator[Problem]:
    of_area = _workstreams_of_areas(subject.plan)
    for area, milestone in subject.plan.milestones():
        if not milestone.workstreams and milestone.status not in CLOSED:
            yield Problem(
                Address("milestones", milestone.id),
                f"{milestone.id} names no workstream that it belongs to",
                _help(area.area, _in_places(of_area.get(area.area, []), milestone)),
            )


def _workstreams_of_areas(plan: Plan) -> dict[str, list[Workstream]]:
    streams: dict[str, list[Workstream]] = {}
    for _, stream in plan.workstreams():
        for area in stream.areas:
            streams.setdefault(area, []).append(stream)
    return streams


def _in_places(streams: list[Workstream], milestone: Milestone) -> list[Workstream]:
    """The workstreams in a milestone's places, then those for everywhere; all of them where there are none."""
    wanted = set(milestone.places)
    there = [stream for stream in streams if not wanted.isdisjoint(stream.places)]
    everywhere = [stream for stream in streams if not (wanted and stream.places)]
    return [*there, *everywhere] or streams


def _help(area: str, streams: list[Workstream]) -> str:
    if not streams:
        return f'add "workstreams: [...]" with the work that delivers it; no workstream names the area {area} yet'
    if len(streams) == 1:
        return f'add the line "workstreams: [{streams[0].id}]", unless other work delivers it'
    more = f" and {len(streams) - _SHOWN} more" if len(streams) > _SHOWN else ""
    shown = ", ".join(stream.id for stream in streams[:_SHOWN])
    return f'add "workstreams: [...]"; those of {area} are {shown}{more}'


RULE = Rule(
    code="JFP309",
    name="milestone-without-workstream",
    severity=Severity.ADVICE,
    what="A milestone that is still open names no workstream.",
    why="When it slips nobody sees which work, targets and section slip with it. Advice, since the milestone itself "
    "can be tracked. The help names the workstreams of the area, first those in the milestone's places.",
    bad="""
--- milestones/dental.yaml
milestones:
  - {id: out-of-hours, activity: Commission a dental service out of hours, due: April 2026}  # <--
--- sections/access-to-care.yaml
workstreams:
  - {id: dental-services, title: Dental services, areas: [dental]}
""",
    good="""
--- milestones/dental.yaml
milestones:
  - id: out-of-hours
    activity: Commission a dental service out of hours
    due: April 2026
    workstreams: [dental-services]
--- sections/access-to-care.yaml
workstreams:
  - {id: dental-services, title: Dental services, areas: [dental]}
""",
    check=_check,
    candidates=Candidates(
        lambda subject: subject.open_milestones,
        "none of {of} open milestones names a workstream",
        "{count} of {of} open milestones name no workstream",
    ),
)
