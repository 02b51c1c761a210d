"""Holds the contract to the oldest Keras that it names and to the newest that there is: `make old-keras`.

Each is put before the book's own, with the same TensorFlow, as book/versions.py does with all listings. Behind a command
of its own, because it downloads, and what the newest does is no fault of a page.
"""
import os
import re
import subprocess
import sys

from book import ROOT, SNIPPETS
from book.versions import NEWEST, install

TESTS = ["tests/test_contract.py", "tests/test_contract_kinds.py"]


def versions():
    """The oldest Keras in the contract's own words, and the newest."""
    named = re.search(r"Keras, from (\d+\.\d+) on", (SNIPPETS / "testing/contract.py").read_text())
    if not named:
        raise SystemExit("snippets/testing/contract.py names no oldest Keras in the words “Keras, from 3.4 on”")
    return [named[1], NEWEST]


def main() -> int:
    failed = []
    for wanted in versions():
        environment = {**os.environ, "PYTHONPATH": str(install(wanted)), "KERAS_BACKEND": "tensorflow", "TF_CPP_MIN_LOG_LEVEL": "3"}
        print(f"Keras {wanted}:", flush=True)
        failed.append(subprocess.run([sys.executable, "-m", "pytest", "-q", "--noconftest", *TESTS], cwd=ROOT, env=environment).returncode)
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
