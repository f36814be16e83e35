"""`jfp lint` and `jfp rules` as a person or CI runs them."""

import json
from pathlib import Path

import pytest

from jfp_cli.cli.door import main
from jfp_cli.linting.registry import EVERY_FAULT
from tests.conftest import SHIPPED, ChangePlan

AS_OF = ["--as-of", "2026-11-21"]


def lint(capsys: pytest.CaptureFixture[str], plan: Path, *options: str) -> tuple[int, str, str]:
    code = main(["lint", "--plan", str(plan), *AS_OF, *options])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def codes(capsys: pytest.CaptureFixture[str], plan: Path, *options: str) -> list[str]:
    return [row["code"] for row in json.loads(lint(capsys, plan, "--format", "json", *options)[1])]


def test_a_finding_shows_its_place_the_line_why_and_what_to_write(
    capsys: pytest.CaptureFixture[str], change: ChangePlan
) -> None:
    plan = change("milestones/planned-care.yaml", "due: Autumn 2025", "due: 2025")
    _, out, _ = lint(capsys, plan, "--select", "JFP201")
    assert "milestones/planned-care.yaml:20:10: warning: " in out
    assert "[JFP201 bare-year]" in out
    assert "  20 |     due: 2025\n     |          ^^^^\n  why: " in out
    assert "\n  help: write " in out
    assert out.endswith("1 warning in 1 file\n")


def test_the_reason_stands_with_the_first_finding_of_a_rule_alone(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = lint(capsys, SHIPPED, "--select", "JFP201")
    assert out.count("[JFP201 ") > 1
    assert out.count("  why: ") == 1


@pytest.mark.parametrize("name", ["JFP304", "milestone-without-owner", "jfp304"])
def test_rules_are_chosen_by_code_or_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert set(codes(capsys, SHIPPED, "--select", name)) == {"JFP304"}


def test_a_family_is_chosen_by_its_first_letters(capsys: pytest.CaptureFixture[str]) -> None:
    assert {code[:4] for code in codes(capsys, SHIPPED, "--select", "JFP2,JFP3")} == {"JFP2", "JFP3"}


def test_ignored_rules_do_not_look(capsys: pytest.CaptureFixture[str]) -> None:
    found = set(codes(capsys, SHIPPED, "--ignore", "JFP4", "--ignore", "JFP304"))
    assert "JFP303" in found
    assert not {code for code in found if code.startswith("JFP4") or code == "JFP304"}


def test_a_rule_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = lint(capsys, SHIPPED, "--select", "milestone-without-onwer")
    assert code == 2
    assert 'did you mean "milestone-without-owner"?' in err


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("advice", 1), ("never", 0)])
def test_the_exit_code_follows_fail_on(capsys: pytest.CaptureFixture[str], fail_on: str, code: int) -> None:
    assert lint(capsys, SHIPPED, "--fail-on", fail_on)[0] == code


def test_what_validate_finds_is_found_too(capsys: pytest.CaptureFixture[str], change: ChangePlan) -> None:
    plan = change("milestones/planned-care.yaml", "due: Autumn 2025", "due: Autum 2025")
    code, out, _ = lint(capsys, plan, "--select", "JFP201")
    assert code == 1
    assert "[JFP107 bad-date]" in out


def test_statistics_count_the_findings_of_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = lint(capsys, SHIPPED, "--statistics", "--select", "JFP304,JFP202")
    assert [line.split() for line in out.splitlines()[1:3]] == [
        ["91", "JFP304", "milestone-without-owner", "warning"],
        ["1", "JFP202", "open-ended-date", "warning"],
    ]


def test_a_baseline_leaves_new_findings_alone_to_be_seen(
    capsys: pytest.CaptureFixture[str], change: ChangePlan, example: Path, tmp_path: Path
) -> None:
    known = tmp_path / "known.json"
    assert lint(capsys, example, "--baseline", str(known), "--write-baseline")[0] == 0
    assert codes(capsys, example, "--baseline", str(known)) == []
    change("milestones/planned-care.yaml", "area: planned-care\n", "# moved down\n\narea: planned-care\n")
    assert codes(capsys, example, "--baseline", str(known)) == []
    change("milestones/planned-care.yaml", "due: Autumn 2025", "due: 2025")
    assert "JFP201" in codes(capsys, example, "--baseline", str(known))


