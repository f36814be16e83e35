"""A plan file as it was read: its entity as far as it goes, what is wrong with it, and where its things stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from jfp_cli.loading.own_keys import parse_plan_file
from jfp_cli.loading.source_file import SourceFile, shown_part
from jfp_cli.model.field import Entity, fields_of
from jfp_cli.model.kinds import OF_FOLDER, Thing, things_in
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.model.references import Reference, names_in
from jfp_cli.source.folder import MISPLACED, OLD_READINGS, TextFile, file_beside
from jfp_cli.source.yaml import Data, Document, Place, parse
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.finding import Edit, Finding, Fix
from jfp_cli.values.span import Span

SAID_WITH_FAULTS = ("read-otherwise-elsewhere", "odd-character")  # where a line is wrong, its fault says it
MOST_KEPT = 4096  # files: more than a plan has at ten times the usual size


class LeftOut(NamedTuple):
    """A part of the plan that could not be read, and where it begins."""

    what: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FileRead:
    """A file, its entity, its findings, what was left out of the entity and what that refers to.

    `names` is the ids of all that the entity names, by kind.

    `data` and `root` are what was kept and where it stands, so that positions in lists are those of the entity;
    `source.document` has all that is typed. `entity` is None where too little of the file is right to make one.
    """

    source: SourceFile
    data: Data | None
    root: Place
    entity: Entity | None
    findings: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...] = ()
    left_out_names: tuple[Reference, ...] = ()
    things: tuple[Thing, ...] = ()
    names: Mapping[str, set[str]] = field(default_factory=dict)


@lru_cache(maxsize=MOST_KEPT)
def read_file(text: TextFile, calendar: Calendar, models: Models = PLAIN) -> FileRead:
    """Read one file as a calendar reads dates and with the fields of a plan; the same text is read once, whoever asks.

    What is at fault is left out of the entity; no fault of a file raises an exception.
    """
    source = SourceFile(text, Document() if text.text is None else parse_plan_file(text.text))
    document = source.document
    if text.folder == OLD_READINGS and text.text is not None:  # told of once its target is known
        left_out = LeftOut(text.shown, source.span(0, 0))
        return FileRead(source, None, document.root, None, (), (left_out,))
    findings = list(faults_of_text(source))
    if document.data is None:
        left_out = LeftOut(text.shown, Span(text.shown, *text.at, *text.at))
        return FileRead(source, None, document.root, None, tuple(findings), (left_out,))
    model = models.of(source.kind)
    try:
        entity = _named_as_file(model.model_validate(document.data, context=calendar), source)
    except ValidationError as error:
        return _mended(source, model, error, calendar, findings)
    things = tuple(named(source, document.data, document.root))
    unread, names = tuple(_unread(source)), names_in(entity)
    return FileRead(source, document.data, document.root, entity, tuple(findings), unread, things=things, names=names)


def passed_over(text: TextFile) -> FileRead:
    """A file that is there and of which nothing is asked."""
    document = Document()
    return FileRead(SourceFile(text, document), None, document.root, None, ())


def source_beside(path: Path, kind: str) -> SourceFile:
    """A YAML file that is of no plan, and what it says; `kind` begins the addresses in it."""
    text = file_beside(path, kind)
    return SourceFile(text, Document() if text.text is None else parse(text.text))


def _named_as_file(entity: Entity, source: SourceFile) -> Entity:
    """What a file holds, with the file's name as its id: the plan knows it by that, whatever id is written."""
    field = fields_of(type(entity)).get(OF_FOLDER[source.file.folder].id_key)
    if field is None or field.about.names or getattr(entity, field.attribute) == source.file.name:
        return entity
    return entity.model_copy(update={field.attribute: source.file.name})


