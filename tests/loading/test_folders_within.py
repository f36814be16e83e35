"""Plan files at any depth below the folder of their kind: read, changed and named like the others."""

import shutil
from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from jfp_cli.loading import load
from jfp_cli.values.address import Address
from tests.source.test_folder import link

AREA = "area: cancer\ntitle: Cancer\nmilestones:\n  - {id: fit, activity: Offer the test everywhere, due: March 2026}\n"


@pytest.fixture
def within(example: Path) -> Path:
    """The example with an area two folders further down."""
    path = example / "milestones" / "north" / "2026" / "cancer.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(AREA, encoding="utf-8")
    return example


def test_a_file_in_a_folder_within_is_read(within: Path) -> None:
    loaded = load(within)
    assert loaded.findings == []
    assert loaded.plan is not None
    assert "cancer" in loaded.plan.areas
    assert loaded.sources.span(Address("milestones", "fit")).file.endswith("milestones/north/2026/cancer.yaml")


def test_an_edit_and_a_new_name_stay_in_its_folder(within: Path) -> None:
    assert main(["set", "milestones/fit", "owner=Cancer lead", "--plan", str(within)]) == 0
    assert main(["rename", "areas/cancer", "cancer-care", "--plan", str(within)]) == 0
    path = within / "milestones" / "north" / "2026"
    assert [file.name for file in path.iterdir()] == ["cancer-care.yaml"]
    assert "owner: Cancer lead" in (path / "cancer-care.yaml").read_text("utf-8")
    assert load(within).findings == []


def test_fmt_reaches_it(within: Path) -> None:
    path = within / "milestones" / "north" / "2026" / "cancer.yaml"
    path.write_text(AREA.replace("area: cancer\ntitle: Cancer", "title:   Cancer\narea: cancer"), encoding="utf-8")
    assert main(["fmt", "--plan", str(within)]) == 0
    assert path.read_text("utf-8").startswith("area: cancer\ntitle: Cancer\n")


def test_two_files_of_one_name_have_one_id_and_the_first_counts(within: Path) -> None:
    (within / "milestones" / "cancer.yaml").write_text("area: cancer\ntitle: First\n", encoding="utf-8")
    loaded = load(within)
    [finding] = loaded.findings
    assert (finding.code, finding.message.partition(",")[0]) == ("JFP110", 'the area id "cancer" is taken already')
    assert finding.span.file.endswith("milestones/north/2026/cancer.yaml")
    assert loaded.plan is not None
    assert loaded.plan.areas["cancer"].title == "First"


def test_a_link_to_a_folder_is_said_not_followed(within: Path) -> None:
    link(within / "milestones" / "again", within / "milestones")
    link(within / "milestones" / "away", within.parent)
    findings = load(within).findings
    assert [(finding.code, finding.help) for finding in findings] == [("JFP001", "put the folder itself here")] * 2


def test_folders_that_begin_with_a_dot_are_nobody_s_business(within: Path) -> None:
    shutil.copytree(within / "milestones" / "north", within / "milestones" / ".north")
    assert load(within).findings == []
