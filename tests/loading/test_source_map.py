"""Where everything stands: lines and columns, and from the name of a thing to its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jfp_cli.loading.source_file import SourceFile, walk
from jfp_cli.source.folder import TextFile
from jfp_cli.source.yaml import Document
from jfp_cli.values.address import Address, Path
from tests.loading.changed_plans import ELECTIVE, PLAN, PLANNED, READINGS, changed
from tests.source.marks import line_and_column

texts = st.text(st.sampled_from("ab\r\n\té😀\x85\u2028\f"), max_size=30)


def file_of(text: str) -> SourceFile:
    return SourceFile(TextFile("plan/x.yaml", "sections", "x", text), Document())


@settings(max_examples=200, deadline=None)
@given(texts, st.data())
def test_lines_and_columns_are_counted_as_an_editor_counts_them(text: str, data: st.DataObject) -> None:
    file = file_of(text)
    offset = data.draw(st.integers(0, len(text)))
    if text[offset - 1 : offset + 1] != "\r\n":  # within a line end there is no place
        assert file.position(offset) == line_and_column(text, offset)
        assert file.offset(*file.position(offset)) == offset


@settings(max_examples=200, deadline=None)
@given(texts)
def test_the_lines_of_a_file_are_its_text_without_line_ends(text: str) -> None:
    file = file_of(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [file.line_text(number) for number in range(1, len(lines) + 1)] == lines
    assert file.line_text(len(lines) + 1) == ""


@pytest.mark.parametrize(
    ("address", "file", "shown"),
    [
        ("sections/elective-care", ELECTIVE, "elective-care"),
        ("sections/elective-care.title", ELECTIVE, "Elective care recovery"),
        ("sections/elective-care.voices[0].respondents", ELECTIVE, "1124"),
        ("sections/elective-care.voices", ELECTIVE, "voices"),
        ("sections/elective-care.voices[0]", ELECTIVE, "source"),
        ("workstreams/outpatients", ELECTIVE, "outpatients"),
        ("workstreams/outpatients.actions.2026-30[0]", ELECTIVE, "Offer one-stop clinics"),
        ("workstreams/outpatients.owner", ELECTIVE, "outpatients"),
        ("targets/missed-appointments", ELECTIVE, "missed-appointments"),
        ("targets/missed-appointments.due", ELECTIVE, "March 2026"),
        ("targets/waiting-list-size.trajectory[0].target", ELECTIVE, '"134,140"'),
        ("milestones/patient-portal.checkpoints[1].due", PLANNED, "June 2026"),
        ("milestones/elective-hub.moves[0].from", PLANNED, "June 2025"),
        ("areas/planned-care", PLANNED, "planned-care"),
        ("areas/planned-care.title", PLANNED, "Planned care"),
        ("measures/waiting-list-size.readings[2].note", READINGS, "After validation"),
        ("places/south-vale", PLAN, "South Vale"),
        ("duties/14Z35", PLAN, "Reducing inequalities"),
        ("plan.contents[1].part", PLAN, "Workforce"),
        ("plan.lint.allow[0].because", PLAN, "agreed with NHS England"),
        ("plan.period.start", PLAN, "2025-04-01"),
    ],
)
def test_an_address_leads_to_its_place(address: str, file: str, shown: str) -> None:
    loaded = changed()
    span = loaded.sources.span(Address.parse(address))
    found = loaded.sources.files[span.file]
    assert span.file == file
    assert found.text[found.offset(span.line, span.column) : found.offset(span.end_line, span.end_column)] == shown


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("milestones/elective-hub.due", "due"),
        ("milestones/elective-hub.moves[0].from", "from"),
        ("workstreams/outpatients.actions.2026-30", "2026-30"),
    ],
)
def test_the_key_of_an_address_can_be_shown(address: str, shown: str) -> None:
    loaded = changed()
    span = loaded.sources.span(Address.parse(address), key=True)
    found = loaded.sources.files[span.file]
    assert found.text[found.offset(span.line, span.column) : found.offset(span.end_line, span.end_column)] == shown


@pytest.mark.parametrize(
    ("file", "path", "address"),
    [
        (ELECTIVE, ("title",), "sections/elective-care.title"),
        (ELECTIVE, ("workstreams", 0, "title"), "workstreams/outpatients.title"),
        (ELECTIVE, ("workstreams", 0, "indicators", 0), "workstreams/outpatients.indicators[0]"),
        (ELECTIVE, ("workstreams", 0, "indicators", 1, "due"), "targets/missed-appointments.due"),
        (ELECTIVE, ("targets", 0, "trajectory", 0, "due"), "targets/waiting-list-size.trajectory[0].due"),
        (PLANNED, ("milestones", 1, "status"), "milestones/endoscopy-unit.status"),
        (PLANNED, ("milestones", 9, "status"), "areas/planned-care.milestones[9].status"),
        (PLAN, ("contents", 0, "sections", 0), "plan.contents[0].sections[0]"),
        (READINGS, ("readings", 0, "at"), "measures/waiting-list-size.readings[0].at"),
    ],
)
def test_a_path_in_a_file_has_the_address_of_the_nearest_thing(file: str, path: Path, address: str) -> None:
    assert str(changed().sources.files[file].address_of(path)) == address


def test_a_path_is_followed_as_far_as_it_goes() -> None:
    root = changed().sources.files[PLAN].document.root
    assert walk(root, ("period", "start", "year")) == (walk(root, ("period", "start"))[0], False)
    assert walk(root, ("contents", 7)) == (walk(root, ("contents",))[0], False)
    assert walk(root, ("contents", "part")) == (walk(root, ("contents",))[0], False)


steps = st.lists(st.text(max_size=6) | st.integers(0, 99), max_size=4).map(tuple)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["plan", "milestones"]),
    st.sampled_from(["", "ehr-go-live", "e.g.", "[a"]) | st.text(max_size=6),
    steps,
)
def test_an_address_is_read_back_from_its_text(kind: str, name: str, path: Path) -> None:
    address = Address(kind, name, path)
    assert Address.parse(str(address)) == address


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (Address("plan"), "plan"),
        (Address("plan").at("contents", 0, "part"), "plan.contents[0].part"),
        (Address("milestones", "ehr-go-live", ("due",)), "milestones/ehr-go-live.due"),
        (Address("workstreams", "a", ("actions", "2025-26", 0)), "workstreams/a.actions.2025-26[0]"),
        (Address("plan").at("glossary", "e.g."), 'plan.glossary["e.g."]'),
        (Address("glossary", "e.g."), 'glossary/"e.g."'),
        (Address("plan").at('a"b\\'), 'plan["a\\"b\\\\"]'),
    ],
)
def test_an_address_is_written_as_a_person_would(address: Address, text: str) -> None:
    assert str(address) == text


@pytest.mark.parametrize(
    "text", ["", ".due", "milestones/", "milestones/a..b", "plan.a[b]", "plan.a[1", 'plan["a]', "[0]", 'a/"b']
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not an address; write one like milestones/ehr-go-live"):
        Address.parse(text)
