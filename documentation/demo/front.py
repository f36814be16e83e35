"""The front page of the demo site, which leads to all that was made."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape

from documentation.demo.contents import Chapter, File

_STYLE = """
:root { color-scheme: light dark; --ink: #212b32; --paper: #fff; --link: #005eb8; --quiet: #425563; --line: #c3ccd2 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef2f4; --paper: #14191d; --link: #7cc0ff; --quiet: #b6c2ca; --line: #3d4a53 }
}
body { margin: 0; font: 1.1rem/1.5 Arial, Helvetica, sans-serif; color: var(--ink); background: var(--paper) }
header { background: #005eb8; color: #fff; padding: 2rem 1rem }
header > *, main { max-width: 60rem; margin: 0 auto }
main { padding: 1rem }
h1 { line-height: 1.2 }
h2 { margin: 2.5rem 0 0.5rem }
a { color: var(--link) }
header a { color: #fff }
a:focus-visible { outline: 3px solid #ffeb3b; background: #ffeb3b; color: #212b32 }
dl { display: grid; grid-template-columns: minmax(10rem, 20rem) 1fr; margin: 0 }
dt, dd { margin: 0; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line) }
p, dd { color: var(--quiet) }
header p { color: #fff }
img { max-width: 100%; height: auto; border-radius: 8px }
@media (max-width: 40rem) { dl { display: block } dt { border: 0; padding-bottom: 0 } }
"""
_SEAL = b64encode(sha256(_STYLE.encode()).digest()).decode()
_PAGE = """\
<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{seal}'; img-src 'self'">
<title>jfp: what it makes of a plan</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>A joint forward plan kept like code</h1>
<p>What <code>jfp</code> makes of plans that are plain files.
<a href="docs/index.html">The documentation</a> says how.</p>
</header>
<main>
{chapters}<h2>In a terminal</h2>
<p><img src="docs/pictures/terminal.svg" alt="What is overdue, and what lint finds, in a terminal in colour"></p>
</main>
</body>
</html>
"""


def front(chapters: Iterable[Chapter]) -> str:
    """The page, with each file under the heading of its chapter."""
    return _PAGE.format(seal=_SEAL, style=_STYLE, chapters="".join(map(_chapter, chapters)))


def _chapter(chapter: Chapter) -> str:
    files = "".join(map(_file, chapter.files))
    return f"<h2>{escape(chapter.title)}</h2>\n<p>{escape(chapter.about)}</p>\n<dl>\n{files}</dl>\n"


def _file(file: File) -> str:
    return f'<dt><a href="{escape(file.name)}">{escape(file.title)}</a></dt><dd>{escape(file.about)}</dd>\n'
