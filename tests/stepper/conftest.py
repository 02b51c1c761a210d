"""The programs, recorded once for all tests of the stepper."""
import json
import os
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor

import pytest

from book.player import server
from tests.stepper.programs import PROGRAMS


def recorded(path, pipe):
    """In a child: the recording, the error that forbids it, and whether the child's own tracer stands as before."""
    from book.stepper.record import record

    folder = os.open(path.parent, os.O_RDONLY)
    os.fchdir(folder)
    seen = []
    tracer = lambda *event: seen.append(event)  # noqa: E731
    main = sys.modules["__main__"]
    sys.settrace(tracer)
    try:
        result = record(path), None
    except ValueError as error:
        result = None, str(error)
    untouched = sys.gettrace() is tracer and sys.modules["__main__"] is main
    sys.settrace(None)
    pipe.send((*result, untouched))


def run(path):
    here, there = server().Pipe()
    process = server().Process(target=recorded, args=(path, there))
    process.start()
    there.close()
    try:
        return here.recv()
    finally:
        process.join()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder of listings with their recordings, as the book has them."""
    folder = tmp_path_factory.mktemp("snippets")
    page = folder / "page"
    page.mkdir()
    for name, program in PROGRAMS.items():
        (page / f"{name}.py").write_text(textwrap.dedent(program).lstrip())
    with ThreadPoolExecutor(2) as runners:
        for name, (recording, *_) in zip(PROGRAMS, runners.map(run, [page / f"{name}.py" for name in PROGRAMS])):
            if recording:
                (page / f"{name}.steps.json").write_text(recording)
    return folder


@pytest.fixture
def steps(folder):
    return lambda name: json.loads((folder / f"page/{name}.steps.json").read_text())["steps"]
