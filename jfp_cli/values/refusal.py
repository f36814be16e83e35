"""A text that is not what it should be, in words for the person who wrote it."""


class RefusedError(ValueError):
    """Why a text cannot be read, and what to write instead.

    `advised` are the texts that the help tells to write; each of them can be read where the refused one stands.
    """

    def __init__(self, message: str, help: str = "", advised: tuple[str, ...] = ()) -> None:  # noqa: A002 - as in findings
        super().__init__(f"{message}; {help}" if help else message)
        self.message = message
        self.help = help
        self.advised = advised
