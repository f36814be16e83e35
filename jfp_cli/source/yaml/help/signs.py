"""Texts that begin with a sign which means something else in YAML: blocks, quotation marks and the rest."""

from jfp_cli.source.yaml.help.explained import Explained
from jfp_cli.source.yaml.help.lines import value_end
from jfp_cli.values.text import short


def block(text: str, start: int) -> Explained:
    """`target: > 90%`: the sign that means "folded text follows" in YAML."""
    end = value_end(text, start)
    value = text[start:end]
    if len(value) > 1:
        return Explained(
            f'text that begins with "{value[0]}" needs quotes',
            f"write it in quotes: {_in_quotes(value)}; a long text may begin on the next line instead",
            start,
            end,
        )
    return Explained(f'the text after "{value}" is not indented', "indent it by two spaces", start, end)


def quoted(problem: str, text: str, at: int, start: int) -> Explained:
    """A text in quotation marks that is never closed, or whose backslash means nothing."""
    if "end of stream" not in problem and "document indicator" not in problem:
        backslash = text.rfind("\\", start, at + 1)
        code = text[backslash : backslash + 2]
        return Explained(
            f'in double quotes a backslash begins a code, and "{code}" is none that YAML knows',
            "put the text in single quotes, or write the backslash twice",
            backslash,
            backslash + len(code),
        )
    return Explained(
        "a quotation mark is opened here and never closed",
        "close it at the end of the text; an apostrophe within single quotes is written twice",
        start,
        start + 1,
    )


def quote_it(text: str, at: int) -> Explained:
    """Any other sign: the text as it should be typed."""
    end = value_end(text, at)
    value = text[at:end]
    advice = f"write it in quotes: {_in_quotes(value)}"
    return Explained(f'text that begins with "{value[:1]}" needs quotes', advice, at, end)


def _in_quotes(value: str) -> str:
    """A text as it should be typed, in the quotation marks that it does not hold itself."""
    value = short(value)
    return f"'{value}'" if '"' in value or "\\" in value else f'"{value}"'
