"""What was measured, entered where its date belongs."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from jfp_cli.edit.change import Change
from jfp_cli.edit.fields import order_in
from jfp_cli.edit.options import check_said, date_of
from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.edit.yaml.handwriting import Bare, mapping
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.model.kinds import KINDS
from jfp_cli.model.target import Target
from jfp_cli.values.address import Address
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.figures import QuantityError
from jfp_cli.values.near_miss import did_you_mean
from jfp_cli.values.text import folded, is_id, quoted

_READINGS = ("readings",)
# How the parts of a reading are called where they are given on a command line.
ON_A_COMMAND_LINE = {"at": "--at", "value": "VALUE", "place": "--place", "source": "--source", "note": "--note"}


class Taken(NamedTuple):
    """A reading as it is reported: of a target or a measure, on a date, with what a reader should know of it."""

    of: Address
    at: str
    value: str
    place: str | None = None
    source: str | None = None
    note: str | None = None
    provisional: bool = False

    @property
    def written(self) -> dict[str, Any]:
        """What it says, by key."""
        said = {"at": self.at, "place": self.place, "value": self.value, "source": self.source, "note": self.note}
        return {key: text for key, text in said.items() if text} | (
            {"provisional": Bare("true")} if self.provisional else {}
        )


class _Reading(NamedTuple):
    """One that the plan has or will have: its days where its date can be read, its place, and its line in a table."""

    days: tuple[date, date | None] | None
    place: str | None
    line: int | None = None


class Recording:
    """Readings that are entered into a plan together; `called` has what each part of one is called where it is given.

    With `replace` the reading of the same date and place is corrected. `today` is the last day that can be measured.
    """

    def __init__(
        self, change: Change, today: date, *, replace: bool = False, called: Mapping[str, str] = ON_A_COMMAND_LINE
    ) -> None:
        self._change = change
        self._today = today
        self._replace = replace
        self._called = called
        self._readings: dict[Address, list[_Reading]] = {}
        self._new: dict[Address, Address] = {}

    def enter(self, taken: Taken, line: int = 0, *, only_replace: bool = False) -> str:
        """Enter a reading, in a file that is made where there is none; returns what was done. Raises EditError.

        `line` is where a table has it; with `only_replace` there has to be one that it corrects.
        """
        day = date_of(self._change, taken.at, self._called["at"])
        self._check(taken)
        self._check_measured(day)
        measure = self._measure(taken.of)
        draft, there = self._of(measure)
        reading = _Reading((day.first, day.last), taken.place or None, line)
        for number, other in enumerate(there):
            if other[:2] == reading[:2]:
                if other.line is not None:
                    raise EditError(f"it is of the same date and place as line {other.line}; keep one of the two")
                if not self._replace:
                    known = draft.value((*_READINGS, number, "value"))
                    told = f"a reading of {taken.at}{_in(taken.place)} is there already, {known}"
                    raise EditError(f"{told}; to correct it, say --replace")
                self._correct(measure, number, taken)
                there[number] = reading
                return "corrected"
        if only_replace:
            dates = [
                str(draft.value((*_READINGS, at, "at"))) for at, one in enumerate(there) if one.place == reading.place
            ]
            listed = f"those there are of {', '.join(dates)}" if dates else "there is none yet"
            raise EditError(
                f"there is no reading of {taken.at}{_in(taken.place)} to replace; {listed}; "
                "to enter a new one, leave out --replace"
            )
        position = _position(there, day.first, reading.place)
        draft.insert(_READINGS, taken.written, position, order_in("measures", models=self._change.plan.models))
        there.insert(position, reading)
        return "recorded"

    def take_out(self, measure: Address, day: PlanDate, place: str | None = None) -> None:
        """Take the reading of a date and a place out of a measure; raises EditError where there is none."""
        draft, there = self._of(measure)
        for number, other in enumerate(there):
            if other[:2] == ((day.first, day.last), place):
                draft.remove((*_READINGS, number))
                del there[number]
                return
        raise EditError(f"there is no reading of {day}{_in(place)} to take out")

    def _of(self, measure: Address) -> tuple[Draft, list[_Reading]]:
        """The file of a measure, and its readings in the order in which they stand there now."""
        draft = self._change.draft(self._change.file_of(measure))
        return draft, self._readings.setdefault(measure, [self._known(entry) for entry in draft.value(_READINGS) or ()])

    def places(self) -> Iterator[tuple[Address, int]]:
        """Where the figure of each reading that was entered stands now, with the line of the table."""
        for measure, readings in self._readings.items():
            for number, reading in enumerate(readings):
                if reading.line is not None:
                    yield measure.at("readings", number, "value"), reading.line

    def _check(self, taken: Taken) -> None:
        calendar, called = self._change.plan.settings.calendar, self._called
        if taken.of.kind not in ("targets", "measures") or taken.of.path:
            raise EditError(f"{taken.of} is neither a target nor a measure, so nothing can be measured of it")
        check_said([(called["place"], taken.place), (called["source"], taken.source), (called["note"], taken.note)])
        try:
            figure = calendar.quantity(taken.value)
        except QuantityError as error:
            raise EditError(f"{called['value']}: {error}") from None
        if figure.change or figure.comparison or figure.upper is not None:
            what = "a change" if figure.change else "a comparison" if figure.comparison else "a range"
            raise EditError(f"{quoted(taken.value)} is {what}, and a reading is a level; write what was measured")
        places = self._change.plan.settings.places
        if taken.place and taken.place not in places:
            advice = did_you_mean(taken.place, places, f"the place ids are: {', '.join(places) or 'none yet'}")
            raise EditError(f"{called['place']}: there is no place {quoted(taken.place)}; {advice}")

    def _check_measured(self, day: PlanDate) -> None:
        at, written = self._called["at"], quoted(day.text)
        if day.last is None:
            raise EditError(f"{at}: {written} has no end; write the day or the period that was measured")
        if day.first > self._today:
            raise EditError(f"{at}: {written} is still to come; write the day or the period that was measured")

    def _known(self, entry: Any) -> _Reading:
        """A reading that the plan has, as far as it can be read."""
        written = entry if isinstance(entry, dict) else {}
        place = written.get("place")
        try:
            at = self._change.plan.settings.calendar.date(str(written.get("at", "")))
        except DateError:
            return _Reading(None, place)
        return _Reading((at.first, at.last), place)

    def _correct(self, measure: Address, number: int, taken: Taken) -> None:
        """Make a reading say what was measured; what nothing is said of stays, but that it was provisional."""
        draft = self._change.draft(self._change.file_of(measure))
        at, order = (*_READINGS, number), order_in("measures", ("readings", 0))
        for key, text in taken.written.items():
            if key not in ("at", "place"):
                draft.set((*at, key), text, order)
        if not taken.provisional and draft.has((*at, "provisional")):
            draft.remove((*at, "provisional"))

    def _measure(self, of: Address) -> Address:
        """The measure of a target or itself; its file is made where there is none, and the target tied to it."""
        if of.kind == "measures":
            return of
        if of in self._new:
            return self._new[of]
        plan = self._change.plan
        target: Target = plan.get(of)
        known = plan.measure_of(target)
        if known is not None:
            return Address("measures", known.id)
        words = target.measure
        measure = Address("measures", words if words and is_id(words) else of.id)
        if words and measure.id in plan.measures:
            raise EditError(
                f"{of} counts {quoted(words)}, and {measure} is there for something else; "
                f"name its measure first, as in: jfp set {of} measure={measure.id}"
            )
        if measure.id not in plan.measures and measure not in self._new.values():
            title = words.replace("-", " ").capitalize() if words and is_id(words) else words or target.statement
            self._create(measure, title)
        if words is None:  # the words that a target has are the title of its measure, or its id
            draft, path = self._change.at(of)
            draft.set((*path, "measure"), measure.id, order_in("targets", models=plan.models))
        self._new[of] = measure
        return measure

    def _create(self, measure: Address, title: str) -> None:
        habits = self._change.settings().habits
        text = mapping({KINDS["measures"].id_key: measure.id, "title": title}, 0, habits)
        self._change.create(self._change.file_of(measure), text.replace(habits.newline, "\n") + "\n")


def measured(change: Change, name: str) -> Address:
    """The target or the measure that is meant: by id, or a measure by its title; raises UnknownThingError."""
    titled = [one for one, measure in change.plan.measures.items() if folded(measure.title) == folded(name)]
    if len(titled) == 1 and not change.loaded.sources.kinds(name):
        return Address("measures", titled[0])
    return change.find(name, ("targets", "measures"))


def _in(place: str | None) -> str:
    return f" in {place}" if place else ""


def _position(there: list[_Reading], first: date, place: str | None) -> int:
    """Where a reading stands among those of its measure: by date, or in a file by places among those of its own."""
    dates = [reading.days[0] for reading in there if reading.days]
    if dates == sorted(dates):
        return sum(1 for reading in there if not reading.days or reading.days[0] <= first)
    own = [(at, reading.days[0]) for at, reading in enumerate(there) if reading.days and reading.place == place]
    before = [at for at, begin in own if begin <= first]
    return before[-1] + 1 if before else own[0][0] if own else len(there)
