"""A text that is not what it should be, in words for the person who wrote it."""


class RefusedError(ValueError):
    """Why a text cannot be read and what to write instead: one sentence, its two halves joined by a semicolon."""
