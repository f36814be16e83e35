"""The kinds of plan that can be begun, each with its examples: a health service's, and a council's."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """Whose plan it is; the value is also the folder of its files."""

    HEALTH = "health"
    COUNCIL = "council"


class Examples(NamedTuple):
    """What the examples of a kind of plan are about.

    `files` are templates by the path of what is made of them, `fitting` finds the areas to which the examples belong
    most of all. Of the two actions the first is dated and the lead's; `activity` is one of another area.
    """

    title: str
    usual_area: str
    fitting: re.Pattern[str]
    files: Mapping[str, str]
    dated_action: str
    action: str
    lead: str
    activity: str


def _files(section: str, enabler: str, measure: str) -> Mapping[str, str]:
    return {
        "plan.yaml": "plan.yaml",
        f"sections/{section}.yaml": "section.yaml",
        f"enablers/{enabler}.yaml": "enabler.yaml",
        f"measures/{measure}.yaml": "measure.yaml",
    }


EXAMPLES: Mapping[Kind, Examples] = {
    Kind.HEALTH: Examples(
        title="Joint Forward Plan",
        usual_area="Planned care",
        fitting=re.compile("planned|elective|outpatient"),
        files=_files("shorter-waits", "estates", "waiting-list"),
        dated_action="Send reminders before appointments",
        action="Offer one-stop clinics",
        lead="First appointments programme lead",
        activity="Open the new clinic",
    ),
    Kind.COUNCIL: Examples(
        title="Corporate Delivery Plan",
        usual_area="Environment",
        fitting=re.compile("environment|waste|recycling"),
        files=_files("cleaner-streets", "digital-services", "missed-collections"),
        dated_action="Tell households by text when a collection is late",
        action="Collect food waste from every home",
        lead="Waste services manager",
        activity="Open the new library",
    ),
}
