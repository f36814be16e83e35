"""Rules that look by file: what they find in a plan of which one file changed is what they find in all of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jfp_cli.linting.file_by_file import FileByFile
from jfp_cli.linting.lint import look
from jfp_cli.linting.registry import RULES
from jfp_cli.linting.rule import Rule
from jfp_cli.linting.settings import InForce
from jfp_cli.loading import Loaded, assemble
from jfp_cli.loading.faults.examples import read_example
from jfp_cli.loading.file_read import read_file
from jfp_cli.loading.loader import calendar_of
from jfp_cli.loading.own_fields import models_of
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.folder import TextFile, read_plan
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.finding import Finding
from tests.conftest import EXAMPLE, ROOT, SHIPPED
from tests.linting.one_rule import single

BOROUGH = ROOT / "tests" / "borough" / "plan"
DAY = date(2026, 11, 26)
BY_FILE = [rule for rule in RULES if rule.by_file]


def whole(loaded: Loaded, file_by_file: FileByFile, day: date) -> list[Finding]:
    """All that is wrong with a plan, by what is kept of its files."""
    in_force = InForce(loaded)
    known = file_by_file.known(loaded, in_force, day)
    assert set(known.found) == {rule for rule in in_force.rules if rule.by_file}
    return single(look(loaded, in_force, day, known=known))


def one_by_one(texts: list[TextFile]) -> Iterator[Loaded]:
    """A plan again and again, each time with another file that was read anew, as after a stroke of a key in it."""
    first = read_file.__wrapped__(texts[0], Calendar())
    calendar, models = calendar_of(first), models_of(first)
    reads = [first, *(read_file.__wrapped__(text, calendar, models) for text in texts[1:])]
    for number, text in enumerate(texts):
        if number:
            reads[number] = read_file.__wrapped__(text, calendar, models)
        yield assemble(Path(), reads)


@pytest.mark.parametrize("plan", [SHIPPED, BOROUGH, EXAMPLE], ids=["shipped", "borough", "example"])
def test_the_whole_is_the_same_whichever_file_was_changed(plan: Path) -> None:
    kept = FileByFile()
    for loaded in one_by_one(read_plan(plan, FOLDERS)):
        assert whole(loaded, kept, DAY) == single(look(loaded, InForce(loaded), DAY))


@pytest.mark.parametrize("rule", BY_FILE, ids=lambda rule: rule.name)
@pytest.mark.parametrize("kind", ["bad", "good"])
def test_a_rule_says_of_each_file_what_it_says_of_all(rule: Rule, kind: str) -> None:
    example = read_example(getattr(rule, kind))
    texts = [source.file for source in example.loaded.sources.files.values()]
    kept = FileByFile()
    for loaded in one_by_one(texts):
        assert whole(loaded, kept, example.day) == single(look(loaded, InForce(loaded), example.day))
