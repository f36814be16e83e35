"""A text of the plan as it fits into a sentence about it."""


def short(text: str) -> str:
    """A text of at most 60 characters: a longer one loses its end."""
    return text if len(text) <= 60 else text[:57] + "..."
