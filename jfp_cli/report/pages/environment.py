"""Templates in, pages out.

A plan's own template of a name comes before the one that ships with jfp, which it can still extend or include as
`jfp/<name>`.
"""

import atexit
import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from jinja2 import ChoiceLoader, Environment, PrefixLoader, StrictUndefined

from jfp_cli.report.charts.legend import badges
from jfp_cli.report.charts.picture import multiples, picture
from jfp_cli.report.charts.trend import trend_picture
from jfp_cli.report.document.dates import by
from jfp_cli.report.document.views import Cover
from jfp_cli.report.language import speaking
from jfp_cli.report.pages import markdown
from jfp_cli.report.pages.forms import Form, remarks, written
from jfp_cli.report.pages.html import Prose, sha256
from jfp_cli.report.pages.page_error import PageError, blamed
from jfp_cli.report.pages.paper import with_tokens
from jfp_cli.report.pages.printed import filters_of_texts, printed
from jfp_cli.report.pages.prose import words_of
from jfp_cli.report.pages.sandbox import Fields, Sandbox
from jfp_cli.report.pages.template_files import Compiled, Folder, OwnFolder
from jfp_cli.report.pages.words import number, words
from jfp_cli.report.pages.written import Written
from jfp_cli.report.pictures import bars, timeline, with_bars
from jfp_cli.report.target_chart import chart
from jfp_cli.values.text import SMALL_WORDS, capitalised, uncapitalised

PACKAGE = Path(__file__).resolve().parents[2]
_NAME = re.compile(r"([a-z0-9-]+)\.(html|md)\.j2")
LONGEST = 50_000_000  # characters of a page: fifty times those of a large plan
_WIDE, _HALF = 640, 310  # pixels of a picture on paper, and of one of two side by side
# Control characters, and those that turn the direction of text around.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Report(NamedTuple):
    """A report in a format, and the template that it is made with."""

    name: str
    format: Form
    path: Path


class Templates(NamedTuple):
    """The folders of templates: a plan's own, and those that ship with jfp."""

    own: Path
    shipped: Path

    def reports(self) -> list[Report]:
        """Every report in every format, by name."""
        found: dict[str, dict[Form, Report]] = {}
        for folder in (self.shipped, self.own):
            for path in sorted(folder.glob("*.j2")) if folder.is_dir() else ():
                if match := _NAME.fullmatch(path.name):
                    made = {form: Report(match[1], form, path) for form in Form if form.template == match[2]}
                    found.setdefault(match[1], {}).update(made)
        return [found[name][form] for name in sorted(found) for form in Form if form in found[name]]

    def page(self, report: str, form: Form, document: Cover) -> str:
        """A report of a document as text, of which `written` makes a file; raises PageError."""
        if self.own.is_dir():
            from jfp_cli.report.pages.limits import OF_TEMPLATES, within_limits  # noqa: PLC0415 - jfp's own need none

            return str(within_limits(OF_TEMPLATES, self.folders, _filled_in, self, report, form, document))
        return _filled_in(self, report, form, document)

    def written(self, page: str, form: Form) -> Written:
        """The file that holds a page, in its format; raises PageError."""
        if form.on_paper and self.own.is_dir():
            from jfp_cli.report.pages.limits import OF_PAPER, within_limits  # noqa: PLC0415 - as above

            found: Written = within_limits(OF_PAPER, self.folders, written, page, form, self.own)
            return found
        return written(page, form, self.own)

    def remarks(self, form: Form) -> list[str]:
        """What who writes a format should know of the plan's own templates; raises PageError."""
        return remarks(form, self.own)

    @property
    def folders(self) -> tuple[str, str]:
        """Both, as the files of a template begin."""
        return str(self.own), str(self.shipped)


def _filled_in(templates: Templates, report: str, form: Form, document: Cover) -> str:
    """A report as its template makes it."""
    name = f"{report}.{form.template}.j2"
    try:
        with speaking(document.language):
            template = _environment(templates, form, document).get_template(name)
            text = _whole(template.generate(document=document, report=report))
    except Exception as error:
        raise blamed(error, name, templates.folders) from error
    text = _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)
    text = markdown.tidy(text) if form is Form.MD else text.rstrip("\n")
    return (with_tokens(text) if form.on_paper else text) + "\n"


def _whole(pieces: Iterable[str]) -> str:
    """The pieces of a page as one text; raises PageError where no browser would show it."""
    kept, length = [], 0
    for piece in pieces:
        kept.append(piece)
        length += len(piece)
        if length > LONGEST:
            raise PageError(f"the template makes a page of more than {LONGEST // 1_000_000} million characters")
    return "".join(kept)


@cache
def shipped_templates() -> Path:
    """The folder of the templates that ship with jfp: inside the package where it is installed, else beside it.

    Where jfp runs from a zip file, they are taken out of it for as long as it runs.
    """
    inside = files("jfp_cli") / "templates"
    if isinstance(inside, Path):
        return inside if inside.is_dir() else PACKAGE.parent / "templates"
    taken_out = TemporaryDirectory(prefix="jfp-templates-")
    atexit.register(taken_out.cleanup)
    _take_out(inside, Path(taken_out.name))
    return Path(taken_out.name)


def _take_out(folder: Traversable, to: Path) -> None:
    to.mkdir(exist_ok=True)
    for entry in folder.iterdir():
        if entry.is_dir():
            _take_out(entry, to / entry.name)
        else:
            (to / entry.name).write_bytes(entry.read_bytes())


def _environment(templates: Templates, form: Form, document: Cover) -> Environment:
    shipped = Folder(templates.shipped)
    environment = Sandbox(
        loader=ChoiceLoader([OwnFolder(templates.own), shipped, PrefixLoader({"jfp": shipped})]),
        autoescape=form.template == "html",
        undefined=StrictUndefined,
        finalize=printed,
        bytecode_cache=Compiled(templates.shipped, form.template),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    fields, prose = Fields(document.names), Prose({term.text: term.meaning for term in document.glossary})
    environment.read = fields.value
    environment.globals |= words(form) | {
        "small_words": " ".join(sorted(SMALL_WORDS)),
        "on_paper": form.on_paper,
        "in_word": form is Form.DOCX,
    }
    environment.filters |= filters_of_texts() | {
        "prose": _of_text(prose.prose),
        "paragraphs": _of_text(prose.paragraphs),
        "inline": _of_text(prose.inline),
        "bare": _of_text(words_of),
        "abbreviations": _of_text(prose.explained),
        "capitalised": _of_text(capitalised),
        "uncapitalised": _of_text(uncapitalised),
        "by": by,
        "number": number,
        "others": fields.others,
        "sha256": sha256,
        "timeline": timeline,
        "bars": bars,
        "with_bars": with_bars,
        "chart": chart,
        "picture": partial(picture, width=_WIDE if form.on_paper else None),
        "multiples": partial(multiples, width=_HALF if form.on_paper else None),
        "trend": partial(trend_picture, width=_WIDE if form.on_paper else None),
        "badges": badges,
        "md": _of_text(markdown.inline),
        "md_written": _of_text(markdown.escaped),
        "md_block": _of_text(markdown.block),
        "slug": _of_text(markdown.slug),
    }
    return environment


def _of_text(write: Callable[[str], str]) -> Callable[[object], str]:
    """A filter of texts that takes dates, figures and things as they are written, and nothing where there is none."""
    return lambda value: write(value if isinstance(value, str) else str(printed(value)))
