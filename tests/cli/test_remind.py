"""`jfp remind`: what each owner should report now, as text and as mail."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests.cli.conftest import Jfp
from tests.conftest import ChangePlan

CAFE = "Open the caf\N{LATIN SMALL LETTER E WITH ACUTE}"
DAY = ("--as-of", "2026-07-01")


def test_all_reminders_are_written_to_standard_output(jfp: Jfp, example: Path) -> None:
    ran = jfp("remind", *DAY, "--plan", example)
    assert ran.out.startswith(
        "## For Planned care lead\n\n1 thing to report of Example Joint Forward Plan, as of 1 July"
    )
    assert "`jfp complete endoscopy-unit`" in ran.out
    assert (ran.err, ran.code) == ("2 reminders as of 1 July 2026\n", 0)


def test_each_owner_has_a_file(jfp: Jfp, example: Path, tmp_path: Path) -> None:
    ran = jfp("remind", *DAY, "--output", tmp_path / "out", "--plan", example)
    assert ran.out == ""
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["for-nobody.md", "for-planned-care-lead.md"]


def test_mail_is_a_draft_that_holds_the_same(jfp: Jfp, change: ChangePlan, tmp_path: Path) -> None:
    folder = change(
        "milestones/planned-care.yaml", "Open the endoscopy unit", "Open the caf\N{LATIN SMALL LETTER E WITH ACUTE}"
    )
    jfp("remind", *DAY, "--format", "eml", "--output", tmp_path / "out", "--plan", folder)
    mail = message_from_bytes((tmp_path / "out" / "for-planned-care-lead.eml").read_bytes(), policy=default)
    assert mail["Subject"] == "Example Joint Forward Plan: 1 thing to report"
    assert (mail["X-Unsent"], mail["To"]) == ("1", None)
    assert mail.get_content().splitlines()[0] == "Planned care lead,"
    assert f"- {CAFE}. It was due Autumn 2025" in mail.get_content()


def test_mail_about_what_nobody_answers_for_is_to_whoever_looks_after_the_plan(
    jfp: Jfp, example: Path, tmp_path: Path
) -> None:
    jfp("remind", *DAY, "--format", "eml", "--output", tmp_path / "out", "--plan", example)
    mail = message_from_bytes((tmp_path / "out" / "for-nobody.eml").read_bytes(), policy=default)
    assert mail.get_content().splitlines()[0] == "To whoever looks after the plan: nobody is named for these."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "eml"), "mail is a file for each owner; write --output with the folder for them"),
        (("--owner", "Planned cre lead"), 'did you mean "Planned care lead"?'),
    ],
)
def test_what_cannot_be_written_is_answered(jfp: Jfp, example: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = jfp("remind", *DAY, *arguments, "--plan", example)
    assert said in ran.err
    assert (ran.out, ran.code) == ("", 2)
