"""Dates and figures that cannot be read, and the fixes that write what the help advises."""

import pytest

from jfp_cli.loading import Loaded
from jfp_cli.loading.loader import load_strings
from jfp_cli.values.finding import Finding
from tests.conftest import EXAMPLE

AREA, SECTION = "milestones/planned-care.yaml", "sections/elective-care.yaml"
TEXTS = {str(path.relative_to(EXAMPLE)): path.read_text("utf-8") for path in sorted(EXAMPLE.rglob("*.yaml"))}


def loaded(name: str, text: str) -> Loaded:
    return load_strings({**TEXTS, name: text})


def mended(name: str, text: str, finding: Finding, number: int) -> str:
    """A text with one of the fixes of a finding, which are on one line each."""
    (edit,) = finding.fixes[number].edits
    file = loaded(name, text).sources.files[edit.span.file]
    start, end = (file.offset(*place) for place in (edit.span[1:3], edit.span[3:5]))
    return text[:start] + edit.text + text[end:]


@pytest.mark.parametrize(
    ("name", "right", "wrong", "titles"),
    [
        (AREA, "due: March 2027", "due: Septmber 2027", ['write "September 2027"']),
        (AREA, "due: March 2027", 'due: "31/09/2027"', ['write "30 September 2027"', 'write "1 October 2027"']),
        (AREA, "{due: June 2026,", "{due: Jnue 2026,", ['write "June 2026"']),
        (SECTION, 'target: "92,300"', "target: 92, 300", ['write "92,300"']),
        (SECTION, '{value: "150,000",', "{value: '1,50,000',", ['write "150,000"']),
    ],
)
def test_each_advice_that_is_a_text_is_a_fix_that_can_be_read(
    name: str, right: str, wrong: str, titles: list[str]
) -> None:
    text = TEXTS[name].replace(right, wrong)
    assert text != TEXTS[name]
    (finding,) = loaded(name, text).findings
    assert [fix.title for fix in finding.fixes] == titles
    assert not any(fix.safe for fix in finding.fixes)  # whether it was meant, its writer knows
    for number, title in enumerate(titles):
        assert title.removeprefix("write ").strip('"') in finding.help
        after = mended(name, text, finding, number)
        assert loaded(name, after).findings == []


@pytest.mark.parametrize("due", ["soon", "31st Septmber 2027", "moved from March 2027 to June 2027"])
def test_where_no_text_or_more_than_a_text_is_advised_there_is_no_fix(due: str) -> None:
    (finding,) = loaded(AREA, TEXTS[AREA].replace("due: March 2027", f"due: {due}")).findings
    assert finding.help
    assert finding.fixes == ()
