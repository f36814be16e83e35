"""What the options of an edit say, checked where they are given: an option's fault is told as the option's."""

from collections.abc import Iterable
from datetime import date

from jfp_cli.edit.change import Change
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.values.dates import DateError, PlanDate
from jfp_cli.values.text import quoted

_NEEDED = ("--to", "--because", "--at")  # which cannot be left out


def date_of(change: Change, text: str, option: str) -> PlanDate:
    """The date that an option gives, as the plan reads dates; raises EditError."""
    check_said([(option, text)])
    try:
        return change.plan.settings.calendar.date(text)
    except DateError as error:
        raise EditError(f"{option}: {error}") from None


def check_past(change: Change, on: str | None, today: date) -> None:
    """Raise EditError where somebody reports on a day what has not come yet, or on what is no day at all."""
    if on is not None and date_of(change, on, "--on").first > today:
        raise EditError(f"--on: {quoted(on)} is still to come; write the day when it happened, {today} at the latest")


def check_said(options: Iterable[tuple[str, str | None]]) -> None:
    """Raise EditError where an option is given that says nothing."""
    for option, text in options:
        if text is not None and not text.strip():
            raise EditError(
                f"{option} is empty; write a text after it" + ("" if option in _NEEDED else ", or leave it out")
            )
