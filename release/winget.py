"""Manifests for winget: the program for Windows of a release, a folder in a ZIP that needs no Python."""

from hashlib import sha256
from pathlib import Path

IDENTIFIER = "JfpAuthors.jfp"
SCHEMA = "1.6.0"
_HEAD = "PackageIdentifier: {name}\nPackageVersion: {version}\n"
_TAIL = "ManifestType: {kind}\nManifestVersion: {schema}\n"
_BODIES = {
    "version": ("", "DefaultLocale: en-GB\n"),
    "installer": (
        ".installer",
        """\
InstallerType: zip
NestedInstallerType: portable
NestedInstallerFiles:
  - RelativeFilePath: jfp\\jfp.exe
    PortableCommandAlias: jfp
Installers:
  - Architecture: x64
    InstallerUrl: {repository}/releases/download/v{version}/{file}
    InstallerSha256: {seal}
""",
    ),
    "defaultLocale": (
        ".locale.en-GB",
        """\
PackageLocale: en-GB
Publisher: The jfp authors
PackageName: jfp
PackageUrl: {repository}
License: MIT
LicenseUrl: {repository}/blob/v{version}/LICENSE
ShortDescription: A five-year joint forward plan kept like code, validated, questioned and published from plain YAML.
ReleaseNotesUrl: {repository}/releases/tag/v{version}
""",
    ),
}


def manifests(program: Path, repository: str, version: str) -> dict[str, str]:
    """The text of each manifest by the name of its file, for a ZIP that the release page of this repository offers."""
    said = {
        "name": IDENTIFIER,
        "version": version,
        "repository": repository.rstrip("/"),
        "file": program.name,
        "seal": sha256(program.read_bytes()).hexdigest().upper(),
        "schema": SCHEMA,
    }
    return {
        f"{IDENTIFIER}{ending}.yaml": (_HEAD + body + _TAIL).format(**said, kind=kind)
        for kind, (ending, body) in _BODIES.items()
    }
