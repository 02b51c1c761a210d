"""What the page runs: which listings hold there, how each stand-in compares with what it stands for, and how it is fetched."""
import hashlib
import html
import importlib
import importlib.util
import io
import json
import logging
import re
import shutil
import subprocess
import sys
from collections import OrderedDict, defaultdict, deque, namedtuple
from pathlib import Path

import numpy as np
import pytest

from book import ROOT, SNIPPETS
from book.backends import PORTABLE
from book.here import fetch, play
from book.here.site import holding, runnable
from book.here.pack import STANDINS, packed, whole
from book.kept import kept
from book.listings import name, run
from tests import needs
from tests.several import none_of
from tests.test_commands import small  # noqa: F401, a fixture


@pytest.fixture(scope="module")
def found():
    return play.all_played(play.tried(), 4 * play.SECONDS)  # this machine may be a slow one


@needs.PACK
def test_the_list_of_what_holds_is_of_today(found):
    for file, lines in play.told(found).items():
        assert file.read_text().splitlines() == lines, f"{file.relative_to(ROOT)} is stale; run make record"
    assert len(holding()) >= 350


def test_what_was_slow_is_tried_again_once_it_is_another_program(monkeypatch, tmp_path):
    slow, other = play.PORTABLE[:2]
    (tmp_path / "holds.txt").write_text(f"{name(slow)}  {play.too_slow(slow)}\n{name(other)}  {play.too_slow(slow)}\n")
    monkeypatch.setattr(play, "RECORD", tmp_path / "holds.txt")
    assert play.tried() == [each for each in play.PORTABLE if each != slow]


def test_a_reason_is_the_same_whatever_was_drawn():
    listing = SNIPPETS / "build/lazy.py"
    one, two = (play.reason(listing, f"ValueError: built with {drawn}\n", "ValueError", "another error") for drawn in ("[-0.31 1.5e-07]", "[0.5  -0.25]"))
    assert one == two and "built with" in one


@needs.PACK
def test_a_button_stands_where_a_listing_holds_and_nowhere_else(site):
    seen = set()
    for path in site.rglob("index.html"):
        for listing, exercise, shown in re.findall(r'(?s)<div data-here="([^"]+)"(?: data-beside="[^"]+")?( data-exercise)? class="[^"]*language-python highlight">(.*?)</div>', path.read_text()):
            text = html.unescape(re.sub("<[^>]+>", "", shown)).strip("\n")
            assert text == (SNIPPETS / f"{listing}.py").read_text().strip("\n"), f"{path}: {listing} has another text"
            assert not exercise or "/fails_" in listing
            seen.add(listing)
    assert seen == set(runnable_names())


def runnable_names():
    return [mark.split('"')[1] for mark in runnable().values()]


def test_every_exercise_is_among_them():
    unsolved = {name(each) for each in SNIPPETS.glob("exercises*/fails_*.py") if each.with_stem(each.stem.removeprefix("fails_")).exists()}
    assert unsolved and unsolved <= set(runnable_names())


@needs.PACK
@pytest.mark.parametrize("program", ["here_training", "here_layers"])
def test_the_page_computes_what_tensorflow_does(program):
    file = Path(__file__).with_name(f"{program}.py")

    def both():
        here = play.played([{"name": file.name, "source": file.read_text()}], 120)[0]
        there, error, *_ = run(file)
        return json.dumps([here["said"], here["error"], there, error])

    text = kept("here-compared", program, [packed().name, file], both)
    here, error, there, wrong = json.loads(text)
    assert not error and not wrong, f"{here}\n{there}"
    for ours, theirs in zip(here.splitlines(), there.splitlines(), strict=True):
        numbers = [[float(word) for word in line.split() if "." in word] for line in (ours, theirs)]
        assert len(numbers[0]) >= 3 and np.allclose(*numbers, rtol=2e-4, atol=2e-5), f"in the page {ours}, on TensorFlow {theirs}"


def stand_in(module):
    """The stand-in of that name, beside the real module."""
    path = STANDINS / module
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    spec = importlib.util.spec_from_file_location(f"stand_in_{module}", file, submodule_search_locations=[str(path)] if path.is_dir() else None)
    sys.modules[spec.name] = made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_each_stand_in_says_what_for_how_checked_and_until_when():
    for file in STANDINS.rglob("*.py"):
        text = file.read_text()
        assert text.startswith('"""') and "for " in text and "heck" in text and ("Goes when" in text or "as the package says" in text), file.relative_to(ROOT)


