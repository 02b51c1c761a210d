"""Records the shapes that pages draw of a listing: its real ones, and few numbers, in `<listing>.shapes.json`."""
import ast
import hashlib
import json
import re
from pathlib import Path

from book import ROOT, SNIPPETS

FENCE_IN_PAGE = re.compile(r"(?ms)^ *```shapes +(\w+)( +values)?[^\n]*\n(.*?)^ *```")
SIGNS = {ast.MatMult: "@", ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷", ast.Pow: "^"}
FEW = 24                # numbers that a box has room for


class Fault(ValueError):
    """What is wrong with a line of the fence."""


def parts(line: str) -> list[str]:
    """A row's expressions and the signs between them, in turn."""
    found = []
    for side in re.split(r" (->|=) ", line):
        if side in ("->", "="):
            found.append({"->": "→"}.get(side, side))
            continue
        try:
            tree = ast.parse(side.strip(), mode="eval").body
        except SyntaxError:
            raise Fault(f"'{side.strip()}' is no expression; write names of the listing, as in x @ layer.kernel = y") from None
        row = []
        while isinstance(tree, ast.BinOp) and type(tree.op) in SIGNS:
            row[:0] = [SIGNS[type(tree.op)], ast.unparse(tree.right)]
            tree = tree.left
        found += [ast.unparse(tree), *row]
    return found


def asked() -> dict[Path, set[tuple[str, bool]]]:
    """The lines that pages draw of each listing, and do they write the numbers?"""
    found = {}
    for page in ROOT.glob("docs/??/*.md"):
        for name, values, body in FENCE_IN_PAGE.findall(page.read_text()):
            lines = (line.partition("|")[0].strip() for line in body.splitlines())
            found.setdefault(SNIPPETS / page.stem / f"{name}.py", set()).update((line, bool(values)) for line in lines if line)
    return found


def measure(value, with_numbers=False) -> dict:
    import numpy

    shape = getattr(value, "shape", None)
    if shape is None:
        shape = numpy.shape(value)
    kept = {"shape": [None if size is None else int(size) for size in shape]}
    if not with_numbers:  # they may be drawn by chance
        return kept
    try:
        numbers = numpy.asarray(value.numpy() if hasattr(value, "numpy") else value)
    except Exception:  # symbolic: each backend refuses with an error of its own
        return kept
    if numbers.size <= FEW and numbers.dtype.kind in "biuf":
        kept["values"] = numpy.round(numbers.astype("float64"), 2).ravel().tolist()
    return kept


def kept(names, listing: Path, lines) -> tuple[str, str | None] | None:
    """Runs in the listing's own process, after it: the recording of the lines that its pages draw, or why there is none."""
    found = {}
    try:
        for line, values in lines:
            for part in parts(line)[::2]:
                found[part] = measure(eval(part, dict(names)), values) | found.get(part, {})
            for equation in line.split(" -> "):
                sides = {side: measure(eval(side, dict(names)))["shape"] for side in equation.split(" = ")}
                if len(set(map(tuple, sides.values()))) > 1:
                    raise Fault(", ".join(f"{side} has the shape {tuple(shape)}" for side, shape in sides.items()))
    except Exception as error:
        return "", f"snippets/{listing.parent.name}/{listing.name}: shapes of '{line}': {type(error).__name__}: {error}"
    if found:
        boxes = ",\n".join(f"{json.dumps(name)}: {json.dumps(found[name])}" for name in sorted(found))
        return f'{{"listing": "{digest(listing)}",\n{boxes}}}\n', None


def digest(listing: Path) -> str:
    return hashlib.sha256(listing.read_bytes()).hexdigest()[:16]
