"""Take the pictures anew, into docs/pictures: all that this computer can.

What is drawn line by line is the same everywhere, and a test holds it byte by byte. What a browser or LibreOffice draws
differs from one version to the next; of that is written down which plan it shows.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from hashlib import sha256

from documentation.pictures import measure, terminal
from documentation.pictures.screens import browser, office, page, sheet
from documentation.pictures.terminal import ROOT

PICTURES = ROOT / "docs" / "pictures"
TAKEN = "taken.json"
DRAWN: dict[str, Callable[[], str]] = {
    "terminal.svg": terminal.overdue,
    "session.svg": terminal.session,
    "tracker.svg": partial(terminal.steps, "trackers.md", "A tracker taken into the plan, and what the plan has then"),
    "word.svg": partial(terminal.steps, "word.md", "A document made into a plan, and what the plan has then"),
    "measure.svg": measure.drawn,
}
SHOWN: dict[str, Callable[[], bytes]] = {
    "published-plan-desk.png": partial(page, ["plan"], 1280, 800),
    "published-plan-phone.png": partial(page, ["plan"], 390, 800),
    "board-paper.png": partial(page, ["board"], 1000, 800),
}
PRINTED: dict[str, Callable[[], bytes]] = {
    "workbook-start.png": partial(sheet, "Start here", "A1:B26", 640),
    "workbook-milestones.png": partial(sheet, "Milestones", "A1:K6", 330),
}


def state_of_the_plan() -> str:
    """What tells one state of the shipped plan from another."""
    files = sorted((ROOT / "plan").rglob("*.yaml"))
    texts = (f"{path.relative_to(ROOT).as_posix()}\n{path.read_text(encoding='utf-8')}" for path in files)
    return sha256("\n".join(texts).encode()).hexdigest()


def main() -> int:
    """Take every picture that can be taken here; what cannot is named."""
    for name, drawing in DRAWN.items():
        (PICTURES / name).write_text(drawing(), encoding="utf-8", newline="\n")
    taken = json.loads((PICTURES / TAKEN).read_text(encoding="utf-8"))
    for pictures, there, needs in ((SHOWN, browser(), "a browser"), (PRINTED, office(), "LibreOffice and pdftoppm")):
        if not there:
            sys.stderr.write(f"not taken, for want of {needs}: {', '.join(pictures)}\n")
            continue
        for name, picture in pictures.items():
            (PICTURES / name).write_bytes(picture())
            taken[name] = state_of_the_plan()
    text = json.dumps(taken, indent=2, sort_keys=True)
    (PICTURES / TAKEN).write_text(text + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
