"""`jfp render` of a plan in another language than English: what it says, and what it says of a missing part."""

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Jfp
from tests.conftest import ChangePlan


@pytest.fixture
def welsh(change: ChangePlan) -> Path:
    return change("plan.yaml", "planning_periods:", "language: cy\nplanning_periods:")


def test_a_page_in_welsh(jfp: Jfp, welsh: Path) -> None:
    ran = jfp("render", "--format", "md", "--as-of", "2026-07-01", "--plan", welsh)
    assert (ran.err, ran.code) == ("", 0)
    assert "## 3. Cerrig milltir allweddol" in ran.out
    assert "Cyfnod: 1 Ebrill 2025 \N{EN DASH} 31 Mawrth 2030. Ar 1 Gorffennaf 2026." in ran.out


def test_what_the_public_must_not_see_is_looked_for_on_a_page_in_welsh(jfp: Jfp, welsh: Path) -> None:
    ran = jfp("render", "--check", "--plan", welsh)
    assert ran.code == 0, ran.err


def test_the_missing_package_is_said_with_what_adds_it(jfp: Jfp, welsh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "babel", None)
    ran = jfp("render", "--plan", welsh)
    assert ran.err.startswith('jfp: a page with "language: cy" needs the package babel; add it with: ')
    assert '"jfp-cli[languages]"' in ran.err
    assert (ran.out, ran.code) == ("", 2)


def test_of_a_language_that_has_no_table_the_words_are_english(jfp: Jfp, welsh: Path, tmp_path: Path) -> None:
    settings = welsh / "plan.yaml"
    settings.write_text(settings.read_text("utf-8").replace("language: cy", "language: fr"), encoding="utf-8")
    ran = jfp("render", "--output", tmp_path / "plan.html", "--plan", welsh)
    assert ran.code == 0
    assert 'no words in the language "fr", so what the page says beside the plan is in English' in ran.err
    assert '<html lang="fr">' in (tmp_path / "plan.html").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "en-US"])
def test_english_needs_no_word_of_it(jfp: Jfp, welsh: Path, tmp_path: Path, language: str) -> None:
    settings = welsh / "plan.yaml"
    settings.write_text(settings.read_text("utf-8").replace("language: cy", f"language: {language}"), encoding="utf-8")
    assert "language" not in jfp("render", "--output", tmp_path / "plan.html", "--plan", welsh).err
