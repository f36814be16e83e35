"""One file's data against the model of its kind."""

from typing import NamedTuple

from pydantic import ValidationError

from jfp_cli.loading.source_map import SourceFile
from jfp_cli.model.fields import Calendar, Entity
from jfp_cli.model.references import Reference
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding
from jfp_cli.values.span import Span


def model_for(kind: str) -> type[Entity]:
    """The model of a kind of file, imported only when such a file is read: each costs a part of the start-up."""
    match kind:
        case "plan":
            from jfp_cli.model.settings import Settings  # noqa: PLC0415 - see above

            return Settings
        case "sections":
            from jfp_cli.model.section import Section  # noqa: PLC0415 - see above

            return Section
        case "areas":
            from jfp_cli.model.area import Area  # noqa: PLC0415 - see above

            return Area
        case "enablers":
            from jfp_cli.model.enabler import Enabler  # noqa: PLC0415 - see above

            return Enabler
        case _:
            from jfp_cli.model.target import Readings  # noqa: PLC0415 - see above

            return Readings


class Validated(NamedTuple):
    """A file's entity as far as it could be read, what is wrong with it, and what was left out and where it stood.

    `entity` is None where too little of the file is right to make one. `names` are the references of what was left out.
    """

    entity: Entity | None
    findings: list[Finding]
    left_out: list[tuple[Address, Span]]
    names: list[Reference]


def validate(file: SourceFile, calendar: Calendar) -> Validated:
    """Read a file's data with the model of its kind; what is left out is taken out of its data and places too."""
    model = model_for(file.kind)
    try:
        return Validated(model.model_validate(file.document.data, context=calendar), [], [], [])
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
    from jfp_cli.loading.mistakes import findings_of, leave_out  # noqa: PLC0415 - only needed after a mistake
    from jfp_cli.loading.written_references import written_references  # noqa: PLC0415 - as above

    findings = findings_of(file, model, details)
    left_out, names = leave_out(file, details)
    try:
        return Validated(model.model_validate(file.document.data, context=calendar), findings, left_out, names)
    except ValidationError:
        return Validated(None, findings, [], [*names, *written_references(file, ())])
