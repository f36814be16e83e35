"""Who answers for something, or nobody."""

import pytest

from jfp_cli.values.nobody import names_nobody

NOBODY = (
    "n/a|N/A|NA|-|\u2013|\u2014|?|...|0|x|TBC|T.B.C.|tbd|none|nil|None identified|vacant|Vacant post|Post vacant"
    "|TBC - vacant|tbc/vacant|To be recruited|to be appointed|Awaiting recruitment|Recruitment pending|no owner|No lead"
    "|Not yet assigned|N/A (complete)|Lead TBC|Owner to be confirmed|Pending|Unallocated"
    "|(none assigned)|Nobody|All|all leads|Various|"
)
SOMEBODY = (
    "Ann|OB|IM/TK|Head of dental|TBC (Ann covering)|Recruitment lead|Vacancy manager|Policy team / Met Office"
    "|All Saints Trust|Owner: Jo|Interim director|Previously Ann|SRO|Ann / TBC|Lead officer|X with input from Y"
)


@pytest.mark.parametrize("text", NOBODY.split("|"))
def test_nobody_is_named(text: str) -> None:
    assert names_nobody(text)


@pytest.mark.parametrize("text", SOMEBODY.split("|"))
def test_somebody_is_named(text: str) -> None:
    assert not names_nobody(text)
