"""Which file a URI means, however an editor writes it."""

import pytest

from jfp_cli.editor.uris import file_of


@pytest.mark.parametrize(
    "uri",
    ["file:///c:/plans/plan.yaml", "file:///C:/plans/plan.yaml", "file:///c%3A/plans/plan.yaml",
     "file:///C%3a/plans/plan%2Eyaml", "FILE:///c:/plans/plan.yaml", "file://localhost/c:/plans/plan.yaml"],
)  # fmt: skip
def test_a_drive_is_one_however_it_is_written(uri: str) -> None:
    assert file_of(uri) == "c:/plans/plan.yaml"


@pytest.mark.parametrize(
    "uri", ["file://server/share/plan.yaml", "file://SERVER/share/plan.yaml", "file:////server/share/plan.yaml"]
)
def test_a_share_is_one_however_it_is_written(uri: str) -> None:
    assert file_of(uri) == "//server/share/plan.yaml"


def test_letters_of_other_alphabets_and_blanks_are_read() -> None:
    assert file_of("file:///home/a%20b/%C3%A9t%C3%A9/plan.yaml") == "/home/a b/été/plan.yaml"


@pytest.mark.parametrize(
    "uri", ["untitled:Untitled-1", "git:/plan/plan.yaml?ref=HEAD", "https://example.org/plan.yaml", "", "file:///a%00b"]
)
def test_what_is_no_file_is_none(uri: str) -> None:
    assert file_of(uri) is None
