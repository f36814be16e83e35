"""The parts of jfp that are installed apart, and what to type where one is missing."""

import re
import sys
from importlib.util import find_spec
from pathlib import Path

DISTRIBUTION = "jfp-cli"
# What an installer leaves at the top of an environment that it made, and how it adds a part.
INSTALLERS = {"pipx_metadata.json": "pipx install --force", "uv-receipt.toml": "uv tool install --force"}
# How both write there which parts they installed: jfp-cli[office,pdf], or name = "jfp-cli", extras = ["office", "pdf"].
_PARTS = re.compile(rf'"{DISTRIBUTION}(?:", extras = )?\[([^\]]*)\]')


def missing(package: str, extra: str, module: str = "") -> str:
    """A sentence for whoever has not installed the part that brings this package; nothing where it is there.

    `module` is what the package is called where it is imported, where not as itself.
    """
    return "" if find_spec(module or package) else f"needs the package {package}; add it with: {how_to_add(extra)}"


def half_there(error: ImportError) -> str:
    """A sentence for whoever has a package that lacks something it needs itself."""
    reason = str(error).strip().rstrip(".")
    command = how_to_add("all", anew=True)
    return f"a package that this needs is not whole: {reason}; install all of jfp anew with: {command}"


def how_to_add(extra: str, *, anew: bool = False) -> str:
    """The command that adds a part, in quotes that every shell understands; `anew`: though it seems to be there.

    pip leaves the parts that are there; who made the environment makes it anew, so that its command names them too.
    """
    for left, command in INSTALLERS.items():
        if (file := Path(sys.prefix, left)).is_file():
            return f'{command} "{DISTRIBUTION}[{",".join(sorted({extra, *_parts(file)}))}]"'
    if find_spec("pip"):
        pip = "pip install --force-reinstall" if anew else "pip install"
    else:
        pip = "uv pip install --reinstall" if anew else "uv pip install"
    return f'{pip} "{DISTRIBUTION}[{extra}]"'


def _parts(file: Path) -> list[str]:
    """The parts that whoever made the environment says it installed."""
    found = _PARTS.search(file.read_text(encoding="utf-8", errors="replace"))
    return re.findall(r"\w+", found[1]) if found else []
