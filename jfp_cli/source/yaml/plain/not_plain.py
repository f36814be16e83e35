"""What stops the quick reader."""


class NotPlain(Exception):  # noqa: N818 - not an error: libyaml reads this text
    """Something stands here of which it is not certain how libyaml would read it."""
