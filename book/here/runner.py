"""Runs in the page's worker: plays one program as `__main__`, as book/listings.py does, and says what became of it."""
import gc
import io
import linecache
import os
import random
import re
import shutil
import sys
import time
import traceback
import types
import warnings

warnings.formatwarning = lambda message, category, *_: f"{category.__name__}: {message}\n"
warnings.filterwarnings("ignore", category=RuntimeWarning)  # Keras on NumPy infers shapes on memory that nobody filled

import keras  # noqa: E402
import keras_on_numpy  # noqa: E402, F401
import numpy as np  # noqa: E402
from here_alike import how  # noqa: E402
from here_clean import clean  # noqa: E402

HOME, PROGRAM = "/home/pyodide/run", "/home/pyodide/program"  # the program's folder is not where it runs, so it finds that empty
SHOWN = 200_000  # characters: what follows is counted and not kept
BURST, EVERY = 100, 0.02  # so many messages at once, then one every so many seconds, or a loop of prints would drown the page


class Screen(io.TextIOBase):
    """Hands what is printed to the page, at once as long as it isn't much."""

    def __init__(self, show):
        self.show, self.said, self.waiting, self.length = show, [], [], 0
        self.burst, self.last = BURST, time.monotonic()

    def write(self, text):
        room = SHOWN - self.length
        self.length += len(text)
        if room >= 0:
            self.said.append(text[:room])
            self.waiting.append(text[:room])
            now = time.monotonic()
            self.burst = min(BURST, self.burst + (now - self.last) / EVERY)
            self.last = now
            if self.burst >= 1 or len(text) >= room:
                self.burst -= 1
                self.flush()
        return len(text)

    def flush(self):
        if self.waiting:
            self.show("".join(self.waiting), self.length > SHOWN)
            self.waiting = []

    def isatty(self):
        return False


def error_text(error, path):
    """The end of a traceback: the program's own frames, then the message."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    if len(frames) > 20:  # a recursion
        frames = [*frames[:3], *frames[-3:]]
    lines = [f'  File "{os.path.basename(path)}", line {frame.lineno}, in {frame.name}\n    {frame.line}\n' for frame in frames]
    said = "".join(traceback.format_exception_only(error)).replace(f"{PROGRAM}/", "")
    said = re.sub(r"\. Did you mean: '\w+'\?$", "", said)  # Python 3.12 guesses more than 3.11, for which the book is written
    return "".join(["Traceback (most recent call last):\n", *lines, said])


FLOAT_PRINTING = np.get_printoptions()
ENVIRONMENT = dict(os.environ)
gc.freeze()  # clear_session() collects, and need not look at Keras itself


def as_new():
    """What an earlier program may have left behind."""
    os.chdir("/")
    for folder in (HOME, PROGRAM):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
    os.chdir(HOME)
    os.environ.clear()
    os.environ.update(ENVIRONMENT)
    np.set_printoptions(**FLOAT_PRINTING)
    np.random.seed()
    random.seed()
    keras.backend.clear_session()
    keras.config.set_dtype_policy("float32")
    keras.config.set_floatx("float32")
    keras.config.set_epsilon(1e-7)
    keras.config.set_image_data_format("channels_last")
    keras.config.enable_traceback_filtering()
    keras.config.enable_interactive_logging()
    keras.saving.get_custom_objects().clear()
    linecache.checkcache()
    sys.path_importer_cache.pop(PROGRAM, None)  # importlib.invalidate_caches() would read the zip's index again


def play(source, name, show, record=None, beside=()):
    """What it printed, cleaned as a record is; the name of its error; how it compares with its record."""
    as_new()
    path = f"{PROGRAM}/{name}"
    for file, text in (name, source), *beside:
        with open(f"{PROGRAM}/{file}", "w") as opened:
            opened.write(text)
    known = set(sys.modules)
    module = types.ModuleType("__main__")
    module.__file__ = path
    before, streams = sys.modules.get("__main__"), (sys.stdin, sys.stdout, sys.stderr)
    sys.modules["__main__"], sys.argv = module, [path]
    if PROGRAM not in sys.path:
        sys.path.insert(0, PROGRAM)
    sys.stdin, sys.stdout = io.StringIO(), Screen(show)  # nobody answers input()
    sys.stderr = screen = sys.stdout
    error = None
    try:
        with warnings.catch_warnings():  # which also lets a warning appear again
            exec(compile(source, path, "exec"), module.__dict__)
    except BaseException as raised:
        error = type(raised).__name__
        screen.write(error_text(raised, path))
    finally:
        screen.flush()
        sys.stdin, sys.stdout, sys.stderr = streams
        sys.modules["__main__"] = before
        for other in set(sys.modules) - known:  # the program's own modules, not those that Keras loads late
            if str(getattr(sys.modules[other], "__file__", "")).startswith(PROGRAM):
                del sys.modules[other]
    said = clean("".join(screen.said))
    said = said and said + "\n"
    return said, error, None if record is None else how(said, record), screen.length > SHOWN
