"""JFP306 duplicate-milestone."""

from collections import defaultdict
from collections.abc import Iterator

from jfp_cli.linting.messages import bare
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.rules.likeness import Likeness, likeness, near_pairs
from jfp_cli.linting.subject import Subject
from jfp_cli.model.area import Milestone
from jfp_cli.model.promise import CLOSED
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity

_LONGEST = 60  # characters of an activity that a message shows
_SHOWN = 3


def _check(subject: Subject) -> Iterator[Problem]:
    same: dict[tuple[object, ...], list[Likeness]] = defaultdict(list)
    for area, milestone in subject.plan.milestones():
        if milestone.status not in CLOSED:
            text = likeness(area, milestone, subject.promised_dates.get(milestone.activity, ()))
            if text.words:
                same[text.key].append(text)
    places = {
        key: [f"{bare(text.milestone.due)} in milestones/{text.milestone.id}" for text in texts[1:]]
        for key, texts in same.items()
    }
    for one, other in near_pairs([texts[0] for texts in same.values()]):
        places[one.key].append(f"nearly the same for {bare(other.milestone.due)} in milestones/{other.milestone.id}")
    for key, texts in same.items():
        if places[key]:
            yield _problem(texts[0].milestone, places[key])


def _problem(milestone: Milestone, places: list[str]) -> Problem:
    activity = " ".join(milestone.activity.split())
    words = activity if len(activity) <= _LONGEST else activity[: _LONGEST + 1].rpartition(" ")[0]
    cut = "" if words == activity else "\u2026"
    listed = ", ".join(places[:_SHOWN])
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return Problem(
        Address("milestones", milestone.id, ("activity",)),
        f'"{words}{cut}" is promised for {bare(milestone.due)} here and {listed}{more}',
        "keep one of them with the date that holds, or say in each what sets it apart",
        words=words,
    )


RULE = Rule(
    code="JFP306",
    name="duplicate-milestone",
    severity=Severity.WARNING,
    what="Two milestones, of one area or of two, promise nearly the same.",
    why="They are dated, owned and reported apart, and sooner or later they contradict each other. A warning, since "
    "neither can be tracked until someone says which of them counts. Steps of one work, other places and other years "
    "are no duplicates.",
    bad="""
--- milestones/estates.yaml
milestones:
  - id: green-plan-ratified
    activity: Write and ratify the refreshed ICS Green Plan  # <--
    due: July 2025
--- milestones/sustainability.yaml
milestones:
  - id: refreshed-green-plan
    activity: Ratify the refreshed green plan of the ICS
    due: March 2026
""",
    good="""
--- milestones/estates.yaml
milestones:
  - id: green-plan-ratified
    activity: Write and ratify the refreshed ICS Green Plan
    due: July 2025
  - {id: hub-st-albans, activity: Build and mobilise the St Albans diagnostic centre, due: March 2026}
  - {id: hub-epping, activity: Build and mobilise the Epping diagnostic centre, due: March 2027}
--- milestones/diabetes.yaml
milestones:
  - {id: model, activity: Develop an integrated model of diabetes care, due: April 2025}
  - {id: model-in-place, activity: Put the integrated model of diabetes care in place, due: March 2028}
""",
    check=_check,
)
