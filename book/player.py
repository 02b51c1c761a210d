"""Plays a program as a reader would: whole, as `__main__`, alone in a folder, in a process of its own.

A fork of a server that has imported TensorFlow and Keras, and run no op, is as clean as a new interpreter and starts at
once. The program sees an empty home and a closed network; the number of CPUs, the name of the host and the seed of
hashes are others in each server, so that what depends on them does not print its record for long.

It replaces pytest-codeblocks' own runner, whose `exec` has no `__main__`, no source and no isolation.
"""
import contextlib
import functools
import gc
import multiprocessing
import os
import random
import signal
import socket
import sys
import tempfile
import threading
import traceback
import types
import warnings
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import forkserver
from pathlib import Path
from typing import NamedTuple

from book import BESIDE, SNIPPETS, environment
from book.stepper.clean import clean as cleaned
from book.stepper.record import record

SECONDS = 240
CHANCE = random.Random(os.urandom(8))


class Outcome(NamedTuple):
    record: str          # what the program printed, cleaned
    error: str | None    # the name of the error that ended it
    found: object        # what `after(names, listing)` said of the names it leaves
    left: list           # what it left running


def error_text(error: BaseException, program: Path) -> str:
    """The end of a traceback: the program's own frames, then the message."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(program)]
    lines = [f'  File "{program.name}", line {frame.lineno}, in {frame.name}\n    {frame.line}\n' for frame in frames]
    return "".join(["Traceback (most recent call last):\n", *lines, *traceback.format_exception_only(error)])


def elsewhere(chance: int) -> None:
    """Another machine, as far as that is cheap: its CPUs, its name, and no network for Python's sockets."""
    cpus = 3 + chance % 61
    os.cpu_count = lambda: cpus
    os.sched_getaffinity = lambda process: set(range(cpus))
    socket.gethostname = lambda: f"host-{chance}"

    def closed(self, address, *_):
        raise OSError(f"the network is closed to the listings of this book: {address}")

    connect = socket.socket.connect
    socket.socket.connect = lambda self, address: (connect if self.family == socket.AF_UNIX else closed)(self, address)


