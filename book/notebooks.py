"""The labs: notebooks that the build executes once, and not again until their code changes or what it runs on.

A lab is `docs/<language>/labs/<name>.py`, in jupytext's percent format. Its outputs are kept under a key of the
code cells, Python and the installed packages. So prose executes nothing, and two languages with the same code share
one execution. mkdocs-jupyter then makes Markdown of the notebook, with our template (kept likewise), and MkDocs
renders that as any page: one look of code, English heading ids, checked links.
"""
import functools
import html
import json
import logging
import re
import subprocess
import tempfile
from pathlib import Path

import jupytext
import nbformat
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data
from mkdocs_jupyter.config import settings
from mkdocs_jupyter.convert import nb2html
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, CellExecutionError, DeadKernelError

from book import ROOT
from book.downloads import CONTRACT, RECIPES, TOOLS
from book.environment import clean
from book.kept import kept

LOOK = ROOT / "theme/.notebook"
FILES = [CONTRACT, *TOOLS, *RECIPES.glob("*.py")]  # what a lab may import
SECONDS = 240
PLOTS = [  # one SVG per figure, in the size that the code asks for, without the hour
    "--InlineBackend.figure_formats=svg", "--InlineBackend.print_figure_kwargs={'bbox_inches': None, 'metadata': {'Date': None}}",
    "--IPKernelApp.capture_fd_output=False",  # what TensorFlow's C++ says on import is no output
]
log = logging.getLogger("mkdocs.labs")
settings.templates_dir = str(LOOK)


def executed_labs(files, config):
    for file in files:
        if file.src_uri.startswith("labs/") and file.src_uri.endswith(".py"):
            notebook = Path(file.abs_dest_path).with_name(f"{file.name}.ipynb")
            notebook.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(executed(Path(file.abs_src_path)), notebook)
            file.abs_src_path = str(notebook)


def executed(source: Path):
    """The notebook with its outputs: the kept ones, or else those of an execution now."""
    notebook = jupytext.read(source)
    notebook.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    code = [cell.source for cell in cells]
    beside = [file for file in FILES if re.search(rf"(?m)^(?:from|import) {file.stem}\b", "\n".join(code))]
    read = [file.read_text() for file in (Path(__file__), LOOK / "matplotlibrc", *beside)]

    def fresh():
        execute(notebook, cells, source, beside)
        return json.dumps([cell.outputs for cell in cells])

    printed = json.loads(kept("labs", source.stem, [code, read], fresh))
    for number, (cell, outputs) in enumerate(zip(cells, printed), 1):
        cell.outputs, cell.execution_count = nbformat.from_dict(outputs), number
    return notebook


def execute(notebook, cells, source, beside):
    at = {}

    def started(cell, cell_index):
        at["cell"] = cells.index(cell) + 1
        log.info(f"labs/{source.stem}: cell {at['cell']} of {len(cells)}")

    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, "lab")
        folder.mkdir()
        for file in beside:
            Path(folder, file.name).write_bytes(file.read_bytes())
        client = NotebookClient(
            notebook, resources={"metadata": {"path": str(folder)}}, timeout=SECONDS, extra_arguments=PLOTS, on_cell_execute=started,
            record_timing=False, force_raise_errors=True, coalesce_streams=True)
        try:
            client.execute(env=clean(home, MATPLOTLIBRC=str(LOOK / "matplotlibrc")), stderr=subprocess.DEVNULL)
        except (CellControlSignal, DeadKernelError) as error:
            raise PluginError(f"{source.relative_to(ROOT) if source.is_relative_to(ROOT) else source}:{failed(error, cells, at['cell'], source)}") from None
    notebook.metadata.pop("language_info", None)  # the kernel's word, which kept outputs don't bring back
    plots = [output.data for cell in cells for output in cell.outputs if "image/svg+xml" in output.get("data", {})]
    for number, plot in enumerate(plots):
        plot["image/svg+xml"] = themed(plot["image/svg+xml"], number)


def failed(error, cells, number, source):
    """Line, cell and message of an error: the line is that of the file, which the traceback of a cell does not know."""
    start, text = 0, source.read_text()
    for cell in cells[:number]:
        start = text.index(cell.source, start)
    line = re.search(r"Cell In\[\d+\], line (\d+)", re.sub(r"\x1b\[[\d;]*m", "", str(error)))
    line = text[:start].count("\n") + int(line[1] if line else 1)
    what = f"{error.ename}: {error.evalue}" if isinstance(error, CellExecutionError) else f"{type(error).__name__}: {error}"
    return f"{line}: cell {number} of {len(cells)} fails: {what}"


def themed(svg, number):
    """A part of a page: ink takes the colour of its text, ids are its own, and nothing stays that only files need."""
    svg = re.sub(r"(?s)^.*?(?=<svg )|<(metadata|style).*?</\1>|<!--.*?-->|\n\s*(?=[<\n])", "", svg)
    svg = re.sub(r' id="([^"]+)"', lambda name: f' id="{name[1]}-{number}"' if f"#{name[1]}" in svg else "", svg)
    svg = re.sub(r'(url\(|href=")#([^")]+)', rf"\1#\2-{number}", svg)
    return svg.replace("#000000", "currentColor").strip()


def as_markdown(page, config, files):
    """mkdocs-jupyter's own Markdown knows neither our ids nor links to pages."""
    if page.file.src_uri.startswith("labs/"):
        page.render = functools.partial(render, page)


def render(page, config, files):
    path = Path(page.file.abs_src_path)
    look = (LOOK / "mkdocs_html/notebook.html.j2").read_text()
    text = kept("lab pages", path.stem, [look, path.read_text()], lambda: nb2html(str(path)).partition("<style>")[0])
    page.markdown, page.meta = get_data(html.unescape(text).lstrip())
    Page.render(page, config, files)


def taken_away(output, page, config):
    """The notebook stays beside its page, without what only this site reads, and with links that lead back to it."""
    if page.file.src_uri.startswith("labs/"):
        notebook = nbformat.read(page.file.abs_src_path, nbformat.NO_CONVERT)
        notebook.cells = [cell for cell in notebook.cells if cell.cell_type != "raw"]
        for cell in notebook.cells:
            if cell.cell_type == "markdown":
                cell.source = re.sub(r" \{ #[\w-]+ \}", "", cell.source)
                cell.source = re.sub(r"\]\(\.\./([\w-]+)\.md", rf"]({config.site_url}\1/", cell.source)
                cell.source = re.sub(r"\]\(\.\./(recipes/\w+\.py)\)\{ download \}", rf"]({config.site_url}\1)", cell.source)
                cell.source = re.sub(r"\]\(([\w-]+)\.py", rf"]({config.site_url}labs/\1/", cell.source)
        nbformat.write(notebook, page.file.abs_src_path)
