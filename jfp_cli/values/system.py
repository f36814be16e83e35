"""Why the system does not do something with a file, in words that say what helps."""

import errno
import os

ON_WINDOWS = os.name == "nt"
# What Windows says of a file that another program keeps to itself; the last is also what it says of rights.
_HELD, _DENIED = frozenset({32, 33}), 5
_TOO_LONG = frozenset({206, 3, 2})  # the last two of a path that it cannot take, as if it were not there
_LONGEST = 260  # characters of a path, where long ones are not switched on


def why(error: OSError) -> str:
    """The reason of a refusal, in lower case and without a full stop."""
    if _code(error) in _HELD:
        return "another program, such as Excel, has it open; close it there and try again"
    if may_be_held(error):
        return "you have no right to it, or another program, such as Excel, has it open; close it there and try again"
    length = len(str(error.filename or ""))
    if error.errno == errno.ENAMETOOLONG or (_code(error) in _TOO_LONG and length >= _LONGEST):
        return f"the name with its folders has {length} characters, too many for this system; use a shorter one"
    return (error.strerror or str(error)).lower()


def may_be_held(error: OSError) -> bool:
    """Whether another program may keep a file to itself, which only Windows lets it; in a moment it may be free."""
    # Opening a file, unlike replacing one, gives no number of Windows, but that of other systems for a lack of rights.
    return _code(error) in _HELD | {_DENIED} or (ON_WINDOWS and error.errno == errno.EACCES)


def _code(error: OSError) -> int | None:
    """The number that Windows has for an error, None elsewhere."""
    code: int | None = getattr(error, "winerror", None)
    return code
