"""Around every command: text streams that can carry any plan, and a sentence for whatever goes wrong."""

import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from jfp_cli.cli.console import letters

ASKED = "_JFP_COMPLETE"  # what the shell sets, as `jfp --install-completion` tells it to
NO_COLOUR = "--no-color"
USABLE, UNUSABLE, INTERRUPTED = 0, 2, 130


class _Aside(io.TextIOWrapper):
    """Standard error: where nobody hears why something was not done, the exit code still says that it was not."""

    def write(self, text: str) -> int:
        """Say something, if it can be said."""
        try:
            return super().write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        """Let what was said be heard, if it can be."""
        with suppress(OSError):
            super().flush()


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code: 0, 1 or 2, and 130 after Ctrl-C."""
    _prepare_streams()
    code: object = USABLE
    try:
        if ASKED in os.environ:
            from jfp_cli.cli.completion import answer  # noqa: PLC0415 - only after Tab

            if (names := answer(os.environ)) is not None:
                sys.stdout.write(names)
                sys.stdout.flush()
                return USABLE
        arguments = _without_colours(arguments)
        from jfp_cli.cli.app import group  # noqa: PLC0415 - the streams come first

        code = group().main(args=arguments, prog_name="jfp", standalone_mode=False)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        silence(sys.stdout)  # the reader has gone (`jfp milestones | head -1`)
    except SystemExit as end:  # typer's and rich's own answer to a closed pipe
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        silence(sys.stdout)  # the reader has gone (`jfp milestones | head -1`)
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _explain(error)
    if code == INTERRUPTED:  # which is all that typer says of Ctrl-C
        sys.stderr.write("\nstopped\n")
    return code if isinstance(code, int) else USABLE


def _prepare_streams() -> None:
    """Text is UTF-8 wherever it goes; on a terminal that does not have a letter, something plain takes its place."""
    letters.register()
    if sys.stdin is None:  # started with it closed; no file that is opened later may be taken for it
        os.open(os.devnull, os.O_RDONLY)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
    if type(sys.stderr) is io.TextIOWrapper:
        encoding = sys.stderr.encoding
        sys.stderr = _Aside(sys.stderr.detach(), encoding, line_buffering=True)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors=letters.NAME)


def _without_colours(arguments: list[str]) -> list[str]:
    """The arguments but for the one that wants no colours, which every command and its help obey."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    if NO_COLOUR not in options:
        return arguments
    os.environ["NO_COLOR"] = "1"
    return [word for at, word in enumerate(arguments) if word != NO_COLOUR or at >= len(options)]


def silence(stream: TextIO) -> None:
    """Let what a stream still holds, and all that is written to it from now on, go nowhere."""
    with suppress(OSError):  # it is none of the system's
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _explain(error: Exception) -> int:
    show = getattr(error, "show", None)
    code = getattr(error, "exit_code", None)
    if isinstance(code, int):  # typer's own: a mistake on the command line, or an early exit
        if type(error).__name__ == "NoArgsIsHelpError" and callable(show):
            show()
        elif callable(show):
            from jfp_cli.cli.mistakes import sentence_of  # noqa: PLC0415 - only after a mistake
            from jfp_cli.values.text import safe  # noqa: PLC0415 - the same

            sys.stderr.write(f"jfp: {safe(sentence_of(error))}\n")
        return code
    if type(error).__name__ == "Abort":
        sys.stderr.write("stopped\n")
        return INTERRUPTED
    if os.environ.get("JFP_DEBUG"):
        import traceback  # noqa: PLC0415 - slow, and only for us

        traceback.print_exc()
    if isinstance(error, OSError):
        from jfp_cli.values.system import why  # noqa: PLC0415 - only then

        where = f" ({error.filename})" if error.filename else ""
        sys.stderr.write(f"jfp: the system refused: {why(error)}{where}\n")
    elif isinstance(error, ImportError) and not (error.name or "").startswith("jfp_cli"):
        from jfp_cli.cli.extras import half_there  # noqa: PLC0415 - only after a mistake
        from jfp_cli.values.text import safe  # noqa: PLC0415 - the same

        sys.stderr.write(f"jfp: {safe(half_there(error))}\n")
    else:
        sys.stderr.write(
            f"jfp: this is a fault of jfp, not of your plan: {type(error).__name__}: {error}\n"
            "Please report it with the command you ran; JFP_DEBUG=1 shows more.\n"
        )
    return UNUSABLE
