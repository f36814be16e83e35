"""The door: `jfp` and `python -m jfp_cli`."""

import gc
import os
import sys

OLDEST = (3, 11)


def run() -> None:
    """Run the command line; whatever happens, the user sees a sentence and an exit code, never a traceback."""
    if sys.version_info < OLDEST:  # an older Python reads this module and no other
        sys.stderr.write("jfp needs Python 3.11 or newer, and this is Python %d.%d.%d\n" % sys.version_info[:3])  # noqa: UP031 - any Python reads it
        sys.exit(2)
    # A run is short and makes few cycles: the collector would only look again and again at what lasts to the end.
    gc.disable()
    # pydantic otherwise reads the metadata of every installed package, in search of plugins to run in this process.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from jfp_cli.cli.door import main  # noqa: PLC0415 - after the settings above

    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