Point = namedtuple("Point", "x y")
TREES = [1, None, [1, (2, None)], {"b": 1, "a": [2, {}]}, OrderedDict(b=1, a=2), defaultdict(list, z=[1], y=2), deque([1, [2]]), Point(1, {"k": 2}), [], {"x": Point([3], None)}]


@pytest.mark.parametrize("none_is_leaf", [True, False])
@pytest.mark.parametrize("tree", TREES, ids=repr)
def test_optree(tree, none_is_leaf):
    results = []
    for optree in (stand_in("optree"), importlib.import_module("optree")):
        leaves, spec = optree.tree_flatten(tree, none_is_leaf=none_is_leaf)
        results.append([leaves, optree.tree_unflatten(spec, leaves), optree.tree_paths(tree, none_is_leaf=none_is_leaf), spec.num_leaves, spec.num_nodes,
                        optree.tree_map(lambda leaf: [leaf, 1], tree, none_is_leaf=none_is_leaf)])
    assert results[0] == results[1]
    assert type(results[0][1]) is type(results[1][1])


def test_optree_refuses_what_does_not_match():
    for optree in (stand_in("optree"), importlib.import_module("optree")):
        for one, two in ([1, 2], [1]), ({"a": 1}, {"b": 1}), ((1,), [1]):
            with pytest.raises(ValueError):
                optree.tree_map(lambda *leaves: leaves, one, two)


def test_h5py(tmp_path):
    said = []
    for h5py in (stand_in("h5py"), importlib.import_module("h5py")):
        path = tmp_path / f"{h5py.__name__}.h5"
        with h5py.File(path, "w") as file:
            group = file.create_group("layers/dense")
            group["kernel"] = np.arange(6.0).reshape(2, 3)
            file.require_group("layers").create_dataset("empty", shape=(2,), dtype="float32")
            group.attrs["names"], group.attrs["count"] = [b"a", b"b"], 3
        with h5py.File(path, "r") as file:
            dense, seen = file["layers/dense"], []
            file.visititems(lambda where, thing: seen.append((where, type(thing).__name__)))
            said.append([list(file), "layers/none" in file, dense["kernel"][()].tolist(), dense["kernel"].shape, str(dense["kernel"].dtype), dense.name, len(file["layers"]),
                         [getattr(each, "decode", lambda: each)() for each in dense.attrs["names"]], int(dense.attrs["count"]), seen, repr(dense), repr(dense["kernel"]), bool(file), file["layers/empty"][:].tolist()])
            with pytest.raises(KeyError, match="doesn't exist"):
                file["nothing"]
        assert not file and h5py.is_hdf5(path)
        with pytest.raises(FileNotFoundError):
            h5py.File(tmp_path / "none.h5", "r")
    assert said[0] == said[1]


@pytest.mark.kept("book/here/standins/**/*")
def test_scipy():
    ours, theirs = stand_in("scipy"), importlib.import_module("scipy")
    for module in (ours, theirs):
        importlib.import_module(f"{module.__name__}.special"), importlib.import_module(f"{module.__name__}.linalg")
    x = np.random.default_rng(0).normal(size=(4, 5))
    for function in "erf", "erfc":
        np.testing.assert_allclose(getattr(ours.special, function)(x), getattr(theirs.special, function)(x), rtol=1e-12)
    np.testing.assert_allclose(ours.special.erfinv(np.tanh(x)), theirs.special.erfinv(np.tanh(x)), rtol=1e-9)
    np.testing.assert_allclose(ours.special.logsumexp(x, axis=1, keepdims=True), theirs.special.logsumexp(x, axis=1, keepdims=True))
    for mine, real in zip(ours.linalg.lu_factor(x[:, :4]), theirs.linalg.lu_factor(x[:, :4])):
        np.testing.assert_allclose(mine, real, rtol=1e-9)
    np.testing.assert_allclose(ours.linalg.solve_triangular(x[:, :4], x[:, 4], lower=True), theirs.linalg.solve_triangular(x[:, :4], x[:, 4], lower=True))


def test_ml_dtypes():
    ours, theirs = stand_in("ml_dtypes"), importlib.import_module("ml_dtypes")
    for kind in "float16", "float32", "bfloat16", "float8_e4m3fn", "float8_e5m2":
        real = theirs.finfo(kind if kind.startswith("float") and "_" not in kind else getattr(theirs, kind))
        assert [float(getattr(ours.finfo(kind), fact)) for fact in ("max", "min", "eps")] == [float(getattr(real, fact)) for fact in ("max", "min", "eps")]
    assert ours.iinfo("int8").max == theirs.iinfo("int8").max


