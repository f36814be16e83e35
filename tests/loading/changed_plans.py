"""The example plan in memory, changed here and there, and what findings underline in it."""

from jfp_cli.loading import Loaded
from jfp_cli.loading.loader import load_strings
from jfp_cli.values.address import Address
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


def check_loaded(loaded: Loaded) -> None:
    """Whatever is wrong is said at a place that is there, in words, and the rest can be asked."""
    for finding in loaded.findings:
        file, span = loaded.sources.files[finding.span.file], finding.span
        lines = file.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if file.file.text is not None:
            assert 1 <= span.line <= span.end_line <= len(lines)
            assert 1 <= span.column <= len(lines[span.line - 1]) + 2
            assert (span.line, span.column) <= (span.end_line, span.end_column)
            assert span.end_column <= len(lines[span.end_line - 1]) + 2
        assert finding.message
        assert finding.help
        if finding.address is not None:
            assert Address.parse(str(finding.address)).kind == finding.address.kind
    if loaded.plan is not None:
        assert all(milestone.due.first for _, milestone in loaded.plan.milestones())
        assert all(home.target.id for home in loaded.plan.targets())
