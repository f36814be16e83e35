"""What stands beside a page while it is written: what is wrong, and where each thing of the page is in the plan."""

import json
from collections.abc import Iterable
from pathlib import Path

from jfp_cli.loading import Loaded
from jfp_cli.model.kinds import KINDS
from jfp_cli.report.document.names import anchor
from jfp_cli.values.address import Address
from jfp_cli.values.finding import Finding
from jfp_cli.values.span import Span
from jfp_cli.values.text import safe


def beside(loaded: Loaded, findings: Iterable[Finding], reason: str, page: int) -> str:
    """As JSON: the number of the page that it belongs to, the findings and, by element of the page, where things stand.

    `reason` is why there is no page. Whatever the plan says stands in it as text, for a browser to show as text.
    """
    things = {_element(address): address for address in (loaded.plan.things if loaded.plan else ())}
    told = {
        "page": page,
        "reason": reason,
        "findings": [_finding(finding, things) for finding in findings],
        "places": {element: _place(loaded, address) for element, address in things.items()},
    }
    return json.dumps(told, ensure_ascii=True)  # the name of a file need not be text


def _element(address: Address) -> str:
    """What the element of a page is called that holds a thing, where it has one."""
    return anchor(KINDS[address.kind].noun, address.id)


def _finding(finding: Finding, things: Iterable[str]) -> dict[str, str]:
    at = finding.address
    element = _element(at) if at and at.id and at.kind in KINDS else ""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.name.lower(),
        "message": safe(finding.message),
        "help": safe(finding.help),
        "where": safe(str(finding.span)),
        "editor": _in_editor(finding.span),
        "element": element if element in things else "",
    }


def _place(loaded: Loaded, address: Address) -> dict[str, str]:
    span = loaded.sources.span(address)
    return {"thing": safe(str(address)), "where": safe(f"{span.file}:{span.line}"), "editor": _in_editor(span)}


def _in_editor(span: Span) -> str:
    """The address that opens a place in VS Code."""
    return f"vscode://file{Path(span.file).absolute().as_uri().removeprefix('file://')}:{span.line}:{span.column}"
