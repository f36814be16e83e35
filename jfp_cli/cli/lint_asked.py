"""What is asked of lint, from its options: which rules, as of which day, since when, and what is known already."""

from pathlib import Path
from typing import NamedTuple

from jfp_cli.cli import options
from jfp_cli.cli.findings import within
from jfp_cli.cli.session import day_of, open_plan, plan_folder, stop
from jfp_cli.linting.baseline import BaselineError, new_findings
from jfp_cli.linting.lint import look
from jfp_cli.linting.registry import look_back, unknown_names
from jfp_cli.linting.settings import InForce
from jfp_cli.loading import Loaded
from jfp_cli.model.plan import Plan
from jfp_cli.values.finding import Finding


class Asked(NamedTuple):
    """What is asked of a plan, before and after its fixes."""

    files: list[Path]
    chosen: tuple[str, ...]
    ignored: tuple[str, ...]
    as_of: str | None
    baseline: Path | None
    before: Plan | None = None

    def in_force(self, loaded: Loaded) -> InForce:
        """The settings of the plan and of the command line."""
        return InForce(loaded, self.chosen, self.ignored, self.before)

    def everything(self, loaded: Loaded) -> list[Finding]:
        """The findings in every file that are not known already."""
        findings = look(loaded, self.in_force(loaded), day_of(loaded.plan, self.as_of))
        if self.baseline is None:
            return findings
        try:
            return new_findings(self.baseline, findings, loaded.plan)
        except BaselineError as error:
            raise stop(str(error)) from None

    def findings(self, loaded: Loaded) -> list[Finding]:
        """Those of them in the files that are named."""
        return within(self.files, self.everything(loaded))


def asked_of(
    files: list[Path],
    chosen: list[str] | None,
    ignored: list[str] | None,
    as_of: str | None,
    baseline: Path | None,
    since: str | None,
    plan: Path | None,
) -> Asked:
    """What the options ask; stops where they name no rule, or one that needs an earlier plan and none is named."""
    wanted, unwanted = options.several(chosen), options.several(ignored)
    for message in unknown_names([*wanted, *unwanted]):
        raise stop(message)
    if since is None and wanted and look_back(wanted):
        raise stop(f"{', '.join(wanted)} compares the plan with an earlier one; say with which: --since STATE")
    before = None if since is None else _before(plan_folder(plan, files), since)
    return Asked(files, wanted, unwanted, as_of, baseline, before)


def _before(root: Path, state: str) -> Plan:
    """The plan at an earlier time, with what became of that which is not in it any more."""
    from jfp_cli.cli.ended import as_it_ended  # noqa: PLC0415 - few ask for one
    from jfp_cli.cli.states import History, as_loaded  # noqa: PLC0415 - as above

    history, now = History(root), open_plan(root)
    before = history.at(state).state.plan
    if now.plan is None or now.left_out:
        return before
    plan, _ = as_it_ended(history, state, before, as_loaded(now, now.plan))
    return plan
