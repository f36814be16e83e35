"""What the shell offers after Tab."""

import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from jfp_cli.cli.app import COMMANDS, group
from jfp_cli.cli.completion import (
    IDS,
    ONE_ID,
    OPTIONS,
    answer,
    complete_area,
    complete_id,
    complete_place,
    complete_section,
    complete_workstream,
)
from jfp_cli.cli.door import ASKED, main
from jfp_cli.model.kinds import KINDS
from tests.cli.conftest import Jfp, environment
from tests.conftest import ROOT

OFFER_WORDS = {"--status", "--kind", "--better", "--set", "--year-starts", "--select", "--ignore", "names", "report"}
NOWHERE = SimpleNamespace(params={})


def at(plan: Path) -> SimpleNamespace:
    return SimpleNamespace(params={"plan": plan})


def test_ids_of_the_plan_are_offered(example: Path) -> None:
    assert complete_area(at(example), "") == ["planned-care", "workforce"]
    assert complete_area(at(example), "work") == ["workforce"]
    assert complete_section(at(example), "") == ["elective-care", "staff-retention"]
    assert complete_workstream(at(example), "") == ["outpatients", "staff-wellbeing"]
    assert complete_place(at(example), "") == ["north-town", "south-vale"]


def test_every_thing_that_can_be_shown_is_offered(example: Path) -> None:
    assert complete_id(at(example), "") == [
        *("14Z35", "14Z44", "FIT", "ageing-well", "best-start", "elective-care", "elective-hub", "endoscopy-unit"),
        *("estates", "exit-interviews", "missed-appointments", "north-town", "outpatients", "patient-portal"),
        *(
            "plan",
            "planned-care",
            "rostering",
            "south-vale",
            "staff-retention",
            "staff-turnover",
            "staff-wellbeing",
            "waiting-list-size",
        ),
        "workforce",
    ]


def test_with_a_slash_a_kind_comes_before_the_id(example: Path) -> None:
    assert complete_id(at(example), "milestones/e") == [
        *("milestones/elective-hub", "milestones/endoscopy-unit", "milestones/exit-interviews")
    ]
    assert complete_id(at(example), "measures/") == ["measures/waiting-list-size"]
    assert complete_area(at(example), "areas/") == []


@pytest.mark.parametrize("beginning", ["", *(f"{kind}/" for kind in KINDS)])
def test_what_is_offered_can_be_shown(beginning: str, jfp: Jfp, example: Path) -> None:
    for name in complete_id(at(example), beginning):
        assert jfp("show", name, "--plan", example, "--format", "json").code == 0


@pytest.mark.parametrize(
    "places",
    [
        "places: {north-town: North Town, south-vale: South Vale}",
        "places:\n  north-town: North Town\n  south-vale: South Vale\ncontents: []",
        "places:\n  north-town: North Town\n  south-vale: South Vale",
        "places: {\n  north-town: North Town,\n  south-vale: South Vale\n}\ncontents: []",
        '"places":\n  "north-town": North Town\n  ? south-vale\n  : South Vale\n',
    ],
)
def test_places_are_found_however_they_are_written(example: Path, places: str) -> None:
    (example / "plan.yaml").write_text(places, encoding="utf-8")
    assert complete_place(at(example), "") == ["north-town", "south-vale"]


def test_the_plan_above_the_working_folder_is_asked(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example / "sections")
    assert complete_area(NOWHERE, "p") == ["planned-care"]


@pytest.mark.parametrize(
    "complete", [complete_area, complete_section, complete_workstream, complete_place, complete_id]
)
def test_without_a_plan_nothing_is_offered_and_nothing_is_said(
    complete: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(complete)
    monkeypatch.chdir(tmp_path)
    assert complete(NOWHERE, "") == []
    assert complete(at(tmp_path / "nowhere"), "") == []
    assert capsys.readouterr() == ("", "")


def test_files_that_cannot_be_read_are_passed_over(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example / "sections" / "broken.yaml").write_bytes(b"\xff\xfe\x00 - id: \x00")
    (example / "sections" / "a-folder.yaml").mkdir()
    if os.name != "nt":
        (example / "sections" / "nowhere.yaml").symlink_to(example / "gone.yaml")
    assert complete_workstream(at(example), "") == ["outpatients", "staff-wellbeing"]
    assert capsys.readouterr() == ("", "")


def test_what_a_shell_would_need_quotes_for_is_not_offered(example: Path) -> None:
    plan = example / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("FIT:", "a & b: b, FIT:"), encoding="utf-8")
    assert [name for name in complete_id(at(example), "") if "&" in name] == []


BASH = [
    *("jfp show e", "jfp show ", "jfp set e", "jfp remove milestones/e", "jfp record w", "jfp rename n"),
    *("jfp overdue --area p", "jfp targets --owner x --place ", "jfp add target --workstream o", "jfp complete e"),
    *("jfp render --section e", "jfp overdue --area planned-care --section e", "jfp move e"),
    *("jfp rec", "jfp show --f", "jfp rename estates e", "jfp init --area p", "jfp search e", "jfp status --plan "),
]


