"""Any YAML, read by libyaml: what can be read of it, and all that is wrong with it."""

from jfp_cli.source.yaml import faults, libyaml, stand_ins
from jfp_cli.source.yaml.document import Document


def read(text: str) -> Document:
    """Read one YAML document."""
    if text.startswith("\ufeff"):  # libyaml would not count it
        return Document(faults=[faults.not_text(text, 0)])
    readable = stand_ins.without_line_ends(text)
    document, stopped = libyaml.read(readable)
    if stopped is not None:
        again = stand_ins.without_inner_marks(readable, text)
        if again != readable:
            other, second = libyaml.read(again)
            if second is None or second.reach > stopped.reach:
                readable, document, stopped = again, other, second
    if readable is not text:
        _restore(document)
    if stopped is not None:
        document.faults.append(faults.syntax(stopped, text))
    return document


def _restore(document: Document) -> None:
    """Put back the characters for which others stood in."""
    document.data, places = stand_ins.restored_tree(document.data, document.root[4])
    document.root = (*document.root[:4], places)
    document.faults = [
        fault._replace(message=stand_ins.restored(fault.message), help=stand_ins.restored(fault.help))
        for fault in document.faults
    ]
