"""Every way we know in which this book could become wrong, tried on a copy: does a check see it?

`make faults` breaks one copy per row and runs the check that should see the
fault, which is a part of `make test` or of the strict build. A row is caught when
that check fails and its message says what the row says it must say.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from book import ROOT

BUILD = ["mkdocs", "build", "--strict", "--site-dir", "site"]


def proof(tests, chosen=""):
    return ["pytest", "-q", "--tb=short", f"tests/{tests}.py", *(["-k", chosen] if chosen else [])]


def swap(file, old, new):
    def edit(book):
        text = (book / file).read_text()
        assert old in text, f"{file} has no {old!r} to break; mend book/faults.py"
        (book / file).write_text(text.replace(old, new, 1))
    return edit


def add(file, text):
    def edit(book):
        (book / file).parent.mkdir(parents=True, exist_ok=True)
        with open(book / file, "a") as opened:
            opened.write(text)
    return edit


def remove(file):
    return lambda book: (book / file).unlink()


def both(text):
    """The same text at the end of both twins of the page on build()."""
    return lambda book: [add(f"docs/{lang}/build.md", text)(book) for lang in ("ko", "en")]


def put(file, data):
    return lambda book: (book / file).write_bytes(data(book) if callable(data) else data)


def edited(file, change):
    return lambda book: (book / file).write_text(change((book / file).read_text()))


def exchange(file, one, other):
    return edited(file, lambda text: text.replace(one, "\0").replace(other, one).replace("\0", other))


KO, EN, LAZY = "docs/ko/build.md", "docs/en/build.md", "snippets/build/lazy"
PLAYED, PROMISED = proof("test_listings", "prints_its_record and build"), proof("test_listings", "keeps_its_promises and build")
SHOWN, TWINS = proof("test_listings", "shows or passed_over or left_over or looks_like or above"), proof("test_site", "twins and build")
SPOKEN, SITE, SEEN = proof("test_language"), proof("test_site"), proof("test_browser", "build/ and serves")
WRONG = proof("test_exercises", "does_not_pass and max_scale and numpy")
RECIPES, SE = proof("test_recipes", "parts or alone"), "docs/en/squeeze-excite.md"
AWAY = proof("test_exports", "not stock and not runs_and")
ELSEWHERE = proof("test_listings", "another_environment")
ASKED, LOCKED = proof("test_listings", "ask or machine"), proof("test_commands", "locked")
INCLUDE = '```python\n--8<-- "build/lazy.py"\n```\n\n```output\n--8<-- "build/lazy.out"\n```\n'

FAULTS = {
    # name: (edit, check, words that its message must have)
    "stale-output": (swap(LAZY + ".out", "True", "False"), PLAYED, "build/lazy.out is stale"),
    "error-text-changed": (swap("snippets/build/fails_weight_in_call.out", "state", "stuff"), PLAYED, "fails_weight_in_call.out is stale"),
    "program-changed": (swap(LAZY + ".py", "MyDense(4)", "MyDense(5)"), PLAYED, "build/lazy.out is stale"),
    "torch-program-changed": (swap("snippets/frameworks/torch_layer.py", "(3, 4)", "(3, 5)"), ELSEWHERE, "frameworks/torch_layer.py, its record or"),
    "torch-record-changed": (swap("snippets/frameworks/torch_layer.out", "True", "False"), ELSEWHERE, "frameworks/torch_layer.py, its record or"),
    "output-varies": (add(LAZY + ".py", "import time\nprint(time.time())\n"), PLAYED, "prints something else at each play"),
    "listing-raises": (add(LAZY + ".py", "layer.nothing\n"), PLAYED, "raises AttributeError"),
    "error-gone": (add("snippets/build/fails_nothing.py", "print(1)\n"), PLAYED, "raises nothing"),
    "record-missing": (remove(LAZY + ".out"), SHOWN, "lazy.out does not exist"),
    "listing-ends-its-process": (add(LAZY + ".py", "import os\nos._exit(3)\n"), PLAYED, "exit code 3"),
    "detached-gradient": (swap(LAZY + ".py", "matmul(x, self.kernel)", "matmul(x, keras.ops.stop_gradient(self.kernel))"), PROMISED, "gradient"),
    "wrong-shape": (swap(LAZY + ".py", "    def call", "    def compute_output_shape(self, input_shape):\n        return None, 9\n\n    def call"), PROMISED, "shape (None, 9)"),
    "lost-config-key": (swap(LAZY + ".py", "    def call", "    def get_config(self):\n        return super().get_config()\n\n    def call"), PROMISED, "units"),
    "trap-without-harm": (lambda book: shutil.copy(book / (LAZY + ".py"), book / "snippets/build/trap_none.py"), PROMISED, "keeps every promise"),
    "exercise-takes-a-wrong-answer": (swap("snippets/state/max_scale.py", "    layer(keras.Input((width,)), training=True)\n", ""), WRONG, "in_numpy.py passes"),
    "wrong-answer-misspelt": (swap("snippets/state/max_scale.wrong/in_numpy.py", "np.", "nq."), WRONG, "ends with NameError"),
    "recording-stale": (swap("snippets/build/lazy.steps.json", '"line": 4', '"line": 3'), proof("test_listings", "recording and build"), "lazy.steps.json is stale"),
    "caption-of-no-step": (swap(EN, "```stepper lazy\n", "```stepper lazy\nbild\n    A key that no step has.\n"), BUILD, "no step has the key 'bild'"),
    "misspelt-include": (swap(KO, '"build/lazy.py"', '"build/lasy.py"'), BUILD, "docs/ko/build.md:31: snippets/build/lasy.py does not exist"),
    "program-unshown": (add("snippets/build/orphan.py", "print(1)\n"), SHOWN, "orphan.py is shown on no page"),
    "record-without-program": (add("snippets/build/orphan.out", "1\n"), SHOWN, "orphan.out has no program"),
    "fence-passed-over": (swap(EN, "```python", "```py"), SHOWN, "would pass over"),
    "fence-with-attributes": (swap(EN, "```python", '```python title="lazy.py"'), SHOWN, "would pass over"),
    "code-typed-in-a-page": (both('\n```python\nprint(1)\n```\n'), SHOWN, "not one whole file"),
    "output-typed-in-a-page": (lambda book: swap(EN, '--8<-- "build/lazy.out"', (book / (LAZY + ".out")).read_text().strip())(book), SHOWN, "typed by hand"),
    "code-typed-as-it-is-today": (lambda book: swap(EN, '--8<-- "build/lazy.py"', (book / (LAZY + ".py")).read_text().strip())(book), SHOWN, "not one whole file"),
    "output-left-out": (swap(EN, '```output\n--8<-- "build/lazy.out"\n```', ""), SHOWN, "must be followed by"),
    "skipping-comment": (both("\n<!--pytest-codeblocks:skip-->\n"), SHOWN, "no comments"),
    "program-of-another-page": (swap(KO, "build/lazy.", "index/versions."), SHOWN, "of its own folder"),
    "twin-lacks-a-listing": (swap(EN, INCLUDE, ""), proof("test_language", "twins"), "where docs/en/build.md includes"),
    "twin-lacks-a-paragraph": (add(KO, "\n한 문단 더 있습니다.\n"), TWINS, "where docs/en/build.md has"),
    "twin-lacks-a-link": (swap(EN, "[`call()`](call.md)", "`call()`"), TWINS, "links in one language only"),
    "page-in-one-language": (add("docs/ko/more.md", "# 더 { #more }\n"), SPOKEN, "in one language only"),
    "heading-id-translated": (swap(KO, "{ #once }", "{ #한-번만 }"), SPOKEN, "end this heading with an English id"),
    "page-without-description": (swap(EN, "description:", "title:"), SPOKEN, "begin with a description"),
    "two-words-for-one-idea": (add(KO, "\n다음 레이어는 하나입니다.\n"), SPOKEN, "레이어 is not a word"),
    "colon-before-code": (swap(KO, "```python", "프로그램은 다음과 같습니다:\n\n```python"), SPOKEN, "no colon before code"),
    "wrong-politeness": (add(KO, "\n크기는 아직 몰라요.\n"), SPOKEN, "합니다체"),
    "hangul-in-code": (add(LAZY + ".py", 'print("가중치")\n'), ASKED, "Hangul in code"),
    "hangul-escaped": (add(LAZY + ".py", 'print("\\uac00")\n'), ASKED, "Hangul in code, escaped"),
    "belittling-word": (add(EN, "\nThe second call simply uses it.\n"), SPOKEN, "their fault"),
    "dead-link": (swap(EN, "(call.md)", "(cal.md)"), BUILD, "cal.md"),
    "dead-anchor": (swap(KO, "(call.md)", "(call.md#nowhere)"), BUILD, "nowhere"),
    "page-outside-the-menu": (swap("mkdocs.yml", "build.md, ", ""), BUILD, "build.md"),
    "missing-alt-text": (both("\n![](assets/favicon.svg)\n"), SITE, "has no alt text"),
    "drawing-without-a-name": (both('\n<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>\n'), SITE, "svg without a name"),
    "heavy-page": (both("\n" + " ".join(f"`{os.urandom(9).hex()}`" for _ in range(3000)) + "\n"), SITE, "the budget is 20 KiB"),
    "third-party-font": (add("theme/assets/book.css", '@import "https://fonts.example/korean.css";\n'), SITE, "fonts.example"),
    "third-party-in-waiting": (swap("theme/main.html", "{% block libs %}\n", '{% block libs %}\n  <script data-from="https://count.example/x.js">0</script>\n'), SITE, "count.example"),
    "third-party-script": (add("theme/assets/book.js", 'fetch("https://count.example/").catch(() => 0)\n'), SEEN, "count.example"),
    "typed-version": (swap("theme/main.html", "{{ config.extra.versions }}", "Keras 3"), SITE, "Keras 3"),
    "twin-unknown": (swap("book/twins.py", "folder + page.url", "folder"), SITE, "AssertionError"),
    "faint-text": (add("theme/assets/book.css", ".md-typeset p { color: #aaa; }\n"), SEEN, "color-contrast"),
    "sideways-scroll": (add("theme/assets/book.css", ".md-typeset h1 { width: 40rem; }\n"), SEEN, "scrolls sideways"),
    "trap-of-another-promise": (swap("docs/en/traps.md", "[`any-batch-size`]", "[`mixed-float16`]"), proof("test_traps", "traps/"), "says that traps/"),
    "error-without-its-words": (swap("docs/en/errors-call.md", "{ #you-cannot", "{ #nobody-can"), proof("test_errors", "anchor"), "the anchor of this message is #you-cannot"),
    "topic-untaught": (swap("docs/en/masking.md", "masking/masked_mean.py", "masking/other.py"), proof("test_topics"), "does not show masked_mean.py"),
    "lab-cell-fails": (lambda book: [add(f"docs/{lang}/labs/digits.py", "\n# %%\n1 / 0\n")(book) for lang in ("ko", "en")], BUILD, "docs/ko/labs/digits.py:"),
    "lab-code-of-one-language": (swap("docs/en/labs/digits.py", "import keras", "import keras  # twice"), proof("test_labs", "one_code and digits"), "digits"),
    "search-loses-korean": (swap("mkdocs.yml", "층|함수|", "층|"), proof("test_search", "words and ko"), "'초기화함수' finds"),
    "unknown-command": (add("README.md", "\n```sh\nmake tea\n```\n"), proof("test_commands", "known"), "make tea"),
    "unpinned-action": (lambda book: (book / ".github/workflows/book.yml").write_text(re.sub(
        r"checkout@\w+", "checkout@v4", (book / ".github/workflows/book.yml").read_text())), proof("test_commands", "linter"), "unpinned"),
    "unlocked-requirement": (add("requirements.in", "flask\n"), LOCKED, "requirements.in has changed"),
    "requirement-added-to-the-lock": (edited("requirements.txt", lambda text: "flask==3.0.0\n" + text), LOCKED, "edited by hand"),
    "hash-altered": (edited("requirements.txt", lambda text: re.sub("sha256:.", "sha256:0", text, count=9)), LOCKED, "edited by hand"),
    # a listing that depends on the machine, and a record that proves it right
    "path-of-the-machine": (add(LAZY + ".py", "import os\nprint(os.path.expanduser('~'))\n"), PLAYED, "on this machine or today only"),
    "date-of-today": (add(LAZY + ".py", "import datetime\nprint(datetime.date.today())\n"), PLAYED, "on this machine or today only"),
    "clock-asked": (add(LAZY + ".py", "import time\nprint(time.localtime().tm_year)\n"), ASKED, "on another machine or day"),
    "seed-set-after-a-draw": (add(LAZY + ".py", "keras.layers.Dense(1)\nkeras.utils.set_random_seed(0)\n"), PLAYED, "drawn before set_random_seed"),
    "cpus-counted": (add(LAZY + ".py", "import os\nprint(os.cpu_count())\n"), PLAYED, "prints something else at each play"),
    "host-named": (add(LAZY + ".py", "import socket\nprint(socket.gethostname())\n"), PLAYED, "on this machine or today only"),
    "order-of-a-set": (add(LAZY + ".py", "print(set('abcdefghij'))\n"), PLAYED, "prints something else at each play"),
    "network-asked": (add(LAZY + ".py", "import urllib.request\nurllib.request.urlopen('http://example.org')\n"), PLAYED, "raises"),
    "file-left-beside": (add(LAZY + ".py", "from pathlib import Path\nplace = Path(__file__).with_name('left')\nprint(place.exists())\nplace.touch()\n"), PLAYED, "build/lazy.out is stale"),
    "thread-left-running": (add(LAZY + ".py", "import threading, time\nthreading.Thread(target=time.sleep, args=(9,), daemon=True).start()\n"), PLAYED, "leaves running: the thread"),
    "process-left-running": (add(LAZY + ".py", "import subprocess\nsubprocess.Popen(['sleep', '9'])\n"), PLAYED, "leaves running: the process"),
    "path-in-a-record": (add(LAZY + ".steps.json", " /home/kim/book \n"), ASKED, "on this machine or today only"),
    # what stands on a page and is not played
    "python-in-an-indented-block": (add(EN, "\nSo it goes on.\n\n    print(1)\n"), SHOWN, "blocks of code"),
    "python-in-raw-html": (add(EN, "\n<pre>print(1)</pre>\n"), SHOWN, "no raw <pre>"),
    "python-in-a-text-fence": (add(EN, "\n```text\nprint(1)\n```\n"), SHOWN, "Python in it is never played"),
    "includes-exchanged-in-one-language": (exchange(EN, "build/lazy.", "build/input_spec."), proof("test_language", "twins"), "where docs/en/build.md includes"),
    "heading-id-twice": (both("\n## Once more { #once }\n\nText.\n"), SPOKEN, "the heading id #once stands twice"),
    "dead-link-in-html": (add(EN, '\n<a href="../nowhere/">x</a>\n'), SITE, "nowhere on the site"),
    "dead-link-by-full-address": (add(EN, "\n[x](http://localhost:8000/en/nowhere/)\n"), SITE, "nowhere on the site"),
    "version-typed": (add(EN, "\nThis is so since Keras 3.99.\n"), SPOKEN, "is typed"),
    "decomposed-hangul": (add(KO, "\n\u1112\u1161\u11ab\u1100\u1173\u11af\u110b\u1175 있습니다.\n"), SPOKEN, "decomposed"),
    "conflict-left": (add(EN, "\n<<<<<<< HEAD\n"), SPOKEN, "a conflict of a merge"),
    "english-in-korean": (add(KO, "\nThis sentence was never translated into it.\n"), SPOKEN, "English is left in the Korean book"),
    "korean-in-english": (add(EN, "\n이 문장은 영어가 아닙니다.\n"), SPOKEN, "Korean is left in the English book"),
    "class-drifts-apart": (add(EN, "\nThe class is the one above.\n\n```python\n--8<-- \"build/lazy.py\"\n```\n\n```output\n--8<-- \"build/lazy.out\"\n```\n"), SHOWN, "says that"),
    "names-differ-by-capitals": (lambda book: shutil.copy(book / (LAZY + ".py"), book / "snippets/build/Lazy.py"), SPOKEN, "one file on machines that do not tell capitals apart"),
    "windows-line-ends": (edited(".ci/run", lambda text: text.replace("\n", "\r\n")), SPOKEN, "Windows line ends"),
    "byte-order-mark": (put(EN, lambda book: b"\xef\xbb\xbf" + (book / EN).read_bytes()), SPOKEN, "byte order mark"),
    "skipping-a-file": (both("\n<!--pytest-codeblocks:skipfile-->\n"), SHOWN, "no comments"),
    "link-in-one-book": (swap(EN, "(call.md)", "(cal.md)"), BUILD, "docs/en/build.md:"),
    # what a page of the path promises
    "shapes-stale": (swap(LAZY + ".shapes.json", "[3, 4]", "[3, 5]"), proof("test_shapes", "runs_today and lazy"), "lazy.shapes.json is stale"),
    "shapes-of-an-older-listing": (add(LAZY + ".py", "layer.built\n"), BUILD, "the recording is older than the listing"),
    "idea-before-its-page": (add("docs/en/start.md", "\nIt has `get_config()`.\n"), proof("test_ledger", "before"), "introduces later"),
    "page-without-a-short-name": (swap(EN, "menu: ", "title: "), SPOKEN, "give the page a short name"),
    "synonyms-of-no-page": (add("book/synonyms.tsv", "nowhere\t없는\tnone\n"), proof("test_search", "synonyms"), "no such pages: ['nowhere']"),
    "minutes-do-not-add-up": (edited(EN, lambda text: re.sub(r"minutes: \d+", "minutes: 9", text)), proof("test_teachers"), "build.md"),
    # what the book says of other versions
    "exception-without-a-reason": (swap("snippets/changed/differs.tsv", "\tactivity\n", "\t?\n"), proof("test_versions", "exception"), "nobody has said why"),
    "exception-of-a-lost-listing": (add("snippets/changed/differs.tsv", "losses/gone\t3.8\tbehaviour\tactivity\n"), proof("test_versions", "exception"), "has gone; run make versions"),
    "change-in-no-version": (swap("docs/en/changed.md", "{ #keras-3-12 }", "{ #keras-3-10 }"), proof("test_versions", "backed"), "does not change in 3.10"),
    "mark-of-a-version-lost": (swap("book/since.py", "SHOWN.sub(below, markdown)", "markdown"), proof("test_versions", "below_a_listing"), "and the data"),
    # a recipe
    "recipe-broken": (swap("snippets/recipes/squeeze_excite.py", "sigmoid", "tanh"), proof("test_listings", "prints_its_record and test_squeeze_excite"), "test_squeeze_excite.py raises AssertionError"),
    "recipe-without-a-card": (swap("mkdocs.yml", ", squeeze-excite.md]", "]"), RECIPES, "squeeze-excite.md: has no card"),
    "recipe-without-a-test": (remove("snippets/recipes/test_squeeze_excite.py"), RECIPES, "hold the class of squeeze_excite.py to the contract"),
    "recipe-not-to-be-saved": (swap(SE, "](recipes/squeeze_excite.py){ download }", "](recipes/squeeze_excite.py)"), RECIPES, "has no link that saves it"),
    "recipe-unregistered": (edited("snippets/recipes/squeeze_excite.py", lambda text: re.sub("(?m)^@.*\n", "", text)), RECIPES, "a recipe has imports, functions and registered classes"),
    "recipe-saved-otherwise": (swap("book/downloads.py", "abs_src_path=str(file)", "content=file.read_text().strip()"), proof("test_recipes", "saved"), "is saved otherwise than it is shown"),
    # the book to take away
    "markdown-loses-a-record": (swap("book/exports/markdown.py", "self.said]", '""]'), AWAY, "lacks what"),
    "markdown-link-relative": (swap("book/exports/markdown.py", "self.absolute(link[0], page)", "link[0]"), AWAY, "is not absolute"),
    "markdown-keeps-its-signs": (swap("book/exports/markdown.py", 'ATTRIBUTES.sub("", pieces[i])', "pieces[i]"), AWAY, "index.md has '{ #'"),
    "error-unannounced": (swap("book/exports/markdown.py", "{RAISES * self.raises}", ""), AWAY, "must raise"),
    "stock-tool-disagrees": (add("snippets/control-flow/tf_function.py", "__file__\n"), proof("test_exports", "stock and half"), "FAILED"),
    "notebook-unreadable": (swap("book/exports/notebook.py", '"nbformat_minor": 5', '"nbformat_minor": 5, "more": 1'), AWAY, "Additional properties"),
    "notebook-installs-nothing": (swap("book/exports/notebook.py", "'%pip install", "'pip install"), AWAY, "installs nothing"),
    "notebook-hides-an-error": (swap("book/exports/notebook.py", '{"tags": ["raises-exception"]} if', "{} if"), AWAY, "tag says otherwise"),
    "listing-not-to-be-saved": (swap("book/exports/site.py", "or not (names :=", "or source or not (names :="), AWAY, "no link that saves it"),
    "page-untold-to-machines": (swap("book/exports/site.py", "in ordered(config.nav):", "in list(ordered(config.nav))[1:]:"), AWAY, "index.md"),
    "search-without-a-server-fails": (swap("theme/assets/offline.js", "window.IFrameWorker = window.Worker", "window.IFrameWorker"), proof("test_offline"), "Timeout"),
    "link-to-a-folder-in-the-zip": (swap("book/twins.py", ', "homepage": "index.html"', ""), proof("test_offline"), "which is no file"),
    "colab-of-nobody": (swap("theme/main.html", 'config.extra.source.startswith("https://github.com/")', "page"), SITE, "leads to Colab"),
    # Run it here
    "page-list-stale": (swap("snippets/here/holds.txt", " same", " numbers"), proof("test_here", "today"), "holds.txt is stale"),
    "stand-in-differs": (swap("book/here/standins/scipy/special.py", "_math.erfc)", "_math.erf)"), proof("test_here", "scipy"), "Not equal to tolerance"),
    "gradient-wrong": (swap("book/here/standins/keras_tape.py", "(np.ones_like(loss._value), False)", "(2 * np.ones_like(loss._value), False)"), proof("test_here", "computes and training"), "on TensorFlow"),
    "hash-not-checked": (swap("book/here/fetch.py", "if not right(data, wanted)", "if not data"), proof("test_here", "byte_is_not_believed"), "a changed byte was believed"),
    "button-without-proof": (swap("book/here/site.py", "        MARKS.update(", "        MARKS[SNIPPETS.joinpath('control-flow/loops.py').read_text().strip()] = 'data-here=\"control-flow/loops\"'\n        MARKS.update("), proof("test_here", "button"), "control-flow/loops"),
    "page-script-heavy": (lambda book: add("book/here/page/page.js", f"// {os.urandom(2000).hex()}\n")(book), proof("test_here_page", "small"), "the budget is 8 KiB"),
    "page-script-third-party": (add("book/here/page/terminal.js", 'fetch("https://count.example/").catch(() => 0)\n'), proof("test_here_page", "only_from_the_site"), "count.example"),
    "stop-that-does-not": (swap("book/here/page/engine.js", "    end()\n    prepare()", "    prepare()"), proof("test_here_page", "endless"), "Timeout"),
    "prints-drown-the-page": (swap("book/here/runner.py", "        if room >= 0:", "        if True:"), proof("test_here_page", "endless and print"), "Timeout"),
}


LEFT_OUT = {".git", ".cache", ".venv", ".venv-jax", ".venv-torch", "site", "dist", "__pycache__", ".pytest_cache"}


def copy(folder, kept=("*",), left_out=frozenset()):
    """The book in another folder, with this one's environment and what is kept of these kinds; it may be changed, and deleted."""
    shutil.copytree(ROOT, folder, ignore=lambda _, names: (LEFT_OUT | left_out).intersection(names))  # asks no git: a zip of the book has none
    (folder / ".venv").mkdir()  # a link to it as a whole would let `venv --clear` or `make clean` empty the real one
    for part in (ROOT / ".venv").iterdir():
        here = folder / ".venv" / part.name
        here.touch() if part.name == "ready" else here.symlink_to(part)
    for part in {part for kind in ("here", *kept) for part in (ROOT / ".cache").glob(kind)}:  # what runs in the page is fetched, not proven
        if part.name not in ("locks", "keras"):
            shutil.copytree(part, folder / ".cache" / part.name, copy_function=os.link)
    return folder


