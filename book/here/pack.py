"""Packs what was fetched, Keras as it is installed, and the stand-ins into the four files that a page loads.

The pack is kept in .cache/here under a key of all that it is made of. Its bytecode is compiled by Pyodide itself, in
the Node that Playwright brings.
"""
import gzip
import hashlib
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from email import message_from_bytes
from importlib.metadata import distribution
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

from book import ROOT, SNIPPETS
from book.here import CACHE, FOLDER
from book.here.fetch import FETCHED, SOURCES, complete
from book.kept import alone, digest

INSTALLED = ["keras", "rich", "packaging"]  # as requirements.txt has them
UNUSED = re.compile(  # nothing imports these on NumPy, or in a page
    r"_test\.py$|^keras/(_tf_keras|src/testing|src/backend/(jax|tensorflow|torch|openvino))/"
    r"|^packaging/(?!(__init__|version|_structures)\.py)|^rich/(_unicode_data/unicode(?!17)|_win|_spinners|diagnose|layout|live\.|logging|markdown|progress|prompt|spinner|status|syntax|traceback|tree)"
    r"|^(idlelib|lib2to3|ensurepip|tkinter|turtledemo|test|venv|pydoc_data|unittest/test|distutils|curses|dbm|sqlite3|xmlrpc|wsgiref|xml/dom|xml/sax)/"
    r"|^encodings/(?!(__init__|aliases|ascii|utf_|latin_1|idna|punycode|cp437|cp949|cp1252|euc_kr|raw_|unicode_)|(base64|hex|zlib|rot_13)_?)"
    r"|^(mailbox|imaplib|ftplib|poplib|smtplib|nntplib|telnetlib|pdb|doctest|_pyio|turtle|webbrowser|cgi|cgitb|socketserver|pydoc|pickletools)\.py$")
NUMPYS_UNUSED = re.compile(
    r"/tests?/|\.pyi$|^numpy/(f2py|distutils|testing|typing|conftest)|_tests?\.|simd\.|\.(c|h|a|pxd|pyx|in|txt|build)$|_pyinstaller|dist-info")
OURS = {  # path in the page: file of the book
    "contract.py": SNIPPETS / "testing/contract.py", "here_runner.py": FOLDER / "runner.py", "here_alike.py": ROOT / "book/alike.py",
    "here_clean.py": ROOT / "book/stepper/clean.py"}
STANDINS = FOLDER / "standins"
CORE = "keras/src/backend/numpy/core.py"
MENDS = [  # (file of Keras, old, new)
    # It infers shapes on memory that nobody filled: out of range for an embedding, and noisy.
    (CORE, b"return np.empty(", b"return np.zeros("),
    # A call() that returns None ends there, and not where Keras says so.
    (CORE, b"                shape = list(x1.shape)\n",
     b"                if not is_tensor(x1):\n                    flat_out.append(x1)\n                    continue\n                shape = list(x1.shape)\n"),
]
LOCK = {"info": {"arch": "wasm32", "platform": "emscripten_3_1_58", "version": "0.27.7", "python": "3.12.7"}, "packages": {}}
# What a license asks to travel along and that no package below brings itself: the package that carries the same text.
TEXTS = {"Pyodide (Mozilla Public License 2.0; source: github.com/pyodide/pyodide)": "pathspec", "Python (PSF License)": "typing_extensions"}
CODEMIRROR = """CodeMirror 6 (MIT License)
Copyright (C) 2018-2021 by Marijn Haverbeke <marijn@haverbeke.berlin> and others; bundled by NiceGUI, Copyright (c) Zauberzeug GmbH

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions: The above copyright notice and this permission notice shall be included in all copies or substantial portions
of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS
BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def sources() -> dict[str, bytes]:
    """{path: source} of all Python but NumPy's: the standard library, Keras and what it imports, the stand-ins over them."""
    found = {}
    for archive in (FETCHED / "python_stdlib.zip", FETCHED / next(iter(SOURCES["autograd"]["files"]))):
        with zipfile.ZipFile(archive) as library:
            found |= {path: library.read(path) for path in library.namelist() if not path.endswith("/") and "dist-info" not in path}
    for name in INSTALLED:
        found |= {str(file): file.read_binary() for file in distribution(name).files if file.suffix == ".py"}
    found = {path: data for path, data in found.items() if not UNUSED.search(path)}
    for path, old, new in MENDS:
        assert old in found[path], f"{path} has no {old!r} to mend; is book/here/pack.py's mend still needed?"
        found[path] = found[path].replace(old, new)
    found["sklearn/digits.csv.gz"] = distribution("scikit-learn").locate_file("sklearn/datasets/data/digits.csv.gz").read_bytes()
    found["keras/_tf_keras/__init__.py"] = found["keras/src/backend/jax/__init__.py"] = b""
    for file in sorted(STANDINS.rglob("*.py")):
        found[str(file.relative_to(STANDINS)).replace("keras_jax/", "keras/src/backend/jax/")] = file.read_bytes()
    return found | {path: file.read_bytes() for path, file in OURS.items()}


