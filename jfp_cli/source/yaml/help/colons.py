"""Colons where no name can stand, and names without one."""

import re

from jfp_cli.source.yaml.help.explained import QUOTE_ALL, SECOND_NAME, Explained
from jfp_cli.source.yaml.help.lines import line_above, line_end, line_start, value_end

COLON = re.compile(r":(?= |\t|\r|\n|\Z)")
MARKS = re.compile(r"[ \t]*(- +)*")  # what indents a line: spaces, and the dashes of lists


def stray_colon(text: str, at: int) -> Explained:
    """A name and a colon where no name can stand: within a value, or on a line that continues the text above."""
    begin = line_start(text, at)
    indented = MARKS.match(text, begin)
    name = indented.end() if indented else begin
    first = COLON.search(text, name, at + 1)
    if first is not None and first.start() < at:
        start = first.end() + len(text[first.end() : at]) - len(text[first.end() : at].lstrip())
        return Explained(SECOND_NAME, QUOTE_ALL, start, value_end(text, start))
    above = line_above(text, begin)
    indented_above = MARKS.match(text, above)
    if indented_above is not None and name - begin <= indented_above.end() - above:
        return no_colon(text, indented_above.end())
    return Explained(
        "this line is indented deeper than the line above, so YAML reads it as more of that line's text",
        f"line it up with the line above; if it does continue that text, {QUOTE_ALL}",
        name,
        line_end(text, at),
    )


def no_colon(text: str, start: int) -> Explained:
    """A line that should name something and does not."""
    end = line_end(text, start)
    line = text[start:end]
    if line.startswith("-") and not line.startswith("---"):
        advice = 'write a space after the dash: "- first entry"'
        return Explained("an entry of a list begins with a dash and a space", advice, start, end)
    if ":" in line and not COLON.search(line):
        advice = 'write "name: value" with a space after the colon'
        return Explained("this line has no space after the colon of its name", advice, start, end)
    return Explained(
        "this line has no colon after its name",
        'write "name: value", begin a list entry with "- ", or indent a line that continues the text above',
        start,
        end,
    )
