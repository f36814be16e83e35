"""What follows of a file from another one is what it says when it is read."""

import re
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from jfp_cli.history.due_dates import DueDates, promised
from jfp_cli.history.retyped import Pattern
from jfp_cli.loading import FileRead, read_file
from jfp_cli.loading.loader import calendar_of
from jfp_cli.loading.own_fields import models_of
from jfp_cli.loading.revisions import can_be_followed
from jfp_cli.source.folder import TextFile
from jfp_cli.source.git import Version
from jfp_cli.values.calendar import Calendar
from tests.conftest import EXAMPLE, SHIPPED

NAMES = ("milestones/planned-care.yaml", "sections/elective-care.yaml", "enablers/estates.yaml")
FILES = {
    f"{plan.parent.name}/{name}": (TextFile.of(name, (plan / name).read_text("utf-8")), plan)
    for plan in (EXAMPLE, SHIPPED)
    for name in NAMES
}
WORDS = ("May 2027", "Spring 2026", "on_track", "x", "5%")
SIGNS = ('"', "'", "#", ": ", "- ", "{", "}", ",", "&a", "*a", "\n", "")
SPOTS = re.compile(r"[\w£%]+|[^\w\s]|\n *")


def _settings(plan_file: TextFile) -> FileRead:
    return read_file(plan_file, Calendar())


SETTINGS = {
    plan: _settings(TextFile.of("plan.yaml", (plan / "plan.yaml").read_text("utf-8"))) for plan in (EXAMPLE, SHIPPED)
}


def read(text: TextFile, plan_settings: FileRead) -> FileRead:
    return read_file(text, calendar_of(plan_settings), models_of(plan_settings))


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_dates_that_follow_from_another_version_are_those_of_the_file(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    file, plan = FILES[name]
    dates, numbers = DueDates(), count()
    text = file.text or ""
    for _ in range(data.draw(st.integers(1, 6))):
        version = Version(file.path, str(next(numbers)))
        now = file._replace(text=text)
        known = dates.can_be_read(version, text, SETTINGS[plan], lambda now=now: read(now, SETTINGS[plan]))  # type: ignore[misc]
        whole = read(now, SETTINGS[plan])
        assert known or not can_be_followed(whole)
        if whole.entity is not None and not whole.left_out:
            assert dates.of(version, SETTINGS[plan]) == promised(whole, SETTINGS[plan])
        spots = list(SPOTS.finditer(text))
        spot = data.draw(st.sampled_from(spots))
        text = text[: spot.start()] + data.draw(st.sampled_from((*WORDS, *WORDS, *SIGNS))) + text[spot.end() :]


def test_only_single_values_are_followed() -> None:
    text = "milestones:\n  - {id: a, activity: Open, due: May 2026}\n"
    text += "  - id: b\n    activity: Close  # soon\n    due: 'May 2027'\n"
    pattern = Pattern(read(TextFile.of("milestones/a.yaml", text), SETTINGS[EXAMPLE]))

    def told(old: str, new: str) -> list[tuple[str, str]] | None:
        found = pattern.retyped(text.replace(old, new))
        return None if found is None else [(str(one.at), one.text) for one in found]

    assert told("May 2026", "June 2027") == [("milestones/a.due", "June 2027")]
    assert told("May 2026", "May 2026 onwards") == [("milestones/a.due", "May 2026 onwards")]
    assert told("'May 2027'", "'June'") == [("milestones/b.due", "June")]
    assert told("Close", "Shut") == [("milestones/b.activity", "Shut")]
    assert told("x", "x") == []
    for old, new in (
        ("May 2026", "May, 2026"),
        ("May 2026", "May #2026"),
        ("'May 2027'", "May"),
        ("due:", "by:"),
        ("# soon", "# late"),
        ("Close", "Close: it"),
        ("Open", "&a Open"),
        ("    due", "      due"),
        ("milestones:\n", "milestones:\n\n"),
    ):
        assert told(old, new) is None, new
