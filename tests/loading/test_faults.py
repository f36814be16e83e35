"""Every fault of loading is found exactly where its bad example marks it, and nowhere in its good one."""

from pathlib import Path

import pytest

from jfp_cli.loading import load
from jfp_cli.loading.faults.examples import read_example
from jfp_cli.loading.faults.fault import Fault
from jfp_cli.loading.faults.registry import BY_NAME, FAULTS
from jfp_cli.values.finding import Finding

NAMES = [f"{fault.code}-{fault.name}" for fault in FAULTS]


def findings(folder: Path, text: str) -> list[Finding]:
    """What loading finds in an example whose files were made in a folder."""
    for name, body in read_example(text).files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if body is None:
            path.mkdir()
        else:
            path.write_bytes(body)
    return load(folder).findings


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_the_bad_example_has_the_marked_findings_and_no_others(fault: Fault, tmp_path: Path) -> None:
    found = [
        (finding.code, finding.name, finding.severity, Path(finding.span.file).relative_to(tmp_path).as_posix())
        for finding in findings(tmp_path, fault.bad)
    ]
    marked = sorted(read_example(fault.bad).marked)
    assert marked
    assert sorted(found) == [(fault.code, fault.name, fault.severity, file) for file, _ in marked]
    assert sorted(finding.span.line for finding in load(tmp_path).findings) == sorted(line for _, line in marked)


@pytest.mark.parametrize("fault", FAULTS, ids=NAMES)
def test_the_good_example_has_none(fault: Fault, tmp_path: Path) -> None:
    assert findings(tmp_path, fault.good) == []


def test_faults_are_listed_by_code_and_called_by_name() -> None:
    codes = [fault.code for fault in FAULTS]
    assert codes == sorted(set(codes))
    assert [BY_NAME[fault.name] for fault in FAULTS] == list(FAULTS)


@pytest.mark.parametrize("name", ["JFP107", "jfp107", "bad-date", "Bad-Date", "JFP1", "JFP1xx", "JFP10X", "JFP"])
def test_a_fault_is_called_by_its_code_name_or_family(name: str) -> None:
    assert BY_NAME["bad-date"].is_called(name)


@pytest.mark.parametrize("name", ["", "x", "XX", "JFP108", "JFP2", "bad", "bad-dates", "107"])
def test_it_is_called_by_nothing_else(name: str) -> None:
    assert not BY_NAME["bad-date"].is_called(name)


def test_an_example_says_what_no_text_can_show() -> None:
    example = read_example("""
--- sections/a.yaml, saved as Windows-1252
title: Café  # <--
id: a
--- sections/b.yaml, a folder  # <--
--- sections/c.yaml
# empty
""")
    assert example.files["sections/a.yaml"] == "title: Café  # <--\nid: a\n".encode("cp1252")
    assert example.files["sections/b.yaml"] is None
    assert example.files["sections/c.yaml"] == b"# empty\n"
    assert sorted(example.marked) == [("sections/a.yaml", 1), ("sections/b.yaml", 1)]
