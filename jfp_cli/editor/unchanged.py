"""What two texts share above and below what differs between them."""

from collections.abc import Sequence


def unchanged(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many lines are the same at the beginning of both, and how many of the rest at the end."""
    least = min(len(old), len(new))
    above = next((at for at in range(least) if old[at] != new[at]), least)
    below = next((at for at in range(least - above) if old[-1 - at] != new[-1 - at]), least - above)
    return above, below
