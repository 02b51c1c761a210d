"""How fast the proof is, against its limits: one process without isolation, and one interpreter per listing."""
import os
import subprocess
import sys
import tempfile
import time

from book.listings import ENVIRONMENT, LISTINGS, SNIPPETS, run_all

TOGETHER = """
import sys, types
import tensorflow, keras
for path in sys.argv[1:]:
    sys.modules["__main__"] = module = types.ModuleType("__main__")
    sys.path[0] = path.rpartition("/")[0]
    try:
        exec(compile(open(path).read(), path, "exec"), module.__dict__)
    except Exception:
        pass
"""


SAMPLE = LISTINGS[::max(1, len(LISTINGS) // 24)]  # one interpreter for each of all would take an hour


def seconds(play):
    begun = time.perf_counter()
    play()
    return time.perf_counter() - begun


def interpreter(*arguments):
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **ENVIRONMENT, "PYTHONPATH": str(SNIPPETS / "testing")}
        subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True)


def isolated():
    for future in run_all(SAMPLE).values():
        future.result()


def main():
    paths = list(map(str, SAMPLE))
    ours = seconds(isolated)
    together = seconds(lambda: interpreter("-c", TOGETHER, *paths))
    apart = seconds(lambda: [interpreter(path) for path in paths])
    print(f"{len(paths)} of {len(LISTINGS)} listings, evenly chosen\n"
          f"{ours:8.1f} s  each in its own process, as make test plays them\n"
          f"{together:8.1f} s  one process, one after another: we take {ours / together:.2f} × as long (at most 1.5)\n"
          f"{apart:8.1f} s  one interpreter per listing: we are {apart / ours:.1f} × as fast (at least 8)")


if __name__ == "__main__":
    main()
