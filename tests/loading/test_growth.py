"""As many faults as fit into a plan: each is told, and none takes longer for the others."""

import pytest

from jfp_cli.values.near_miss import near_miss
from tests.loading.changed_plans import STAFF, WORKFORCE, replaced, told

MANY = 3_000
AREA = "area: workforce\ntitle: Workforce\nmilestones:\n"
SECTION = "id: staff-retention\ntitle: Retaining staff\nworkstreams:\n"


def test_of_many_names_that_nothing_has_the_first_are_compared_with_what_there_is() -> None:
    named = "".join(f"  - {{id: m{n}, activity: Do, due: 2027, workstreams: [strean-{n}]}}\n" for n in range(MANY))
    there = "".join(f"  - {{id: stream-{n}, title: Stream}}\n" for n in range(MANY))
    loaded = replaced({WORKFORCE: AREA + named, STAFF: SECTION + there})
    assert [finding.message for finding in loaded.findings] == [
        f'there is no workstream "strean-{n}"' for n in range(MANY)
    ]
    helps = [finding.help for finding in loaded.findings]
    assert helps[:100] == [f'did you mean "stream-{n}"?' for n in range(100)]
    assert set(helps[100:]) == {"see the workstream ids in the plan"}


@pytest.mark.parametrize(
    ("written", "name", "part"),
    [("{{<<: {{due: 2027}}, id: m{}}}", "refused-yaml", "<<"), ("{{a{}}}", "empty-value", "a")],
)
def test_many_entries_without_their_keys_are_told_once_each(written: str, name: str, part: str) -> None:
    loaded = replaced({WORKFORCE: AREA + "".join(f"  - {written.format(n)}\n" for n in range(MANY))})
    assert [(said, text[: len(part)]) for said, _, text in told(loaded)] == [(name, part)] * MANY


@pytest.mark.parametrize("word", ["stream-1999", "straem-77", "Stream 5", "outpatiens"])
def test_of_many_words_the_closest_is_meant(word: str) -> None:
    known = [*(f"stream-{n}" for n in range(2000)), "outpatients", "inpatients"]
    meant = {"stream-1999": "stream-1999", "straem-77": "stream-77", "Stream 5": "stream-5"}
    assert near_miss(word, known) == meant.get(word, "outpatients")
