"""Fixes of findings made in the texts of a plan: as many as go together, again and again until none is left.

A fix is data wherever it comes from; here it is tried, and kept only where the plan has no more errors with it. An edit
at the beginning of a file that there is not yet makes it, and a file of which nothing is left is taken away.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from jfp_cli.edit.change import Step, loaded_from, new_faults
from jfp_cli.edit.yaml.splice import Splice
from jfp_cli.loading import Loaded
from jfp_cli.loading.source_file import SourceFile
from jfp_cli.source.folder import PLAN_FILE, TextFile
from jfp_cli.values.finding import Edit, Finding, Fix, Severity

MOST_ROUNDS = 10  # a fix may uncover what another mends; more often than this they would undo each other
Ask = Callable[[Loaded], Sequence[Finding]]
Found = list[tuple[Finding, Fix]]


class Fixed(NamedTuple):
    """A plan after its fixes: what becomes of its files, what they say then, and the findings that were mended."""

    steps: list[Step]
    loaded: Loaded
    mended: list[Finding]


def fixed(loaded: Loaded, ask: Ask, *, unsafe: bool = False) -> Fixed:
    """The plan with the fixes of all findings that `ask` has of it: the safe ones, and with `unsafe` the others too."""
    now, mended, refused = loaded, list[Finding](), set[Fix]()
    for _ in range(MOST_ROUNDS):
        found = [(finding, fix) for finding in ask(now) for fix in _first(finding.fixes, refused, unsafe=unsafe)]
        chosen = _apart(found)
        if not chosen:
            break
        after = _with(now, [fix for _, fix in chosen])
        if any(fault.severity is Severity.ERROR for fault in new_faults(now, after)):
            after, kept = _one_by_one(now, chosen)
            refused |= {fix for _, fix in chosen if fix not in kept}
            chosen = [(finding, fix) for finding, fix in chosen if fix in kept]
        mended += [finding for finding, _ in chosen]
        now = after
    return Fixed(list(_steps(loaded, now)), now, mended)


def _first(fixes: Sequence[Fix], refused: set[Fix], *, unsafe: bool) -> list[Fix]:
    """The fix of a finding that is made: a safe one before others, in a list that may be empty."""
    may_be = [fix for fix in fixes if fix not in refused and (unsafe or fix.safe)]
    return sorted(may_be, key=lambda fix: not fix.safe)[:1]


def _apart(found: Found) -> Found:
    """Those of some fixes that touch no text of one before them; the same fix of several findings is one."""
    taken: dict[str, list[Edit]] = {}
    made: set[Fix] = set()
    chosen: Found = []
    for finding, fix in found:
        if fix in made or not any(
            _overlap(edit, other) for edit in fix.edits for other in taken.get(edit.span.file, ())
        ):
            chosen.append((finding, fix))
            made.add(fix)
            for edit in fix.edits:
                taken.setdefault(edit.span.file, []).append(edit)
    return chosen


def _overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits of a file touch the same text; two that only put something in do not."""
    first, second = one.span, other.span
    return first[1:3] < second[3:5] and second[1:3] < first[3:5]


def _with(loaded: Loaded, fixes: Sequence[Fix]) -> Loaded:
    """A plan with the edits of some fixes, which lie apart."""
    edits: dict[str, list[Edit]] = {}
    for fix in dict.fromkeys(fixes):
        for edit in fix.edits:
            edits.setdefault(edit.span.file, []).append(edit)
    files = {name: source.file for name, source in loaded.sources.files.items()}
    home = next(iter(files)).removesuffix(PLAN_FILE)
    for name, of_file in edits.items():
        source = loaded.sources.files.get(name)
        if source is None:
            text = "".join(edit.text for edit in of_file)
            files[name] = TextFile.of(name.removeprefix(home), text, home)
        elif text := _edited(source, of_file):
            files[name] = source.file._replace(text=text)
        else:
            del files[name]
    return loaded_from(loaded.root, files.values())


def _edited(file: SourceFile, edits: Sequence[Edit]) -> str:
    """The text of a file with edits of it, made from its end on so that the places of the others stay."""
    text = file.text
    in_order = sorted(edits, key=lambda edit: edit.span[1:])
    for edit in in_order[::-1]:
        span = edit.span
        start, end = file.offset(span.line, span.column), file.offset(span.end_line, span.end_column)
        text = Splice(start, end, edit.text).apply(text)
    return text


def _one_by_one(loaded: Loaded, found: Found) -> tuple[Loaded, set[Fix]]:
    """A plan with those of some fixes after each of which it has no more errors than before."""
    now, kept = loaded, list[Fix]()
    for fix in dict.fromkeys(fix for _, fix in found):
        after = _with(loaded, [*kept, fix])
        if _errors(after) <= _errors(now):
            now = after
            kept.append(fix)
    return now, set(kept)


def _errors(loaded: Loaded) -> int:
    return sum(1 for finding in loaded.findings if finding.severity is Severity.ERROR)


def _steps(before: Loaded, after: Loaded) -> Iterator[Step]:
    """What becomes of the files that change, come or go."""
    old = {name: source.file for name, source in before.sources.files.items()}
    new = {name: source.file for name, source in after.sources.files.items()}
    for name in {**old, **new}:
        was, is_now = old.get(name), new.get(name)
        texts = [file.text or "" if file else "" for file in (was, is_now)]
        if texts[0] != texts[1]:
            yield Step(was and was.path, texts[0], is_now and is_now.path, texts[1])
