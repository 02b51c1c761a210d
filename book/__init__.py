"""The machinery of the book. `tests` imports it; it imports no test."""
from pathlib import Path

ROOT = Path(__file__).parent.parent
SNIPPETS = ROOT / "snippets"
BESIDE = SNIPPETS / "testing", SNIPPETS / "recipes", SNIPPETS / "inspect"  # a reader has copied contract.py, the recipes and the tool to see inside
