"""Plays listings as a reader would: each a whole program, as `__main__`, in a process of its own.

A fork of a server that has imported TensorFlow and Keras, and run no op, is as
clean as a new interpreter and starts at once. `python -m tests.listings` writes
each listing's record (`make record`), and the tests compare with the very same text.

It replaces pytest-codeblocks' own runner, whose `exec` has no `__main__`, no
source and no isolation.
"""
import difflib
import functools
import multiprocessing
import os
import sys
import tempfile
import traceback
import types
import warnings
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import forkserver
from pathlib import Path

from stepper.clean import clean

ROOT = Path(__file__).parent.parent
SNIPPETS = ROOT / "snippets"
SECONDS = 240
LISTINGS = sorted(SNIPPETS.rglob("*.py"))
BACKEND = os.environ.get("BOOK_BACKEND", "tensorflow")  # not KERAS_BACKEND: a reader's own setting must not change the proof
ENVIRONMENT = {
    "KERAS_BACKEND": BACKEND, "TF_ENABLE_ONEDNN_OPTS": "0", "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "-1", "COLUMNS": "80",
}


def name(listing: Path) -> str:
    return str(listing.relative_to(SNIPPETS).with_suffix(""))


def error_text(error: BaseException, listing: Path) -> str:
    """The end of a traceback: the listing's own frames, then the message."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(listing)]
    lines = [f'  File "{listing.name}", line {frame.lineno}, in {frame.name}\n    {frame.line}\n' for frame in frames]
    return "".join(["Traceback (most recent call last):\n", *lines, *traceback.format_exception_only(error)])


def play(listing: Path, folder: str, pipe, after) -> None:
    """Runs in the child: what the program prints goes to `pipe`, with what `after` says of its names."""
    printed = Path(folder, ".printed")
    os.dup2(os.open(printed, os.O_WRONLY | os.O_CREAT), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stdout = sys.stderr = os.fdopen(1, "w", buffering=1, encoding="utf-8")
    warnings.formatwarning = lambda message, category, *_: f"{category.__name__}: {message}\n"
    os.makedirs(os.path.join(folder, "run"))
    os.chdir(os.path.join(folder, "run"))
    sys.argv, sys.path[0] = [str(listing)], str(listing.parent)
    sys.modules["__main__"] = module = types.ModuleType("__main__")
    module.__file__ = str(listing)
    error = None
    try:
        exec(compile(listing.read_text(), listing, "exec"), module.__dict__)
    except (Exception, SystemExit) as raised:
        error = type(raised).__name__
        print(error_text(raised, listing))
    sys.stdout.flush()
    record = clean(printed.read_text())
    found = after(module.__dict__) if after and not error else None
    pipe.send((record + "\n" if record else "", error, found))


@functools.cache
def server():
    os.environ.update(ENVIRONMENT)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([BACKEND, "keras", __name__])
    kept, quiet = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 2)  # TensorFlow speaks of CUDA on import, and no variable silences it
    try:
        forkserver.ensure_running()
    finally:
        os.dup2(kept, 2)
    return context


def run(listing: Path, after=None):
    """(record, name of the error or None, what `after(names)` returned in the child)."""
    here, there = server().Pipe()
    with tempfile.TemporaryDirectory() as folder, here:
        process = server().Process(target=play, args=(listing, folder, there, after))
        process.start()
        there.close()
        try:
            if not here.poll(SECONDS):
                raise AssertionError(f"{name(listing)}.py did not end within {SECONDS} s")
            return here.recv()
        except EOFError:
            process.join()
            raise AssertionError(f"{name(listing)}.py ended its process with exit code {process.exitcode}") from None
        finally:
            process.kill()
            process.join()


def run_all(listings, after=None) -> dict[Path, Future]:
    players = ThreadPoolExecutor(os.cpu_count())
    return {listing: players.submit(run, listing, after) for listing in listings}


def mistake(listing: Path, error: str | None) -> str | None:
    """A listing raises when, and only when, its name says so."""
    if error and not listing.stem.startswith("fails_"):
        return f"snippets/{name(listing)}.py raises {error}; only a listing named fails_… may raise"
    if not error and listing.stem.startswith("fails_"):
        return f"snippets/{name(listing)}.py is named fails_… and raises nothing"


def main() -> int:
    wanted = [Path(argument).resolve() for argument in sys.argv[1:]] or LISTINGS
    wrong = 0
    for listing, future in run_all(wanted).items():
        record, error, _ = future.result()
        kept = listing.with_suffix(".out")
        before = kept.read_text() if kept.exists() else None
        if problem := mistake(listing, error):
            wrong += 1
            print(f"NOT RECORDED  {problem}\n{record}")
        elif record != before:
            kept.write_text(record)
            print(f"{'changed' if before is not None else 'new    '}  snippets/{name(listing)}.out")
            sys.stdout.writelines(f"    {line}\n" for line in difflib.unified_diff(
                (before or "").splitlines(), record.splitlines(), lineterm="", n=0) if line[:2] not in ("--", "++", "@@"))
    print(f"{len(wanted)} listings played, {wrong} not recorded")
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
