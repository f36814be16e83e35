"""Lines of a text by offset, whatever they end with."""

from jfp_cli.values.text import LINE_END


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its line end."""
    found = LINE_END.search(text, offset)
    return found.start() if found else len(text)


def as_git_keeps(text: str | None) -> str | None:
    """A text with the line ends that git keeps where it is told to; None of none."""
    return text and text.replace("\r\n", "\n")