def _mended(
    source: SourceFile, model: type[Entity], error: ValidationError, calendar: Calendar, findings: list[Finding]
) -> FileRead:
    """The same of a file that its model does not allow: what is at fault is told, and left out."""
    from jfp_cli.loading.mistakes import (  # noqa: PLC0415 - only after a mistake
        findings_of,
        paths_to_leave_out,
        without,
        written_references,
    )

    details = error.errors(include_url=False, include_input=True)
    found = findings_of(source, model, details)
    told = {finding.span.line for finding in found}
    findings = [one for one in findings if one.name not in SAID_WITH_FAULTS or one.span.line not in told] + found
    paths = paths_to_leave_out(source, model, details)
    names = tuple(dict.fromkeys(name for path in paths for name in written_references(source, path)))
    typed = source.document
    data, root = without(typed.data, typed.root, paths)
    try:
        entity = _named_as_file(model.model_validate(data, context=calendar), source)
    except ValidationError:
        whole = LeftOut(source.file.shown, source.span(0, 0))
        everything = tuple(dict.fromkeys((*names, *written_references(source, ()))))
        things = tuple(named(source, typed.data, typed.root))
        return FileRead(source, typed.data, typed.root, None, tuple(findings), (whole,), everything, things)
    things = tuple(_all_things(source, data, root))
    spans = (source.span(*shown_part(*source.place(path))) for path in paths)
    left_out = [LeftOut(str(source.address_of(path)), span) for path, span in zip(paths, spans, strict=True)]
    left_out += _unread(source)
    return FileRead(source, data, root, entity, tuple(findings), tuple(left_out), names, things, names_in(entity))


def _unread(source: SourceFile) -> Iterator[LeftOut]:
    """What a fault of the YAML hides."""
    for start, end in source.document.unread:
        yield LeftOut(str(source.address), source.span(start, end))


def faults_of_text(source: SourceFile) -> Iterator[Finding]:
    """What is wrong with a file before its model is asked."""
    text, document = source.file, source.document
    if text.text is not None and document.data is not None and not (document.faults or document.warnings):
        return
    from jfp_cli.loading.faults import files  # noqa: PLC0415 - only after a mistake
    from jfp_cli.loading.faults.registry import BY_NAME  # noqa: PLC0415 - as above

    if text.text is None:
        fault = files.NOT_TEXT if "UTF" in text.problem else files.UNREADABLE_FILE
        fault = files.MISPLACED_FILE if text.folder == MISPLACED else fault
        yield fault.finding(text.problem, Span(text.shown, *text.at, *text.at), None, text.advice)
    elif document.data is None and not document.faults:
        message = "the file holds nothing but comments" if text.text.strip() else "the file is empty"
        advice = "write what belongs in it, or delete the file"
        yield files.EMPTY_FILE.finding(message, source.span(0, 0), None, advice)
    for found in (*document.faults, *document.warnings):
        span, mend = source.span(found.start, found.end), found.mend
        edits = (Edit(source.span(mend.start, mend.end), mend.text),) if mend else ()
        fixes = (Fix(mend.title, mend.safe, edits),) if mend else ()
        yield BY_NAME[found.name].finding(found.message, span, None, found.help, fixes)


def _all_things(source: SourceFile, data: Data | None, root: Place) -> list[Thing]:
    """The things of what was kept, and those that were left out: their ids are taken all the same."""
    kept = named(source, data, root)
    known = {(thing.kind, thing.id, thing.place[:4]) for thing in kept}
    typed = named(source, source.document.data, source.document.root)
    left_out = [thing for thing in typed if (thing.kind, thing.id, thing.place[:4]) not in known]
    return sorted([*kept, *left_out], key=lambda thing: thing.place[2])


def named(source: SourceFile, data: Data | None, root: Place) -> list[Thing]:
    """The things of a file that have an id, or of a part of it: the file itself, then what stands in it."""
    if not isinstance(data, dict):
        return []
    things = things_in(source.kind, data, root[4])
    return things if source.kind == "plan" else [Thing(source.kind, source.file.name, root), *things]
