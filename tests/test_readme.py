"""The README: one screen to begin with, and the way to the rest."""

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
LONGEST = 150  # lines


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= LONGEST


def test_its_first_screen_installs_and_begins() -> None:
    first = README.partition("## Five commands")[0]
    for line in ("uv tool install jfp-cli", "pipx install jfp-cli", "jfp init --organisation", "make run", "make test"):
        assert line in first


def test_it_shows_a_terminal_and_the_page() -> None:
    for picture in ("docs/pictures/terminal.svg", "docs/pictures/published-plan-desk.png"):
        assert f"({picture})" in README
        assert (ROOT / picture).is_file()
