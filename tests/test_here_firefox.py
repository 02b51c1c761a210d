"""The same engine in Firefox, where there is one. No driver: a page plays by itself and posts what it saw to its server."""
import functools
import http.server
import json
import subprocess
import threading

import pytest

from book import SNIPPETS, browser
from book.alike import how
from book.here.site import furnish
from book.listings import name
from tests import needs

FIREFOX = browser.firefox()
PROGRAMS = ["build/lazy", "model-kinds/sequential", "plain-config/automatic", "saving-names/order", "shapes-received/fails_joined_shapes"]
pytestmark = [
    needs.PACK, pytest.mark.skipif(not FIREFOX, reason="no Firefox here; the book is proven in Chromium, and tried in Firefox where it is"),
    pytest.mark.kept("book/here/**/*", *(f"snippets/{each}.*" for each in PROGRAMS))]
PAGE = """<!doctype html><script type="module">
const { play } = await import("./assets/here/engine.js")
const seen = []
const watched = (source, stop) => {
  const playing = play({ source, name: "program.py", record: "" }, what => { if (stop && what === "playing") setTimeout(playing.stop, 500) })
  return playing.result.then(({ said }) => said, trouble => trouble.name)
}
for (const source of %s) seen.push(await watched(source))
seen.push(await watched("while True: print('again')", true), await watched("print(6 * 7)"))
await fetch("/seen", { method: "POST", body: JSON.stringify(seen) })
</script>"""


class Listener(http.server.SimpleHTTPRequestHandler):
    seen, over = [], threading.Event()

    def log_message(self, *_):
        pass

    def do_POST(self):
        self.seen[:] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.over.set()
        self.send_response(204)
        self.end_headers()


def test_firefox_prints_what_the_book_does(tmp_path):
    listings = [SNIPPETS / f"{each}.py" for each in PROGRAMS]
    site = tmp_path / "site"
    furnish(site)
    (site / "index.html").write_text(PAGE % json.dumps([each.read_text() for each in listings]))
    with http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(Listener, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        started = subprocess.Popen([FIREFOX, "--headless", "--no-remote", "--profile", str(tmp_path), f"http://localhost:{server.server_port}/"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "MOZ_HEADLESS": "1"})
        try:
            assert Listener.over.wait(120), "Firefox did not report within 120 s"
        finally:
            started.terminate()
            started.wait()
            server.shutdown()
    *said, stopped, after = Listener.seen
    for listing, text in zip(listings, said, strict=True):
        assert how(text.replace("program.py", listing.name), listing.with_suffix(".out").read_text()), f"{name(listing)} prints in Firefox\n{text}"
    assert (stopped, after) == ("stopped", "42\n")
