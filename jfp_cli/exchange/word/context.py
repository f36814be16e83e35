"""What a section says before its plans: ambitions, challenges, and what residents or staff say."""

import re
from collections.abc import Sequence

from jfp_cli.edit.yaml.handwriting import Bare
from jfp_cli.exchange.word.blocks import Line
from jfp_cli.exchange.word.columns import Column
from jfp_cli.exchange.word.making import Making, Thing
from jfp_cli.exchange.word.reading import Reading, Row
from jfp_cli.exchange.word.roles import role_of

_ASKED = re.compile(r"\b([\d,]{1,9}) (?:respondents|responses|people|residents|participants|staff|patients)\b")
_LISTS = {Column.CONTEXT: "introduction", Column.AMBITION: "ambitions", Column.CHALLENGE: "challenges"}
_BELONGING = (Column.CHALLENGE, Column.VOICE)


def is_of_context(reading: Reading) -> bool:
    """Whether a table has ambitions, challenges or voices."""
    return reading.has(Column.AMBITION, Column.CONTEXT, *_BELONGING)


def take_context(making: Making, reading: Reading, section: Thing) -> None:
    """Enter a table of ambitions, with what belongs to each where there are several."""
    making.ledger.frame(*reading.labels)
    section["introduction"] += [line.text for line in reading.above]
    making.ledger.take(*reading.above)
    several = sum(any(row.cells[number].text for number in reading.at(Column.AMBITION)) for row in reading.rows) > 1
    for row in reading.rows:
        said = _of_row(making, reading, row)
        if several and len(said["ambitions"]) == 1 and (said["challenges"] or said["voices"]):
            section["introduction"] += said["introduction"]
            section["ambitions"].append({"ambition": said["ambitions"][0], **_rest(said)})
        else:
            for key, found in said.items():
                section[key] += found


def take_beside(making: Making, reading: Reading, section: Thing) -> None:
    """Enter the ambitions, challenges and voices of a table that is one of workstreams too."""
    for row in reading.rows:
        for key, found in _of_row(making, reading, row).items():
            section[key] += found


def _rest(said: Thing) -> Thing:
    return {key: said[key] for key in ("challenges", "voices") if said[key]}


def _of_row(making: Making, reading: Reading, row: Row) -> Thing:
    said: Thing = {"introduction": [], "ambitions": [], "challenges": [], "voices": []}
    for number, head in enumerate(reading.heads):
        lines = [line for line in without_labels(making, row.cells[number].written) if making.ledger.is_free(line)]
        if head.column is Column.VOICE and lines:
            said["voices"].append(voice(making, lines, head.text))
        elif head.column in _LISTS:
            said[_LISTS[head.column]] += [line.text for line in lines]
            making.ledger.take(*lines)
    return said


def without_labels(making: Making, lines: Sequence[Line]) -> list[Line]:
    """Lines without those that only say what comes after the table."""
    labels = [line for line in lines if line.text.endswith(":") and role_of(line.text)]
    making.ledger.frame(*labels)
    return [line for line in lines if line not in labels]


def voice(making: Making, lines: Sequence[Line], label: str) -> Thing:
    """What some people say: the first line is who asked, where others stand under it."""
    making.ledger.take(*lines)
    source, *findings = [line.text for line in lines]
    if not findings:
        source, findings = label.rstrip(" :"), [source]
    asked = {found.replace(",", "") for found in _ASKED.findall(source)} - {""}
    made: Thing = {"source": source}
    if len(asked) == 1:
        made["respondents"] = Bare(asked.pop())
    return {**made, "findings": findings}
