"""JFP501 placeholder."""

import re
from collections.abc import Iterator

from jfp_cli.linting.prose.index import Sought
from jfp_cli.linting.rule import Problem, Rule
from jfp_cli.linting.subject import Subject
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Severity
from jfp_cli.values.nobody import names_nobody

_WHAT = (
    r"(?:section|workstream|chapter|link|figure|number|text|wording|content|date|timescale|detail|target|trajectory"
    r"|baseline|indicator|measure|metric|milestone|owner|lead|name|action|table|chart|evidence|appendix)s?"
)
_DONE = (
    r"(?:updated|confirmed|added|agreed|decided|determined|completed|defined|developed|written|inserted|supplied"
    r"|finali[sz]ed)"
)
_TO_BE = rf"to be {_DONE}(?:(?:/| and | or ){_DONE})?"
_AWAITED = (
    r"(?:confirmation|approval|agreement|sign-off|figures?|data|details?|information|a decision|an update|input|text)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]* (?:20)?\d\d\b"
# After it the text ends, or says when: "dates to be confirmed with each patient" is work, not a gap.
_ENDS = (
    rf"(?=\s*(?:[).;,\]]|$)|\s+(?:(?:in |by )?{_MONTH}|by (?:(?:the end|end|early|mid|late)\b|(?-i:[A-Z])|\d)"
    r"|(?:later|in due course|shortly|soon|when|once)\b))"
)
_PLACEHOLDER = re.compile(
    rf"\b(?:TBC|TBA|TBD)\b"
    rf"|\b{_WHAT}:? (?:(?:is|are|still|yet) )*(?:{_TO_BE}|to follow){_ENDS}"
    rf"|(?:^|(?<=[:(])|(?<=[:(] )|(?<=[-\u2013\u2014] )){_TO_BE}{_ENDS}"
    rf"|\bto be updated {_MONTH}"
    r"|\b(?:(?:is|still|currently) |(?<=[-(:\u2013\u2014])|(?<=[-(:\u2013\u2014] )"
    rf"|{_WHAT}:? (?:are )?)await(?:s|ing) {_AWAITED}{_ENDS}"
    rf"|\?{{2,}}"
    rf"|\[(?:insert|add|link|date|name|figure|number|x+|to )[^\]]{{0,80}}\]"
    rf"|£?\b(?-i:XX+|xx+)\b(?: ?%)?|\bplaceholder\b",
    re.IGNORECASE,
)
_HINTS: tuple[Sought, ...] = (
    *map(re.compile, (r"\?(?=\?)", r"b(?:(?<=to b)e |(?<=tb))", "x(?=x)")),
    *("await", "to follow", "[", "placeholder"),
)
# Much is to be done that is no gap: asked first, that makes the search many times faster.
_HINT = re.compile(rf"await|\?\?|tb[acd]|to be {_DONE}|to follow|\[|xx|placeholder")
# These record what was said at the time, or are the place for gaps.
_RECORDS = {"pending", "updates", "moves"}


def _check(subject: Subject) -> Iterator[Problem]:
    for at, text in subject.prose_index.holding(*_HINTS):
        if not _HINT.search(text.lower()) or not _RECORDS.isdisjoint(at.path):
            continue
        if found := _PLACEHOLDER.search(text):
            yield Problem(
                at,
                f'"{found[0]}" would be published as it stands',
                'write what is meant, or record the gap: "pending: [{what: ..., by: March 2026}]"',
                words=found[0],
            )
    for at, owner in _owners(subject):
        if names_nobody(owner):
            yield Problem(
                at,
                f'"{owner}" is nobody who could be asked',
                "name the post that answers for this, or delete this line until there is one",
            )


def _owners(subject: Subject) -> Iterator[tuple[Address, str]]:
    for _, milestone in subject.plan.milestones():
        if milestone.owner:
            yield Address("milestones", milestone.id, ("owner",)), milestone.owner
    for target in subject.targets:
        if target.owner:
            yield Address("targets", target.id, ("owner",)), target.owner


RULE = Rule(
    code="JFP501",
    name="placeholder",
    severity=Severity.WARNING,
    what="A text says that it is still to be written.",
    why="Placeholders are overlooked and published. A warning: `pending` is the place for a known gap, where it has a "
    "date and is left out of the published plan.",
    bad="""
challenges:
  - Waiting lists have grown (figures to be updated)  # <--
workstreams:
  - id: outpatients
    title: Outpatients
    indicators: ["Key indicators: to be confirmed"]  # <--
targets:
  - id: did-not-attend
    statement: Fewer missed appointments
    owner: TBC  # <--
""",
    good="""
challenges:
  - Waiting lists have grown
pending:
  - {what: Figures of the waiting lists to be updated, by: March 2026}
workstreams:
  - id: outpatients
    title: Outpatients
    actions:
      2025-26:
        - Give patients to be added to the list a date to be confirmed by text message
        - Agree the specification, to be completed by September 2026
""",
    check=_check,
    by_file=True,
)
