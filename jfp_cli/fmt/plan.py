"""Files in the house style: laid out anew from what they say, and held against what they said."""

from collections.abc import Sequence
from pathlib import Path as FilePath

from jfp_cli.edit.change import Step, path_of
from jfp_cli.edit.yaml.comments import comment_at, comments_of
from jfp_cli.edit.yaml.lines import line_end, newline_of
from jfp_cli.edit.yaml.splice import EditError
from jfp_cli.fmt.layout import has_anchors, tree_of
from jfp_cli.fmt.lines import lines_of
from jfp_cli.loading import Loaded
from jfp_cli.loading.loader import load_texts
from jfp_cli.model.kinds import OF_FOLDER, model_of
from jfp_cli.model.spot import spot_at
from jfp_cli.source.folder import TextFile, shown
from jfp_cli.source.yaml import Document, parse
from jfp_cli.values.address import Path


def laid_out(file: TextFile) -> str:
    """The text of a file in the house style; raises EditError where it cannot be laid out and stay what it is."""
    text = file.text
    document = parse(text) if text is not None else Document()
    if text is None or document.data is None or document.faults:
        raise EditError(f"{file.shown} was left as it is: it cannot be read whole; run jfp validate to see why")
    model = model_of(OF_FOLDER[file.folder].name)
    tree = tree_of(text, document)
    anchored = has_anchors(tree)  # what an alias repeats has to stay above it

    def order(path: Path) -> Sequence[str]:
        spot = None if anchored else spot_at(model, path)
        return spot.keys if spot else ()

    start = _after_marker(text)
    lines = lines_of(tree, order)
    if start:
        lines = [text[:start].rstrip(), *lines]
    newline = newline_of(text)
    after = newline.join([*lines, ""])
    _check(file.shown, text, document, after)
    return after


class Layout:
    """The files of a plan that the house style changes: `steps` has them, `refused` why others cannot be laid out."""

    def __init__(self, loaded: Loaded, chosen: Sequence[FilePath] = ()) -> None:
        known = {loaded.root.absolute() / path_of(source.file): source.file for source in loaded.sources.files.values()}
        for path in chosen:
            if path not in known:
                raise EditError(f"{shown(path)} is no file of the plan in {shown(loaded.root)}")
        self.files = [known[path] for path in chosen or known]
        self.steps: list[Step] = []
        self.changed: list[str] = []
        self.refused: list[str] = []
        for file in self.files:
            try:
                after = laid_out(file)
            except EditError as error:
                self.refused.append(str(error))
                continue
            if after != file.text:
                self.steps.append(Step(path_of(file), file.text or "", path_of(file), after))
                self.changed.append(file.shown)
        if not _is_same(loaded, self.steps):
            raise EditError("the plan would not be the same plan; nothing was written. This is a fault of jfp")

    def sentence(self, *, check: bool) -> str:
        """What was done, or would have been, in a sentence."""
        changed = len(self.steps)
        would = "would be laid out anew" if check else "laid out anew"
        rest = len(self.files) - changed - len(self.refused)
        return f"{changed} {'file' if changed == 1 else 'files'} {would}, {rest} in the house style already"


def _is_same(loaded: Loaded, steps: Sequence[Step]) -> bool:
    """Whether a plan is what it was with some of its files laid out anew."""
    after = {step.old: step.after for step in steps}
    files = [source.file for source in loaded.sources.files.values()]
    files = [file._replace(text=after.get(path_of(file), file.text)) for file in files]
    again = load_texts(loaded.root, files)
    return again.plan == loaded.plan and len(again.findings) == len(loaded.findings)


def _after_marker(text: str) -> int:
    """Where the line ends that marks the beginning of the document; 0 where there is none."""
    at = 0
    while at < len(text):
        end = line_end(text, at)
        line = text[at:end]
        if line == "---":
            return end
        if line.strip() and not line.startswith(("#", "%")):
            break
        at = end + 2 if text.startswith("\r\n", end) else end + 1
    return 0


def _check(shown: str, text: str, document: Document, after: str) -> None:
    again = parse(after)
    same = again.data == document.data and not again.faults
    if not same or _comments(after, again) != _comments(text, document):
        raise EditError(f"{shown} was left as it is: it is written in a way that cannot be laid out without a loss")


def _comments(text: str, document: Document) -> list[str]:
    return sorted(comment_at(text, at) for at in comments_of(text, document))