def licenses() -> str:
    said = [CODEMIRROR]
    for what, package in [*TEXTS.items(), *((name, name) for name in [*INSTALLED, "scikit-learn"])]:
        texts = [file.read_text() for file in distribution(package).files if re.search(r"dist-info/.*(LICEN[CS]E|COPYING|NOTICE)", str(file))]
        said.append("\n\n".join([what, *texts]))
    for wheel in FETCHED.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            said += [f"{path}\n\n{archive.read(path).decode()}" for path in archive.namelist() if re.search(r"dist-info/.*LICEN[CS]E", path)]
    return ("\n\n" + "=" * 80 + "\n\n").join(said)


def shipped():
    """(name, version, license) of all that a page loads."""
    yield "Python", LOCK["info"]["python"], "PSF-2.0"
    yield "Pyodide", LOCK["info"]["version"], "MPL-2.0"
    yield "CodeMirror, in NiceGUI", SOURCES["codemirror"]["wheel"].partition("==")[2], "MIT"
    for name in [*INSTALLED, "scikit-learn"]:
        yield name, distribution(name).version, stated(distribution(name).metadata)
    for wheel in sorted(FETCHED.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            metadata = message_from_bytes(archive.read(next(path for path in archive.namelist() if path.endswith("dist-info/METADATA"))))
        yield metadata["Name"], metadata["Version"], stated(metadata)


def stated(metadata) -> str:
    """What a package says of its license, in few words."""
    classifier = next((each.rpartition(" :: ")[2] for each in metadata.get_all("Classifier", []) if each.startswith("License :: ")), None)
    return metadata["License-Expression"] or classifier or metadata["License"].splitlines()[0]


def key() -> str:
    own = sorted(file for file in [*STANDINS.rglob("*.py"), *OURS.values(), FOLDER / "pack.py", FOLDER / "bytecode.py", FOLDER / "sources.toml"])
    return digest([distribution(name).version for name in INSTALLED], *own)[:16]


def whole(folder: Path) -> bool:
    """Each file of a pack carries its hash in its name."""
    return folder.exists() and all(file.stem.endswith(hashlib.sha256(file.read_bytes()).hexdigest()[:12]) for file in folder.glob("*.pack"))


def packed():
    """The folder of the pack, made now if it is not there; None without what was to be fetched."""
    folder = CACHE / f"pack-{key()}"
    if whole(folder):
        return folder
    with alone("here-pack"):
        if not whole(folder) and complete():
            for old in CACHE.glob("pack*-*"):  # of before, or of a run that was killed
                shutil.rmtree(old)
            with tempfile.TemporaryDirectory(dir=CACHE, prefix="packing-") as made:
                pack(Path(made))
                (Path(made) / "pack").rename(folder)
    return folder if whole(folder) else None


def pack(folder: Path) -> None:
    into, out, pyodide = (folder / name for name in ("in", "out", "pyodide"))
    for each in (into, out, pyodide, folder / "pack"):
        each.mkdir()
    for name in SOURCES["pyodide"]["files"]:
        shutil.copy(FETCHED / name, pyodide)
    with zipfile.ZipFile(into / "python.zip", "w") as archive:
        for path, data in sources().items():
            archive.writestr(path, data)
    wheel = next(FETCHED.glob("numpy-*.whl"))
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(into / "numpy.zip", "w") as archive:
        for path in whole.namelist():
            if not NUMPYS_UNUSED.search(path):
                archive.writestr(path, b"" if "/_add_newdocs" in path else whole.read(path))  # the docstrings of what is written in C
    (into / "pyodide-lock.json").write_text(json.dumps(LOCK))
    (out / "lock").write_text(json.dumps(LOCK))
    node = compute_driver_executable()[0]
    subprocess.run([node, FOLDER / "bytecode.mjs", pyodide, into, out], check=True)
    files = {}
    for name, file in {"python": out / "python", "numpy": out / "numpy", "wasm": pyodide / "pyodide.asm.wasm", "code": pyodide / "pyodide.asm.js"}.items():
        data = gzip.compress(file.read_bytes(), 9, mtime=0)
        files[name] = {"file": f"{name}-{hashlib.sha256(data).hexdigest()[:12]}.pack", "size": len(data)}  # no .gz, which some hosts unpack on the way
        (folder / "pack" / files[name]["file"]).write_bytes(data)
    about = {"keras": distribution("keras").version, "python": LOCK["info"]["python"], "numpy": wheel.name.split("-")[1]}
    (folder / "pack/files.js").write_text(
        f"export default {json.dumps(files)}\nexport const lock = {json.dumps(LOCK)}, about = {json.dumps(about)}\n")
    (folder / "pack/LICENSES.txt").write_text(licenses())
    shutil.copy(FETCHED / "pyodide.mjs", folder / "pack/pyodide.js")  # no .mjs, whose type some hosts don't know
    for name in SOURCES["codemirror"]["files"]:
        (folder / "pack" / name).write_text((FETCHED / name).read_text().partition("\n//# sourceMappingURL")[0] + "\n")


if __name__ == "__main__":
    print(packed() or "Nothing is packed; make here fetches what is needed")
