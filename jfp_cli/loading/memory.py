"""A plan from texts in memory: examples, and what an edit would make of a plan before anything is written."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from jfp_cli.loading.loader import Loaded, load_texts
from jfp_cli.model.kinds import FOLDERS
from jfp_cli.source.folder import PLAN_FILE, TextFile


def load_strings(files: Mapping[str, str]) -> Loaded:
    """Load a plan from its files' texts by name, such as `sections/cancer.yaml`; `plan.yaml` is among them."""
    texts = [TextFile(PLAN_FILE, "plan", "plan", files[PLAN_FILE])]
    for folder in FOLDERS:
        texts += [
            TextFile(name, folder, PurePosixPath(name).stem, text)
            for name, text in files.items()
            if name.startswith(f"{folder}/")
        ]
    return load_texts(Path(), texts)
