"""Test impact: what a test depends on, as its mark `kept` says; one that passed is done again when any of that is another.

`tests/conftest.py` gives the marks and takes what passed from before. pytest-testmon, which finds by itself what a test
depends on, follows Python files only: not the pages of a built site, nor programs and browsers that a test starts.
"""
import ast
import functools
import http.server
from pathlib import Path

from bs4 import BeautifulSoup

from book import ROOT, browser, environment, kept

CONFTEST = ROOT / "tests/conftest.py"
LOOKS = (".css", ".js", ".svg", ".woff2", ".pack")


@functools.cache
def imported(file: Path) -> frozenset[Path]:
    """The files of the book that a file imports, and those that they import."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in ("book", "tests"):
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    found = {path for name in names for end in (".py", "/__init__.py") if (path := ROOT / (name.replace(".", "/") + end)).exists()}
    return frozenset(found.union(*map(imported, found)) if found else found)


@functools.cache
def depended(test: Path, globs) -> str:
    """The test's own file, what every test has from conftest.py, what both import, and what the mark names of the book."""
    files = {test, CONFTEST, *imported(test), *imported(CONFTEST)}
    for glob in globs:
        matched = [path for path in ROOT.glob(glob) if path.is_file() and "__pycache__" not in path.parts]
        assert matched, f"{test.name}: nothing of this book is called {glob}"
        files.update(matched)
    return kept.digest(*(part for path in sorted(files) for part in (str(path.relative_to(ROOT)), path)))


def key(test: Path, globs, *more) -> str:
    """Of all that a test of this file depends on which names `globs`, and of more that it names."""
    return kept.digest(kept.machine(), depended(test, globs), sorted(environment.FIXED.items()), browser.identity(), *more)[:24]


@functools.cache
def marked(test: Path) -> tuple | None:
    """What the mark of a whole file names of the book, read without importing it: `pytestmark = pytest.mark.kept("…")`."""
    for node in ast.parse(test.read_text()).body:
        if ast.unparse(node).startswith("pytestmark = pytest.mark.kept("):
            return None if node.value.keywords else tuple(map(ast.literal_eval, node.value.args))


@functools.cache
def looked(folder: Path) -> str:
    """All that makes the pages of this site look and act so, but for their own HTML."""
    return kept.digest(*sorted(path for kind in LOOKS for path in folder.rglob(f"*{kind}")), browser.identity())


@functools.cache
def shown(folder: Path, globs) -> set[Path]:
    """Files of the site that a test looks at."""
    return {path for glob in globs for path in folder.glob(glob) if path.is_file()}


@functools.cache
def only_programs(page: Path) -> bytes:
    """A built page without its prose, for who only runs the programs there: its frame, each program and what it printed."""
    html = BeautifulSoup(page.read_bytes(), "html.parser")
    blocks = [block.extract() for block in html.article.select("[data-here], [data-here] + .highlight")]
    html.article.clear()
    html.article.extend(blocks)
    return str(html).encode()


def named(marker, folder: Path) -> list:
    """What a mark names of the site, file by file."""
    of_site = [[str(path.relative_to(folder)), path] for path in shown(folder, marker.kwargs.get("site", ()))]
    return sorted([*of_site, *([f"programs of {path.relative_to(folder)}", only_programs(path)] for path in shown(folder, marker.kwargs.get("programs", ())))])


class Host(http.server.SimpleHTTPRequestHandler):
    """The site as tests open it: `?programs` behind an address gives what only_programs leaves of the page."""
    asked = set()  # (file, whether only its programs)

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        self.asked.add((path, self.path.endswith("?programs")))
        if not self.path.endswith("?programs"):
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(only_programs(path))))
        self.end_headers()
        self.wfile.write(only_programs(path))


def unnamed(asked, marker, folder: Path) -> set[Path]:
    """Those of the files asked of the site that this mark does not name."""
    found = {(path, programs) for path, programs in asked if path.is_file() and path.suffix not in LOOKS}
    return {path for path, programs in found if path not in shown(folder, marker.kwargs.get("programs" if programs else "site", ()))}
