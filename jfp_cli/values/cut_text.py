"""A text cut into words, numbers and marks, each with its place in it."""


class CutText:
    """The words of a text as a reader compares them, and where each starts and ends."""

    __slots__ = ("ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, word: str, start: int, end: int) -> None:
        """Enter the next word."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def __len__(self) -> int:
        return len(self.words)

    def at(self, i: int) -> str:
        """The word at `i`, "" where there is none."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def sequence(self, i: int, count: int) -> tuple[str, ...]:
        """The `count` words from `i`; none where the text ends before that."""
        return tuple(self.words[i : i + count]) if i + count <= len(self.words) else ()

    def touches(self, i: int) -> bool:
        """Whether nothing stands between the word at `i` and the one before it."""
        return 0 < i < len(self.words) and self.ends[i - 1] == self.starts[i]

    def glued(self, i: int, count: int) -> bool:
        """Whether `count` words from `i` are written without a space."""
        return i + count <= len(self.words) and all(self.touches(j) for j in range(i + 1, i + count))

    def after(self, i: int, phrases: tuple[tuple[str, ...], ...]) -> int:
        """The place after the first of these phrases that begins at `i`; `i` where none does."""
        return next((i + len(phrase) for phrase in phrases if self.sequence(i, len(phrase)) == phrase), i)

    def written(self, i: int, j: int) -> str:
        """The text from the word at `i` up to the word before `j`."""
        return self.text[self.starts[i] : self.ends[j - 1]] if i < j <= len(self.words) else ""

    def upto(self, i: int, j: int) -> str:
        """The text from the word at `i` up to where the word at `j` begins, on one line."""
        between = self.text[self.starts[i] : self.starts[j]]
        return " ".join(between.split()) + (" " if between[-1:].isspace() else "")

    def replaced(self, i: int, j: int, instead: str) -> str:
        """The text with something else for the words from `i` up to that before `j`, never run into a neighbour."""
        before, after = self.text[: self.starts[i]], self.text[self.ends[j - 1] :]
        return _joined(_joined(before, instead), after)


def _joined(left: str, right: str) -> str:
    """Two texts as one, a space between letters or digits that would else be read together."""
    meet = left[-1:], right[:1]
    return f"{left} {right}" if all(char.isalpha() or char.isdecimal() for char in meet) else left + right
