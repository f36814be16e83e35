"""The README: one screen to begin with, and the way to the rest."""

from jfp_cli.loading import load
from tests.conftest import ROOT, SHIPPED

README = (ROOT / "README.md").read_text(encoding="utf-8")
LONGEST = 150  # lines


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= LONGEST


def test_its_first_screen_installs_and_begins() -> None:
    first = README.partition("## Five commands")[0]
    for line in ("uv tool install jfp-cli", "pipx install jfp-cli", "jfp init --organisation", "make run", "make test"):
        assert line in first


def test_it_says_of_the_shipped_plan_what_is_so() -> None:
    plan = load(SHIPPED).plan
    assert plan is not None
    targets = [home.target for home in plan.targets()]
    with_figure = sum(target.target is not None for target in targets)
    said = " ".join(README.split())
    for words in (
        f"{len(plan.sections)} sections, {len(list(plan.milestones()))} milestones in {len(plan.areas)} service areas",
        f"{len(targets)} targets, of which {with_figure} state a figure",
        f"{len(plan.enablers)} supporting topics",
    ):
        assert words in said


def test_in_a_clone_it_says_where_jfp_is() -> None:
    clone = README.partition("make run")[2].partition("## Five commands")[0]
    assert ".venv/bin/jfp" in clone
    assert ".venv\\Scripts\\jfp" in clone


def test_it_shows_a_terminal_and_the_page() -> None:
    for picture in ("docs/pictures/terminal.svg", "docs/pictures/published-plan-desk.png"):
        assert f"({picture})" in README
        assert (ROOT / picture).is_file()
