"""One plan of several: whole, valid, and with every conflict told with both places."""

import re
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.plans import grow
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.loading import Loaded, load
from jfp_cli.loading.faults.examples import read_example
from jfp_cli.model.field import Entity
from jfp_cli.model.kinds import VOCABULARIES
from jfp_cli.model.plan import Plan
from jfp_cli.model.walk import Found, walk
from jfp_cli.portfolio.merging.merge import Merged, merge
from jfp_cli.portfolio.portfolio import Portfolio
from jfp_cli.values.address import Address
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.dates import PlanDate
from jfp_cli.values.text import folded
from tests.borough.test_borough import PLAN as BOROUGH
from tests.cli.conftest import Jfp, jfp
from tests.conftest import SHIPPED

__all__ = ["jfp"]  # a fixture

NORTH = """
--- plan.yaml
title: Plan of the north
organisations: {trust: North Trust, homes: Homes for all}
places: {old-town: Old Town}
glossary: {ED: emergency department}
contents: [{part: Our priorities, sections: [access], introduction: [What the north does.]}]
publish: {contact: north@example.org, public: {show: [moves.because], hide: [status]}}
lint: {allow: [{rule: JFP303, at: milestones/hub, because: known}], ignore: [vague-wording]}
fields: {milestones: {cost: {about: What it costs, type: figure}}}
editions: [{name: "2025-30", tag: v1}]
--- milestones/cancer.yaml
milestones:
  - {id: hub, activity: Open the hub, due: June 2026, leads: [trust], cost: £2m, targets: [list]}
  - {id: rooms, activity: Find rooms, due: May 2026, needs: [hub]}
--- sections/access.yaml
workstreams:
  - {id: clinics, title: Clinics, areas: [cancer], actions: {2025-26: [Open more]}}
targets:
  - {id: list, statement: A shorter list, measure: waiting-list, better: lower, target: "300", due: March 2029}
  - {id: words, statement: Shorter calls, measure: Length of calls, better: lower, target: 5 minutes, due: March 2029}
--- measures/waiting-list.yaml
title: People waiting
readings: [{at: 2026-03, value: "390"}]
"""
SOUTH = """
--- plan.yaml
title: Plan of the south
organisation: South board
period: {start: 2024-04-01, end: 2029-03-31}
planning_periods: [2024-25, 2025-26]
organisations: {trust: South Trust, housing: Homes for everybody}
places: {old-town: Old town}
glossary: {ED: emotional distress}
contents:
  - {part: our Priorities, sections: [access], introduction: [What the south does.]}
  - {part: More, sections: [more]}
publish: {contact: south@example.org, public: {hide: [baseline]}}
lint: {allow: [{rule: JFP303, at: milestones/hub.due, because: known too}], known: [ICB]}
fields: {milestones: {cost: {about: Cost band, type: choice, choices: [low, high]}}}
editions: [{name: "2025-30", tag: v7}]
--- milestones/cancer.yaml
milestones:
  - {id: hub, activity: Open the other hub, due: year 2, leads: [trust, housing], cost: high, targets: [list]}
  - {id: wards, activity: Open wards, due: May 2026, needs: [hub], workstreams: [clinics], places: [old-town]}
--- sections/access.yaml
workstreams:
  - {id: clinics, title: Other clinics, areas: [cancer], actions: {2025-26: [Open others]}}
targets:
  - {id: list, statement: A short list, measure: People waiting, better: lower, target: "100", due: March 2029}
--- sections/more.yaml
targets: []
--- measures/waiting-list.yaml
title: People waiting
readings: [{at: 2026-03, place: old-town, value: "120"}]
--- measures/calls.yaml
title: Length of calls
readings: [{at: 2026-03, value: 4 minutes}]
"""


def portfolio(**same: object) -> Portfolio:
    said = {"title": "Both", "plans": {"north": "n", "south": "s"}, "same": same}
    return Portfolio.model_validate(said, context=Calendar())


def example(text: str) -> Loaded:
    loaded = read_example(text).loaded
    assert [f"{finding.span} {finding.message}" for finding in loaded.findings] == []
    return loaded


def both(south: str = SOUTH, north: str = NORTH, **same: object) -> Merged:
    plans = {"north": example(north), "south": example(south)}
    return merge(portfolio(**same), plans, "", Path("plan"))


def plan_of(merged: Merged) -> Plan:
    assert not merged.loaded.has_errors
    assert merged.loaded.plan
    return merged.loaded.plan


def messages(merged: Merged) -> list[str]:
    return [conflict.message for conflict in merged.conflicts]


def said(value: object) -> object:
    """A value for comparing: days of dates, and texts as they are."""
    return (value.first, value.last) if isinstance(value, PlanDate) else str(value)


