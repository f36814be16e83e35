"""What a release is made of; what runs elsewhere (winget, Homebrew, an image) is held against what can be read here."""

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

from jfp_cli import __version__
from release.__main__ import CHANGELOG, WHOLE, main
from release.audit import CLEAN, UNKNOWN, VULNERABLE, Verdict, judged
from release.brew import formula
from release.notes import NotReadyError, check_tag, notes
from release.parts import JFP, Part, parts
from release.winget import manifests
from tests.conftest import ROOT

WRITTEN = """\
# Changelog

## Unreleased

- New.

## 0.2.0, 1 April 2027

- Two,
  in two lines.

## 0.1.0, 1 March 2027
"""
URL = "https://example.org/jfp"
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")


def test_the_notes_of_a_version_are_what_the_changelog_says_of_it() -> None:
    assert notes(WRITTEN, "0.2.0") == "- Two,\n  in two lines.\n"


@pytest.mark.parametrize(("version", "said"), [("0.3.0", "has no section 0.3.0"), ("0.1.0", "says nothing of 0.1.0")])
def test_a_version_of_which_the_changelog_says_nothing_is_not_released(version: str, said: str) -> None:
    with pytest.raises(NotReadyError, match=re.escape(said)):
        notes(WRITTEN, version)


def test_a_tag_names_the_version_that_the_package_has() -> None:
    check_tag("v0.2.0", "0.2.0")
    with pytest.raises(NotReadyError, match=r"tag that commit v0\.2\.0"):
        check_tag("v0.3.0", "0.2.0")


def test_what_is_not_ready_is_a_sentence_and_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changelog = tmp_path / "CHANGELOG.md"
    changelog.write_text("# Changelog\n\n## Unreleased\n\n- New.\n", encoding="utf-8")
    monkeypatch.setattr("release.__main__.CHANGELOG", changelog)
    assert main(["check", f"v{__version__}"]) == 1
    assert "write the version and its day where it says Unreleased" in capsys.readouterr().err
    changelog.write_text(f"# Changelog\n\n## {__version__}, 1 April 2027\n\n- New.\n", encoding="utf-8")
    assert main(["check", f"v{__version__}"]) == 0
    assert main(["notes"]) == 0
    assert capsys.readouterr().out == "- New.\n"


def test_the_changelog_is_one_that_notes_are_taken_from() -> None:
    newest = re.findall(r"^## ([^\s,]+)", CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)[0]
    assert notes(CHANGELOG.read_text(encoding="utf-8"), newest).startswith("- ")


def test_the_parts_are_all_that_is_installed_with_jfp() -> None:
    bare, whole = parts(frozenset()), parts(WHOLE)
    assert next(iter(bare)) == JFP
    assert {"typer", "pydantic", "ruamel-yaml", "markupsafe"} <= set(bare) < set(whole)
    assert not {"pytest", "mypy", "mkdocs"} & set(whole)
    for part in whole.values():
        assert part.needs <= set(whole)
    assert whole["typer"].licence == "MIT"


def test_the_bill_of_materials_fits_its_schema_and_has_every_part(tmp_path: Path) -> None:
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415 - slow, and only here
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415

    assert main(["bill", str(tmp_path / "dist" / "jfp.cdx.json")]) == 0
    text = (tmp_path / "dist" / "jfp.cdx.json").read_text(encoding="utf-8")
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"components"', '"parts"', 1)) is not None
    bill: dict[str, Any] = json.loads(text)
    of_jfp = bill["metadata"]["component"]
    assert (of_jfp["name"], of_jfp["version"], of_jfp["licenses"]) == (
        JFP,
        __version__,
        [{"license": {"id": "MIT"}}],
    )
    assert {part["name"] for part in bill["components"]} == set(parts(WHOLE)) - {JFP}
    needed = {entry["ref"]: entry.get("dependsOn", []) for entry in bill["dependencies"]}
    assert any(name.startswith("pkg:pypi/typer@") for name in needed[of_jfp["bom-ref"]])
    main(["bill", str(tmp_path / "again.json")])
    again = json.loads((tmp_path / "again.json").read_text(encoding="utf-8"))
    assert again["serialNumber"] == bill["serialNumber"]


def test_the_formula_installs_the_wheel_with_the_parts_that_were_tested(tmp_path: Path) -> None:
    wheel = tmp_path / "jfp_cli-0.2.0-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    text = formula(
        wheel, f"{URL}/", "0.2.0", [Part(JFP, "0.2.0", "MIT", frozenset()), Part("typer", "1", "", frozenset())]
    )
    assert f'url "{URL}/releases/download/v0.2.0/{wheel.name}"' in text
    assert f'sha256 "{sha256(b"wheel").hexdigest()}"' in text
    assert '      "typer==1"\n' in text
    assert "jfp-cli==" not in text
    opened = len(re.findall(r"^ *(?:class|def|test do)\b", text, re.MULTILINE))
    assert len(re.findall(r"^ *end$", text, re.MULTILINE)) == opened == 3
    ruby = shutil.which("ruby")
    if ruby:
        subprocess.run([ruby, "-c"], input=text, encoding="utf-8", check=True)


