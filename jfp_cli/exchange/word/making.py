"""The plan that is being made of a document: what it holds so far, its ids, and the words that its files share."""

import re
from datetime import date
from typing import Any

from jfp_cli.edit.naming import RESERVED
from jfp_cli.exchange.word.blocks import Line
from jfp_cli.exchange.word.ledger import Ledger
from jfp_cli.exchange.word.markers import DASHES, STOPS
from jfp_cli.exchange.word.periods import Periods, date_in
from jfp_cli.values.calendar import Calendar
from jfp_cli.values.nobody import names_nobody
from jfp_cli.values.text import as_id, folded, id_from

Thing = dict[str, Any]
_ORGANISATION = re.compile(
    r"\b(?:trust|council|icb|icbs|nhs|board|partnership|alliance|university|hospitals?|federation|foundation|network|"
    r"healthwatch|collaborative|college|police|charity|ltd|limited|cic|pcns?|trusts|councils|providers?)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*(?:,|;|/|&|\band\b)\s*")
_TO_COME = re.compile(
    rf"[\s({DASHES}]*\b(?P<what>(?:(?:this )?section )?"
    r"(?:to be (?:updated|added|confirmed|completed|written|agreed|developed|finalised)|to follow|tbc\b|"
    r"under development|awaiting)[^()]*)\)?\s*$",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:in|by|from)?\s*((?:[a-z]{3,9}\.? )?(?:'?\d{2}|20\d\d)(?:[-/]\d\d)?)\s*$", re.IGNORECASE)
_MOST_TO_COME = 14  # words of a line that says no more than that something is to come
_LONGEST = 24  # letters of a word in an id
_MOST_NAMED = 3  # words of it that say what


class Making:
    """The parts of a plan in the making."""

    def __init__(
        self, title: str, calendar: Calendar, years: tuple[date, date], periods: Periods, ledger: Ledger
    ) -> None:
        self.title = title
        self.calendar = calendar
        self.years = years
        self.periods = periods
        self.ledger = ledger
        self.contents: list[Thing] = []
        self.introduction: list[str] = []
        self.pending: list[Thing] = []
        self.sections: dict[str, Thing] = {}
        self.enablers: dict[str, Thing] = {}
        self.areas: dict[str, Thing] = {}
        self.vocabularies: dict[str, dict[str, str]] = {"organisations": {}, "strategy_priorities": {}}
        self.glossary: dict[str, str] = {}
        self._areas: dict[str, Thing] = {}
        self._ids: dict[str, set[str]] = {}

    def id_for(self, kind: str, words: str) -> str:
        """A new id for a thing of a kind, from its words."""
        taken = self._ids.setdefault(kind, set(RESERVED))
        telling = " ".join(word[:_LONGEST] for word in words.split())
        name = id_from(telling if as_id(telling) else kind.removesuffix("s"), taken)
        taken.add(name)
        return name

    def whole_plan(self) -> str:
        """The name of the planning period that is all of the plan, for what the document puts into none."""
        return self.periods.whole(*self.years)

    def area(self, title: str) -> Thing:
        """The area of a title, as it was made before or anew; what is to come is no part of the title."""
        named, to_come = without_to_come(title, self.calendar)
        key = folded(named)
        if key not in self._areas:
            name = self.id_for("areas", named)
            self._areas[key] = self.areas[name] = {"area": name, "title": named, "pending": [], "milestones": []}
        if to_come and to_come not in self._areas[key]["pending"]:
            self._areas[key]["pending"].append(to_come)
        return self._areas[key]

    def take_leads(self, thing: Thing, text: str, *lines: Line) -> None:
        """Enter who leads something, as some lines say: organisations where all are some, else the one that answers."""
        names = [name for name in _PARTED.split(text) if name]
        if names_nobody(text) or not names or not all(_ORGANISATION.search(name) for name in names):
            self.take_owner(thing, text, *lines)
            return
        self.ledger.take(*lines)
        thing["leads"] = list(
            dict.fromkeys([*thing.get("leads", ()), *(self.named("organisations", name) for name in names)])
        )

    def take_owner(self, thing: Thing, text: str, *lines: Line) -> None:
        """Enter who answers for something, as some lines say, unless that is nobody."""
        if names_nobody(text):
            self.ledger.keep("it names nobody who answers for it", *lines)
            return
        self.ledger.take(*lines)
        thing["owner"] = ", ".join(filter(None, (thing.get("owner"), text)))

    def has_area(self, title: str) -> bool:
        """Whether there is an area of a title."""
        return folded(without_to_come(title, self.calendar)[0]) in self._areas

    def named(self, vocabulary: str, title: str) -> str:
        """The id of an entry of a vocabulary, as it was made before or anew."""
        entries = self.vocabularies[vocabulary]
        known = next((key for key, name in entries.items() if folded(name) == folded(title)), "")
        if not known:
            known = self.id_for(vocabulary, title)
            entries[known] = title
        return known

    def to_come(self, line: Line) -> Thing | None:
        """What a line says is still to come, where it says no more than that."""
        if len(line.text.split()) > _MOST_TO_COME:
            return None
        named, to_come = without_to_come(line.text, self.calendar)
        is_whole = named == line.text or len(named.split()) <= _MOST_NAMED
        if to_come is None or not is_whole:
            return None
        return {**to_come, "what": line.text}


def without_to_come(text: str, calendar: Calendar) -> tuple[str, Thing | None]:
    """A title without the remark behind it that something is to come, and that remark."""
    found = _TO_COME.search(text)
    if found is None:
        return text, None
    to_come: Thing = {"what": found["what"].strip()}
    if (by := _BY.search(found["what"])) and date_in(by[1], calendar):
        to_come["by"] = by[1]
    return (text[: found.start()].strip(f"{STOPS}(") or text), to_come
