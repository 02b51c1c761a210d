"""Files to save: the recipes with their tests, the tools, and the contract, whose messages point to the book that it was saved from."""
import re

from mkdocs.structure.files import File

from book import SNIPPETS

CONTRACT = SNIPPETS / "testing/contract.py"
RECIPES = SNIPPETS / "recipes"
TOOLS = [SNIPPETS / "inspect/inspect_layer.py"]  # that a page offers, with no address in them


def addressed(text, address):
    """The contract with the address of this book, in this language, for its `BOOK`."""
    text, found = re.subn(r'(?m)^BOOK = ".*"$', f'BOOK = "{address}"', text)
    if found != 1:
        raise SystemExit(f'{CONTRACT}: {found} lines begin with BOOK = "…", and a download needs one')
    return text


def published(files, config):
    files.append(File.generated(config, CONTRACT.name, content=addressed(CONTRACT.read_text(), config.site_url)))
    for tool in TOOLS:
        files.append(File.generated(config, tool.name, abs_src_path=str(tool)))
    for file in sorted(RECIPES.glob("*.py")):
        files.append(File.generated(config, f"recipes/{file.name}", abs_src_path=str(file)))
    return files
