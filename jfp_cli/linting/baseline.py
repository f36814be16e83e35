"""A plan's known faults, so that a plan with a history can fail on new ones alone.

A fault is known by its code and its address, not by its line: moving text about makes no fault new.
"""

import json
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from jfp_cli.model.plan import Plan
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding

NAME = "lint-baseline.json"
_VERSION = 1


class BaselineError(Exception):
    """The baseline cannot be read; the text says why and what to do."""


def baseline_of(findings: Iterable[Finding]) -> tuple[str, int]:
    """The text of a baseline in which the findings that have an address are known, and how many they are."""
    known = Counter((finding.code, str(finding.address)) for finding in findings if finding.address)
    rows = [{"code": code, "address": address, "times": times} for (code, address), times in sorted(known.items())]
    text = json.dumps({"version": _VERSION, "known": rows}, indent=1, ensure_ascii=False)
    return f"{text}\n", known.total()


def new_findings(path: Path, findings: Iterable[Finding], plan: Plan | None = None) -> list[Finding]:
    """The findings that are not known, in their order; raises BaselineError.

    What has got an id since in a plan is known by where it stands as well.
    """
    known = _by_id(_read(path), plan) if plan else _read(path)
    new = []
    for finding in findings:
        name = (finding.code, str(finding.address))
        if finding.address and known[name] > 0:
            known[name] -= 1
        else:
            new.append(finding)
    return new


def _by_id(known: Counter[tuple[str, str]], plan: Plan) -> Counter[tuple[str, str]]:
    """What is known, each at the address that it has in a plan now."""
    found: Counter[tuple[str, str]] = Counter()
    for (code, address), times in known.items():
        found[code, by_id(address, plan)] += times
    return found


def by_id(address: str, plan: Plan) -> str:
    """An address as a plan writes it now; as it stands where it leads to nothing."""
    with suppress(ValueError):
        return str(plan.named(Address.parse(address)))
    return address


def _read(path: Path) -> Counter[tuple[str, str]]:
    try:
        baseline = json.loads(path.read_text(encoding="utf-8"))
        rows = {_VERSION: baseline["known"]}[baseline["version"]]
        return Counter({(str(row["code"]), str(row["address"])): int(row["times"]) for row in rows})
    except FileNotFoundError:
        raise BaselineError(f"there is no baseline {path}; make one with --write-baseline") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise BaselineError(f"{path} is no baseline of jfp lint; make it anew with --write-baseline") from None
