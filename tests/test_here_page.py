"""A reader runs, breaks and mends programs in the page, and whatever goes wrong is told in a sentence."""
import functools
import gzip
import http.server
import re
import threading
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from book import SNIPPETS
from book.here.site import FOLDER
from book.impact import Host
from book.pages import ROOT
from tests import needs, still

pytestmark = [needs.PACK, pytest.mark.kept(
    "book/here/page/*.js", "theme/assets/here.js", "snippets/build/lazy.out", "snippets/exercises/no_bias.py",
    site=("assets/here/**/*", "recipes/*.py"),
    programs=("en/build/index.html", "en/config/index.html", "en/squeeze-excite/index.html", "exercises/index.html"))]
SECONDS = 60_000
LAZY = (SNIPPETS / "build/lazy.out").read_text().strip()


class Reader:
    """A page, and what somebody does there with its listing of that number."""

    def __init__(self, page, number=0):
        self.page, self.block = page, page.locator("[data-here]").nth(number)
        self.run_button = self.block.locator(".here-run")
        self.content = self.block.locator(".cm-content")

    def open(self):
        self.run_button.click()
        return self.wait()

    def wait(self):
        """Until no program of this listing runs."""
        self.block.locator(".here-open, .here-status").first.wait_for(timeout=SECONDS)
        self.page.wait_for_function("block => !block.querySelector('.here-run').disabled", arg=self.block.element_handle(), timeout=SECONDS)
        return self

    def write(self, text):
        self.content.click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)
        return self

    def begin(self, text):
        self.write(text)
        self.page.keyboard.press("ControlOrMeta+Enter")
        return self

    def play(self, text):
        return self.begin(text).wait()

    def stop(self):
        self.block.get_by_role("button", name=re.compile("^(Stop|멈춤)$")).click()
        return self.wait()

    def says(self, name):
        return self.block.locator(f".here-{name}").inner_text().strip()


@pytest.fixture(scope="module")
def reader(chromium, address):
    """Somebody who has opened the first listing of the page on build()."""
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(address + "en/build/?programs")
        yield Reader(page).open()


@pytest.fixture
def page(chromium):
    """A browser that was never here."""
    with chromium.new_context() as context:
        yield context.new_page()


@pytest.mark.kept("book/here/page/*.js", "theme/assets/here.js", "snippets/build/lazy.out", site=("build/index.html", "assets/here/**/*"))
def test_a_click_loads_little_and_only_from_the_site(page, address):  # on the whole page, as its reader has it
    asked, came = [], []
    page.context.on("request", lambda request: asked.append(request.url))
    page.context.on("requestfinished", lambda request: came.append(request))
    page.goto(address + "build/", wait_until="networkidle")
    assert not [url for url in asked if "/assets/here/" in url], "loaded before the click"
    before = len(came)
    reader = Reader(page).open()
    assert (reader.says("out"), reader.says("mark")) == (LAZY, "✓ 책의 기록과 같습니다")
    foreign = [url for url in asked if not url.startswith((address, "blob:", "data:"))]
    assert not foreign, f"asks another host for {foreign}"
    weight = sum(max(request.sizes()["responseBodySize"], 0) for request in came[before:])
    assert weight <= 11e6, f"{weight} bytes by the first click; the budget is 11 MB"


def test_a_program_of_a_recipe_finds_its_layer(page, address):
    page.goto(address + "en/squeeze-excite/?programs")
    number = page.locator("[data-here]").evaluate_all("blocks => blocks.findIndex(block => block.dataset.here.endsWith('/equal'))")
    reader = Reader(page, number).open()
    assert "broken = []" in reader.says("out") and reader.says("mark").startswith("✓")


def test_our_own_scripts_are_small():
    own = [*FOLDER.glob("page/*.js"), ROOT / "theme/assets/here.js"]
    size = sum(len(gzip.compress(file.read_bytes())) for file in own)
    assert size <= 8 * 1024, f"{size} bytes of gzipped JavaScript of our own; the budget is 8 KiB"


