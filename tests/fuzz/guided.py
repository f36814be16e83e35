"""Plan files that a fuzzer makes, guided by which lines of the reader each reaches: a plan or findings, in seconds.

`python -m tests.fuzz.guided --count 100000 --seed 1` makes so many, prints the first that ends in anything else, and
ends with another code than 0 if there is one. It wants Atheris, which not every system has: `pip install atheris`.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.asked import asked

MOST = 4096  # bytes of a file
MOST_SECONDS = 5


def try_one(data: bytes) -> None:
    """Load the example with a file that holds these bytes; the first of them says which file."""
    from tests.loading.changed_plans import TEXTS, check_loaded, replaced  # noqa: PLC0415 - imported under watch

    files = sorted(TEXTS)
    text = data[1:].decode("utf-8", errors="replace")
    check_loaded(replaced({files[data[0] % len(files) if data else 0]: text}))


def main() -> int:
    options = asked("guided", __doc__, "files", 100_000)
    try:
        import atheris  # noqa: PLC0415 - it says itself where it is missing
    except ImportError:
        sys.stdout.write("nothing was tried: Atheris is not here; add it with: pip install atheris\n")
        return 0
    with atheris.instrument_imports(include=["jfp_cli"]):
        from tests.loading.changed_plans import TEXTS  # noqa: PLC0415 - imported under watch
    with TemporaryDirectory() as corpus:
        for number, name in enumerate(sorted(TEXTS)):
            (Path(corpus) / name.replace("/", "-")).write_bytes(bytes([number]) + TEXTS[name].encode())
        limits = [f"-runs={options.count}", f"-seed={options.seed}", f"-max_len={MOST}", f"-timeout={MOST_SECONDS}"]
        atheris.Setup([sys.argv[0], *limits, "-len_control=0", "-verbosity=0", corpus], try_one)
        sys.stdout.write(f"seed {options.seed}: {options.count:,} files at the most\n")
        sys.stdout.flush()
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
