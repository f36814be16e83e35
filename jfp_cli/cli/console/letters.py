"""What stands for a letter that a terminal does not have, such as a dash in a code page of old: it means the same."""

import codecs

NAME = "jfp.letters"
_MEANING = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
        **dict.fromkeys("\u2022\u00b7\u25cf", "*"),
        "\u00a3": "GBP ",
        "\u20ac": "EUR ",
        "\u00d7": "x",
        "\u2026": "...",
        "\u2044": "/",
        "\u2190": "<-",
        "\u2192": "->",
        "\u2260": "<>",
        "\u2264": "<=",
        "\u2265": ">=",
    }
)


def register() -> None:
    """Let streams with `errors=NAME` write what they can: a letter without its accents, a sign in plain ones."""
    codecs.register_error(NAME, _instead)


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(map(_plain, missing)), error.end


def _plain(letter: str) -> str:
    """A letter in ASCII, which every terminal has: no part of it is left out but an accent, so that figures stay."""
    from unicodedata import combining, decomposition, normalize  # noqa: PLC0415 - only where a letter is missing

    parts = "".join(part for part in normalize("NFKD", letter).translate(_MEANING) if not combining(part))
    raised = "^" if decomposition(letter).startswith("<super>") else ""
    return raised + parts.encode("ascii", "replace").decode()
