"""Workbooks whose parts chance changed: each is taken in, or refused in a sentence, and the plan stays valid."""

import io
import re
import shutil
import zipfile
from pathlib import Path
from random import Random

import pytest

from jfp_cli.cli.door import main
from tests.conftest import EXAMPLE
from tests.exchange.workbooks import exported, rewritten

_PARTS = re.compile(r"xl/(workbook|sharedStrings|styles|worksheets/sheet\d+)\.xml|xl/_rels/workbook.xml.rels")
_ODD = (
    *("", "0", "-1", "99999", "A0", "XFD1048577", "ZZZZ1", "1e400", "nan", "inf", "=1", "#REF!", "s", "e", "b", "d"),
    *("str", "true", "A1:A1048576", "measures", "jfp workbook", "row", "keys", "headings", "table", "March 2026"),
    *("\u202e", "9" * 400),
)
_VALUE = re.compile(r'(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')
_ELEMENT = re.compile(r"<(c|row|v|t|si|f|xf|sheet)\b[^>]*>|</(c|row|v|t|si|f|xf|sheet)>")


def mutated(data: bytes, random: Random) -> bytes:
    """A workbook in which some values or elements of a part are others, or gone."""
    names = [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if _PARTS.fullmatch(name)]
    chosen = random.sample(names, k=random.randint(1, 3))
    rarely = random.choice((0.001, 0.01, 0.2))

    def change(name: str, part: bytes) -> bytes:
        if name not in chosen:
            return part
        text = part.decode()
        if random.random() < 0.3:
            return _ELEMENT.sub(lambda found: "" if random.random() < rarely / 5 else found[0], text).encode()
        return _VALUE.sub(lambda found: random.choice(_ODD) if random.random() < rarely else found[0], text).encode()

    return rewritten(data, change)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_breaks(seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(seed, tmp_path, capsys)


def check(seed: int, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Take a mutated workbook into a copy of the example."""
    plan = Path(shutil.copytree(EXAMPLE, folder / "plan"))
    path = folder / "came.xlsx"
    path.write_bytes(mutated(exported(EXAMPLE), Random(seed)))  # noqa: S311 - nothing is kept secret with it
    code = main(["import", str(path), "--plan", str(plan), *(["--remove"] if seed % 3 == 0 else [])])
    told = capsys.readouterr().err
    assert code in (0, 1, 2), told
    assert "fault of jfp" not in told
    assert main(["validate", "--plan", str(plan)]) == 0
