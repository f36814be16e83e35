"""Files in the house style: laid out anew from what they say, and held against what they said."""

from collections.abc import Sequence
from pathlib import Path as FilePath

from jfp_cli.edit.change import Step
from jfp_cli.edit.yaml.comments import comment_at, comments_of
from jfp_cli.edit.yaml.lines import newline_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.fmt.layout import has_anchors, let_go, tree_of
from jfp_cli.fmt.lines import lines_of, tidy
from jfp_cli.fmt.marks import parts_of
from jfp_cli.loading import Loaded
from jfp_cli.loading.own_keys import parse_plan_file
from jfp_cli.model.kinds import OF_FOLDER
from jfp_cli.model.own import PLAIN, Models
from jfp_cli.model.spot import spot_at
from jfp_cli.source.folder import TextFile, shown
from jfp_cli.source.yaml import Document
from jfp_cli.values.address import Path
from jfp_cli.values.text import LINE_END


def laid_out(file: TextFile, models: Models = PLAIN) -> str:
    """The text of a file in the house style; raises EditError where it cannot be laid out and stay what it is."""
    text = file.text
    document = parse_plan_file(text) if text is not None else Document()
    if text is None or document.data is None or document.faults or file.folder not in OF_FOLDER:
        raise EditError(f"{file.shown} was left as it is: it cannot be read whole; run jfp validate to see why")
    model = models.of(OF_FOLDER[file.folder].name)
    head, body, tail = parts_of(text)
    tree = tree_of(body, parse_plan_file(body) if head or tail else document)
    anchored = has_anchors(tree)  # what an alias repeats has to stay above it

    def order(path: Path) -> Sequence[str]:
        spot = None if anchored else spot_at(model, path)
        return spot.keys if spot else ()

    lines = [*_as_they_are(head), *lines_of(tree, order), *_as_they_are(tail)]
    let_go(tree)
    after = newline_of(text).join([*lines, ""])
    _check(file.shown, text, document, after)
    return after


class Layout:
    """The files of a plan that the house style changes: `steps` has them, `refused` why others cannot be laid out."""

    def __init__(self, loaded: Loaded, chosen: Sequence[FilePath] = ()) -> None:
        known = {loaded.root.absolute() / source.file.path: source.file for source in loaded.sources.files.values()}
        for path in chosen:
            if path not in known:
                raise EditError(f"{shown(path)} is no file of the plan in {shown(loaded.root)}")
        self.files = [known[path] for path in chosen or known]
        self.steps: list[Step] = []
        self.changed: list[str] = []
        self.refused: list[str] = []
        models = loaded.plan.models if loaded.plan else PLAIN
        for file in self.files:
            try:
                after = laid_out(file, models)
            except EditError as error:
                self.refused.append(str(error))
                continue
            if after != file.text:
                if parse_plan_file(after).data != parse_plan_file(file.text or "").data:
                    raise EditError("the plan would not be the same plan; nothing was written. This is a fault of jfp")
                self.steps.append(Step(file.path, file.text or "", file.path, after))
                self.changed.append(file.shown)

    def sentence(self, *, check: bool) -> str:
        """What was done, or would have been, in a sentence."""
        changed = len(self.steps)
        would = "would be laid out anew" if check else "laid out anew"
        rest = len(self.files) - changed - len(self.refused)
        return f"{changed} {'file' if changed == 1 else 'files'} {would}, {rest} in the house style already"


def _as_they_are(part: str) -> list[str]:
    return tidy([line.rstrip() for line in LINE_END.split(part)])


def _check(shown: str, text: str, document: Document, after: str) -> None:
    again = parse_plan_file(after)
    same = again.data == document.data and not again.faults
    if not same or _comments(after, again) != _comments(text, document):
        raise EditError(f"{shown} was left as it is: it is written in a way that cannot be laid out without a loss")


def _comments(text: str, document: Document) -> list[str]:
    return sorted(comment_at(text, at) for at in comments_of(text, document))
