"""The example plan in memory, changed here and there, and what findings underline in it."""

from jfp_cli.loading import Loaded
from jfp_cli.loading.loader import load_strings
from jfp_cli.values.finding import Finding
from tests.conftest import EXAMPLE

PLAN, ELECTIVE, STAFF = "plan.yaml", "sections/elective-care.yaml", "sections/staff-retention.yaml"
PLANNED, WORKFORCE = "milestones/planned-care.yaml", "milestones/workforce.yaml"
ESTATES, READINGS = "enablers/estates.yaml", "measures/waiting-list-size.yaml"
TEXTS = {path.relative_to(EXAMPLE).as_posix(): path.read_text("utf-8") for path in sorted(EXAMPLE.rglob("*.yaml"))}


def split(file: str, old: str) -> tuple[str, str]:
    """What stands before and after a text that is once in a file of the example."""
    before, after = TEXTS[file].split(old)
    return before, after


def changed(*changes: tuple[str, str, str]) -> Loaded:
    """Load the example in which, in a file, one text becomes another."""
    texts = dict(TEXTS)
    for file, old, new in changes:
        assert texts[file].count(old) == 1, f"{old!r} stands {texts[file].count(old)} times in {file}"
        texts[file] = texts[file].replace(old, new)
    return load_strings(texts)


def replaced(files: dict[str, str]) -> Loaded:
    """Load the example in which these files have these texts."""
    return load_strings(TEXTS | files)


def underlined(loaded: Loaded, finding: Finding) -> str:
    """The text that a finding's span underlines."""
    file, span = loaded.sources.files[finding.span.file], finding.span
    return file.text[file.offset(span.line, span.column) : file.offset(span.end_line, span.end_column)]


def told(loaded: Loaded) -> list[tuple[str, str, str]]:
    """Every finding as its name, its file and what it underlines."""
    return [(finding.name, finding.span.file, underlined(loaded, finding)) for finding in loaded.findings]