def as_renamed(found: Found, renamed: dict[Address, str]) -> tuple[Address, object]:
    """Where a value stands in the merged plan, and what stands there."""
    thing = found.at.thing
    at = found.at._replace(id=renamed.get(thing, thing.id))
    kind = found.field.about.names
    value = renamed.get(Address(kind, str(found.value)), found.value) if kind else found.value
    return at, said(value)


def test_the_merge_of_the_shipped_plan_with_two_made_ones_is_valid_and_loses_nothing(tmp_path: Path) -> None:
    grow(2, tmp_path / "grown")
    folders = {"hwe": SHIPPED, "eastmere": BOROUGH, "grown": tmp_path / "grown"}
    plans = {name: load(folder) for name, folder in folders.items()}
    merged = merge(portfolio(), plans, "", Path("plan"))
    whole = plan_of(merged)
    assert merged.loaded.findings == []
    there = {(found.at, said(found.value)) for found in walk(whole)}
    settings = Counter((found.at.path[0], said(found.value)) for found in walk(whole) if found.at.kind == "plan")
    told = {str(conflict.span) for conflict in merged.conflicts}
    for name, loaded in plans.items():
        assert loaded.plan
        renamed = merged.renamed[name]
        for found in walk(loaded.plan):
            above = (found.at._replace(path=found.at.path[:length]) for length in range(1, len(found.at.path) + 1))
            if isinstance(found.value, Entity) or any(str(loaded.sources.span(at)) in told for at in above):
                continue
            at, value = as_renamed(found, renamed)
            if at.kind == "plan":
                assert settings[at.path[0], value] or str(value) in str(whole.settings.links_note), found
            elif at.kind in VOCABULARIES:
                assert folded(str(whole.get(at))) == folded(str(value))
            else:
                assert (at, value) in there, found
    for kind in ("sections", "areas", "enablers", "measures"):
        assert len(getattr(whole, kind)) == sum(len(getattr(one.plan, kind)) for one in plans.values())
    assert len(list(whole.milestones())) == sum(len(list(one.plan.milestones())) for one in plans.values() if one.plan)


def test_ids_are_kept_apart_where_they_clash_alone_and_whatever_names_them_follows() -> None:
    plan = plan_of(both())
    assert sorted(plan.areas) == ["cancer", "south-cancer"]
    hub, wards = (plan.get(Address("milestones", name)) for name in ("south-hub", "wards"))
    assert (hub.leads, hub.targets) == (("south-trust", "housing"), ("south-list",))
    assert (wards.needs, wards.workstreams, wards.places) == (("south-hub",), ("south-clinics",), ("old-town",))
    assert plan.get(Address("workstreams", "south-clinics")).areas == ("south-cancer",)
    assert plan.get(Address("milestones", "rooms")).needs == ("hub",)
    assert [allow.at for allow in plan.settings.lint.allow] == ["milestones/hub", "milestones/south-hub.due"]
    assert plan.measures["south-waiting-list"].readings[0].place == "old-town"


def test_a_measure_that_both_call_so_is_named_by_its_id() -> None:
    merged = both()
    plan = plan_of(merged)
    for name, measure in (("list", "waiting-list"), ("south-list", "south-waiting-list")):
        found = plan.measure_of(plan.get(Address("targets", name)))
        assert found
        assert found.id == measure
    assert 'targets/words is counted now by the measure "calls", which is called so' in messages(merged)


def test_vocabularies_are_united_and_what_they_call_alike_is_told() -> None:
    merged = both()
    settings = plan_of(merged).settings
    assert settings.places == {"old-town": "Old Town"}
    assert settings.organisations == {
        "trust": "North Trust",
        "homes": "Homes for all",
        "south-trust": "South Trust",
        "housing": "Homes for everybody",
    }
    assert settings.glossary == {"ED": "emergency department", "ED (south)": "emotional distress"}
    assert "there is another organisation trust, so this one is called south-trust now" in messages(merged)
    assert "there is another glossary entry ED, so this one is called ED (south) now" in messages(merged)


def test_what_is_tied_in_a_vocabulary_is_one() -> None:
    merged = both(organisations=[["north:homes", "south:housing"]])
    plan = plan_of(merged)
    assert "housing" not in plan.settings.organisations
    assert plan.get(Address("milestones", "south-hub")).leads == ("south-trust", "homes")
    assert "the organisation housing is called homes now, to which the portfolio ties it" in messages(merged)
    (name,) = (conflict for conflict in merged.conflicts if conflict.message.startswith("organisations/homes"))
    assert name.message == 'organisations/homes is "Homes for all" in the merged plan'
    assert [text.split("\n")[span.line + 1][span.column - 1 :] for text, span in ((SOUTH, name.span),)] == [
        "Homes for everybody}"
    ]


def test_parts_of_one_heading_are_one_part() -> None:
    first, second = plan_of(both()).settings.contents
    assert (first.part, first.sections) == ("Our priorities", ("access", "south-access"))
    assert first.introduction == ("What the north does.", "What the south does.")
    assert (second.part, second.sections) == ("More", ("more",))


