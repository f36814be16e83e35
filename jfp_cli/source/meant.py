"""Which plan is meant: the one that is named, the first above the working folder, or the only one of a repository."""

import os
from pathlib import Path

from jfp_cli.source.folder import PLAN_FILE, PlanNotFoundError, check_plan, find_plan, shown

VARIABLE = "JFP_PLAN"  # names the plan folder where --plan does not
REPOSITORY = ".git"  # what the top of a repository holds: a folder or, of a work tree, a file
DEEPEST = 4  # folders below the top in which a plan is looked for
PASSED_OVER = frozenset(("node_modules", "venv", "site-packages"))  # other people's files, and many of them


def meant_plan(named: Path | None, start: Path) -> Path:
    """The plan folder that is meant where somebody works in `start`; raises PlanNotFoundError."""
    if named is not None:
        return check_plan(named)
    from_outside = os.environ.get(VARIABLE)
    if from_outside:
        try:
            return check_plan(Path(from_outside))
        except PlanNotFoundError as error:
            raise PlanNotFoundError(f"{VARIABLE}: {str(error).replace('--plan', VARIABLE)}") from None
    try:
        return find_plan(start)
    except PlanNotFoundError:
        plans = _below_top(start.absolute())
        if len(plans) == 1:
            return plans[0]
        if not plans:
            raise
    listed = ", ".join(map(shown, plans))
    raise PlanNotFoundError(f"there are {len(plans)} plans in this repository; name one with --plan: {listed}")


def top_of(folder: Path) -> Path | None:
    """The top of the repository that a folder is in; None where it is in none."""
    return next((above for above in (folder, *folder.parents) if (above / REPOSITORY).exists()), None)


def _below_top(start: Path) -> list[Path]:
    """The plans of the repository that a folder is in, but for those of hidden folders."""
    top = top_of(start)
    if top is None:
        return []
    plans = []
    for here, folders, files in os.walk(top):
        folder = Path(here)
        if folder.name == "plan" and PLAN_FILE in files:
            plans.append(folder)
        deep = len(folder.relative_to(top).parts)
        folders[:] = sorted(f for f in folders if f[0] != "." and f not in PASSED_OVER) if deep < DEEPEST else []
    return sorted(plans)
