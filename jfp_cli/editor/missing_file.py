"""The file of a thing that a plan names and does not have."""

from jfp_cli.edit.change import Change
from jfp_cli.edit.creating import begin
from jfp_cli.editor.index import Picture
from jfp_cli.editor.naming import named_at
from jfp_cli.editor.reporting import Work
from jfp_cli.loading.faults.contents import SECTION_WITHOUT_FILE
from jfp_cli.loading.faults.plan import DANGLING_REFERENCE
from jfp_cli.loading.source_map import Located
from jfp_cli.model.kinds import KINDS
from jfp_cli.values.finding import Finding
from jfp_cli.values.text import is_id

_OF_MISSING = (DANGLING_REFERENCE.code, SECTION_WITHOUT_FILE.code)


def missing_file(picture: Picture, shown: str, finding: Finding) -> tuple[str, Work] | None:
    """The file that a finding misses, by its path in the plan, and how it is begun; None where it misses none.

    What it is called stays for whoever names it to write.
    """
    if finding.code not in _OF_MISSING or finding.address is None:
        return None
    sources = picture.loaded.sources
    located = sources.at(shown, finding.span.line, finding.span.column) or Located(finding.address, "value")
    thing = named_at(picture, shown, located)
    if thing is None or not KINDS[thing.kind].folder or not is_id(thing.id):
        return None

    def work(change: Change) -> None:
        kind = KINDS[thing.kind]
        begin(change, thing, {kind.id_key: thing.id, kind.title: ""})

    return f"{KINDS[thing.kind].folder}/{thing.id}.yaml", work