def test_fields_of_one_name_that_mean_something_else_are_kept_apart() -> None:
    merged = both()
    plan = plan_of(merged)
    assert plan.settings.fields["milestones"].keys() == {"cost", "south_cost"}
    assert plan.get(Address("milestones", "south-hub", ("south_cost",))) == "high"
    assert 'the field "cost" is declared otherwise, so this one is called south_cost now' in messages(merged)


def test_dates_mean_the_days_that_they_meant() -> None:
    merged = both()
    settings = plan_of(merged).settings
    assert str(settings.period.start) == "2024-04-01"
    assert str(settings.period.end) == "2030-03-31"
    assert settings.planning_periods == ("2024-25", "2025-26", "2026-30")
    assert plan_of(merged).get(Address("milestones", "south-hub")).due.last.isoformat() == "2026-03-31"
    other = both(
        SOUTH.replace("planning_periods:", "year_starts: January\nplanning_periods:").replace("year 2", "Q3 2025")
    )
    due = plan_of(other).get(Address("milestones", "south-hub")).due
    assert (due.first.isoformat(), due.last.isoformat()) == ("2025-07-01", "2025-09-30")
    assert "year_starts is that of the first plan in the merged one" in messages(other)


def test_nothing_that_a_plan_hides_from_the_public_is_shown() -> None:
    merged = both()
    public = plan_of(merged).settings.publish.public
    assert (set(public.hide), public.show) == ({"status", "baseline"}, ())
    assert "plan.publish.public.show holds in the merged plan what every plan says there" in messages(merged)


def test_an_edition_of_the_same_name_gets_another() -> None:
    editions = plan_of(both()).settings.editions
    assert [(edition.name, edition.tag) for edition in editions] == [("2025-30", "v1"), ("south 2025-30", "v7")]


def test_a_conflict_has_both_places() -> None:
    (contact,) = (conflict for conflict in both().conflicts if "publish.contact" in conflict.message)
    lines = [re.sub(r"^\n", "", text).split("\n") for text in (SOUTH, NORTH)]
    for span, text in zip((contact.span, contact.earlier), lines, strict=True):
        begin = text.index("--- plan.yaml")
        assert "contact:" in text[begin + span.line]
    assert str(contact) == (
        f'{contact.span}: plan.publish.contact is "north@example.org" in the merged plan (the other: {contact.earlier})'
    )


def test_what_both_say_alike_is_no_conflict() -> None:
    text = "--- plan.yaml\ntitle: Both\nplaces: {old-town: Old Town}\n"
    assert both(text, text).conflicts == []


def test_a_plan_with_errors_is_not_merged() -> None:
    plans = {"north": example(NORTH), "south": read_example(SOUTH.replace("[trust, housing]", "[nobody]")).loaded}
    with pytest.raises(EditError, match="south has errors, and only valid plans are merged"):
        merge(portfolio(), plans, "", Path("plan"))


def merging(jfp: Jfp, portfolio: Path, into: Path, *options: str) -> tuple[str, str, int]:
    return jfp("portfolio", "merge", "--portfolio", portfolio, "--into", into, *options)


@pytest.mark.usefixtures("folder")
def test_the_merged_plan_is_written_whole(jfp: Jfp, portfolio: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    out, err, code = merging(jfp, portfolio, tmp_path / "one", "--dry-run")
    assert code == 0
    assert err.endswith("nothing was written\n")
    assert not (tmp_path / "one").exists()
    assert merging(jfp, portfolio, tmp_path / "one", "--organisation", "The board")[0] == out
    loaded = load(tmp_path / "one" / "plan")
    assert loaded.plan
    assert not loaded.has_errors
    assert (loaded.plan.settings.title, loaded.plan.settings.organisation) == ("Two plans", "The board")
    assert {path: path.read_bytes() for path in before} == before
    assert "areas that the portfolio ties stand apart: make one of each by hand\n" in err
    again = merging(jfp, portfolio, tmp_path / "one")
    assert again[2] == 2
    assert "is a plan already, and a merge never overwrites one" in again[1]


@pytest.mark.usefixtures("folder")
def test_nothing_is_written_where_something_is_in_the_way(jfp: Jfp, portfolio: Path, tmp_path: Path) -> None:
    (tmp_path / "one" / "plan" / "sections").mkdir(parents=True)
    (tmp_path / "one" / "plan" / "sections" / "mine.yaml").write_text("id: mine\n", encoding="utf-8")
    out, err, code = merging(jfp, portfolio, tmp_path / "one")
    assert (out, code) == ("", 2)
    assert "merge into another folder with --into DIR" in err
    assert [path.name for path in (tmp_path / "one").rglob("*.yaml")] == ["mine.yaml"]
