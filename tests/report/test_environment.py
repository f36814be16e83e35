"""Templates: where they come from, what they may do, and what is said of one that is wrong."""

import _thread
import multiprocessing
import threading
from pathlib import Path

import pytest
from jinja2 import Environment

from jfp_cli.report.pages import limits
from jfp_cli.report.pages.environment import Templates, shipped_templates
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.pages.html import Prose
from jfp_cli.report.pages.page_error import PageError
from tests.conftest import ChangePlan
from tests.report.pages import made, page

MEANINGS = {"ICB": "integrated care board", "GP": "general practitioner", "A&E": 'accident & "emergency"'}


def own(folder: Path, name: str, text: str | bytes) -> Path:
    """Give a plan a template of its own."""
    path = folder / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def fault(folder: Path, report: str = "mine", form: str = "html") -> PageError:
    with pytest.raises(PageError) as raised:
        page(folder, report, form)
    return raised.value


def test_a_template_of_the_plan_comes_before_the_one_of_jfp(example: Path) -> None:
    own(example, "overdue.md.j2", "mine: {{ document.title }}\n")
    assert page(example, "overdue") == "mine: Example Joint Forward Plan\n"


def test_a_template_of_the_plan_can_change_a_part_and_use_what_it_replaces(example: Path) -> None:
    own(example, "parts/dates.md.j2", "Before.\n{% include 'jfp/parts/dates.md.j2' %}\n")
    text = page(example)
    assert "Before.\n\n## How to read a date\n" in text
    assert "# Example Joint Forward Plan" in text


def test_a_plan_adds_a_report(example: Path) -> None:
    own(example, "board-paper.html.j2", "<p>{{ document.counts.milestones }} milestones</p>")
    reports = Templates(example / "templates", shipped_templates()).reports()
    assert [(report.format, report.path.name) for report in reports if report.name == "board-paper"] == [
        (form, "board-paper.html.j2") for form in ("html", "pdf", "docx")
    ]
    assert page(example, "board-paper", "html") == "<p>5 milestones</p>\n"


def test_text_is_escaped_in_html_and_only_there(change: ChangePlan) -> None:
    folder = change("plan.yaml", "Example Joint Forward Plan", "Ours & <b>theirs</b> {{ 7*7 }}")
    own(folder, "mine.html.j2", "{{ document.title }}")
    own(folder, "mine.md.j2", "{{ document.title }}")
    assert page(folder, "mine", "html") == "Ours &amp; &lt;b&gt;theirs&lt;/b&gt; {{ 7*7 }}\n"
    assert page(folder, "mine", "md") == "Ours & <b>theirs</b> {{ 7*7 }}\n"


@pytest.mark.parametrize("form", ["html", "md"])
def test_characters_that_turn_or_control_text_reach_no_page(change: ChangePlan, form: str) -> None:
    folder = change("plan.yaml", "title: Example", 'title: "\\u202Ereversed\\u2069 \\x07bell" #')
    own(folder, f"mine.{form}.j2", "{{ document.title }}")
    assert page(folder, "mine", form) == "\ufffdreversed\ufffd \ufffdbell\n"


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("one\n{% if %}\n", 2, "not well formed"),
        ("one\n\n{{ document.owner_of_all }}\n", 3, "owner_of_all"),
        ("{{ nothing.here }}", 1, "'nothing' is undefined"),
        ("one\n{{ document.__class__.__mro__ }}", 2, "may not"),
        ("{{ ''.__class__ }}", 1, "may not"),
        ("\n\n\n{{ 1 / 0 }}", 4, "division by zero"),
        ("{% for x in range(10000000) %}{% endfor %}", 1, "too big"),
        ("{{ document.title | nosuch }}", 1, "nosuch"),
        ("\n{% include 'parts/nosuch.j2' %}", 2, "parts/nosuch.j2"),
        ("\n{% include '../../plan.yaml' %}", 2, "plan.yaml"),
        ("{% include 'mine.html.j2' %}", 1, "without end"),
        (b"fine\n\xff\xfe", 2, "UTF-8"),
    ],
)
def test_a_fault_of_a_template_is_said_with_its_place(
    example: Path, template: str | bytes, line: int, said: str
) -> None:
    own(example, "mine.html.j2", template)
    error = fault(example)
    assert said in str(error)
    assert (error.file, error.line) == (str(example / "templates" / "mine.html.j2"), line)


