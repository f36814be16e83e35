"""What a reader says of words that it understands, but cannot take for one thing."""


class UnclearError(Exception):
    """Why some words are no single date or figure, and what could stand in their place.

    `instead` are texts to write for the words from `start` up to `end`, places among the words of the text; nobody
    knows them until `at` is called. `further` is advice that names no text: "or the day with its year".
    """

    def __init__(self, problem: str, *instead: str, further: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.instead = instead
        self.further = further
        self.start = self.end = -1

    def at(self, start: int, end: int) -> "UnclearError":
        """The same, of these words; the innermost reader knows best which they are."""
        if self.start < 0:
            self.start, self.end = start, end
        return self