def try_out(name):
    edit, check, words = FAULTS[name]
    with tempfile.TemporaryDirectory() as folder:
        book = copy(Path(folder, "book"))
        try:
            edit(book)
        except (AssertionError, OSError) as gone:
            return False, str(gone)
        ran = subprocess.run([book / ".venv/bin/python", "-m", *check], cwd=book, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "COLUMNS": "300"})
    spoken = [line for line in ran.stdout.splitlines() if check is BUILD or line.startswith("E ")]  # pytest's own lines, not its source listing
    said = next((line.removeprefix("E ").strip() for line in spoken if words in line), None)
    return bool(ran.returncode and said), said or ran.stdout[-1500:]


def main() -> int:
    wanted = sys.argv[1:] or list(FAULTS)
    if unknown := set(wanted) - set(FAULTS):
        sys.exit(f"no fault is called {', '.join(sorted(unknown))}; the names stand in book/faults.py")
    begun, caught = time.monotonic(), 0
    with ThreadPoolExecutor(os.cpu_count()) as hands:
        for number, (name, (seen, said)) in enumerate(zip(wanted, hands.map(try_out, wanted)), 1):
            caught += seen
            print(f"{number:3} of {len(wanted)}  {'caught' if seen else 'MISSED'}  {name:34} {said[:150] if seen else said}", flush=True)
    print(f"{caught} of {len(wanted)} caught in {time.monotonic() - begun:.0f} s")
    return caught < len(wanted)


if __name__ == "__main__":
    sys.exit(main())
