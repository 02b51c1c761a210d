"""Holds the contract to the oldest Keras that it names and to the newest that there is: `make old-keras`.

Each is downloaded to .cache and put before the book's own, with the same TensorFlow. Behind a command of its
own, because it downloads, and what the newest does is no fault of a page.
"""
import os
import re
import subprocess
import sys

from book import ROOT, SNIPPETS

TESTS = ["tests/test_contract.py", "tests/test_contract_kinds.py"]


def versions():
    """What pip calls the oldest Keras in the contract's own words, and the newest."""
    named = re.search(r"Keras, from (\d+\.\d+) on", (SNIPPETS / "testing/contract.py").read_text())
    if not named:
        raise SystemExit("snippets/testing/contract.py names no oldest Keras in the words “Keras, from 3.4 on”")
    return {f"keras-{named[1]}": f"keras=={named[1]}.*", "keras-newest": "keras"}


def main() -> int:
    failed = []
    for folder, wanted in versions().items():
        target = ROOT / ".cache" / folder
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--upgrade",
                        "--target", target, wanted], check=True)
        environment = {**os.environ, "PYTHONPATH": str(target), "KERAS_BACKEND": "tensorflow", "TF_CPP_MIN_LOG_LEVEL": "3"}
        print(f"{folder}:", flush=True)
        failed.append(subprocess.run([sys.executable, "-m", "pytest", "-q", "--noconftest", *TESTS], cwd=ROOT, env=environment).returncode)
    return any(failed)


if __name__ == "__main__":
    sys.exit(main())
