"""The Markdown fence that draws the numbers that a listing printed, so that the picture can't lie.

    ```drawn learns
    The loss falls from epoch to epoch, at first fast and then slowly.
    ```

Rows of numbers become an image, darker where a number is larger; a list becomes a curve. What is drawn is the last of
them in `<listing>.out`; what stands in the fence says in words, and in the page's language, what there is to see.
"""
import html
import re

from pymdownx.superfences import SuperFencesException

from book import SNIPPETS
from book.shapes.record import Fault

NUMBER = re.compile(r"-?\d+(?:\.\d*)?")
CELL = 20                               # pixels of an image's cell
WIDE, HIGH, LEFT, BELOW = 300, 150, 36, 22  # pixels of a curve, and beside it


def numbers(text: str) -> list[float]:
    return [float(found) for found in NUMBER.findall(text)]


def printed(record: str) -> list[list[float]]:
    """The rows of the last image or, as its only row, the last list."""
    rows = [numbers(line) if re.fullmatch(r"[\s\[\]]*" + rf"({NUMBER.pattern}[\s\[\],]*)+", line) else [] for line in record.splitlines()]
    image = []
    for row in rows:
        image = [*image, row] if image and len(row) == len(image[0]) else [row] if row else image
    if len(image) > 1:
        return image
    return [numbers(found) for found in re.findall(r"\[([^\[\]]*)\]", record) if len(numbers(found)) > 2][-1:]


def image(rows) -> str:
    """Its cells; zero and what lies below it is empty."""
    most = max(map(max, rows))
    cells = "".join(
        f'<rect x="{x * CELL}" y="{y * CELL}" width="{CELL}" height="{CELL}" opacity="{value / most:.2f}"/>'
        for y, row in enumerate(rows) for x, value in enumerate(row) if value > 0)
    wide, high = CELL * len(rows[0]), CELL * len(rows)
    return (f'<svg aria-hidden="true" viewBox="-1 -1 {wide + 2} {high + 2}" width="{wide + 2}" height="{high + 2}"><g fill="currentColor">{cells}</g>'
            f'<rect width="{wide}" height="{high}" fill="none" stroke="currentColor" opacity=".5"/></svg>')


def curve(values) -> str:
    """From the first value to the last; the lower edge is zero or, if that is less, the least value."""
    least, most = min(0, *values), max(values)
    places = [(LEFT + i * WIDE / (len(values) - 1), (most - value) * HIGH / (most - least or 1) + 8) for i, value in enumerate(values)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    bottom = HIGH + 8
    return (f'<svg aria-hidden="true" viewBox="0 0 {LEFT + WIDE + 12} {bottom + BELOW}" width="{LEFT + WIDE + 12}" height="{bottom + BELOW}">'
            f'<path d="M{LEFT} 8V{bottom}H{LEFT + WIDE}" fill="none" stroke="currentColor" opacity=".5"/>'
            f'<polyline points="{line}" fill="none" stroke="var(--md-accent-fg-color)" stroke-width="2"/>'
            f'<g fill="currentColor" font-size="12" text-anchor="end"><text x="{LEFT - 6}" y="14">{most:g}</text><text x="{LEFT - 6}" y="{bottom}">{least:g}</text>'
            f'<text x="{LEFT + 4}" y="{bottom + 17}">1</text><text x="{LEFT + WIDE + 6}" y="{bottom + 17}">{len(values)}</text></g></svg>')


def validator(language, inputs, options, attrs, md) -> bool:
    if len(inputs) != 1:
        raise SuperFencesException("drawn names one listing of its page's folder: ```drawn learns")
    options["listing"] = next(iter(inputs))
    return True


def fence(source, language, class_name, options, md, **_) -> str:
    page = md.treeprocessors["relpath"]  # MkDocs' own; it knows the page and, by its config, the language
    try:
        return picture(page.file.src_uri.removesuffix(".md"), options["listing"], source)
    except Fault as fault:
        raise SuperFencesException(f"docs/{page.config.theme['language']}/{page.file.src_uri}: drawn {options['listing']}: {fault}") from None


def picture(folder, name, source) -> str:
    record = SNIPPETS / folder / f"{name}.out"
    if not record.exists():
        raise Fault(f"{record.relative_to(SNIPPETS.parent)} is missing; run make record")
    if not (rows := printed(record.read_text())):
        raise Fault(f"{record.relative_to(SNIPPETS.parent)} has no rows of numbers and no list of them")
    if not (said := " ".join(source.split())):
        raise Fault("say in the fence what there is to see")
    drawing = image(rows) if len(rows) > 1 else curve(rows[0])
    return f'<div class="drawn" role="img" aria-label="{html.escape(said, quote=True)}">{drawing}</div>'


FENCE = {"name": "drawn", "class": "drawn", "format": fence, "validator": validator}
