"""A plan file that nothing would read is reported, not passed over."""

from pathlib import Path

import pytest

from jfp_cli.loading import load


@pytest.mark.parametrize(
    ("name", "shown", "said"),
    [
        ("cancer.yaml", "cancer.yaml", "move it into one of the folders sections, milestones, enablers, measures"),
        ("section/cancer.yaml", "section", 'did you mean "sections"?'),
        ("old/2024/cancer.yaml", "old", "plan files stand in the folders sections, milestones, enablers, measures"),
        ("archive/cancer.yaml", "archive", "plan files stand in the folders sections, milestones, enablers, measures"),
    ],
)
def test_a_plan_file_where_nothing_reads_it(example: Path, name: str, shown: str, said: str) -> None:
    path = example / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text("area: cancer\n", encoding="utf-8")
    loaded = load(example)
    [finding] = loaded.findings
    assert (finding.code, finding.help) == ("JFP007", said)
    assert finding.span.file.endswith(f"/plan/{shown}")
    assert loaded.plan is not None


@pytest.mark.parametrize("name", ["templates/plan.yaml", ".hidden/x.yaml", "notes/readme.txt", ".draft.yaml"])
def test_other_files_are_nobody_s_business(example: Path, name: str) -> None:
    path = example / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text("anything", encoding="utf-8")
    assert load(example).findings == []
