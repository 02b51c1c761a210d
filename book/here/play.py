"""Plays every portable listing in Chromium, in the page's own worker, and writes which hold to snippets/here/.

`python -m book.here.play` is a part of `make record`; what was played is kept until something that it depends on
changes. `python -m book.here.play build config/key` plays only these, and shows how they differ.
"""
import contextlib
import functools
import http.server
import json
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from book import ROOT, SNIPPETS, browser
from book.backends import HOLDS, PORTABLE, explain, verdict
from book.here import FOLDER
from book.here.pack import packed
from book.here.site import furnish
from book.kept import digest, kept
from book.listings import name

RECORD = SNIPPETS / "here/holds.txt"
SECONDS = 120
PLAY = """async program => {
    const { play } = await import("./here/engine.mjs")
    const playing = play(program, () => {})
    const over = setTimeout(() => playing.stop(), %d)
    try { return await playing.result } catch (error) { return { said: `${error.name} ${error.cause ?? ""}`, error: error.name } } finally { clearTimeout(over) }
}""" % (SECONDS * 1000)


class Files(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder):
    with http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(Files, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


def played(programs) -> list[dict]:
    """What the page says of each {name, source}: {said, error, ms}."""
    with tempfile.TemporaryDirectory() as folder, served(folder) as address, sync_playwright() as playwright:
        Path(folder, "index.html").write_text('<!doctype html><link rel="icon" href="data:,"><title>.</title>')
        furnish(Path(folder))
        chromium = browser.launch(playwright)
        page = chromium.new_page()
        page.goto(address)
        done = [page.evaluate(PLAY, program) for program in programs]
        chromium.close()
    return done


def all_played(listings) -> dict[str, list]:
    """{listing: [record, error, milliseconds]}, from now or before."""
    programs = [{"name": listing.name, "source": listing.read_text()} for listing in listings]
    made_of = [packed().name, programs, *sorted(FOLDER.glob("page/*.mjs"))]
    text, _ = kept("here-played", "listings", made_of, lambda: json.dumps(
        {name(listing): [done["said"], done["error"], done.get("ms")] for listing, done in zip(listings, played(programs))}))
    return json.loads(text)


def main(chosen) -> int:
    listings = [listing for listing in PORTABLE if not chosen or {name(listing), listing.parent.name} & set(chosen)]
    found = all_played(listings)
    for listing in listings:
        record, error, _ = found[name(listing)]
        what = verdict(listing, record, error)
        if chosen:
            print(f"{name(listing)}: {what}", *(explain(listing, record, error) if what not in HOLDS else []), sep="\n    ")
    print(sum(verdict(listing, *found[name(listing)][:2]) in HOLDS for listing in listings), "of", len(listings), "hold")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
