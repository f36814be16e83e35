"""Readings as they once stood, in a file for each target: JFP118, and the measure's file that takes their place."""

import re
from collections.abc import Iterable, Iterator

from jfp_cli.loading.faults.plan import OLD_READINGS as FAULT
from jfp_cli.loading.source_file import SourceFile, walk
from jfp_cli.loading.source_map import SourceMap
from jfp_cli.model.plan import Plan
from jfp_cli.model.target import Target
from jfp_cli.source.yaml import Place
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Edit, Finding, Fix
from jfp_cli.values.span import Span
from jfp_cli.values.text import LINE_END, in_quotes, is_id

_KEY = "target"
_PLAIN = re.compile(r"(?!(?:true|false|null|yes|no|on|off|[yn]|none)\Z)[A-Za-z][\w ,()./%'-]*\Z", re.IGNORECASE)


def check_old_readings(files: Iterable[SourceFile], plan: Plan | None, sources: SourceMap) -> Iterator[Finding]:
    """No file stands in `readings/` any more; where its target is known, the fix writes the measure's file."""
    targets: dict[str, Target] = {}
    old = [file for file in files if file.file.text is not None]
    if old and plan is not None and plan.has("sections"):
        targets = {home.target.id: home.target for home in plan.targets()}
    for file in old:
        name = _target_of(file)
        target = targets.get(name)
        new = f"measures/{name}.yaml"
        place, there = file.place((_KEY,))
        yield FAULT.finding(
            "readings stand in the file of their measure, in the folder measures",
            file.span(place[2], place[3]) if there else file.span(0, 0),
            None,
            _advice(name, target, plan, sources),
            tuple(_fixes(file, new, plan, sources, target)) if plan is not None and target is not None else (),
        )


def _advice(name: str, target: Target | None, plan: Plan | None, sources: SourceMap) -> str:
    """Where the readings go: into the file of the measure that they are of, or into one that is made."""
    if plan is not None and plan.has("measures"):
        measure = plan.measure_of(target) if target else plan.measures.get(name)
        if measure is not None:
            return f"put these readings into measures/{measure.id}.yaml; then delete this file"
    made = f'write measures/{name}.yaml with "id: {name}", "title: {title_of(name, target)}" and these readings'
    if ("targets", name) not in sources.things and plan is not None and plan.has("sections"):
        other = "or put them into the file of the measure that they are of; then delete this file"
        return f'there is no target "{name}": {made}, {other}'
    return f'{made}, and "measure: {name}" at the target; then delete this file'


def title_of(name: str, target: Target | None) -> str:
    """What the measure of a target is called: the target's own words for it, else those of the target."""
    words = (target.measure or target.statement) if target else ""
    return words if words and not is_id(words) else name.replace("-", " ").capitalize()


def as_measure(file: SourceFile, name: str, title: str) -> str:
    """The text of a file of readings as that of the measure's file: an id and a title where it named its target."""
    text = file.text
    place, there = file.place((_KEY,))
    value = title if _PLAIN.match(title) else in_quotes(title)
    if not there:
        return f"id: {name}\ntitle: {value}\n{text}"
    between = ", " if _is_in_braces(file, file.document.root) else "\r\n" if "\r\n" in text else "\n"
    return f"{text[: place[0]]}id: {name}{between}title: {value}{text[place[3] :]}"


def _target_of(file: SourceFile) -> str:
    data = file.document.data
    named = data.get(_KEY) if isinstance(data, dict) else None
    return named if isinstance(named, str) and is_id(named) else file.file.name


def _fixes(file: SourceFile, new: str, plan: Plan, sources: SourceMap, target: Target) -> Iterator[Fix]:
    """The measure's file made, the target tied to it and the old file gone; none where there is such a file already."""
    home = file.file.shown.removesuffix(file.file.path)
    is_taken = home + new in sources.files or (plan.has("measures") and plan.measure_of(target) is not None)
    if is_taken or file.document.faults or not plan.has("measures"):
        return
    text = as_measure(file, target.id, title_of(target.id, target))
    edits = [
        Edit(Span(home + new, 1, 1, 1, 1), text),
        Edit(file.span(0, len(file.text)), ""),
        _tie(target, sources),
    ]
    yield Fix(f"move the readings to {new}", safe=True, edits=tuple(edits))


def _tie(target: Target, sources: SourceMap) -> Edit:
    """The id of a target's measure, in the place of the words that it had or on a line below its own id."""
    address = Address("targets", target.id)
    if target.measure is not None:
        return Edit(sources.span(address.at("measure")), target.id)
    file, root = sources.home(address)
    place, _ = walk(root, ("id",))
    if _is_in_braces(file, root):
        return Edit(file.span(place[3], place[3]), f", measure: {target.id}")
    text = file.text
    before = LINE_END.split(text[: place[0]])[-1]
    line_end = LINE_END.search(text, place[3])
    at, newline = (line_end.start(), line_end[0]) if line_end else (len(text), "\n")
    return Edit(file.span(at, at), f"{newline}{' ' * len(before)}measure: {target.id}")


def _is_in_braces(file: SourceFile, place: Place) -> bool:
    return file.text[place[2] : place[2] + 1] == "{"
