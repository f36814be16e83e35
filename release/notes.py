"""The notes of a release: what the changelog says of its version."""

import re

_HEADING = re.compile(r"^## (?P<version>[^\s,]+).*$", re.MULTILINE)


class NotReadyError(Exception):
    """Something that a release needs is not there; the text says what to do."""


def notes(changelog: str, version: str) -> str:
    """The entries of a version; raises NotReadyError where there are none."""
    headings = list(_HEADING.finditer(changelog))
    for at, heading in enumerate(headings):
        if heading["version"] == version:
            end = headings[at + 1].start() if at + 1 < len(headings) else len(changelog)
            if text := changelog[heading.end() : end].strip():
                return text + "\n"
            raise NotReadyError(f"CHANGELOG.md says nothing of {version}")
    raise NotReadyError(
        f"CHANGELOG.md has no section {version}; write the version and its day where it says Unreleased: "
        f"## {version}, 1 April 2027"
    )


def check_tag(tag: str, version: str) -> None:
    """Raise NotReadyError where a tag does not name the version that the package has."""
    if tag != f"v{version}":
        raise NotReadyError(
            f'the tag is "{tag}", and jfp_cli/__init__.py says {version}; write the new version there, commit, '
            f"and tag that commit v{version}"
        )
