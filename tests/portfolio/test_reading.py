"""portfolio.yaml: what it says, and what is wrong with it and where."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from jfp_cli.portfolio.portfolio import Portfolio
from jfp_cli.portfolio.reading import portfolio_schema, read_portfolio
from tests.portfolio.conftest import TEXT, Write


def test_a_portfolio_says_where_its_plans_are(portfolio: Path, folder: Path) -> None:
    read = read_portfolio(portfolio)
    assert read.findings == ()
    assert read.folders == {"example": folder / "example/plan", "eastmere": folder / "eastmere/plan"}
    assert read.portfolio is not None
    assert read.portfolio.within("coast") == ("eastmere",)
    assert read.portfolio.within("example") == ("example",)
    assert read.portfolio.within("nowhere") == ()


@pytest.mark.parametrize(
    ("text", "line", "message", "help_text"),
    [
        (TEXT.replace("groups", "group"), 3, 'a portfolio has no key "group"', 'did you mean "groups"?'),
        (TEXT.replace("example/plan", "exmaple/plan"), 2, "there is no plan.yaml in ", "write the folder"),
        (TEXT.replace("[eastmere]", "[eastmeer]"), 3, 'there is no plan "eastmeer"', 'did you mean "eastmere"?'),
        (TEXT.replace("coast:", "example:"), 3, '"example" is the name of a plan already', "another name"),
        (TEXT.replace("eastmere:adults", "adults"), 5, "it does not say of which plan this is", "PLAN:ID"),
        (TEXT.replace("eastmere:adults", "east:adults"), 5, 'there is no plan "east"', "did you mean "),
        (
            TEXT.replace("eastmere/plan", "example/../example/plan"),
            2,
            '"eastmere" has the folder of "example"',
            "the plan is asked once",
        ),
        ("plans: {}\n", 1, "title", ""),
        ("- a list\n", 1, "", ""),
        ("", 1, "empty", ""),
    ],
)
def test_what_is_wrong_is_said_with_its_place(write: Write, text: str, line: int, message: str, help_text: str) -> None:
    read = read_portfolio(write(text))
    finding = next(finding for finding in read.findings if message in finding.message)
    assert finding.span.line == line
    assert help_text in finding.help


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"title: \x00", b"a: &a [*a, *a]\n", b"x: !!python/object:os.system a"]
)
def test_any_bytes_are_findings(portfolio: Path, data: bytes) -> None:
    portfolio.write_bytes(data)
    read = read_portfolio(portfolio)
    assert read.portfolio is None
    assert read.findings


def test_names_that_are_tied_mean_each_other() -> None:
    one = Portfolio.model_validate({"title": "x", "plans": {"a": "a", "b": "b"}, "same": {"areas": [["a:x", "b:y"]]}})
    assert one.names_in("b", "areas", "x") == ("x", "y")
    assert one.names_in("b", "areas", "a:x") == ("y",)
    assert one.names_in("a", "areas", "b:y") == ("x",)
    assert one.names_in("a", "areas", "z") == ("z",)
    assert one.names_in("a", "places", "b:z") == ()


def test_the_schema_takes_what_is_right_and_nothing_else(portfolio: Path) -> None:
    schema = portfolio_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    right = yaml.safe_load(portfolio.read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(right)
    assert list(validator.iter_errors(right | {"plan": {}}))
    assert list(validator.iter_errors({"title": "No plans"}))