def test_no_baseline_is_written_over_a_file_of_the_plan(capsys: pytest.CaptureFixture[str], example: Path) -> None:
    before = (example / "plan.yaml").read_bytes()
    code, out, err = lint(capsys, example, "--baseline", str(example / "plan.yaml"), "--write-baseline")
    assert (code, out, (example / "plan.yaml").read_bytes()) == (2, "", before)
    assert "is a file of the plan, which would be lost" in err


def test_a_baseline_is_of_the_whole_plan(capsys: pytest.CaptureFixture[str], example: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    assert lint(capsys, example, str(known), "--write-baseline") == (
        2,
        "",
        "jfp: --write-baseline is of the whole plan; leave out FILES, or name the file to write with --baseline\n",
    )
    assert not (example / "lint-baseline.json").exists()
    assert lint(capsys, example, "--write-baseline", "--baseline", str(known))[0] == 0
    assert known.exists()


def test_a_baseline_that_is_none_is_refused(capsys: pytest.CaptureFixture[str], example: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("[]", encoding="utf-8")
    for path in (broken, tmp_path / "missing.json"):
        code, _, err = lint(capsys, example, "--baseline", str(path))
        assert code == 2
        assert "--write-baseline" in err


def test_an_allowance_stops_a_finding_until_its_day(capsys: pytest.CaptureFixture[str], change: ChangePlan) -> None:
    allow = "{rule: JFP304, at: milestones/exit-interviews, because: agreed, until: 2026-12-31}"
    plan = change("plan.yaml", "  allow:\n", f"  allow:\n    - {allow}\n")
    addresses = json.loads(lint(capsys, plan, "--select", "JFP304", "--format", "json")[1])
    assert "milestones/exit-interviews" not in [row["address"] for row in addresses]
    main(["lint", "--plan", str(plan), "--as-of", "2027-01-01", "--select", "JFP304,JFP609", "--format", "json"])
    later = json.loads(capsys.readouterr().out)
    assert "milestones/exit-interviews" in [row["address"] for row in later]
    assert "JFP609" in [row["code"] for row in later]


def test_the_shipped_plan_has_no_errors_and_its_known_contradictions(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(lint(capsys, SHIPPED, "--format", "json")[1])
    found = {(row["code"], row["address"]) for row in rows}
    assert {row["severity"] for row in rows} == {"warning", "advice"}
    assert ("JFP306", "milestones/green-plan-ratified.activity") in found
    assert ("JFP307", "milestones/special-care-dental-contracts.activity") in found
    assert ("JFP307", "milestones/spring-covid-booster.activity") in found
    assert {"JFP301", "JFP502", "JFP506", "JFP507"} <= {row["code"] for row in rows}


def test_rules_lists_every_code_and_explains_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["code"] for row in rows] == [fault.code for fault in EVERY_FAULT]
    assert all(row["why"] and row["bad"] and row["good"] for row in rows)
    assert main(["rules", "conflicting-targets"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("JFP408 conflicting-targets")
    assert "# <-- here" in out
    assert main(["rules", "JFP999"]) == 2


def test_a_fault_of_loading_is_explained_like_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "JFP0xx"]) == 0
    out = capsys.readouterr().out
    titles = [line for line in out.splitlines() if line.startswith("JFP")]
    assert titles[0] == "JFP001 unreadable-file  (error)"
    assert len(titles) == sum(fault.code.startswith("JFP0") for fault in EVERY_FAULT)
    assert out.count("\n  why   ") == out.count("\n  wrong:\n") == out.count("\n  right:\n") == len(titles)
    assert "    --- sections/dental.yml  # <-- here\n" in out


@pytest.mark.parametrize("name", ["x", "XX"])
def test_letters_that_stand_for_any_figures_are_no_family(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["rules", name]) == 2
    assert f'there is no rule "{name}"' in capsys.readouterr().err


def test_a_folded_text_is_shown_by_its_first_line(capsys: pytest.CaptureFixture[str], change: ChangePlan) -> None:
    plan = change("milestones/planned-care.yaml", "due: Autumn 2025", "due: >-\n      Autum\n      2025")
    _, out, _ = lint(capsys, plan, "--select", "JFP201")
    assert "  21 |       Autum\n     |       ^^^^^\n" in out
