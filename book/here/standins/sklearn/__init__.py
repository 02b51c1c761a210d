"""Stands for scikit-learn, of which the book uses the digits. Pyodide has the whole, for 16 MB more with SciPy.

Checked: test_here.py compares the digits with scikit-learn's. Goes when: 16 MB are little.
"""
from . import datasets  # noqa: F401
