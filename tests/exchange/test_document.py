"""The plan as one JSON document, held to the schema that is published with it."""

import json

import jsonschema
import pytest

from jfp_cli.exchange.data.document import document, document_schema
from jfp_cli.exchange.data.table import Exported
from jfp_cli.exchange.data.whole import TABLES


def test_a_document_fits_its_schema(borough: Exported) -> None:
    schema = document_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    written = json.loads(json.dumps(document([borough])))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(written)
    assert {name: len(rows) for name, rows in written.items() if name != "format"} == {
        table.name: len(list(table.rows(borough))) for table in TABLES
    }
    assert {row["plan"] for row in written["promises"]} == {"eastmere"}


@pytest.mark.parametrize(("column", "value"), [("due_last", "soon"), ("overdue", "yes"), ("mood", "hopeful")])
def test_a_document_that_says_otherwise_does_not(borough: Exported, column: str, value: str) -> None:
    written = document([borough])
    written["promises"][0][column] = value
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    assert list(jsonschema.Draft202012Validator(document_schema(), format_checker=checker).iter_errors(written))
