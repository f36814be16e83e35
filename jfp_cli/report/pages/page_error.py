"""What is said of a template that cannot be used, and where it is at fault."""

from collections.abc import Iterable
from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError


class PageError(Exception):
    """A template cannot be used; `file` is empty where none is to blame, `line` 0 where no line is."""

    def __init__(self, message: str, file: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.file = file
        self.line = line


def blamed(error: Exception, name: str, folders: tuple[str, ...]) -> PageError:
    """A fault of a template in a sentence, with the line of the innermost template that it went through."""
    file, line = innermost(_lines(error.__traceback__), folders)
    if isinstance(error, PageError):
        return PageError(str(error), error.file or file, error.line or (0 if error.file else line))
    if isinstance(error, TemplateSyntaxError):
        return PageError(f"the template is not well formed: {error.message}", error.filename or file, error.lineno)
    if isinstance(error, TemplateNotFound):
        return PageError(f'there is no template "{error.name or name}"', file, line)
    if isinstance(error, SecurityError):
        return PageError(f"templates may not do this: {error.message}", file, line)
    if isinstance(error, RecursionError):
        return PageError("the template includes itself without end", file, line)
    if isinstance(error, MemoryError):
        return PageError("the template makes a text that is too long for this computer", file, line)
    said = error.message if isinstance(error, TemplateError) and error.message else str(error)
    return PageError(f"the template cannot be filled in: {said}", file, line)


def innermost(lines: Iterable[tuple[str, int]], folders: tuple[str, ...]) -> tuple[str, int]:
    """The last of the places, the outermost first, that is in a template."""
    return next((place for place in reversed(list(lines)) if place[0].startswith(folders)), ("", 0))


def _lines(step: TracebackType | None) -> Iterable[tuple[str, int]]:
    while step is not None:
        yield step.tb_frame.f_code.co_filename, step.tb_lineno
        step = step.tb_next
