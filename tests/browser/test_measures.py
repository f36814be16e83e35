"""Pictures of measures in a real browser: no label touches another, and every mark can be seen."""

from pathlib import Path
from typing import Any, Literal

import pytest

from tests.browser.conftest import Reader
from tests.browser.test_accessibility import faults
from tests.report.measured import page

TOUCHING = """() => [...document.querySelectorAll("svg.control[role=img]")].flatMap(picture => {
  const frame = picture.getBoundingClientRect();
  const boxes = [...picture.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  const outside = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1);
  const touching = boxes.flatMap(([one, box], at) => boxes.slice(at + 1).filter(([, other]) =>
    box.left < other.right && other.left < box.right && box.top < other.bottom - 3 && other.top < box.bottom - 3
  ).map(([other]) => `${one} and ${other}`));
  return [...outside.map(([text]) => `${text} outside`), ...touching];
})"""
COLOURS = """() => Object.fromEntries(["common", "improvement", "concern", "neutral", "mean", "aim"].map(name => {
  const style = getComputedStyle(document.querySelector(`svg.control .${name}`));
  return [name, name == "mean" || name == "aim" ? style.stroke : style.fill];
}))"""

BROKEN = """() => [...document.querySelectorAll("table.readings :is(th, td)")].flatMap(cell => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), broken = [];
  while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(/\\S+/g)) {
    const range = document.createRange();
    range.setStart(texts.currentNode, word.index);
    range.setEnd(texts.currentNode, word.index + word[0].length);
    if (range.getClientRects().length > 1) broken.push(word[0]);
  }
  return broken;
})"""


@pytest.fixture(scope="session")
def measures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page(tmp_path_factory.mktemp("measures"))


@pytest.mark.parametrize("width", [320, 375, 600, 768, 1024, 1600])
def test_no_label_touches_another_at_any_width(reader: Reader, measures: Path, width: int) -> None:
    opened = reader.open(measures, width=width)
    assert opened.locator("svg.control[role=img] text").count() > 50
    assert opened.evaluate(TOUCHING) == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_labels_that_touch_are_found(reader: Reader, measures: Path) -> None:
    opened = reader.open(measures)
    opened.evaluate("document.querySelectorAll('svg.control text').forEach(text => text.setAttribute('x', '50%'))")
    assert opened.evaluate(TOUCHING)


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_measures(reader: Reader, measures: Path, width: int) -> None:
    assert faults(reader.open(measures, width=width)) == []


def test_kinds_differ_in_colour_in_light_in_dark_and_in_print(reader: Reader, measures: Path) -> None:
    opened = reader.open(measures)
    seen: list[dict[str, Any]] = []
    looks: list[dict[str, Any]] = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"media": "print"}]
    for look in looks:
        opened.emulate_media(**look)
        seen.append(opened.evaluate(COLOURS))
        assert len({seen[-1][kind] for kind in ("common", "improvement", "concern", "neutral")}) == 4
    assert seen[0] != seen[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_draw_in_the_readers_own(
    reader: Reader, measures: Path, scheme: Literal["light", "dark"]
) -> None:
    opened = reader.open(measures)
    opened.emulate_media(forced_colors="active", color_scheme=scheme)
    ink = "rgb(255, 255, 255)" if scheme == "dark" else "rgb(0, 0, 0)"
    colours = opened.evaluate(COLOURS)
    assert {colours[name] for name in ("common", "improvement", "concern", "neutral", "mean")} == {ink}
    grid = opened.evaluate("getComputedStyle(document.querySelector('svg.control .grid')).strokeOpacity")
    assert float(grid) < 0.5  # the lines of the scale are quieter than limits and rules
    hollow = opened.evaluate("getComputedStyle(document.querySelector('svg.control .hollow')).fill")
    assert hollow != ink


def test_the_table_opens_and_is_printed_only_where_it_is_open(reader: Reader, measures: Path) -> None:
    opened = reader.open(measures)
    table = opened.locator(".measure details").first
    table.locator("summary").click()
    assert table.locator("table").is_visible()
    opened.emulate_media(media="print")
    assert table.locator("table").is_visible()
    assert not opened.locator(".measure details").nth(1).is_visible()


@pytest.mark.parametrize("width", [800, 1024, 1280, 1600])
def test_readings_of_a_place_break_between_words_alone(reader: Reader, measures: Path, width: int) -> None:
    opened = reader.open(measures, width=width)
    opened.evaluate("document.querySelectorAll('.measure details').forEach(table => { table.open = true; })")
    assert opened.locator(".places table.readings").first.is_visible()
    assert opened.evaluate(BROKEN) == []
