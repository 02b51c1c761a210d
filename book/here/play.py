"""Plays every portable listing in Chromium, in the page's own worker, and writes which hold to snippets/here/.

`python -m book.here.play` is a part of `make record`; what was played is kept until something that it depends on
changes. `python -m book.here.play build config/key` plays only these, and shows how they differ.
"""
import contextlib
import functools
import http.server
import json
import re
import shutil
import sys
import tempfile
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import sync_playwright

from book import SNIPPETS, browser
from book.alike import NUMBERS
from book.backends import HOLDS, PORTABLE, verdict, write
from book.here import FOLDER
from book.here.fetch import SOURCES
from book.here.pack import packed, shipped
from book.here.site import furnish
from book.kept import digest, kept_together
from book.listings import beside, change, name

PAGE = SNIPPETS / "here"
RECORD = PAGE / "holds.txt"
SAID = {"same": "to the letter", "numbers": "but for numbers with a point, which are random or rounded", "names": "but for those and the names of tensors"}
VERSIONS = """import platform, sys
import keras, numpy, pyodide
print(f"Keras {keras.__version__}, backend {keras.backend.backend()}")
print(f"NumPy {numpy.__version__}")
print(f"Python {platform.python_version()}, Pyodide {pyodide.__version__}, {sys.platform}")
"""
SECONDS = 15  # that a reader waits for a program
PLAY = """async ([program, seconds]) => {
    const { play } = await import("./assets/here/engine.js")
    const playing = play(program, () => {})
    const over = setTimeout(() => playing.stop(), seconds * 1000)
    try { return await playing.result } catch (error) { return { said: `${error.name} ${error.cause ?? ""}`, error: error.name } } finally { clearTimeout(over) }
}"""


class Files(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder):
    with http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(Files, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


def played(programs, seconds=SECONDS) -> list[dict]:
    """What the page says of each {name, source, beside}: {said, error, ms}. In a thread, for the caller may drive a browser of its own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(in_a_browser, programs, seconds).result()


def in_a_browser(programs, seconds) -> list[dict]:
    with tempfile.TemporaryDirectory() as folder, served(folder) as address, sync_playwright() as playwright:
        Path(folder, "index.html").write_text('<!doctype html><link rel="icon" href="data:,"><title>.</title>')
        furnish(Path(folder))
        shutil.copytree(SNIPPETS / "recipes", Path(folder, "recipes"))  # where the site has them
        chromium = browser.launch(playwright)
        page = chromium.new_page()
        page.goto(address)
        done = [page.evaluate(PLAY, [program, seconds]) for program in programs]
        chromium.close()
    return done


def too_slow(listing) -> str:
    """Of this program: once it is another, it is tried again."""
    return f"slow: it runs for more than {SECONDS} s here, as {digest(listing, *beside(listing))[:8]}"


def tried() -> list[Path]:
    """All but those that the list calls slow as they are: they get no button, and nobody waits for them again."""
    listed = dict(line.split(maxsplit=1) for line in RECORD.read_text().splitlines())
    return [each for each in PORTABLE if listed.get(name(each)) != too_slow(each)]


def all_played(listings, seconds=SECONDS) -> dict[str, list]:
    """{listing: [record, error, milliseconds]}, from now or before; under "versions", what runs in the page."""
    programs = {"versions": VERSIONS, **{name(listing): listing.read_text() for listing in listings}}
    needed = {name(listing): files for listing in listings if (files := beside(listing))}
    page = [packed().name, *sorted(FOLDER.glob("page/*.js"))]

    def play(names):
        done = played([{"name": f"{each.rpartition('/')[2]}.py", "source": programs[each], "beside": [file.name for file in needed.get(each, ())]} for each in names], seconds)
        return {each: json.dumps([one["said"], one["error"], one.get("ms")]) for each, one in zip(names, done)}

    made_of = {each: [each, source, *needed.get(each, ()), *page] for each, source in programs.items()}
    return {each: json.loads(text) for each, text in kept_together("played in the page", made_of, play).items()}


def reason(listing, record, error, what) -> str:
    """One line for who wonders why there is no button."""
    lines = [line for line in map(str.strip, change(listing.with_suffix(".out").read_text(), record)) if line.startswith("+")] if "other" in what or what == "no error" else record.splitlines()
    said = next((line.lstrip("+ ") for line in reversed(lines) if line.strip("+ ")), "it raises nothing" if what == "no error" else "it prints less")
    said = re.sub(f"(?:{NUMBERS[0][0]})+", " … ", said)  # they may be random
    return f"{what}: {textwrap.shorten(said, 90)}"


def told(found) -> dict[Path, list[str]]:
    """The lines of each file in snippets/here/."""
    def judged(each):
        said, error, _ = found.get(name(each), ("", "stopped", None))
        return too_slow(each) if error == "stopped" else verdict(each, said, error)

    verdicts = {each: judged(each) for each in PORTABLE}
    holds = [each for each in PORTABLE if verdicts[each] in HOLDS]
    width = max(len(name(each)) for each in PORTABLE) + 2

    def row(each):
        what = verdicts[each]
        return what if each in holds or what == too_slow(each) else reason(each, *found[name(each)][:2], what)

    return {
        RECORD: [f"{name(each):{width}}{row(each)}" for each in PORTABLE],
        PAGE / "count.txt": [f"{len(holds)} of {len(PORTABLE)} portable listings print here what they print on TensorFlow",
                             *(f"{sum(verdicts[each] == word for each in holds):5}  {said}" for word, said in SAID.items())],
        PAGE / "versions.txt": [*found["versions"][0].splitlines(), SOURCES["autograd"]["wheel"].replace("==", " ")],
        PAGE / "licenses.txt": [f"{name:24}{version:12}{license}" for name, version, license in shipped()],
    }


def main(chosen) -> int:
    if not packed():
        print("Nothing is played in the page: make here fetches what that needs")
        return 0
    listings = [each for each in PORTABLE if {name(each), each.parent.name} & set(chosen)] if chosen else tried()
    found = all_played(listings)
    if not chosen:
        for file, lines in told(found).items():
            write(file, lines)
        times = sorted(milliseconds for _, _, milliseconds in found.values() if milliseconds)
        print(f"{len(listings)} listings in the page: median {times[len(times) // 2]:.0f} ms, 90 % below {times[len(times) * 9 // 10]:.0f} ms")
    for listing in listings if chosen else []:
        what = verdict(listing, *found[name(listing)][:2])
        print(f"{name(listing)}: {what}", *(change(listing.with_suffix(".out").read_text(), found[name(listing)][0]) if what not in HOLDS else []), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
