"""Plays listings as a reader would: each a whole program, as `__main__`, in a process of its own.

A fork of a server that has imported TensorFlow and Keras, and run no op, is as
clean as a new interpreter and starts at once. `python -m book.listings` writes
each listing's record (`make record`), and the tests compare with the very same text.

It replaces pytest-codeblocks' own runner, whose `exec` has no `__main__`, no
source and no isolation.
"""
import difflib
import functools
import multiprocessing
import os
import re
import sys
import tempfile
import traceback
import types
import warnings
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing import forkserver
from pathlib import Path

from book import ROOT, SNIPPETS, shapes
from book.stepper.clean import clean
from book.stepper.record import record



SECONDS = 240
LISTINGS = sorted(SNIPPETS.glob("*/*.py"))  # not the wrong answers, a folder deeper
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


def settle(listing: Path, folder: str) -> Path:
    """Gives the child an empty folder and a file for what it prints; TensorFlow's own words on stderr go nowhere."""
    printed, home = Path(folder, "printed"), Path(folder, "run")
    os.dup2(os.open(printed, os.O_WRONLY | os.O_CREAT), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stdout = sys.stderr = os.fdopen(1, "w", buffering=1, encoding="utf-8")
    warnings.formatwarning = lambda message, category, *_: f"{category.__name__}: {message}\n"
    home.mkdir()
    os.chdir(home)
    tempfile.tempdir = folder  # a killed process leaves no file of autograph's behind
    sys.argv = [str(listing)]
    sys.path[:1] = str(listing.parent), str(SNIPPETS / "testing")  # a reader has copied contract.py beside the program
    return printed


def trace(listing: Path, folder: str, pipe, after) -> None:
    """Runs in the child: sends the recording of the program's steps, or why there is none."""
    settle(listing, folder)
    try:
        pipe.send((record(listing), None, None))
    except ValueError as fault:
        pipe.send((None, str(fault), None))


def play(listing: Path, folder: str, pipe, after) -> None:
    """Runs in the child: sends what the program printed, its error's name, and what `after` says of its names."""
    printed = settle(listing, folder)
    sys.modules["__main__"] = module = types.ModuleType("__main__")
    module.__file__ = str(listing)
    error = None
    try:
        exec(compile(listing.read_text(), listing, "exec"), module.__dict__)
    except (Exception, SystemExit) as raised:
        error = type(raised).__name__
        print(error_text(raised, listing))
    sys.stdout.flush()
    said = clean(printed.read_text())
    found = after(module.__dict__) if after and not error else None
    pipe.send((said + "\n" if said else "", error, found))


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


def run(listing: Path, after=None, job=play):
    """What `job` sends; of `play`, (record, name of the error or None, what `after(names)` returned)."""
    here, there = server().Pipe()
    with tempfile.TemporaryDirectory() as folder, here:
        process = server().Process(target=job, args=(listing, folder, there, after))
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


def run_all(listings, after=None, job=play) -> dict[Path, Future]:
    players = ThreadPoolExecutor(os.cpu_count())
    return {listing: players.submit(run, listing, after, job) for listing in listings}


def stepped() -> list[Path]:
    """The listings that a page replays step by step."""
    pages = [*ROOT.glob("docs/??/*.md")]
    return sorted({SNIPPETS / page.stem / f"{listing}.py" for page in pages for listing in re.findall(r"(?m)^```stepper (\w+)$", page.read_text())})


def mistake(listing: Path, error: str | None) -> str | None:
    """A listing raises when, and only when, its name says so."""
    if error and not listing.stem.startswith("fails_"):
        return f"snippets/{name(listing)}.py raises {error}; only a listing named fails_… may raise"
    if not error and listing.stem.startswith("fails_"):
        return f"snippets/{name(listing)}.py is named fails_… and raises nothing"


def main() -> int:
    wanted = [Path(argument).resolve() for argument in sys.argv[1:]] or LISTINGS
    runs = {listing: future.result() for listing, future in run_all(wanted, after=shapes.kept).items()}
    played = [(listing.with_suffix(".out"), record, mistake(listing, error)) for listing, (record, error, _) in runs.items()]
    drawn = [(listing.with_suffix(".shapes.json"), *kept) for listing, (_, _, kept) in runs.items() if kept]
    traced = [(listing.with_suffix(".steps.json"), *future.result()[:2])
              for listing, future in run_all(set(wanted) & set(stepped()), job=trace).items()]
    for kept, text, problem in played + traced + drawn:
        before = kept.read_text() if kept.exists() else None
        if problem:
            print(f"NOT RECORDED  {problem}\n{text or ''}")
        elif text != before:
            kept.write_text(text)
            print(f"{'changed' if before is not None else 'new    '}  {kept.relative_to(ROOT)}")
            sys.stdout.writelines(f"    {line[:160]}\n" for line in difflib.unified_diff(
                (before or "").splitlines(), text.splitlines(), lineterm="", n=0) if line[:2] not in ("--", "++", "@@"))
    print(f"{len(played)} listings played, {len(traced)} traced, {len(drawn)} drawn, {sum(bool(problem) for _, _, problem in played + traced + drawn)} not recorded")
    return any(problem for _, _, problem in played + traced + drawn)


if __name__ == "__main__":
    sys.exit(main())
