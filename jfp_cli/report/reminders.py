"""Reminders as texts: Markdown, and mail that a mail program opens as a draft."""

from collections.abc import Iterable, Iterator, Sequence
from email.message import EmailMessage
from email.policy import SMTP

from jfp_cli.query.reminders import Reminder
from jfp_cli.query.sentences import counted
from jfp_cli.report.document.names import distinct, slug
from jfp_cli.report.pages.markdown import escaped, inline
from jfp_cli.values.text import safe

NOBODY = "nobody named"


def in_one_text(reminders: Iterable[Reminder], title: str, day: str) -> str:
    """All reminders as Markdown."""
    return "\n".join(in_markdown(reminder, title, day) for reminder in reminders)


def files_of(reminders: Sequence[Reminder], title: str, day: str, *, mail: bool) -> dict[str, bytes]:
    """A file for each owner, by its name, which is made of the owner's."""
    names = distinct(f"for-{slug(reminder.owner) or 'nobody'}" for reminder in reminders)
    return {
        f"{name}.{'eml' if mail else 'md'}": as_mail(reminder, title, day)
        if mail
        else in_markdown(reminder, title, day).encode()
        for name, reminder in zip(names, reminders, strict=True)
    }


def in_markdown(reminder: Reminder, title: str, day: str) -> str:
    """A reminder with a heading, and an entry for each thing to report."""
    lines = [f"## For {escaped(reminder.owner or NOBODY)}", "", f"{_asked(reminder)} {inline(title)}, as of {day}:", ""]
    lines += [f"- {inline(ask.what)}. {inline(ask.why)} `{ask.write}`" for ask in reminder.asks]
    return "\n".join(lines) + "\n"


def as_mail(reminder: Reminder, title: str, day: str) -> bytes:
    """A reminder as a mail without an address, which its reader can send."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = safe(f"{title}: {counted(len(reminder.asks), 'thing')} to report")
    mail["X-Unsent"] = "1"
    mail.set_content("\n".join(_lines(reminder, title, day)) + "\n", cte="quoted-printable")
    return mail.as_bytes()


def _lines(reminder: Reminder, title: str, day: str) -> Iterator[str]:
    yield (
        f"{safe(reminder.owner)}," if reminder.owner else "To whoever looks after the plan: nobody is named for these."
    )
    yield ""
    yield f"{_asked(reminder)} {safe(title)}, as of {day}:"
    yield ""
    for ask in reminder.asks:
        yield f"- {safe(ask.what)}. {safe(ask.why)}"


def _asked(reminder: Reminder) -> str:
    return f"{counted(len(reminder.asks), 'thing')} to report of"
