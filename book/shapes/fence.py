"""The Markdown fence that draws the shapes of a listing's tensors: what it really had, so the picture can't lie.

    ```shapes whole
    x @ layer.kernel + layer.bias = y
    x | batch, features
    y | batch, units
    ```

A line is one row of boxes: expressions of the listing's names, joined by operators, ` = ` or ` -> ` (with spaces: `axis=-1`
is part of an expression). What stands left of ` = ` must have the shape of what stands right. A line with `|` names the axes
of one of them, in the page's language; where no row shows that one, it is a row of its own. ```` ```shapes whole values ````
also writes the numbers, for listings without chance.

`make record` keeps the shapes and the few numbers in `<listing>.shapes.json`.
"""
import html
import json
import re
from pathlib import Path

from pymdownx.superfences import SuperFencesException

from book import SNIPPETS
from book.path import page_of
from book.shapes.record import Fault, digest, parts

CELL, MOST, DEPTH = 22, 8, 5   # pixels a cell, cells an axis, pixels a layer of a stack
WORDS = {
    "ko": {"shape": "{}의 형상은 {}", "scalar": "축 없음"},
    "en": {"shape": "{} has the shape {}", "scalar": "no axes"},
}


def rows(body: str):
    """(expressions and signs of each row, axis names by expression)."""
    drawn, axes = [], {}
    for line in filter(str.strip, body.splitlines()):
        shown, bar, names = line.partition("|")
        row = parts(shown)
        if bar and len(row) > 1:
            raise Fault(f"'{line.strip()}' names axes of a whole row; name those of one expression, as in x | batch, features")
        if bar:
            axes[row[0]] = [name.strip() for name in names.split(",")]
        drawn.append(row)
    seen = {part for row in drawn if len(row) > 1 for part in row[::2]}
    return [row for i, row in enumerate(drawn) if len(row) > 1 or row[0] not in seen and row not in drawn[:i]], axes


def number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def told(name, shape, axes, words) -> str:
    """A box in words."""
    named = ", ".join(f"{axis} {size}" for axis, size in zip(axes, shape))
    return words["shape"].format(name, tuple(shape)) + (f" ({named})" if named else "" if shape else f" ({words['scalar']})")


def box(name, shape, axes, values, words) -> str:
    """One tensor: the last two axes are a grid of cells, those before them a stack of grids."""
    *outer, high, wide = [1, 1, *shape][-max(2, len(shape)):] if len(shape) < 2 else shape
    texts = [number(value) for value in values]
    cell = max(CELL, 7 * max(map(len, texts), default=0) + 8)
    columns, lines = (4 if size is None else min(size, MOST) for size in (wide, high))
    stack = min(3, max(2 if size is None else size for size in outer)) - 1 if outer else 0
    shift = stack * DEPTH
    width, height = columns * cell, lines * CELL
    below = " × ".join(f"{axis} {size}".strip() for axis, size in zip(axes or [""] * len(shape), shape)) or words["scalar"]
    room = max(width + shift, 13 + 7 * len(name), 12 + sum(12 if "가" <= letter <= "힣" else 6.5 for letter in below))
    x, y = (room - width - shift) / 2, 20 + shift
    grid = "".join(f'<rect x="{x + d * DEPTH:g}" y="{y - d * DEPTH:g}" width="{width}" height="{height}" rx="3"/>' for d in range(stack, -1, -1))
    unknown = ' stroke-dasharray="4 3"' if None in shape else ""
    # an axis that is cut short has no cells to count
    cells = "".join(f"M{x + c * cell:g} {y:g}v{height}" for c in range(1, columns) if columns == wide) + "".join(
        f"M{x:g} {y + r * CELL:g}h{width}" for r in range(1, lines) if lines == high)
    if (wide, high) != (columns, lines) or outer:
        texts = []
    inside = "".join(
        f'<text x="{x + (i % columns + .5) * cell:g}" y="{y + (i // columns + .5) * CELL + 4:g}">{text}</text>'
        for i, text in enumerate(texts))
    return (
        f'<svg width="{room:g}" height="{y + height + 20:g}" viewBox="0 0 {room:g} {y + height + 20:g}">'
        f"<title>{html.escape(told(name, shape, axes, words))}</title>"
        f'<g{unknown}>{grid}<path d="{cells}"/></g>{inside}'
        f'<text class="name" x="{room / 2:g}" y="13">{html.escape(name)}</text>'
        f'<text class="axes" x="{room / 2:g}" y="{y + height + 15:g}">{html.escape(below)}</text></svg>')


def render(drawn, axes, record, values: bool, words) -> str:
    pictures, sentences = [], []
    for row in drawn:
        shown = []
        for part in row[::2]:
            named = axes.get(part, [])
            if part not in record:
                raise Fault(f"'{part}' is not recorded; run make record")
            shape = record[part]["shape"]
            if named and len(named) != len(shape):
                raise Fault(f"'{part} | {', '.join(named)}' has {len(named)} names, and {part} has {len(shape)} axes")
            shown.append(box(part, shape, named, record[part].get("values", []) if values else [], words))
            sentences.append(told(part, shape, named, words))
        signs = [f"<b>{html.escape(sign)}</b>" for sign in row[1::2]]
        pictures.append("<p>" + "".join(a + b for a, b in zip(shown, [*signs, ""])) + "</p>")
    formulas = "; ".join(" ".join(row) for row in drawn if len(row) > 1)
    alt = html.escape(". ".join([*filter(None, [formulas]), *dict.fromkeys(sentences)]), quote=True)
    return f'<div class="shapes" role="img" aria-label="{alt}">{"".join(pictures)}</div>'


def place(page, name, fault) -> str:
    """Where the fence stands, or its line that is at fault."""
    lines = Path(page.file.abs_src_path).read_text().splitlines()
    begins = next((i for i, line in enumerate(lines) if re.match(rf" *```shapes +{name}\b", line)), 0)
    quoted = re.match("'(.+?)'", fault)
    ends = next((i for i in range(begins + 1, len(lines)) if lines[i].strip() == "```"), begins)
    at = next((i for i in range(begins, ends) if quoted and quoted[1] in lines[i]), begins)
    return f"docs/{page.config.theme['language']}/{page.file.src_uri}:{at + 1}: shapes {name}: {fault}"


def validator(language, inputs, options, attrs, md) -> bool:
    words = list(inputs)
    if not words or words[1:] not in ([], ["values"]):
        raise SuperFencesException("shapes names one listing of its page's folder: ```shapes whole, or ```shapes whole values")
    options.update(listing=words[0], values=len(words) > 1)
    return True


def picture(folder, name, source, values: bool, lang) -> str:
    listing = SNIPPETS / folder / f"{name}.py"
    try:
        record = json.loads(listing.with_suffix(".shapes.json").read_text())
    except FileNotFoundError:
        raise Fault(f"{listing.with_suffix('.shapes.json').relative_to(SNIPPETS.parent)} is missing; run make record") from None
    if record["listing"] != digest(listing):
        raise Fault("the recording is older than the listing; run make record")
    return render(*rows(source), record, values, WORDS[lang])


def fence(source, language, class_name, options, md, **_) -> str:
    page = page_of(md)
    name = options["listing"]
    try:
        return picture(page.file.src_uri.removesuffix(".md"), name, source, options["values"], page.config.theme["language"])
    except Fault as fault:
        raise SuperFencesException(place(page, name, str(fault))) from None


FENCE = {"name": "shapes", "class": "shapes", "format": fence, "validator": validator}
