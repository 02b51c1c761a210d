"""What a program of the book sees of this machine: no more than it needs, and nothing of its user's own settings.

A setting that is not named here cannot leak in: `~/.keras/keras.json`, `KERAS_BACKEND`, `PYTHONPATH`, `PYTEST_ADDOPTS`, …
"""
import os

BACKEND = os.environ.get("BOOK_BACKEND", "tensorflow")
NEEDED = ("PATH", "TMPDIR", "BOOK_BACKEND", "CI", "LD_LIBRARY_PATH")  # BOOK_BACKEND is our own, set by book/backends.py
NOWHERE = "http://127.0.0.1:9"  # for clients that obey it; what is closed to Python's own sockets stands in book/listings.py
FIXED = {
    "KERAS_BACKEND": BACKEND, "TF_ENABLE_ONEDNN_OPTS": "0", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1",
    "COLUMNS": "80", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1", "PYTHONDONTWRITEBYTECODE": "1",
    "http_proxy": NOWHERE, "https_proxy": NOWHERE, "no_proxy": "localhost,127.0.0.1", "NO_MKDOCS_2_WARNING": "1",
}


def clean(home, **more: str) -> dict[str, str]:
    """The whole environment of a process that runs a program of the book, with `home`, an empty folder."""
    quiet = {"PYTHONWARNINGS": "ignore::RuntimeWarning"} if BACKEND == "numpy" else {}  # it infers shapes on memory that nobody filled
    return {**quiet, **{name: os.environ[name] for name in NEEDED if name in os.environ}, **FIXED, "HOME": str(home), **more}
