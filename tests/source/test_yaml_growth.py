"""Texts with as many faults, lines or blanks as fit into a file: they are read, and explained, in one go."""

import pytest

from jfp_cli.source.yaml import parse

MANY = 20_000


def test_every_repetition_of_a_key_names_the_line_of_the_first() -> None:
    text = "b: c\n" * MANY + "d: e\n" + "d: f\n" * MANY
    faults = parse(text).faults
    assert len(faults) == 2 * MANY - 1
    assert {fault.message for fault in faults[: MANY - 1]} == {'"b" stands twice here, first on line 1'}
    assert {fault.message for fault in faults[MANY - 1 :]} == {f'"d" stands twice here, first on line {MANY + 1}'}


@pytest.mark.parametrize(
    ("between", "message"),
    [
        ("\n", "this line is indented deeper than the line above"),
        ("\r", "this line is indented deeper than the line above"),
        ("# c\n", "this line is not indented like the lines it belongs with"),
    ],
)
def test_a_fault_far_below_the_line_that_it_belongs_to_is_explained(between: str, message: str) -> None:
    text = "a: b\n" + between * 50 * MANY + "    c: d\n"
    [fault] = parse(text).faults
    assert text.startswith("c: d", fault.start)
    assert fault.message.startswith(message)


def test_a_fault_before_many_blanks_is_explained() -> None:
    text = "a: @" + " " * 50 * MANY + "b # c\n"
    [fault] = parse(text).faults
    assert fault.end == len(text) - len(" # c\n")
