"""Files to save: the recipes with their tests, and the tools, whose messages point to the book that they were saved from."""
import re

from mkdocs.structure.files import File

from book import SNIPPETS

CONTRACT = SNIPPETS / "testing/contract.py"
BENCH = SNIPPETS / "bench/bench_layer.py"
TOOLS = CONTRACT, BENCH
RECIPES = SNIPPETS / "recipes"


def addressed(tool, address):
    """The text of a tool with the address of this book, in this language, for its `BOOK`."""
    text, found = re.subn(r'(?m)^BOOK = ".*"$', f'BOOK = "{address}"', tool.read_text())
    if found != 1:
        raise SystemExit(f'{tool}: {found} lines begin with BOOK = "…", and a download needs one')
    return text


def published(files, config):
    for tool in TOOLS:
        files.append(File.generated(config, tool.name, content=addressed(tool, config.site_url)))
    for file in sorted(RECIPES.glob("*.py")):
        files.append(File.generated(config, f"recipes/{file.name}", abs_src_path=str(file)))
    return files
