"""The machinery of the book. `tests` imports it; it imports no test."""
from pathlib import Path

ROOT = Path(__file__).parent.parent
SNIPPETS = ROOT / "snippets"
BESIDE = SNIPPETS / "testing", SNIPPETS / "recipes", SNIPPETS / "bench"  # a reader has copied contract.py, bench_layer.py and the recipes beside the program
