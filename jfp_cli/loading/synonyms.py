"""Keys that planners use elsewhere for what ours say."""

from collections.abc import Iterable

# To our keys; where several are meant, each with what it is for, so that nobody but the planner can choose.
_OURS = {
    "accountable": (("owner", ""),),
    "comments": (("updates", ""),),
    "deadline": (("due", ""),),
    "due date": (("due", ""),),
    "by": (("due", ""),),
    "lead": (("owner", "a person"), ("leads", "organisations")),
    "notes": (("updates", ""),),
    "rag": (("status", ""),),
    "responsible": (("owner", ""),),
    "sro": (("owner", ""),),
    "start": (("starts", ""),),
}


def synonym_of(key: str, known: Iterable[str]) -> str | None:
    """The one key of ours that another stands for; None where there is none, or several are meant."""
    ours = _OURS.get(_plain(key), ())
    return ours[0][0] if len(ours) == 1 and ours[0][0] in set(known) else None


def advice_on(key: str, known: Iterable[str]) -> str | None:
    """What to write instead of a key that is another's; None where ours has nothing like it."""
    there = set(known)
    ours = [(name, use) for name, use in _OURS.get(_plain(key), ()) if name in there]
    said = [f'"{name}" for {use}' if use else f'"{name}" instead' for name, use in ours]
    return f"write {', '.join(said)}" if said else None


def _plain(key: str) -> str:
    return " ".join(key.casefold().replace("_", " ").replace("-", " ").split())