@pytest.mark.parametrize("program, out, status", [
    ("x = 1\n\ndef f():\n    return x / 0\n\nf()", 'Traceback (most recent call last):\n  File "lazy.py", line 6, in <module>\n    f()\n'
     '  File "lazy.py", line 4, in f\n    return x / 0\nZeroDivisionError: division by zero', "Ended with ZeroDivisionError"),
    ("if True\n    pass", "    if True\n           ^\nSyntaxError: expected ':'", "Ended with SyntaxError"),
    ("def f():\n    return f()\nf()", "RecursionError: maximum recursion depth exceeded", "Ended with RecursionError"),
    ("kept = [0] * 2 ** 30", "MemoryError", "Ended with MemoryError"),
    ("raise SystemExit(3)", "SystemExit: 3", "Ended with SystemExit"),
    ("input()", "EOFError: EOF when reading a line", "Ended with EOFError"),
    ("import tensorflow", "ModuleNotFoundError: No module named 'tensorflow'", "Ended with ModuleNotFoundError"),
    ("from contract import check_layer\nimport keras\ncheck_layer(keras.layers.Dense, {'units': 4}, (3,))\nprint('passed')", "passed", "Finished in"),
    ("print('a\\rb\\n12\\b3 \\x1b[1m\\x1b[32mgreen\\x1b[0m')", "b\n13 green", "Finished in"),
    ("import keras\nkeras.config.set_floatx('float64')", "", "Finished in"),
    ("import keras\nprint(keras.config.floatx(), keras.layers.Dense(1).name)", "float32 dense", "Finished in"),
], ids=["error", "syntax", "recursion", "memory", "exit", "input", "module", "contract", "terminal", "setting", "clean"])
def test_a_program_ends_as_it_would_elsewhere(program, out, status, reader):
    reader.play(program)
    assert out in reader.says("out"), reader.says("out")
    assert reader.says("status").startswith(status)


def test_output_appears_while_a_program_runs(reader):
    reader.begin("print('begun')\nwhile True: pass")
    reader.block.locator(".here-out", has_text="begun").wait_for()
    assert reader.stop().says("out") == "begun"


@pytest.mark.parametrize("program", ["while True: pass", "while True: print('again')"])
def test_an_endless_loop_is_stopped_and_the_next_program_runs(program, reader):
    reader.begin(program)
    if "print" in program:
        reader.block.locator(".here-mark", has_text="only its beginning").wait_for()
    else:
        reader.page.wait_for_timeout(1500)
    assert reader.stop().says("status") == "Stopped"
    assert reader.play("print(6 * 7)").says("out") == "42"


def test_the_text_survives_a_reload_until_it_is_reset(page, address):
    page.goto(address + "en/config/?programs")
    original = Reader(page).open().content.inner_text()
    Reader(page).write("print('mine')")
    page.reload()
    reader = Reader(page)
    assert reader.run_button.inner_text().strip() == "Run your version"
    assert reader.open().says("out") == "mine"
    reader.block.get_by_role("button", name="Reset").click()
    assert reader.content.inner_text() == original
    page.reload()
    assert Reader(page).run_button.inner_text().strip() == "Run"


def test_an_exercise_is_solved_in_the_page(page, address):
    page.goto(address + "exercises/?programs")
    reader = Reader(page).open()
    assert "아직" in reader.says("mark")
    reader.play((SNIPPETS / "exercises/no_bias.py").read_text())
    assert reader.says("out") == "passed" and reader.says("mark").startswith("✓ passed")


def test_two_listings_take_turns(page, address):
    page.goto(address + "en/build/?programs")
    first, second = Reader(page).open(), Reader(page, 1)
    first.begin("while True: pass")
    second.run_button.click()
    second.block.locator(".here-status", has_text="Waiting for the other program").wait_for()
    first.stop()
    second.wait()
    assert second.says("mark").startswith("✓") and first.says("status") == "Stopped"


def test_a_keyboard_is_enough(page, address):
    page.goto(address + "en/build/?programs")
    reader = Reader(page)
    reader.run_button.focus()
    page.keyboard.press("Enter")
    reader.wait()
    focused = "document.activeElement.className"
    assert "cm-content" in page.evaluate(focused)
    page.keyboard.press("Escape")
    assert page.evaluate(focused).startswith("here-run")
    page.keyboard.press("Tab")
    assert "cm-content" not in page.evaluate(focused)
    live = page.locator(".here-live")
    assert live.count() == 1 and "same as the book" in live.inner_text()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_editor_is_for_everybody(scheme, width, reader):
    page = reader.page
    page.add_style_tag(content=still.CSS)
    still.scheme(page, scheme)
    page.set_viewport_size({"width": width, "height": 844})
    reader.play(f"import keras  # {'long ' * 30}\nprint('{'x' * 200}', None, 1.5)")
    broken = [f"{rule['id']}: {node['target'][0]}" for rule in Axe().run(page, context="[data-here]").response["violations"] for node in rule["nodes"]]
    assert not broken, broken
    assert page.evaluate("document.documentElement.scrollWidth") <= width


