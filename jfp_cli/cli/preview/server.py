"""The server of `jfp preview`: a frame with the page as it will be published, and beside it what is wrong."""

import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from importlib.resources import files
from typing import Any

from jfp_cli.cli.preview.made import Preview

LOOPBACK = "127.0.0.1"
HTTP_PORT = 80
FRAME = (files("jfp_cli.cli.preview") / "frame.html").read_text("utf-8")


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
            self.send_error(403, f"ask for it as {LOOPBACK}")
            return
        match self.path.partition("?")[0]:
            case "/":
                self._send(FRAME)
            case "/page":
                self._send(self.shown.page)
            case "/beside":
                self._send(self.shown.beside, "application/json")
            case "/changes":
                self._send_changes()
            case _:
                self.send_error(404)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the signature of the class above
        """Nothing: a line for every request would hide what matters."""

    def _send(self, text: str, kind: str = "text/html") -> None:
        body = text.encode(errors="replace")  # the name of a file need not be text
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("X-Content-Type-Options", "nosniff")
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
