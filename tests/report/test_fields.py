"""A field that no template places: it is on the page all the same, for those who may see it."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jfp_cli.model import enabler, measure, own, publishing, section, settings, shared, target
from jfp_cli.model.area import Area, Checkpoint, Milestone
from jfp_cli.model.field import Entity, every_model, field, fields_of
from jfp_cli.model.kinds import FILE_KINDS
from jfp_cli.model.plan import Plan
from jfp_cli.model.promise import Move, Update
from jfp_cli.model.types import Date, Ids, Text, Texts
from jfp_cli.report.document.chapters import document
from jfp_cli.report.document.names import Named, Names
from jfp_cli.report.pages.environment import Templates, shipped_templates
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.pages.page_error import PageError
from jfp_cli.report.pages.sandbox import Fields
from tests.report.pages import DAY, FORMS, page, read

# What a page does not show: how jfp treats the plan, and measures, of which it shows the latest reading.
NO_PART_OF_THE_PAGE = {
    *(settings.Settings, settings.Period, settings.LintSettings, settings.Allowance),
    *(
        publishing.PublishSettings,
        publishing.PublicSettings,
        publishing.Edition,
        publishing.StatusLook,
        own.Declaration,
    ),
    *(measure.Measure, measure.Reading, measure.Rebase),
}
SHOWN = [model for model in every_model() if model not in NO_PART_OF_THE_PAGE]
INTERNAL = (Update, shared.Pending)


def widened(model: type[Entity], **fields: Any) -> type[Entity]:
    """A model with more fields, each given as its type and what is said of it."""
    said = {"__annotations__": {name: kind for name, (kind, _) in fields.items()}}
    return type(model.__name__, (model,), said | {name: about for name, (_, about) in fields.items()})


def grown(value: Any, model: type[Entity], wider: type[Entity], **written: Any) -> Any:
    """A part of a plan in which every entity of a model says more."""
    if isinstance(value, tuple):
        return tuple(grown(entry, model, wider, **written) for entry in value)
    if isinstance(value, dict):
        return {key: grown(entry, model, wider, **written) for key, entry in value.items()}
    if not isinstance(value, Entity):
        return value
    names = [known.attribute for known in fields_of(type(value)).values()]
    below = {name: grown(getattr(value, name), model, wider, **written) for name in names}
    return wider.model_construct(**below, **written) if type(value) is model else value.model_copy(update=below)


def with_risk(plan: Plan, model: type[Entity], **said: Any) -> Plan:
    """A plan in which everything of a model has a risk."""
    wider = widened(model, risk=(Text | None, field("Risk register rating.", "high", **said)))
    files = {
        kind.name: {
            name: grown(entity, model, wider, risk="rather *high*") for name, entity in getattr(plan, kind.name).items()
        }
        for kind in FILE_KINDS
    }
    return replace(plan, settings=grown(plan.settings, model, wider, risk="rather *high*"), **files)


def words(plan: Plan, form: str, audience: Any) -> str:
    """A page of a plan without its marks."""
    made = document(plan, DAY, audience=audience)
    text = Templates(Path("none"), shipped_templates()).page("plan", Form(form), made)
    return re.sub(r"<[^<>]*>|\*", "", text)


@pytest.fixture
def rich(example: Path) -> Plan:
    """The example, with what it lacks of the kinds of entity that a page shows."""
    plan = read(example)
    [estates] = plan.enablers.values()
    topic = estates.topics[0] if estates.topics else enabler.Topic.model_construct(title="Hubs", places=(), points=())
    more = {
        "strategies": (enabler.Strategy.model_construct(title="Green Plan", years=None, what=None),),
        "laws": (enabler.Law.model_construct(title="Act", published=None, in_force=None, what=None),),
        "topics": (topic,),
    }
    guide = (settings.GuideEntry.model_construct(part="Priorities", about="What comes first"),)
    settled = plan.settings.model_copy(update={"guide": guide})
    care, retention = plan.sections.values()
    [stream] = care.workstreams
    actions = {"2025-26": ("Ask why", empty(section.Action, action="Clear the backlog"))}
    hoped = empty(shared.Ambition, ambition="Nobody waits in pain", challenges=(), voices=())
    said = {"workstreams": (stream.model_copy(update={"actions": actions}),), "ambitions": (hoped,)}
    return replace(
        plan,
        settings=settled,
        sections={care.id: care.model_copy(update=said), retention.id: retention},
        enablers={estates.id: estates.model_copy(update=more)},
    )


def empty(model: type[Entity], **said: Any) -> Any:
    """An entity that states nothing else."""
    defaults = {name: info.default for name, info in model.model_fields.items() if not info.is_required()}
    return model.model_construct(**defaults | said)


# On a line of its own, or within a sentence.
SAID = {"html": "Risk: rather high", "md": "risk: rather high"}


@pytest.mark.parametrize("model", SHOWN)
@pytest.mark.parametrize("form", FORMS)
def test_a_new_field_is_on_the_page_wherever_its_entity_is(rich: Plan, model: type[Entity], form: str) -> None:
    wider = with_risk(rich, model)
    assert SAID[form] in words(wider, form, "internal")
    assert (SAID[form] in words(wider, form, "public")) == (model not in INTERNAL)


@pytest.mark.parametrize("model", SHOWN)
@pytest.mark.parametrize("form", FORMS)
def test_a_new_internal_field_is_in_the_internal_edition_alone(rich: Plan, model: type[Entity], form: str) -> None:
    wider = with_risk(rich, model, audience="internal")
    assert SAID[form] in words(wider, form, "internal")
    assert "rather high" not in words(wider, form, "public")


class Risk(Entity):
    """What may go wrong."""

    what: Text = field("What may go wrong.")
    by: Date | None = field("By when.")


class Risky(Milestone):
    """A milestone of which more is said."""

    review: Date | None = field("When it is looked at again.")
    sites: Ids = field("Where.", default=(), names="places", prose=False)
    steps: Texts = field("What is done.", default=())
    risks: tuple[Risk, ...] = field("What may go wrong.", default=())
    partners: dict[Text, Texts] = field("Who helps, and how.", default={})
    code_of_trust: Text | None = field("What it is called there.", prose=False)
    silent: Text | None = field("Nothing is said of it.")


@pytest.fixture
def risky(example: Path) -> Plan:
    plan = read(example)
    said = {
        "review": plan.settings.period.start,
        "sites": ("north-town",),
        "steps": ("Ask <b>first</b> | then *build*",),
        "risks": (Risk.model_construct(what="No builder", by=None),),
        "partners": {"Trust": ("lends a site",)},
        "code_of_trust": "*A1*",
        "silent": None,
    }
    areas = {name: grown(area, Milestone, Risky, **said) for name, area in plan.areas.items()}
    return replace(plan, areas=areas)


def test_in_html_each_field_has_its_label_and_its_value_escaped(risky: Plan) -> None:
    made = document(risky, DAY, audience="public")
    text = Templates(Path("none"), shipped_templates()).page("plan", Form.HTML, made)
    for said in (
        '<div class="aside">Review: 1 April 2025</div>',
        '<div class="aside">Sites: <ul><li>North Town</li></ul></div>',
        '<div class="aside">Steps: <ul><li>Ask &lt;b&gt;first&lt;/b&gt; | then <em>build</em></li></ul></div>',
        '<div class="aside">Risks: <ul><li><ul><li>What: No builder</li></ul></li></ul></div>',
        '<div class="aside">Partners: <ul><li><ul><li>Trust: <ul><li>lends a site</li></ul></li></ul></li></ul></div>',
        '<div class="aside">Code of trust: *A1*</div>',
    ):
        assert said in text
    assert "silent:" not in text


def test_in_markdown_they_stand_in_the_cell_of_a_table(risky: Plan) -> None:
    made = document(risky, DAY, audience="public")
    text = Templates(Path("none"), shipped_templates()).page("plan", Form.MD, made)
    assert (
        "; review: 1 April 2025; sites: North Town; steps: Ask \\<b>first\\</b> \\| then *build*; "
        "risks: what: No builder; partners: Trust: lends a site; code of trust: \\*A1\\* |"
    ) in text


def test_in_markdown_they_stand_in_a_list_below_what_has_a_heading(example: Path) -> None:
    plan = read(example)
    wider = widened(Area, risks=(Texts, field("Risks.", default=())), review=(Date | None, field("When.")))
    said = {"risks": ("No builder", "No bricks"), "review": plan.settings.period.end}
    areas = {name: grown(area, Area, wider, **said) for name, area in plan.areas.items()}
    text = words(replace(plan, areas=areas), "md", "public")
    assert "\n- risks:\n  - No builder\n  - No bricks\n- review: 31 March 2030\n" in text


def test_a_word_among_choices_and_a_number_read_as_people_write_them() -> None:
    fields = Fields(Names({"workstreams": {"beds": Named("beds", "workstream-beds", "More beds")}}, {}))
    step = Checkpoint.model_construct(due=None, activity="Ask", status="on_track")
    [status] = fields.others(step, "due", "activity")
    assert (status.label, status.listed, status.values[0].value) == ("status", False, "on track")
    voice = shared.Voice.model_construct(source="Survey", respondents=1124, findings=())
    [count] = fields.others(voice, "source")
    assert (count.values[0].kind, count.values[0].value) == ("written", "1,124")
    aim = target.Target.model_construct(**dict.fromkeys(target.Target.model_fields) | {"relative": True})
    assert [(said.label, said.values[0].value) for said in fields.others(aim)] == [("relative", "yes")]


def test_what_a_template_says_that_it_places_must_be_a_field(example: Path) -> None:
    folder = example / "templates"
    folder.mkdir()
    (folder / "mine.md.j2").write_text("{{ document.parts[0] | others('heading') }}")
    with pytest.raises(PageError, match='a part has no field "heading"'):
        page(example, "mine")


def test_a_reference_gives_what_it_names() -> None:
    fields = Fields(Names({"workstreams": {"beds": Named("beds", "workstream-beds", "More beds")}}, {}))
    hub = Milestone.model_construct(workstreams=("beds", "gone"))
    named = fields.value(hub, fields_of(Milestone)["workstreams"])
    assert [(found.title, found.anchor) for found in named] == [("More beds", "workstream-beds"), ("gone", "")]
    moved = Move.model_construct(from_="January 2026")
    assert fields.value(moved, fields_of(Move)["from"]) == "January 2026"
