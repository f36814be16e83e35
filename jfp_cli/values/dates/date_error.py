"""What reading a date raises: apart from the advice that it carries, so that whoever only catches it loads no more."""

from jfp_cli.values.refusal import RefusedError


class DateError(RefusedError):
    """A text that names no single date; the help says what to write instead.

    `former` is the date that another took the place of, where the text tells of a move.
    """

    former: str = ""