@pytest.mark.parametrize("line", BASH)
def test_the_quick_answer_is_that_of_the_command_line(
    line: str, example: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(example)
    words = line.split(" ")
    asked = {ASKED: "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    quick = answer(asked)
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("jfp_cli.cli.completion.answer", lambda _: None)
    with pytest.raises(SystemExit):
        main([])
    slow = capsys.readouterr().out
    assert quick in (None, slow)
    assert (quick is None) == (BASH.index(line) >= BASH.index("jfp rec"))


@pytest.mark.parametrize(
    ("shell", "said"),
    [
        ("zsh", '_arguments \'*: :(("elective-care"\n"elective-hub"))\'\n'),
        ("fish", "elective-care\nelective-hub\n"),
    ],
)
def test_each_shell_is_answered_in_its_own_words(
    shell: str, said: str, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"jfp show --plan {example} --format json el"
    asked = {ASKED: f"complete_{shell}", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    assert answer({**asked, "_TYPER_COMPLETE_ARGS": line}) is None
    monkeypatch.chdir(example)
    assert answer({**asked, "_TYPER_COMPLETE_ARGS": "jfp show el"}) == said
    assert answer({**asked, "_TYPER_COMPLETE_ARGS": 'jfp show "el'}) is None
    assert answer({**asked, "_TYPER_COMPLETE_ARGS": "jfp show zebra"}) is None


def test_the_plan_that_the_line_names_is_asked(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path.parent)
    for plan in (f"--plan {example}", f"--plan={example}"):
        line = f"jfp overdue {plan} --area p"
        asked = {ASKED: "complete_zsh", "_TYPER_COMPLETE_ARGS": line}
        assert answer(asked) == "_arguments '*: :((\"planned-care\"))'\n"


def test_what_takes_ids_is_known_to_the_quick_answer() -> None:
    for name in COMMANDS:
        params = group().get_command(None, name).params
        completed = {param for param in params if param._custom_shell_complete}
        arguments = {param for param in completed if param.param_type_name == "argument"}
        takes_ids = {param for param in arguments if param.name not in {"noun", *OFFER_WORDS}}
        assert bool(takes_ids) == (name in (*ONE_ID, *IDS))
        offer_ids = {opt for param in completed - takes_ids for opt in param.opts} - OFFER_WORDS
        assert offer_ids <= {*OPTIONS, "noun"}


def test_the_quick_answer_loads_neither_the_model_nor_typer() -> None:
    start = (
        "import os, sys; from jfp_cli.cli.completion import answer; "
        "assert answer({'_JFP_COMPLETE': 'complete_bash', 'COMP_WORDS': 'jfp show e', 'COMP_CWORD': '2'}); "
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", start]
    loaded = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True).stdout
    assert {"typer", "pydantic", "jfp_cli.model.plan", "jfp_cli.loading"}.isdisjoint(loaded.split())


def test_a_shell_is_answered(process: Jfp, example: Path) -> None:
    asked = {"_JFP_COMPLETE": "complete_bash", "COMP_WORDS": "jfp overdue --area p", "COMP_CWORD": "3"}
    found = process(cwd=example, env=asked)
    assert (found.out, found.err) == ("planned-care\n", "")


def offered(line: str, shell: str, process: Jfp, plan: Path) -> list[str]:
    """What a shell is offered for the last word of a line."""
    if shell == "bash":
        words = re.findall(r"=|[^\s=]+|(?<= )$", line)
        asked = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    else:
        asked = {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    found = process(cwd=plan, env={ASKED: f"complete_{shell}", **asked})
    assert found.err == ""
    return re.findall(r'"([^"]+)"', found.out) if shell == "zsh" else found.out.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("jfp overdue --status o", ["on_track", "off_track"]),
        ("jfp targets --status no", ["no_reading", "not_measurable"]),
        ("jfp rules JFP20", ["JFP201", "JFP202", "JFP203"]),
        ("jfp lint --select coarse", ["coarse-date"]),
        ("jfp render pl", ["plan"]),
        ("jfp set rostering sta", ["staff-retention", "staff-turnover", "staff-wellbeing", "status="]),
        ("jfp set milestones/rostering status=o", ["status=on_track", "status=off_track"]),
        ("jfp set rostering status=", ["status=complete"]),
        ("jfp set rostering places=n", ["places=north-town"]),
        ("jfp show milestones/r", ["milestones/rostering"]),
        ("jfp status --status n", ["not_started", "not_reported", "no_reading", "not_measurable"]),
        ("jfp search portal --status off", ["off_track"]),
        ("jfp add milestone --status o", ["on_track", "off_track"]),
        ("jfp add target --better ", ["lower", "higher", "exactly"]),
        ("jfp add --better h", ["higher"]),
        ("jfp add section --supports a", ["ageing-well"]),
        ("jfp add section --duty 14Z3", ["14Z35"]),
        ("jfp add milestone --set st", ["status="]),
        ("jfp init --year-starts Au", ["August"]),
        ("jfp read --kind f", ["figure"]),
        ("jfp lint --fail-on w", ["warning"]),
        ("jfp render --audience p", ["public"]),
    ],
)
def test_every_shell_is_offered_words(line: str, words: list[str], shell: str, process: Jfp, example: Path) -> None:
    whole = [word.rpartition("=")[2] or word for word in words] if shell == "bash" else words
    assert set(whole) <= set(offered(line, shell, process, example))


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_what_a_field_that_is_added_may_hold_is_offered(shell: str, process: Jfp, example: Path) -> None:
    line = "jfp add milestone --set status=o"
    assert offered(line, shell, process, example) == ["status=on_track", "status=off_track"]


def test_a_status_that_a_thing_has_not_is_not_offered(process: Jfp, example: Path) -> None:
    assert offered("jfp overdue --status no_r", "bash", process, example) == []
    assert offered("jfp add section --status o", "bash", process, example) == []
