"""Finding one's way with scripts: the table of contents, the search and the filters."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Reader, WritePage
from tests.conftest import ChangePlan

ROWS = "#key-milestones tbody tr[id]:visible"


def chosen(opened: Page) -> str:
    return opened.url.partition("#")[2]


def test_the_contents_follow_the_reader(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    here = opened.locator("#contents [aria-current]")
    for place, title in ("#section-elective-care", "1.3 Elective care recovery"), ("#glossary", "Glossary"):
        opened.evaluate("place => document.querySelector(place).scrollIntoView()", place)
        expect(here).to_have_text(re.compile(rf"\s*{title}\s*"))
        assert here.evaluate(
            "link => { const box = link.getBoundingClientRect(); return box.top > 0 && box.bottom < 900 }"
        )


def test_the_contents_are_closed_on_a_phone_and_close_when_used(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan, width=320)
    link = opened.locator("#contents a", has_text="Glossary")
    expect(link).to_be_hidden()
    opened.locator("#contents summary").click()
    link.click()
    expect(link).to_be_hidden()
    expect(opened.locator("#glossary")).to_be_in_viewport()


def test_a_search_lists_places_with_their_counts(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    opened.get_by_label("Search this document").fill("mount  VERNON")
    results = opened.locator(".results a")
    expect(opened.locator(".search .said")).to_have_text(re.compile(r"\d+ matches in \d+ places"))
    assert all(re.search(r"\(\d+\)$", text) for text in results.all_inner_texts())
    found = int(re.findall(r"\d+", opened.locator(".search .said").inner_text())[1])
    assert results.count() == found > 2
    assert {"mount", "vernon"} <= {text.lower() for text in opened.locator(".results mark").all_inner_texts()}
    expect(opened.locator("#contents")).to_be_hidden()


def test_a_search_is_driven_by_keys_alone(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    field = opened.get_by_label("Search this document")
    field.focus()
    opened.keyboard.type("endoscopy")
    expect(opened.locator(".results a").first).to_be_visible()
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("ArrowUp")
    expect(opened.locator(".results a").first).to_be_focused()
    opened.keyboard.press("Escape")
    expect(field).to_be_focused()
    place = opened.locator(".results a").first.get_attribute("href") or ""
    opened.keyboard.press("Enter")
    expect(opened).to_have_url(re.compile(re.escape(place) + "$"))
    expect(opened.locator(place)).to_be_in_viewport()
    field.focus()
    opened.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(opened.locator("#contents")).to_be_visible()


def test_a_search_for_what_is_not_there_says_so(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    opened.get_by_label("Search this document").fill("xylophone")
    expect(opened.locator(".search .said")).to_have_text("Nothing found")


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ('"mount vernon"', "mount vernon"),
        ("pathway", "pathways"),
        ("pathways", "pathway"),
        ("Vern\u00f3n in the", "vernon"),
        ("apprentic", "apprentic"),
    ],
)
def test_a_search_finds_phrases_beginnings_and_any_number(reader: Reader, plan: Path, typed: str, marked: str) -> None:
    opened = reader.open(plan)
    opened.get_by_label("Search this document").fill(typed)
    expect(opened.locator(".results mark").first).to_be_visible()
    assert marked in {text.lower() for text in opened.locator(".results mark").all_inner_texts()}


@pytest.mark.parametrize("typed", ["pprenticeship", '"vernon mount"'])
def test_a_search_finds_no_inside_of_a_word_and_no_words_apart(reader: Reader, plan: Path, typed: str) -> None:
    opened = reader.open(plan)
    opened.get_by_label("Search this document").fill(typed)
    expect(opened.locator(".search .said")).to_have_text(re.compile("Nothing found"))
    assert reader.errors == []


def test_a_search_asks_what_was_meant(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    opened.get_by_label("Search this document").fill("endoscpy")
    expect(opened.locator(".search .said")).to_have_text("Nothing found; did you mean \u201cendoscopy\u201d?")


def test_a_search_finds_a_milestone_that_filters_hide(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan, "#key-milestones?area=cancer")
    row = opened.locator("#milestone-lipid-service")
    expect(row).to_be_hidden()
    opened.get_by_label("Search this document").fill("Put the lipid management service in place")
    opened.locator(".results a[href='#milestone-lipid-service']").click()
    expect(row).to_be_in_viewport()


def test_filters_are_kept_in_the_address_and_restored_from_it(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    opened.get_by_label("Area", exact=True).select_option("dental")
    opened.get_by_label("Date passed only").check()
    opened.get_by_label("Due from").fill("2026-01-01")
    assert chosen(opened) == "key-milestones?area=dental&from=2026-01-01&overdue=yes"
    shown = opened.locator(ROWS).count()
    assert 0 < shown < 9
    expect(opened.locator("#filters .said")).to_have_text(f"{shown} of 91 milestones")
    expect(opened.locator("#area-cancer")).to_be_hidden()

    again = reader.open(plan, f"#{chosen(opened)}")
    expect(again.get_by_label("Area", exact=True)).to_have_value("dental")
    expect(again.get_by_label("Date passed only")).to_be_checked()
    assert again.locator(ROWS).count() == shown
    expect(again.locator("#filters")).to_be_in_viewport()

    again.get_by_role("button", name="Show all").click()
    expect(again.locator("#area-cancer")).to_be_visible()
    assert again.locator(ROWS).count() == 91
    assert chosen(again) == "key-milestones"


def test_filters_by_date_keep_what_can_fall_between(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan, "#key-milestones?from=2027-03-10&to=2027-03-20")
    expect(opened.locator("#milestone-lipid-service")).to_be_visible()
    rows = opened.locator(ROWS).evaluate_all("rows => rows.map(row => [row.dataset.first, row.dataset.last])")
    assert all(first <= "2027-03-20" and (not last or last >= "2027-03-10") for first, last in rows)


def test_filters_by_status_show_that_status_alone(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan, "#key-milestones?status=not_reported")
    states = opened.locator(ROWS).evaluate_all("rows => [...new Set(rows.map(row => row.dataset.status))]")
    assert states == ["not_reported"]


def test_an_address_of_nonsense_shows_everything(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan, "#key-milestones?area=nowhere&status=%E0%A4%A&x=%")
    assert opened.locator(ROWS).count() == 91
    assert reader.errors == []


def test_a_key_leads_to_the_search_and_results_say_what_they_are(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan, "#glossary")
    field = opened.get_by_label("Search this document")
    opened.keyboard.press("/")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    opened.keyboard.type("Waiting list and waiting times")
    result = opened.locator(".results li", has_text="Waiting list and waiting times").first
    expect(result.locator("a")).to_have_text(re.compile(r"Waiting list and waiting times \(\d+\)$"))
    expect(result.locator(".where")).to_have_text("Workstream in 1.3 Elective care recovery")
    field.fill("lipid management service")
    places = opened.locator(".results .where")
    expect(places.filter(has_text="Milestone in Cardiovascular Disease")).to_have_count(1)


def test_the_contents_are_within_reach_on_a_phone(reader: Reader, plan: Path) -> None:
    for script in True, False:
        opened = reader.open(plan, "#index", width=360, script=script)
        reach = opened.get_by_role("link", name="Contents", exact=True)
        expect(reach).to_be_in_viewport()
        reach.click()
        expect(opened.locator("#contents summary")).to_be_in_viewport()
        expect(opened.locator("#contents a").first).to_be_visible(visible=script)


def test_an_abbreviation_is_explained_to_those_without_a_mouse(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan, width=360)
    shown = "element => getComputedStyle(element, '::after').content"
    first = opened.locator("main abbr").first
    assert first.evaluate(shown) == "none"
    first.focus()
    assert "joint forward plan" in first.evaluate(shown)


def test_milestones_can_be_chosen_by_place_lead_and_owner(
    reader: Reader, change: ChangePlan, written: WritePage
) -> None:
    change("plan.yaml", "places: {", "organisations: {trust: Example Trust}\nplaces: {")
    folder = change("milestones/planned-care.yaml", "due: Autumn 2025", "due: Autumn 2025\n    leads: [trust]")
    page = written(folder)
    for chosen, left in (
        ("places=north-town", ["elective-hub", "patient-portal"]),
        ("leads=trust", ["endoscopy-unit"]),
        ("owner=Planned+care+lead", ["elective-hub", "endoscopy-unit"]),
        ("places=north-town&owner=Planned+care+lead", ["elective-hub"]),
    ):
        opened = reader.open(page, f"#key-milestones?{chosen}")
        ids = opened.locator(ROWS).evaluate_all("rows => rows.map(row => row.id)")
        assert ids == [f"milestone-{name}" for name in left], chosen
    opened.get_by_label("Delivered by").select_option("Example Trust")
    assert "leads=trust" in opened.url
    expect(opened.get_by_role("heading", name="Choose milestones")).to_be_visible()


def test_a_mark_of_the_timeline_leads_to_its_milestone(reader: Reader, plan: Path) -> None:
    opened = reader.open(plan)
    opened.locator(".timeline a[href='#milestone-lipid-service']").focus()
    opened.keyboard.press("Enter")
    expect(opened.locator("#milestone-lipid-service")).to_be_in_viewport()


@pytest.mark.parametrize(
    "place", ["section-elective-care", "key-milestones", "area-cancer", "index", "enabler-estates"]
)
def test_a_link_to_a_heading_shows_no_head_of_the_table_before_it(reader: Reader, plan: Path, place: str) -> None:
    opened = reader.open(plan, f"#{place}")
    top = opened.locator(f"#{place}").evaluate("place => place.getBoundingClientRect().top")
    assert 0 < top < 60
    above = """top => [...Array(Math.floor(top)).keys()].some(y =>
      document.elementsFromPoint(innerWidth * 2 / 3, y).some(element => element.closest("thead")))"""
    assert not opened.evaluate(above, top)