class Unreliable(Host):
    """A host with bad days: sends half of a file, or other bytes; knows ranges; has no type for what it doesn't know."""
    extensions_map = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", "": "text/plain"}
    half, other, ranges = set(), set(), []

    def do_GET(self):
        name = self.path.rpartition("/")[2]
        if not name.endswith(".pack"):
            return super().do_GET()
        whole = bytearray(open(self.translate_path(self.path), "rb").read())
        if any(map(name.startswith, self.other)):
            whole[len(whole) // 2] ^= 1
        begin = int((re.search(r"bytes=(\d+)-", self.headers.get("Range", "")) or [0, 0])[1])
        end = len(whole) // 2 if any(map(name.startswith, self.half)) else len(whole)
        if begin:
            self.ranges.append((name, begin))
        self.send_response(206 if begin else 200)
        self.send_header("Content-Length", str(len(whole) - begin))
        self.end_headers()
        self.wfile.write(whole[begin:end])
        if end < len(whole):
            time.sleep(1)  # until the page has read what came


@pytest.fixture
def bad_day(page, site):
    """A reader whose host can fail."""
    Unreliable.half, Unreliable.other, Unreliable.ranges = set(), set(), []
    with http.server.ThreadingHTTPServer(("localhost", 0), functools.partial(Unreliable, directory=site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page.goto(f"http://localhost:{server.server_port}/en/build/?programs")
        yield Reader(page)
        server.shutdown()


def test_a_broken_download_goes_on(bad_day):
    Unreliable.half = {"python-", "wasm-"}
    assert "connection was lost" in bad_day.open().says("status")
    Unreliable.half = set()
    assert bad_day.play("print(6 * 7)").says("out") == "42"
    assert {name.partition("-")[0] for name, _ in Unreliable.ranges} == {"python", "wasm"}


@pytest.mark.parametrize("file", ["python", "wasm"])
def test_a_changed_byte_is_seen(file, bad_day):
    Unreliable.other = {f"{file}-"}
    assert "arrived damaged" in bad_day.open().says("status")
    Unreliable.other = set()
    assert bad_day.play("print(6 * 7)").says("out") == "42"


def test_what_never_arrives_leaves_a_button(page, address):
    page.goto(address + "en/build/?programs", wait_until="networkidle")
    page.context.set_offline(True)
    reader = Reader(page)
    reader.run_button.click()
    reader.block.get_by_text("did not arrive").wait_for()
    page.context.set_offline(False)
    assert reader.open().says("out") == LAZY


def test_once_loaded_it_needs_no_network(page, address):
    page.goto(address + "en/build/?programs", wait_until="networkidle")
    reader = Reader(page).open()
    page.context.set_offline(True)
    reader.begin("while True: pass")
    page.wait_for_timeout(500)
    assert reader.stop().play("print(6 * 7)").says("out") == "42"


def test_without_webassembly_a_sentence_says_so(page, address):
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(address + "en/build/?programs")
    assert "no WebAssembly" in Reader(page).open().says("status")


def test_a_worker_that_the_browser_ends_is_missed(page, address):
    page.add_init_script("Worker = class extends Worker { constructor(...all) { super(...all); globalThis.made = this } }")
    page.goto(address + "en/build/?programs")
    reader = Reader(page).open().begin("while True: pass")
    page.wait_for_timeout(500)
    page.evaluate("made.terminate()")  # behind the back of our own code, as the browser does it
    assert "browser has ended the program" in reader.wait().says("status")
    assert reader.play("print(6 * 7)").says("out") == "42"


@pytest.mark.kept("theme/assets/here.js", site=("en/build/index.html",))
def test_a_page_opened_as_a_file_says_so(page, site):
    page.goto((site / "en/build/index.html").as_uri())
    page.locator(".here-run").first.click()
    page.get_by_text("opened as a file").wait_for()
