"""Files to save: the recipes with their tests, the tools, and the contract; messages point to the book that they were saved from."""
import re

from mkdocs.structure.files import File

from book import SNIPPETS

CONTRACT = SNIPPETS / "testing/contract.py"
RECIPES = SNIPPETS / "recipes"
BENCH = SNIPPETS / "bench/bench_layer.py"
TOOLS = [SNIPPETS / "inspect/inspect_layer.py", BENCH]  # that a page offers
ADDRESSED = CONTRACT, BENCH


def addressed(tool, address):
    """The text of a file with the address of this book, in this language, for its `BOOK`."""
    text, found = re.subn(r'(?m)^BOOK = ".*"$', f'BOOK = "{address}"', tool.read_text())
    if found != 1:
        raise SystemExit(f'{tool}: {found} lines begin with BOOK = "…", and a download needs one')
    return text


def published(files, config):
    for file in (CONTRACT, *TOOLS):
        content = addressed(file, config.site_url) if file in ADDRESSED else file.read_text()
        files.append(File.generated(config, file.name, content=content))
    for file in sorted(RECIPES.glob("*.py")):
        files.append(File.generated(config, f"recipes/{file.name}", abs_src_path=str(file)))
    return files