def settle(listing: Path, folder: str) -> tuple[Path, Path]:
    """Gives the child an empty home, an empty folder to be in, a copy of the program, and a file for what it prints."""
    printed, home, here, beside = (Path(folder, each) for each in ("printed", "home", f"run-{CHANCE.randrange(10**6)}", "program"))
    gc.freeze()  # what the server has imported is no garbage: a sixth of the time went into looking through it
    os.setsid()  # so that what it starts can be ended with it
    signal.alarm(SECONDS + 10)  # and it ends although nobody waits for it any more
    os.dup2(os.open(printed, os.O_WRONLY | os.O_CREAT), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # TensorFlow's own words go nowhere
    sys.stdout = sys.stderr = os.fdopen(1, "w", buffering=1, encoding="utf-8")
    warnings.formatwarning = lambda message, category, *_: f"{category.__name__}: {message}\n"
    home.mkdir()
    here.mkdir()
    beside.mkdir()
    program = beside / listing.name
    program.write_bytes(listing.read_bytes())
    os.environ["HOME"] = str(home)
    os.chdir(here)
    tempfile.tempdir = folder  # a killed process leaves no file of autograph's behind
    sys.argv = [str(program)]
    sys.path[:1] = map(str, (beside, *BESIDE))
    elsewhere(int(os.environ["PYTHONHASHSEED"]))
    return program, printed


def running() -> list[str]:
    """The threads and processes of this process, but its first thread."""
    threads = [f"the thread {each.name}" for each in threading.enumerate() if each is not threading.main_thread()]
    tasks = Path("/proc/self/task")  # Linux only; elsewhere nobody asks
    children = [pid for task in tasks.glob("*/children") for pid in task.read_text().split()] if tasks.exists() else []
    return threads + [f"the process {Path('/proc', pid, 'comm').read_text().strip()}" for pid in children]


def trace(listing: Path, folder: str, pipe, after) -> None:
    """Runs in the child: sends the recording of the program's steps, or why there is none."""
    program, _ = settle(listing, folder)
    try:
        pipe.send(Outcome(record(program), None, None, []))
    except ValueError as fault:
        pipe.send(Outcome("", str(fault), None, []))


def seeded_first(program: Path) -> None:
    """A program that draws before it sets the seed prints something else at each play, if only now and then."""
    import keras

    begun, real = random.getstate(), keras.utils.set_random_seed

    def set_random_seed(seed):
        if sys._getframe(1).f_code.co_filename == str(program):  # not the contract's, which sets many
            keras.utils.set_random_seed = real
            if random.getstate() != begun:
                raise AssertionError("something was drawn before set_random_seed: a layer, when it is made, draws the seeds of its weights")
        real(seed)

    keras.utils.set_random_seed = set_random_seed


def tested(program: Path) -> None:
    """Runs a file of tests as its reader would, who sees a dot for each."""
    import pytest

    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    if code := pytest.main([str(program), "-qq", "--tb=short", "-p", "no:cacheprovider"]):
        raise AssertionError(f"pytest ends with {code!r}")


def play(listing: Path, folder: str, pipe, after) -> None:
    """Runs in the child: sends what the program printed, its error's name, and what `after` says of its names."""
    program, printed = settle(listing, folder)
    sys.modules["__main__"] = module = types.ModuleType("__main__")
    module.__file__ = str(program)
    error = None
    before = running()
    try:
        if program.stem.startswith("test_"):
            tested(program)
        else:
            seeded_first(program)
            exec(compile(program.read_text(), program, "exec"), module.__dict__)
    except (Exception, SystemExit) as raised:
        error = type(raised).__name__
        print(error_text(raised, program))
    sys.stdout.flush()
    said = cleaned(printed.read_text())
    left = [each for each in running() if each not in before]
    found = after(module.__dict__, listing) if after and not error else None
    pipe.send(Outcome(said + "\n" if said else "", error, found, left))


@contextlib.contextmanager
def environed(home: str):
    """Starts processes with the environment of the book's programs, and not with this process's own."""
    kept, options = dict(os.environ), list(sys.warnoptions)  # the second would be handed on as arguments
    clean = environment.clean(home, PYTHONHASHSEED=str(CHANCE.randrange(1, 2**32)))
    os.environ.clear()
    os.environ.update(clean)
    sys.warnoptions.clear()
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)
        sys.warnoptions.extend(options)


STARTING = threading.Lock()


def server():
    with STARTING:  # several threads may want it first, and what starts it changes this process for a moment
        return started()


@functools.cache
def started():
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([environment.BACKEND, "keras", __name__])
    kept, quiet = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)  # TensorFlow speaks of CUDA on import, and no variable silences it
    try:
        with tempfile.TemporaryDirectory() as home:
            with environed(home):
                forkserver.ensure_running()
            first = context.Process(target=int)  # when it runs, the server has read its home and imported all
            first.start()
            first.join()
    finally:
        os.dup2(kept, 2)
    return context


def run(listing: Path, after=None, job=play) -> Outcome:
    """What `job` sends of this program."""
    here, there = server().Pipe()
    with tempfile.TemporaryDirectory() as folder, here:
        process = server().Process(target=job, args=(listing, folder, there, after))
        process.start()
        there.close()
        try:
            if not here.poll(SECONDS):
                raise AssertionError(f"{name(listing)} did not end within {SECONDS} s")
            return here.recv()
        except EOFError:
            process.join()
            raise AssertionError(f"{name(listing)} ended its process with exit code {process.exitcode}") from None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.join()


def name(listing: Path) -> str:
    return f"snippets/{listing.relative_to(SNIPPETS)}" if listing.is_relative_to(SNIPPETS) else listing.name


def run_all(listings, after=None, job=play) -> dict[Path, Future]:
    players = ThreadPoolExecutor(os.cpu_count())
    return {listing: players.submit(run, listing, after, job) for listing in listings}
