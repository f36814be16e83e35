"""What templates say themselves: `_("Due next")`, in the language of the page."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from jfp_cli.report.language.spoken import both, filled, spoken
from jfp_cli.report.pages.forms import Form
from jfp_cli.report.pages.printed import printed


def words(form: Form) -> dict[str, Callable[..., Any]]:
    """The functions of the templates of a format: `_` says a sentence, `counted` one around a number.

    Both take words for the places that a sentence names. For a script `in_script` says a sentence, its places still
    open, and `forms` all that one may be with some number, by the category of that.
    """
    is_html = form.template == "html"
    language = spoken()

    @cache
    def said(english: str) -> str:
        return escape(language.said(english)) if is_html else language.said(english)

    def placed(text: str, others: Mapping[str, Any]) -> str:
        whole = filled(text, {name: _written(word, is_html=is_html) for name, word in others.items()})
        return Markup(whole) if is_html else whole  # noqa: S704 - the text is escaped, and so is each word in it

    def say(english: str, **others: Any) -> str:
        return placed(said(english), others) if others else said(english)

    def counted(number: int, one: str, many: str = "", **others: Any) -> str:
        text = language.forms(*both(one, many))[language.category(number)]
        return placed(escape(text) if is_html else text, {"number": number, **others})

    return {
        "_": say,
        "counted": counted,
        "in_script": lambda english: htmlsafe_json_dumps(language.said(english)),
        "forms": lambda one, many="": htmlsafe_json_dumps(dict(language.forms(*both(one, many)))),
    }


def number(value: int) -> str:
    """A whole number as the language of the page writes it."""
    return spoken().figure(value)


def _written(word: Any, *, is_html: bool) -> Any:
    shown = printed(word)
    return shown if isinstance(shown, int) or not is_html else escape(shown)
