"""A plan whatever its files hold: loading never raises, and every finding stands inside its file."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from jfp_cli.loading import load
from jfp_cli.loading.loader import load_texts
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.folder import read_plan
from tests.conftest import SHIPPED
from tests.loading.changed_plans import TEXTS, check_loaded, replaced

SHIPPED_TEXTS = read_plan(SHIPPED, FOLDERS)
LINES = [
    *["- a", "  - a", "id: a", "  id: a", "title:", "  due: TBC", "a: b: c", "\ta: b", "- {a: b, c}", "  status: late"],
    *["---", "a: &a [*a]", "<<: *a", "a: !!str b", "'", '"', "[", "}", "- id: [a]", "  actions: {2025-26: a}", "# a"],
]
KEYS = ["id", "workstreams", "targets", "milestones", "contents", "places", "readings", "facts", "topics"]
CHARACTERS = "\0\t\n\r \"'#&*,-:?[]{}|>%@`aé😀\x85\u2028"


pieces = st.lists(
    st.sampled_from([*"ab1:-#[]{},&*!|>'\"%@`?\\~. \n\t\0é", *(f"{line}\n" for line in LINES)]) | st.text(max_size=3),
    max_size=30,
).map("".join)
nested = st.recursive(
    st.sampled_from(["a", "TBC", "5%", "2026", "''", "yes", "elective-care", "14Z35"]),
    lambda below: (
        st.lists(below, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
        | st.dictionaries(
            st.sampled_from(
                ["id", "title", "due", "target", "targets", "workstreams", "indicators", "milestones", "x.y"]
            ),
            below,
            max_size=4,
        ).map(lambda parts: "{" + ", ".join(f"{key}: {value}" for key, value in parts.items()) + "}")
    ),
    max_leaves=12,
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), pieces | st.text(max_size=60))
def test_any_text_as_a_file_gives_findings_or_a_plan(file: str, text: str) -> None:
    check_loaded(replaced({file: text}))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.dictionaries(st.sampled_from(KEYS), nested, max_size=3))
def test_any_shape_of_data_gives_findings_or_a_plan(file: str, values: dict[str, str]) -> None:
    lines = [line for line in TEXTS[file].splitlines(keepends=True) if line.split(":")[0] not in values]
    added = "".join(f"{key}: {value}\n" for key, value in values.items())
    check_loaded(replaced({file: "".join(lines[:3]) + added}))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["plan.yaml", "sections/elective-care.yaml"]), st.binary(max_size=60) | pieces.map(str.encode))
def test_any_bytes_as_a_file_give_findings_or_a_plan(name: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "sections").mkdir()
        (root / "plan.yaml").write_text(TEXTS["plan.yaml"], encoding="utf-8")
        (root / name).write_bytes(data)
        check_loaded(load(root))


def mutated(text: str, draw: st.DrawFn) -> str:
    """A text with a line taken out, put in, written twice or moved in, or with one character changed."""
    lines = text.splitlines(keepends=True)
    at = draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from(["delete", "insert", "double", "indent", "flip", "cut"])):
        case "delete":
            del lines[at]
        case "insert":
            lines.insert(at, draw(st.sampled_from(LINES)) + "\n")
        case "double":
            lines.insert(at, lines[at])
        case "indent":
            lines[at] = draw(st.sampled_from([" ", "  ", "    ", "\t"])) + lines[at]
        case "flip":
            column = draw(st.integers(0, len(lines[at]) - 1))
            lines[at] = lines[at][:column] + draw(st.sampled_from(CHARACTERS)) + lines[at][column + 1 :]
        case _:
            return "".join(lines)[: draw(st.integers(0, len(text)))]
    return "".join(lines)


@st.composite
def mutations(draw: st.DrawFn) -> dict[str, str]:
    """The texts of one to three of the shipped plan's files, each with a slip in it."""
    files = draw(st.lists(st.sampled_from(SHIPPED_TEXTS), min_size=1, max_size=3))
    return {file.shown: mutated(file.text, draw) for file in files if file.text}


@settings(max_examples=40, deadline=None)
@given(mutations())
def test_a_slip_in_the_shipped_plan_never_raises(changes: dict[str, str]) -> None:
    texts = [file._replace(text=changes.get(file.shown, file.text)) for file in SHIPPED_TEXTS]
    check_loaded(load_texts(SHIPPED, texts))
