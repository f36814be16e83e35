"""Why the system does not do something with a file, in words that say what helps."""

import errno

# What Windows says of a file that another program keeps to itself; the second is also what it says of rights.
HELD, DENIED = frozenset({32, 33}), 5
_TOO_LONG = frozenset({206, 3, 2})  # the last two of a path that it cannot take, as if it were not there
_LONGEST = 260  # characters of a path, where long ones are not switched on


def why(error: OSError) -> str:
    """The reason of a refusal, in lower case and without a full stop."""
    code = getattr(error, "winerror", None)
    if is_held(error):
        return "another program, such as Excel, has it open; close it there and try again"
    if code == DENIED:
        return "you may not write it, or another program, such as Excel, has it open; close it there and try again"
    length = len(str(error.filename or ""))
    if error.errno == errno.ENAMETOOLONG or (code in _TOO_LONG and length >= _LONGEST):
        return (
            f"its name with its folders has {length} characters, which is too long here; use a shorter folder or name"
        )
    return (error.strerror or str(error)).lower()


def is_held(error: OSError) -> bool:
    """Whether another program keeps a file to itself, on Windows."""
    return getattr(error, "winerror", None) in HELD


def may_pass(error: OSError) -> bool:
    """Whether a file may be free in a moment: on Windows virus scanners and what copies folders look at what is new."""
    return is_held(error) or getattr(error, "winerror", None) == DENIED
