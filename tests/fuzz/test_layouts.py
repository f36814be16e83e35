"""Five hundred oddly written files in the house style: all that they say stays, and a second go changes nothing."""

import re
from random import Random

from jfp_cli.fmt.plan import laid_out
from jfp_cli.source.folder import TextFile
from jfp_cli.source.yaml import parse
from tests.fuzz.odd_files import Hand


def test_the_house_style_is_one_style_for_every_hand() -> None:
    random = Random(2026)  # noqa: S311 - nothing here is a secret
    for _ in range(500):
        text = Hand(random).file()
        if parse(text).faults:
            continue
        after = laid_out(TextFile("x.yaml", "sections", "x", text))
        assert laid_out(TextFile("x.yaml", "sections", "x", after)) == after, text
        assert parse(after).data == parse(text).data
        assert sorted(re.findall(r"# [cf]\d+q", after)) == sorted(re.findall(r"# [cf]\d+q", text))
