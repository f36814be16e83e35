"""JFP506 page-reference."""

import re
from collections.abc import Iterator

from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.finding import Severity

_NUMBERS = r"\d[\d.]*(?:(?: ?[-\u2013\u2014,&] ?| (?:and|to|or) )\d[\d.]*)*(?<!\.)"
_REFERENCE = re.compile(
    rf"\bpages? {_NUMBERS}"
    rf"|\b(?:pp?\. ?|pp){_NUMBERS}"
    rf"|\b(?:see |on the )?(?:overleaf|(?:next|previous|following) page)\b"
    rf"|\b(?:chapter|section) \d+\.\d[\d.]*(?<!\.)"
    rf"|\bsee (?:also )?(?:chapter|section) \d+(?!\w|\.\d)"
    rf"|\b(?:appendix|annex) (?:\d+|(?-i:[A-Z]\b))",
    re.IGNORECASE,
)
# A law, or an edition that is named, does not change any more.
_FIXED = re.compile(
    r"\)? (?:of|to|in) (?:the |our |its )?(?:[\w'\u2019-]+ ){0,6}?(?:\d{4}|Act|Regulations|Code|Constitution)\b"
)
_HINTS = (
    *(re.compile(r"p(?:age|(?<!\wp)(?:\.|p))"), re.compile(r"x (?:\d|[a-z]\b)")),
    *("overleaf", "section ", "chapter "),
)


def _check(subject: Subject) -> Iterator[Problem]:
    for at, text in subject.prose_index.holding(*_HINTS):
        for found in _REFERENCE.finditer(text):
            if not _FIXED.match(text, found.end()):
                yield Problem(
                    at,
                    f'"{found[0]}" will be somewhere else in the next edition',
                    "say here what stands there, or name the section, workstream or enabler by its title",
                    words=found[0],
                )


RULE = Rule(
    code="JFP506",
    name="page-reference",
    severity=Severity.WARNING,
    what="A text sends its reader to a page, or to a number of a section or appendix.",
    why="Pages and numbers move with every edition, and web pages have none; titles and ids stay. A warning: the "
    "plan stands, but what it refers to cannot be found.",
    bad="""
workstreams:
  - id: frailty
    title: Frailty
    introduction:
      - The ambition is in the published plan on pages 13-15 and 44-45.  # <--
      - For outpatients see section 5.7.  # <--
""",
    good="""
workstreams:
  - id: frailty
    title: Frailty
    introduction:
      - The ambition is the one of Care closer to home.
      - Section 5.7 of the 2023-28 plan outlines what was done before.
      - A one-page summary explains section 75 agreements and section 14.2 of the Care Act.
""",
    check=_check,
    by_file=True,
)