def test_absl(monkeypatch):
    said = []
    for package in (stand_in("absl").__name__, "absl"):
        log = importlib.import_module(f"{package}.logging")
        log.set_verbosity(log.WARNING)
        said.append([log.get_verbosity(), log.WARNING, log.ERROR, log.INFO])
    assert said[0] == said[1]
    monkeypatch.setattr(sys, "stderr", screen := io.StringIO())
    stand_in("absl")
    importlib.import_module("stand_in_absl.logging").warning("lost %s", "state")
    assert screen.getvalue() == f"{logging.getLevelName(logging.WARNING)}:absl:lost state\n"


@pytest.mark.kept("book/here/standins/**/*")
def test_the_digits_are_scikit_learns(monkeypatch):
    package = stand_in("sklearn")
    datasets = importlib.import_module(f"{package.__name__}.datasets")
    from sklearn import datasets as theirs
    file = Path(theirs.__file__).with_name("data") / "digits.csv.gz"
    monkeypatch.setattr(datasets.pkgutil, "get_data", lambda *_: file.read_bytes())
    for mine, real in zip(datasets.load_digits(return_X_y=True), theirs.load_digits(return_X_y=True)):
        assert mine.dtype == real.dtype and np.array_equal(mine, real)


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """An empty cache, and a host that has one file."""
    monkeypatch.setattr(fetch, "FETCHED", tmp_path / "fetched")
    (tmp_path / "host").mkdir()
    (tmp_path / "host/a.js").write_bytes(b"right")
    right = hashlib.sha256(b"right").hexdigest()
    return {"address": f"file://{tmp_path}/host/", "files": {"a.js": right}}


def test_what_is_right_is_kept_and_not_fetched_again(shelf, tmp_path):
    assert fetch.fetch(shelf) == [] and (fetch.FETCHED / "a.js").read_bytes() == b"right"
    (tmp_path / "host/a.js").unlink()
    assert fetch.fetch(shelf) == []


def test_a_changed_byte_is_not_believed(shelf, tmp_path):
    (tmp_path / "host/a.js").write_bytes(b"wrong")
    said = fetch.fetch(shelf)
    assert said, "a changed byte was believed"
    assert "a.js" in said[0] and "SHA-256" in said[0]
    assert not (fetch.FETCHED / "a.js").exists()


def test_half_a_file_poisons_nothing(shelf):
    fetch.FETCHED.mkdir()
    (fetch.FETCHED / "a.js").write_bytes(b"ri")
    (fetch.FETCHED / "a.js.part").write_bytes(b"r")
    assert fetch.missing(shelf["files"]) == ["a.js"]
    assert fetch.fetch(shelf) == [] and (fetch.FETCHED / "a.js").read_bytes() == b"right"


@needs.PACK
def test_a_pack_with_a_changed_byte_is_not_used(tmp_path):
    copied = shutil.copytree(packed(), tmp_path / "pack")
    assert whole(copied) and not whole(tmp_path / "none")
    file = next(copied.glob("code-*.pack"))
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    assert not whole(copied)


def test_no_page_leads_to_what_a_book_without_the_files_lacks(site):
    """The test below builds two pages without them; all others lose no more than their buttons."""
    none_of(f"{path.relative_to(site)} leads to {link}" for path in sorted(site.rglob("*.html"))
            for link in re.findall(r'(?:href|src)="([^"]*assets/here/[^"]*)"', path.read_text()))


@pytest.mark.kept("book/**/*", "theme/**/*", "mkdocs*.yml", "tests/test_commands.py", "snippets/build/lazy*", "snippets/index/*")
def test_without_the_files_the_book_has_no_buttons_and_one_line_says_so(small):  # noqa: F811
    hidden = "import book.here.pack as pack; pack.packed = lambda: None; from mkdocs.__main__ import cli; cli()"
    built = subprocess.run([sys.executable, "-c", hidden, "build", "--strict"], cwd=small, text=True, capture_output=True)
    assert built.returncode == 0, built.stderr[-2000:]
    assert len([line for line in built.stderr.splitlines() if "No Run buttons" in line]) == 1
    assert "data-here" not in (small / "site/build/index.html").read_text() and not (small / "site/assets/here").exists()