def test_a_fault_is_placed_in_the_part_where_it_is(example: Path) -> None:
    own(example, "parts/bad.j2", "fine\n{{ missing }}")
    own(example, "mine.html.j2", "\n\n\n{% include 'parts/bad.j2' %}")
    error = fault(example)
    assert (error.file, error.line) == (str(example / "templates" / "parts" / "bad.j2"), 2)


def test_nothing_is_read_through_a_link_that_leads_out_of_the_templates(example: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    secret = tmp_path / "outside" / "secret.j2"
    secret.write_text("s3cret", "utf-8")
    own(example, "mine.html.j2", "{% include 'linked.j2' ignore missing %}")
    for target in (secret, Path("/proc/self/environ"), Path("../plan.yaml")):
        link = example / "templates" / "linked.j2"
        link.symlink_to(target)
        error = fault(example)
        assert "a link to a file outside the plan's folder templates" in str(error)
        assert error.file == str(link)
        link.unlink()
    own(example, "mine.html.j2", "{% include 'folder/secret.j2' %}")
    (example / "templates" / "folder").symlink_to(secret.parent)
    assert "a link to a file outside" in str(fault(example))


def test_a_folder_of_templates_that_is_a_link_out_of_the_plan_is_not_read(example: Path, tmp_path: Path) -> None:
    own(tmp_path, "mine.html.j2", "s3cret")
    (example / "templates").symlink_to(tmp_path / "templates")
    assert "a link to a file outside" in str(fault(example))


def test_a_link_from_one_template_to_another_is_read(example: Path) -> None:
    own(example, "parts/one.j2", "one")
    (example / "templates" / "mine.html.j2").symlink_to("parts/one.j2")
    assert page(example, "mine", "html") == "one\n"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "more than 2 seconds"),
        ("\n{% for a in range(99999) %}{{ 'x' * 100000 }}{% endfor %}", "more than 50 million characters"),
        ("\n{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}", "without end"),
        ("\n{{ 'x' | center(99999999999) }}", "too long for this computer"),
        ("\n{{ 10 ** (10 ** 9) }}", "more than 2 seconds"),
    ],
)
def test_a_template_ends_before_it_takes_the_whole_computer(
    example: Path, template: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OF_TEMPLATES", limits.OF_TEMPLATES._replace(seconds=2.0))
    monkeypatch.setattr(limits, "_GRACE", 1.0)
    own(example, "mine.html.j2", template)
    error = fault(example)
    assert said in str(error)
    if error.line:
        assert (error.file, error.line) == (str(example / "templates" / "mine.html.j2"), 2)


def test_a_text_that_doubles_ends_before_it_takes_the_whole_memory(example: Path) -> None:
    doubling = "{% set n = namespace(x='x') %}{% for a in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
    own(example, "mine.html.j2", doubling)
    assert "too long for this computer" in str(fault(example))


def test_the_limits_hold_in_a_process_with_threads_too(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, get_context = list[str](), multiprocessing.get_context

    def context(method: str) -> object:
        begun.append(method)
        return get_context(method)

    monkeypatch.setattr(multiprocessing, "get_context", context)
    done = threading.Event()
    _thread.start_new_thread(done.wait, ())  # as libraries begin them: Python does not count it
    own(example, "mine.html.j2", "{{ document.title }}")
    assert page(example, "mine", "html") == "Example Joint Forward Plan\n"
    own(example, "mine.html.j2", "\n{{ nothing }}")
    assert fault(example).line == 2
    done.set()
    assert begun == ["spawn", "spawn"]


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ document }}", 'a document has no text of its own; did you mean "document.title"?'),
        ("{{ document.parts[0] }}", 'did you mean "part.title"?'),
        ("{{ document.parts[0].sections[0] }}", 'did you mean "section.title"?'),
        ("{{ document.counts }}", "a counts has no text of its own (it has sections, workstreams"),
        ("{{ document.parts }}", "a list has no text of its own"),
        ("{{ document.title.upper }}", "a function, not a text"),
        ("{{ 'The ' ~ document }}", 'did you mean "document.title"?'),
        ("{{ document.title ~ document.parts[0] ~ '.' }}", 'did you mean "part.title"?'),
        ("{{ ('a' ~ document.parts[0]) | length }}", 'did you mean "part.title"?'),
        ("{{ document.parts | join(', ') }}", 'did you mean "part.title"?'),
        ("{{ document.parts | join(', ', attribute='sections') }}", "a list has no text of its own"),
        ("{{ document.parts | map('string') | first }}", 'did you mean "part.title"?'),
        ("{{ document | string }}", 'did you mean "document.title"?'),
        ("{{ document.parts | string }}", "a list has no text of its own"),
        ("{{ document | upper | trim }}", 'did you mean "document.title"?'),
        ("{{ '%s' | format(document) }}", 'did you mean "document.title"?'),
        ("{{ '%s' % document }}", 'did you mean "document.title"?'),
        ("{{ '%s, %s' % (document.title, document) }}", 'did you mean "document.title"?'),
        ("{{ document.parts[0] | prose }}", 'did you mean "part.title"?'),
    ],
)
def test_a_template_that_prints_no_text_is_told_what_it_may_have_meant(example: Path, template: str, said: str) -> None:
    own(example, "mine.html.j2", f"\n{template}")
    error = fault(example)
    assert said in str(error)
    assert error.line == 2


