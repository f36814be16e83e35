"""A bill of materials: every part of jfp with its version and licence and what needs it, as CycloneDX JSON."""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from release.parts import JFP, Part


def bill(parts: Mapping[str, Part]) -> str:
    """The bill of these parts; the same parts have the same serial number."""
    known = {name: _component(part) for name, part in parts.items()}
    made = Bom(
        serial_number=uuid5(NAMESPACE_URL, " ".join(f"{part.name}=={part.version}" for part in parts.values())),
        metadata=BomMetaData(component=known[JFP]),
        components=[component for name, component in known.items() if name != JFP],
    )
    for name, part in parts.items():
        made.register_dependency(known[name], [known[need] for need in sorted(part.needs)])
    return JsonV1Dot6(made).output_as_string(indent=2) + "\n"


def _component(part: Part) -> Component:
    address = PackageURL("pypi", name=part.name, version=part.version)
    return Component(
        type=ComponentType.APPLICATION if part.name == JFP else ComponentType.LIBRARY,
        name=part.name,
        version=part.version,
        purl=address,
        bom_ref=str(address),
        licenses=[LicenseFactory().make_from_string(part.licence)] if part.licence else [],
    )
