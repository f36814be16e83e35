"""The server of `jfp preview`: a frame with the page as it will be published, and above it what is wrong."""

import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from html import escape
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from jfp_cli.cli.publishing import NoPageError, Wanted, make_page, templates_of
from jfp_cli.loading import load
from jfp_cli.values.finding import Finding

LOOPBACK = "127.0.0.1"
HTTP_PORT = 80
BEAT = 15.0  # seconds after which a browser that has gone is noticed

# The page's own security policy forbids scripts but its own, so it stays as it is and is reloaded from outside.
FRAME = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Preview</title>
<style>
html, body { height: 100%; margin: 0 }
body { display: flex; flex-direction: column; font: 1rem/1.5 Arial, sans-serif }
#findings:not(:empty) { max-height: 40%; overflow: auto; padding: 1rem; background: #fff4d6; color: #212b32 }
#findings ul { margin: 0; padding-left: 1.25rem }
iframe { flex: 1; border: 0 }
</style>
</head>
<body>
<div id="findings" role="status"></div>
<iframe src="/page" title="The page"></iframe>
<script>
const findings = document.getElementById("findings");
const frame = document.querySelector("iframe");
let seen = null;
async function show(event) {
  findings.innerHTML = await (await fetch("/findings")).text();
  if (seen !== null && seen !== event.data) frame.contentWindow.location.reload();
  seen = event.data;
}
frame.addEventListener("load", () => { document.title = "Preview: " + frame.contentDocument.title; });
new EventSource("/changes").onmessage = show;
</script>
</body>
</html>
"""
NOTHING = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>There is no page</title></head>
<body><p>There is no page yet: {reason}</p></body>
</html>
"""


class Preview:
    """The page of a plan as it is on disk; `version` counts how often it was made."""

    def __init__(self, root: Path, day: date, wanted: Wanted) -> None:
        self.root, self._day, self._wanted = root, day, wanted
        self._changed = threading.Condition()
        self.page = self.findings = ""
        self.version = 0
        self.rebuild()

    def rebuild(self) -> None:
        """Make the page anew and tell every browser."""
        loaded = load(self.root)
        page, reason = "", "plan.yaml cannot be read"
        if loaded.plan is not None:
            try:
                page, reason = make_page(loaded, loaded.plan, self._day, self._wanted), ""
            except NoPageError as error:
                reason = str(error)
        page = page or NOTHING.format(reason=escape(reason))
        with self._changed:
            self.page, self.findings = page, _listed(loaded.findings, reason)
            self.version += 1
            self._changed.notify_all()

    def wait(self, seen: int) -> int:
        """The version after the one that a browser has seen; the same one where nothing changes for a while."""
        with self._changed:
            self._changed.wait_for(lambda: self.version != seen, timeout=BEAT)
            return self.version


def watch(preview: Preview, stopped: threading.Event | None = None) -> None:
    """Make the page anew whenever a file of the plan or a template changes, until Ctrl-C or `stopped`."""
    import watchfiles  # noqa: PLC0415 - an extra

    folders = {preview.root, *filter(Path.is_dir, templates_of(preview.root))}
    while True:
        try:
            for _ in watchfiles.watch(*folders, stop_event=stopped):
                preview.rebuild()
        except RuntimeError:  # a file has a name that is not UTF-8, at which the watcher gives up: begin anew
            preview.rebuild()
        else:
            return


def serve(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Serve a preview to this computer alone, in threads of its own; raises OSError where the port is taken."""

    class Handler(_Handler):
        shown = preview

    server = ThreadingHTTPServer((LOOPBACK, port), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server


class _Handler(BaseHTTPRequestHandler):
    shown: Preview
    server: HTTPServer

    def handle(self) -> None:
        """Answer until the browser is done, or has gone."""
        with suppress(OSError):
            super().handle()

    def finish(self) -> None:
        """Send what is left, unless the browser has gone."""
        with suppress(OSError):
            super().finish()

    def do_GET(self) -> None:
        host, _, port = self.headers.get("Host", "").partition(":")
        port = port or str(HTTP_PORT)  # which browsers leave out
        # Another site's name may be made to lead to this computer: its pages must not read the plan.
        if host not in (LOOPBACK, "localhost") or port != str(self.server.server_port):
            self.send_error(403, "ask for it as 127.0.0.1")
            return
        match self.path.partition("?")[0]:
            case "/":
                self._send(FRAME)
            case "/page":
                self._send(self.shown.page)
            case "/findings":
                self._send(self.shown.findings)
            case "/changes":
                self._send_changes()
            case _:
                self.send_error(404)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the signature of the class above
        """Nothing: a line for every request would hide what matters."""

    def _send(self, text: str) -> None:
        body = text.encode(errors="replace")  # the name of a file need not be text
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _send_changes(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = 0
        while True:  # until the browser has gone
            now = self.shown.wait(seen)
            self.wfile.write(f"data: {now}\n\n".encode() if now != seen else b": still here\n\n")
            seen = now


def _listed(findings: Iterable[Finding], reason: str) -> str:
    """What is wrong, as a list in HTML; nothing where nothing is."""
    lines = [f"<li>{escape(reason)}</li>"] if reason else []
    for finding in findings:
        advice = f" ({escape(finding.help)})" if finding.help else ""
        lines.append(f"<li><code>{escape(str(finding.span))}</code> {escape(finding.message)}{advice}</li>")
    return f"<ul>{''.join(lines)}</ul>" if lines else ""
