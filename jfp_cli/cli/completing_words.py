"""What the shell offers after Tab where no id is meant: statuses, fields and their values, rules and reports."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jfp_cli.cli.completion import EVERY_KIND, ids_in, things_of
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.dates.vocabulary import MONTH_NAMES

if TYPE_CHECKING:
    from jfp_cli.model.field import Field
    from jfp_cli.model.own import Models


def _beginning_so(words: Iterable[str], incomplete: str) -> list[str]:
    """The words that begin as somebody typed, after those that are typed already where commas part several."""
    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{word}" for word in dict.fromkeys(words) if word.startswith(last)]


_OF_PROMISES = frozenset({"milestones", "overdue", "due"})  # the commands that ask for nothing else


def complete_status(ctx: Any, incomplete: str) -> list[str]:
    """The statuses of promises, and what targets make of their readings, as far as a command asks for them."""
    from jfp_cli.measures.progress import STATES  # noqa: PLC0415 - only after Tab
    from jfp_cli.query.filters import PROMISE_STATUSES  # noqa: PLC0415 - the same

    words = [] if ctx.info_name == "targets" else PROMISE_STATUSES
    return _beginning_so([*words, *(() if ctx.info_name in _OF_PROMISES else STATES)], incomplete)


def complete_promise(incomplete: str) -> list[str]:
    """The kinds of promise."""
    from jfp_cli.query.promises import NOUNS  # noqa: PLC0415 - only after Tab

    return _beginning_so(NOUNS, incomplete)


def complete_choice(key: str) -> Callable[[Any, str], list[str]]:
    """What offers the words of which a field may have one, of the kind of thing that is to be added."""

    def complete(ctx: Any, incomplete: str) -> list[str]:
        from jfp_cli.model.field import fields_of  # noqa: PLC0415 - only after Tab
        from jfp_cli.model.kinds import model_of  # noqa: PLC0415 - the same

        noun = _noun(ctx)
        named = [kind for kind in KINDS.values() if kind.model and (kind.noun == noun or not noun)]
        fields = [fields_of(model_of(kind.name)).get(key) for kind in named]
        return _beginning_so((word for field in fields if field for word in field.choices), incomplete)

    return complete


def complete_month(incomplete: str) -> list[str]:
    """The names of months."""
    return [name for name in MONTH_NAMES if name.lower().startswith(incomplete.lower())]


def complete_field(ctx: Any, incomplete: str) -> list[str]:
    """The fields of the kind of thing that is to be added, and after the sign of one what it may hold."""
    from jfp_cli.model.field import fields_of  # noqa: PLC0415 - only after Tab

    kind = next((kind for kind in KINDS.values() if kind.model and kind.noun == _noun(ctx)), None)
    fields = fields_of(_models(_folder(ctx)).of(kind.name)) if kind else {}
    name, is_given, value = incomplete.partition("=")
    if is_given:
        return _values(_folder(ctx), fields.get(name), f"{name}=", value)
    return _beginning_so((f"{key}=" for key in fields if kind and key != kind.id_key), incomplete)


def complete_rule(incomplete: str) -> list[str]:
    """The codes and names of everything that can be found wrong; the names after a letter of one."""
    from jfp_cli.linting.registry import EVERY_FAULT  # noqa: PLC0415 - only after Tab

    codes, names = ([fault.code for fault in EVERY_FAULT], [fault.name for fault in EVERY_FAULT])
    return _beginning_so([*codes, *names] if incomplete else codes, incomplete)


def complete_report(ctx: Any, incomplete: str) -> list[str]:
    """The reports that there are templates for."""
    from jfp_cli.cli.publishing import templates_of  # noqa: PLC0415 - only after Tab
    from jfp_cli.source.folder import PlanNotFoundError  # noqa: PLC0415 - the same
    from jfp_cli.source.meant import meant_plan  # noqa: PLC0415 - the same

    with suppress(PlanNotFoundError, OSError):
        root = meant_plan(_folder(ctx), Path.cwd())
        return _beginning_so((report.name for report in templates_of(root).reports()), incomplete)
    return []


def complete_assignment(ctx: Any, incomplete: str) -> list[str]:
    """The ids of things; after one of them its fields as well, and after the sign of a field what it may hold."""
    from jfp_cli.model.field import fields_of  # noqa: PLC0415 - only after Tab

    folder, args = _folder(ctx), list(ctx.params.get("words") or ())
    named = {word.rpartition("/")[2] for word in args}
    kinds = {
        kind: None for kind, name in things_of(folder, EVERY_KIND) if (name or kind) in named and KINDS[kind].model
    }
    models = _models(folder)
    fields = {key: field for kind in kinds for key, field in fields_of(models.of(kind)).items()}
    # bash parts words at the sign, which is one of its own; where it is the last, typer takes it for nothing.
    *_, before, last = ("", "", *args)
    if last == "=" or (not incomplete and last in fields):
        name, begun, value = before if last == "=" else last, "", incomplete
    else:
        name, is_given, value = incomplete.partition("=")
        begun = name + is_given
        if not is_given:
            settable = [f"{key}=" for kind in kinds for key in fields if key != KINDS[kind].id_key]
            return [*ids_in(folder, EVERY_KIND, incomplete), *_beginning_so(settable, incomplete)]
    return _values(folder, fields.get(name), begun, value)


def _values(folder: Path | None, field: "Field | None", begun: str, value: str) -> list[str]:
    """What a field may hold, after what was begun of it."""
    if field is None:
        return []
    ids = ids_in(folder, (field.about.names,), "") if field.about.names in KINDS else []
    return [f"{begun}{word}" for word in _beginning_so([*field.choices, *ids], value)]


def _noun(ctx: Any) -> str:
    """What is to be added, as far as it is typed; where an option is left open, typer only cuts the words apart."""
    return str(ctx.params.get("noun") or next(iter(ctx.args), ""))


def _models(folder: Path | None) -> "Models":
    """The classes of things of the plan that is meant; those of every plan where none can be read."""
    from jfp_cli.loading import load  # noqa: PLC0415 - only after Tab
    from jfp_cli.model.own import PLAIN  # noqa: PLC0415 - the same
    from jfp_cli.source.folder import PlanNotFoundError  # noqa: PLC0415 - the same
    from jfp_cli.source.meant import meant_plan  # noqa: PLC0415 - the same

    with suppress(PlanNotFoundError, OSError):
        plan = load(meant_plan(folder, Path.cwd()), ()).plan
        return plan.models if plan else PLAIN
    return PLAIN


def _folder(ctx: Any) -> Path | None:
    folder = ctx.params.get("plan")
    return Path(folder) if folder else None
