"""Plans of many times the shipped size: `python -m benchmarks.plans TIMES FOLDER`."""

import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

SHIPPED = Path(__file__).resolve().parents[1] / "plan"
# Keys whose value, or each text in whose list, is the id of a thing.
NAMED = {"id", "area", "areas", "duties", "enablers", "places", "sections", "supports", "workstreams"}
# What plan.yaml lists grows with the plan; the rest is said once, as the glossary is: the copies use the same words.
GROWING = {"contents", "duties", "places", "strategy_priorities"}


def grow(times: int, folder: Path, plan: Path = SHIPPED) -> None:
    """Write copies of a plan as one plan: the first as it is, the ids of the others and what names them made unique."""
    measures = {path.stem for path in plan.glob("measures/**/*.yaml")}
    for path in sorted(plan.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        place = folder / path.relative_to(plan)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.parent == plan:
            place.write_text(_grown(text, times), encoding="utf-8", newline="")
            continue
        pieces = _cut(text, sorted(_names(_root(text), measures)))
        for copy in range(1, times + 1):
            name = f"{path.stem}{_suffix(copy)}.yaml"
            place.with_name(name).write_text(_suffix(copy).join(pieces), encoding="utf-8", newline="")


def _grown(settings: str, times: int) -> str:
    """plan.yaml with the lists that grow written once for each copy."""
    parts, end = [], 0
    for key, value in _root(settings).value:
        if key.value not in GROWING or not value.value:
            continue
        if value.flow_style:
            raise ValueError(f"{key.value} in plan.yaml must be a list or keys of one line each to be copied")
        start = settings.rindex("\n", 0, value.start_mark.index) + 1
        parts.append(settings[end:start])
        end = value.end_mark.index
        names = _names(value) if key.value == "contents" else (_end(name) for name, _ in value.value)
        pieces = _cut(settings[start:end], sorted(name - start for name in names))
        parts += [_suffix(copy).join(pieces) for copy in range(1, times + 1)]
    return "".join([*parts, settings[end:]])


def _suffix(copy: int) -> str:
    return f"-{copy}" if copy > 1 else ""


def _root(text: str) -> yaml.MappingNode:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise TypeError("a plan file holds keys and their values")
    return root


def _cut(text: str, at: list[int]) -> list[str]:
    return [text[start:end] for start, end in zip([0, *at], [*at, len(text)], strict=True)]


def _names(node: yaml.Node, measures: Collection[str] = ()) -> Iterator[int]:
    """Where each name below a node ends; what a target counts is one where it is the id of a measure."""
    if isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _names(entry, measures)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value in NAMED or (key.value == "measure" and value.value in measures):
                yield from (_end(name) for name in _scalars(value))
            yield from _names(value, measures)


def _scalars(node: yaml.Node) -> list[yaml.ScalarNode]:
    entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [entry for entry in entries if isinstance(entry, yaml.ScalarNode)]


def _end(name: yaml.ScalarNode) -> int:
    """Where a name ends, within its quotation marks."""
    return name.end_mark.index - (1 if name.style in ("'", '"') else 0)


if __name__ == "__main__":
    grow(int(sys.argv[1]), Path(sys.argv[2]))
