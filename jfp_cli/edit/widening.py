"""A sentence of a list that becomes an entry with fields of its own."""

from jfp_cli.edit.yaml.draft import Draft
from jfp_cli.values.address import Path


def widen(draft: Draft, path: Path, key: str) -> None:
    """Make a sentence an entry with fields, of which this key holds it; what is an entry already stays as it is."""
    sentence = draft.value(path)
    if not isinstance(sentence, str):
        return
    if not draft.is_on_one_line(path):
        draft.set(path, "x")  # however it is folded, it is folded anew below its key
    draft.put_under(path, key)
    draft.set((*path, key), sentence)
