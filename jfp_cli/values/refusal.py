"""A text that is not what it should be, in words for the person who wrote it."""


class RefusedError(ValueError):
    """Why a text cannot be read, and what to write instead.

    `advised` are the texts that the help tells to write; each of them can be read where the refused one stands.
    `is_understood`: some of the text was, so that it was likely meant as what it is not.
    """

    def __init__(
        self,
        message: str,
        help: str = "",  # noqa: A002 - as in findings
        advised: tuple[str, ...] = (),
        *,
        is_understood: bool = False,
    ) -> None:
        super().__init__(f"{message}; {help}" if help else message)
        self.is_understood = is_understood or bool(advised)
        self.message = message
        self.help = help
        self.advised = advised
