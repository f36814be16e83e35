"""What is wrong with the YAML of a file, and what to do about it, in words for those who write plans."""

import re
from typing import NamedTuple

from jfp_cli.values.text import REFUSED_BY_YAML, in_quotes, short

NAME_FIRST = 'write a name before the colon, as in "due: March 2026"'


class Mend(NamedTuple):
    """What would mend a fault: a text in the place of what stands between two offsets."""

    title: str
    start: int
    end: int
    text: str
    safe: bool = True


class Fault(NamedTuple):
    """A fault of the YAML itself, between two offsets of the text.

    `since` is where the text or bracket began that it is within; `alias` is what it does not find. It is the `last` one
    where nothing after it can be read.
    """

    name: str
    message: str
    help: str
    start: int
    end: int
    since: int | None = None
    alias: str = ""
    last: bool = False
    mend: Mend | None = None


class Stopped(NamedTuple):
    """What libyaml found wrong at an offset, and in what, which began at another; it does not always know both."""

    problem: str = ""
    context: str = ""
    at: int | None = None
    began: int | None = None

    @property
    def reach(self) -> int:
        """How far into the text libyaml came."""
        return -1 if self.at is None else self.at


class Stop(Exception):  # noqa: N818 - not an error: reading stops at a fault that nothing after can mend
    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def not_text(text: str, at: int) -> Fault:
    message = f"the file holds a character that is not text (U+{ord(text[at]):04X})"
    advice = "delete it, or save the file again as plain UTF-8 text"
    return Fault("not-text", message, advice, at, at + 1, last=text[at] == "\0")  # no text at all, or UTF-16


def syntax(stopped: Stopped, text: str) -> Fault:
    """Where libyaml stopped, or the first character of the text that is none."""
    found = re.search(REFUSED_BY_YAML, text)
    if found is not None:
        return not_text(text, found.start())
    from jfp_cli.source.yaml.help import explain  # noqa: PLC0415 - only needed after a mistake

    within = "quoted" in stopped.context or "flow" in stopped.context
    return Fault("yaml-syntax", *explain(stopped, text), since=stopped.began if within else None)


def swallowed_entry(start: int, end: int) -> Fault:
    message = "this line begins with a dash, but its indentation makes it more of the text above"
    advice = "line its dash up with the dashes of the list it belongs to, or put the whole text in quotes"
    return Fault("yaml-syntax", message, advice, start, end)


def nameless(start: int, end: int) -> Fault:
    message = "a value stands here without a name before its colon"
    return Fault("yaml-syntax", message, NAME_FIRST, start, end)


def duplicate(key: str, first_line: int, start: int, end: int) -> Fault:
    message = f'"{short(key)}" stands twice here, first on line {first_line}'
    return Fault("duplicate-key", message, "keep one of the two; if both are meant, write them as one list", start, end)


def empty_entry(start: int, end: int) -> Fault:
    message = "this entry of the list is empty"
    return Fault("empty-value", message, "write something, or delete the entry", start, end)


def empty_key(key: str, start: int, end: int) -> Fault:
    advice = "write a value after the colon, or delete the line"
    return Fault("empty-value", f'"{short(key)}" has no value', advice, start, end)


def bare_key(key: str, start: int, end: int) -> Fault:
    """`{value: 150,000}`: a text between braces that a comma cut off."""
    advice = (
        'write "name: value" with a space after the colon; '
        'put a text or a figure that holds a comma in quotes, such as "150,000"'
    )
    return Fault("empty-value", f'"{short(key)}" has no colon and no value', advice, start, end)


def _refused(message: str, advice: str, start: int, end: int) -> Fault:
    return Fault("refused-yaml", message, advice, start, end)


def merge_key(start: int, end: int) -> Fault:
    return _refused('the merge key "<<" is not read in a plan', "write the keys out in full", start, end)


def tag(written: str, start: int) -> Fault:
    advice = "delete the tag; put the value in quotes if it should stay as it is"
    return _refused(f'the YAML tag "{short(written)}" is not read in a plan', advice, start, start + len(written))


def complex_key(start: int) -> Fault:
    advice = 'write a plain name before the colon; put text that begins with "[", "{" or "*" in quotes'
    return _refused("something other than a plain name stands before a colon", advice, start, start + 1)


def too_deep(start: int, most: int) -> Fault:
    advice = "a plan needs fewer than ten levels; look for brackets that are never closed"
    return _refused(f"lists and keys are nested more than {most} deep here", advice, start, start + 1)._replace(
        last=True
    )


def second_document(start: int) -> Fault:
    advice = 'delete the line "---"; one file holds one section, area or enabler'
    return _refused("a second YAML document begins here", advice, start, start + 3)._replace(last=True)


def unknown_alias(name: str, start: int, end: int) -> Fault:
    message = f'text that begins with "*" repeats what was marked "&{short(name)}" above, and nothing was'
    advice = f'put "*{short(name)}" in quotes if it is meant as text, or write out what it should repeat'
    return _refused(message, advice, start, end)._replace(alias=name)


def alias_in_itself(name: str, start: int, end: int) -> Fault:
    message = f'"*{short(name)}" repeats the very thing that it stands in'
    return _refused(message, "write the value out instead of repeating it", start, end)


def too_many_aliases(start: int, end: int) -> Fault:
    message = "the aliases of this file repeat too much: more than a whole plan"
    advice = "write the values out instead of repeating them with aliases"
    return _refused(message, advice, start, end)._replace(last=True)


def read_otherwise(word: str, start: int, end: int) -> Fault:
    what = f'other readers of YAML take "{word}" for something else than this text'
    mend = Mend("write it in quotes", start, end, in_quotes(word))
    return Fault("read-otherwise-elsewhere", what, f"write it in quotes: {mend.text}", start, end, mend=mend)


def conflict(start: int, end: int) -> Fault:
    what = "two versions of these lines stand here, as git left them after a merge; the first was read"
    advice = "keep what is right of the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    return Fault("yaml-syntax", what, advice, start, end)