def test_what_has_a_text_is_joined_and_put_into_others(example: Path) -> None:
    first = "{% set hub = document.milestones.areas[0].milestones[0] %}"
    first += "{% set target = document.parts[0].sections[0].targets[0] %}"
    own(
        example,
        "mine.html.j2",
        f"{first}{{{{ 'due ' ~ hub.due ~ '<' ~ 7 ~ '%' }}}} {{{{ hub.places | join(' & ') }}}} "
        "{{ hub.due | upper }} {{ [1, target.owner, 'b'] | join('/') }} {{ 7 % 4 }} {{ '%s!' % hub.due }}",
    )
    assert page(example, "mine", "html") == (
        "due September 2025&lt;7% North Town SEPTEMBER 2025 1//b 3 September 2025!\n"
    )


def test_a_template_cannot_change_the_document(example: Path) -> None:
    own(example, "mine.html.j2", "{% set document.title = 'x' %}{{ document.title }}")
    assert "namespace" in str(fault(example))


def test_a_template_reads_the_fields_of_the_plan_by_their_keys(example: Path) -> None:
    first = "{% set hub = document.milestones.areas[0].milestones[0] %}"
    own(example, "mine.html.j2", first + "{{ hub.activity }}, {{ hub.due }}, {{ hub['id'] }}, {{ hub.moves[0].from }}")
    assert (
        page(example, "mine", "html") == "Open the elective hub to patients, September 2025, elective-hub, June 2025\n"
    )
    own(example, "mine.html.j2", "{{ document.milestones.areas | map(attribute='title') | join(', ') }}")
    assert page(example, "mine", "html") == "Planned care, Workforce\n"


def test_what_a_field_names_is_given_by_its_title(example: Path) -> None:
    own(example, "mine.md.j2", "{{ document.milestones.areas[0].milestones[0].places | join(', ') }}")
    assert page(example, "mine") == "North Town\n"


def test_what_the_plan_does_not_say_is_nothing_on_the_page(example: Path) -> None:
    own(example, "mine.md.j2", "[{{ document.parts[0].sections[0].targets[0].owner }}]")
    assert page(example, "mine") == "[]\n"


@pytest.mark.parametrize(
    "template",
    [
        "{{ milestone.parse_file('plan.yaml') }}",
        "{{ milestone.entity.parse_raw('x', allow_pickle=True) }}",
        "{{ milestone.model_fields }}",
        "{{ milestone['model_construct']() }}",
        "{{ (milestone.entity | attr('model_copy'))() }}",
        "{{ milestone.entity.__class__ }}",
        "{{ document.names.one('areas', 'planned-care') }}",
        "{{ milestone.due.parse('March 2026') }}",
        "{{ milestone.due.first.today() }}",
    ],
)
def test_a_template_can_call_nothing_of_the_plan(example: Path, template: str) -> None:
    own(example, "mine.html.j2", "{% set milestone = document.milestones.areas[0].milestones[0] %}" + template)
    assert "may not do this" in (said := str(fault(example))) or "has no attribute" in said


def test_one_page_after_another_explains_its_abbreviations_anew(example: Path) -> None:
    own(example, "mine.html.j2", "{{ 'FIT and FIT' | prose }}")
    expected = '<abbr tabindex="0" title="faecal immunochemical test">FIT</abbr> and FIT\n'
    assert [page(example, "mine", "html") for _ in range(2)] == [expected, expected]


def test_a_template_that_changed_is_read_anew(example: Path) -> None:
    for text in ("one", "two"):
        own(example, "mine.html.j2", text)
        assert page(example, "mine", "html") == f"{text}\n"


