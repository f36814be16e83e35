"""What would mend a file that its model does not allow, where what was meant is known."""

import re
from collections.abc import Iterable
from typing import Any

from jfp_cli.loading.explanations import LIST, SHAPES, TEXT, ModelError, choices_of
from jfp_cli.loading.source_file import SourceFile
from jfp_cli.model.field import Field, Shape, fields_of
from jfp_cli.model.synonyms import fields_meant
from jfp_cli.source.yaml import Place
from jfp_cli.values.finding import Edit, Fix
from jfp_cli.values.mending import either
from jfp_cli.values.near_miss import near_miss, slip_of
from jfp_cli.values.span import Span
from jfp_cli.values.text import as_id, in_quotes, is_id

Fixes = tuple[Fix, ...]
_QUOTES = ("'", '"')
_PLAIN = re.compile(r"[\w£][\w£%/. -]*")  # what YAML takes for text, or for the figure or day that it is, everywhere


def instead(text: str, span: Span, *, safe: bool, title: str = "") -> Fixes:
    """A fix that writes one text where another stands."""
    return (Fix(title or f'write "{text}"', safe, (Edit(span, text),)),)


def meant(word: str, known: Iterable[str], span: Span) -> Fixes:
    """The fix of a mistyped name that stands at a place: certain where it is a slip of the pen."""
    names = list(known)
    sure = slip_of(word, names)
    likely = sure or near_miss(word, names)
    return instead(likely, span, safe=sure is not None) if likely else ()


def mends(file: SourceFile, error: ModelError, place: Place) -> Fixes:
    """The fixes of one error of a file's model, which is at a place of the file."""
    start, end = place[2], place[3]
    written, span = file.text[start:end], file.span(start, end)
    if "\n" in written or "\r" in written:
        return ()
    match error.type:
        case "extra_forbidden":
            return _key(file, error, place)
        case "literal_error" | "choice" if error.in_key:
            taken = _beside(file, error)
            known = [word for word in choices_of(error) if word not in taken]
            return meant(str(error.path[-1]), known, file.span(place[0], place[1]))
        case "literal_error" | "choice" if isinstance(error.value, str):
            return meant(error.value, choices_of(error), span)
        case "date" | "figure" if not error.in_key:
            return _advised(error, written, span)
        case "string_pattern_mismatch" if isinstance(error.value, str) and not error.in_key:
            return instead(as_id(error.value), span, safe=True) if as_id(error.value) else ()
    wanted = SHAPES.get(error.type)
    if wanted == TEXT and isinstance(error.value, dict) and written[:1] != "{" and written.isprintable():
        return instead(in_quotes(written), span, safe=True, title="put the text in quotes")
    if wanted == LIST and isinstance(error.value, str) and not _is_of_entries(error):
        entry = written if is_id(written) or written[:1] in _QUOTES else in_quotes(error.value)
        return instead(f"[{entry}]", span, safe="," not in written, title="write it as a list of one")
    return ()


def _advised(error: ModelError, written: str, span: Span) -> Fixes:
    """The dates or figures to write for what is none, where more is not advised; its writer knows which was meant."""
    texts: tuple[str, ...] = error.context.get("advised", ())
    if not texts or error.context["help"] != f"write {either(texts)}":
        return ()
    as_typed = (text if _PLAIN.fullmatch(text) and written[:1] not in _QUOTES else in_quotes(text) for text in texts)
    each = zip(texts, as_typed, strict=True)
    return tuple(fix for text, typed in each for fix in instead(typed, span, safe=False, title=f'write "{text}"'))


def _is_of_entries(error: ModelError) -> bool:
    return error.spot is not None and bool(error.spot.models)


def _key(file: SourceFile, error: ModelError, place: Place) -> Fixes:
    """Another key in the place of one that there is not, unless that one is there already."""
    key, owner = str(error.path[-1]), error.above.models[0] if error.above and error.above.models else None
    if owner is None:
        return ()
    taken = _beside(file, error)
    fields = fields_of(owner)
    led = fields_meant(owner, key)
    if len(led) > 1:
        return ()  # only the planner knows which
    ours = led[0].key if led else None
    span = file.span(place[0], place[1])
    if ours is not None:
        return instead(ours, span, safe=True) if ours not in taken and _may_hold(fields[ours], error.value) else ()
    return tuple(fix for fix in meant(key, fields, span) if fix.edits[0].text not in taken)


def _beside(file: SourceFile, error: ModelError) -> Iterable[str]:
    """The keys that stand beside one that is at fault."""
    data: Any = file.document.data
    for step in error.path[:-1]:
        data = data[step]
    return data if isinstance(data, dict) else ()


def _may_hold(field: Field, value: Any) -> bool:
    """Whether what stands under another key has the shape of what stands under this one."""
    match field.shape:
        case Shape.TEXT | Shape.BARE:
            return isinstance(value, str) and (not field.choices or value in field.choices)
        case Shape.FIELDS | Shape.WORDS:
            return isinstance(value, dict)
        case Shape.ENTRIES:
            return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)
    return isinstance(value, list)
