"""The machinery of the book. `tests` imports it; it imports no test."""
from pathlib import Path

ROOT = Path(__file__).parent.parent
SNIPPETS = ROOT / "snippets"
BESIDE = [SNIPPETS / folder for folder in ("testing", "recipes", "inspect", "bench")]  # a reader has copied contract.py, the recipes and the tools
