"""What a fault of YAML syntax means to somebody who writes plans, not YAML."""

import re

from jfp_cli.source.yaml.help.brackets import in_brackets
from jfp_cli.source.yaml.help.colons import no_colon, stray_colon
from jfp_cli.source.yaml.help.explained import QUOTE_ALL, Explained
from jfp_cli.source.yaml.help.indentation import lined_up
from jfp_cli.source.yaml.help.lines import line_start
from jfp_cli.source.yaml.help.signs import block, quote_it, quoted
from jfp_cli.source.yaml.stopped import Stopped

# What libyaml says of a text that begins with a sign which means something else in YAML.
SIGN_BEGUN = re.compile("alias|anchor|tag|directive")
SIGN_FOUND = re.compile("cannot start any token|keys are not allowed|undefined tag handle")
SENTENCES = {
    "unexpected ':'": ("a colon ends this text, which YAML reads as the end of a name", QUOTE_ALL),
    "block sequence entries": (
        "a list with dashes cannot begin on the line of its name",
        'start a new line for each entry, or write "[first, second]"; put text that begins with a dash in quotes',
    ),
}


def explain(stopped: Stopped, text: str) -> Explained:
    """Say in plain words why libyaml stopped, and where it should be mended."""
    problem, context = stopped.problem, stopped.context
    at = min(stopped.at or 0, len(text))
    char = text[at : at + 1]
    at = min(at, max(len(text) - 1, 0))
    began = at if stopped.began is None else stopped.began
    if char == "\t" or "tab character" in problem:
        tab = text.rfind("\t", line_start(text, at), at + 1)
        at = tab if tab >= 0 else at
        return Explained("a tab is used as indentation", "use spaces: two for each level", at, at + 1)
    if "block scalar" in context:
        return block(text, began)
    if "quoted scalar" in context:
        return quoted(problem, text, at, began)
    if SIGN_BEGUN.search(context):
        return quote_it(text, began)
    if "mapping values are not allowed" in problem:
        return stray_colon(text, at)
    if "could not find expected ':'" in problem:
        return no_colon(text, began)
    if "flow" in context:
        return in_brackets(text, char, at, began)
    if char in ("%", ",", "]", "}") or SIGN_FOUND.search(problem):
        return quote_it(text, at)
    return _in_a_sentence(problem, began, at + 1) or lined_up(text, at)


def _in_a_sentence(problem: str, start: int, end: int) -> Explained | None:
    for fault, (message, advice) in SENTENCES.items():
        if fault in problem:
            return Explained(message, advice, start, end)
    return None
