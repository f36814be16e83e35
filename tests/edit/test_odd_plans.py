"""Changes of plans that are not all that they should be."""

from pathlib import Path

import pytest

from jfp_cli.cli.door import main


@pytest.mark.parametrize("stray", ["notes.yaml", "archive/cancer.yaml"])
def test_a_file_that_nothing_reads_keeps_nobody_from_a_change(stray: str, example: Path) -> None:
    (example / stray).parent.mkdir(exist_ok=True)
    (example / stray).write_text("title: Cancer\n", encoding="utf-8")
    assert main(["set", "elective-hub", "owner=Estates lead", "--plan", str(example)]) == 0
    assert "owner: Estates lead" in (example / "milestones" / "planned-care.yaml").read_text(encoding="utf-8")