def test_a_part_that_two_formats_share_is_escaped_in_html(change: ChangePlan) -> None:
    folder = change("plan.yaml", "Example Joint", "<i> Joint")
    own(folder, "parts/title.j2", "{{ document.title }}")
    for form in ("md", "html", "md"):
        own(folder, f"mine.{form}.j2", "{% include 'parts/title.j2' %}")
        assert page(folder, "mine", form).startswith("&lt;i" if form == "html" else "<i>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("fine & <b>", "fine &amp; &lt;b&gt;"),
        ("*so* and **so**", "<em>so</em> and <strong>so</strong>"),
        ("[a](https://b.org/?c&d)", '<a class="named" href="https://b.org/?c&amp;d" rel="noreferrer">a</a>'),
        ("<mailto:a@b.org>", '<a href="mailto:a@b.org" rel="noreferrer">mailto:a@b.org</a>'),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
        ("[a](JaVaScRiPt:b)", "[a](JaVaScRiPt:b)"),
        ("[a](data:text/html,b)", "[a](data:text/html,b)"),
        ("[a](//b.org)", "[a](//b.org)"),
        (
            '[a](https://b.org/"onclick="c)',
            '<a class="named" href="https://b.org/%22onclick=%22c" rel="noreferrer">a</a>',
        ),
        ("![a](https://b.org/c.png)", '!<a class="named" href="https://b.org/c.png" rel="noreferrer">a</a>'),
        ("# a `b` ~~c~~ &amp;", "# a `b` ~~c~~ &amp;amp;"),
        ("- one line is no list", "- one line is no list"),
        ("\\*kept\\*", "*kept*"),
        ("one\n\ntwo", "<p>one</p><p>two</p>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("<script>*a*</script>", "&lt;script&gt;<em>a</em>&lt;/script&gt;"),
    ],
)
def test_texts_use_a_little_markdown_and_no_html(text: str, html: str) -> None:
    assert Prose({}).prose(text) == html


def test_a_paragraph_is_wrapped_and_a_heading_is_one_line() -> None:
    assert Prose({}).paragraphs("a") == "<p>a</p>"
    assert Prose({}).paragraphs("a *b*") == "<p>a <em>b</em></p>"
    assert Prose({}).paragraphs("a\n\n- b\n- c") == "<p>a</p><ul><li>b</li><li>c</li></ul>"
    assert Prose({}).inline("a\n- *b*") == "a - <em>b</em>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("GPs", '<abbr tabindex="0" title="general practitioner">GP</abbr>s'),
        ("a GP, then a GP", 'a <abbr tabindex="0" title="general practitioner">GP</abbr>, then a GP'),
        ("HGP GPX non-GP GP_X gp", "HGP GPX non-GP GP_X gp"),
        ("*the GP*", '<em>the <abbr tabindex="0" title="general practitioner">GP</abbr></em>'),
        (
            "[GP](https://a.org) GP",
            (
                '<a class="named" href="https://a.org" rel="noreferrer">GP</a> '
                '<abbr tabindex="0" title="general practitioner">GP</abbr>'
            ),
        ),
        ("A&E", '<abbr tabindex="0" title="accident &amp; &#34;emergency&#34;">A&amp;E</abbr>'),
    ],
)
def test_an_abbreviation_is_explained_where_it_stands_first_and_never_in_a_link(text: str, html: str) -> None:
    assert Prose(MEANINGS).prose(text) == html


@pytest.mark.parametrize("text", ["*" * 5_000, "[" * 5_000, "*a " * 2_000, "_" * 5_000, "[](" * 2_000, "\n- " * 2_000])
def test_a_text_made_to_be_slow_still_comes_out(text: str) -> None:
    assert Prose({}).prose(text)


def test_a_process_compiles_a_template_once_where_nothing_can_be_kept(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "__pycache__").touch()  # nothing can be kept in it
    (shipped / "plan.html.j2").write_text("{{ document.title }}", "utf-8")
    compiled: list[str] = []
    compile_of = Environment.compile

    def counted(self: Environment, source: object, name: str, *arguments: object, **more: object) -> object:
        compiled.append(name)
        return compile_of(self, source, name, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counted)
    templates = Templates(tmp_path / "own", shipped)
    first, second = (templates.page("plan", Form.HTML, made(example)) for _ in range(2))
    assert (first, compiled) == (second, ["plan.html.j2"])
    (shipped / "plan.html.j2").write_text("changed {{ document.title }}", "utf-8")
    assert templates.page("plan", Form.HTML, made(example)).startswith("changed ")