def test_the_manifests_of_winget_agree_and_name_the_program(tmp_path: Path) -> None:
    program = tmp_path / "jfp-0.2.0-windows-x64.zip"
    program.write_bytes(b"zip")
    read = {name: yaml.safe_load(text) for name, text in manifests(program, URL, "0.2.0").items()}
    assert {each["ManifestType"] for each in read.values()} == {"version", "installer", "defaultLocale"}
    for name, each in read.items():
        assert name.startswith(each["PackageIdentifier"])
        assert each["PackageVersion"] == "0.2.0"
        assert each["ManifestVersion"] == "1.6.0"
    installer = next(each for each in read.values() if each["ManifestType"] == "installer")
    (one,) = installer["Installers"]
    assert one["InstallerUrl"] == f"{URL}/releases/download/v0.2.0/{program.name}"
    assert one["InstallerSha256"] == sha256(b"zip").hexdigest().upper()
    assert installer["NestedInstallerFiles"][0]["RelativeFilePath"] == r"jfp\jfp.exe"
    locale = next(each for each in read.values() if each["ManifestType"] == "defaultLocale")
    assert len(locale["ShortDescription"]) <= 256
    main(["winget", str(program), URL, str(tmp_path / "written")])
    assert {path.name for path in (tmp_path / "written").iterdir()} == set(read)


GOOD, NEVER_HEARD = {"name": "a", "version": "1", "vulns": []}, {"name": "b", "skip_reason": "not found"}
BAD = {"name": "c", "version": "1", "vulns": [{"id": "CVE-2027-1", "fix_versions": ["1.1"]}]}


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ([GOOD], Verdict(CLEAN, ("1 part audited, nothing known against them",))),
        ([GOOD, NEVER_HEARD], Verdict(UNKNOWN, ("1 of 2 parts audited: nothing is known here of b",))),
        ([NEVER_HEARD], Verdict(UNKNOWN, ("0 of 1 part audited: nothing is known here of any part",))),
        ([GOOD, NEVER_HEARD, BAD], Verdict(VULNERABLE, ("c 1: CVE-2027-1, mended in 1.1",))),
    ],
)
def test_what_an_audit_answers_is_judged(answer: list[dict[str, Any]], verdict: Verdict) -> None:
    assert judged({"dependencies": answer, "fixes": []}) == verdict


@pytest.mark.parametrize(
    ("verdict", "strict", "code"),
    [(CLEAN, True, 0), (VULNERABLE, False, 1), (VULNERABLE, True, 1), (UNKNOWN, False, 0), (UNKNOWN, True, 1)],
)
def test_where_nobody_can_say_only_a_strict_audit_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], verdict: int, strict: bool, code: int
) -> None:
    monkeypatch.setattr("release.audit.audit", lambda _: Verdict(verdict, ("what was found",)))
    assert main(["audit", *(["--strict"] if strict else [])]) == code
    assert capsys.readouterr().err == "what was found\n"


def test_an_audit_that_says_nothing_is_no_clean_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from release.audit import audit  # noqa: PLC0415 - the one above is put in its place

    silent = subprocess.CompletedProcess([], 1, stdout="", stderr="first\nno network\n")
    monkeypatch.setattr("release.audit.subprocess.run", lambda *_, **__: silent)
    assert audit(parts(WHOLE).values()) == Verdict(UNKNOWN, ("nothing could be audited: no network",))


def test_the_image_runs_jfp_as_nobody_of_importance() -> None:
    lines = [line for line in CONTAINER.splitlines() if line and not line.startswith("#")]
    last = CONTAINER.rpartition("\nFROM ")[2]
    assert lines[-1] == 'ENTRYPOINT ["jfp"]'
    assert re.search(r"^USER (\d+)$", last, re.MULTILINE)
    assert not re.search(r"^USER (root|0)$", last, re.MULTILINE)
    declared = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(re.findall(r"^FROM python:(3\.\d+)-slim", CONTAINER, re.MULTILINE)) <= set(declared)


def test_what_reaches_the_image_is_enough_to_install_jfp(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    lets = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for name in (line.removeprefix("!") for line in lets if line.startswith("!")):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(tmp_path / "dist")]
    subprocess.run([sys.executable, "-m", "pip", "wheel", str(tmp_path), *options], check=True)
    assert len(list((tmp_path / "dist").glob("*.whl"))) == 1


def test_the_program_for_windows_begins_where_jfp_does() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "release" / "program.py"), "--version"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == f"jfp {__version__}\n"
