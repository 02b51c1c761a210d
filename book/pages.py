"""The book as its readers get it: pages with their includes expanded, and the fences that pytest-codeblocks sees."""
import functools
import io
import logging
import os
import re
from dataclasses import dataclass
from pathlib import Path

import markdown
from mkdocs.config import load_config
from pymdownx.snippets import SnippetMissingError
from pytest_codeblocks.main import extract_from_buffer

from book.quick import missing
from book import ROOT, SNIPPETS

LANGUAGES = {"ko": "mkdocs.yml", "en": "mkdocs.en.yml"}
SHOWN = ("output", "pytb")
os.environ["NO_MKDOCS_2_WARNING"] = "1"
logging.getLogger("mkdocs").setLevel(logging.ERROR)


@functools.cache
def config(lang):
    return load_config(str(ROOT / LANGUAGES[lang]))


@dataclass(frozen=True)
class Shown:
    """A Python fence, where it stands, and the fence below it if that is an output or an error."""
    page: Path
    line: int
    code: str
    kind: str
    record: str

    def __str__(self):
        return f"{where(self.page)}:{self.line}"


def where(path) -> str:
    return str(Path(path).relative_to(ROOT))


def pages(lang):
    return sorted((ROOT / "docs" / lang).rglob("*.md"))


def names(lang):
    return [str(page.relative_to(ROOT / "docs" / lang)) for page in pages(lang)]


def labs(lang):
    """The notebooks, by the addresses of their pages."""
    return [f"labs/{lab.stem}" for lab in sorted((ROOT / "docs" / lang / "labs").glob("*.py"))]


def published(page: Path) -> str:
    """The page's Markdown after pymdownx has put its snippets in."""
    settings = dict(config(page.relative_to(ROOT / "docs").parts[0])["mdx_configs"]["pymdownx.snippets"])
    settings["base_path"] = [str(SNIPPETS)]
    reader = markdown.Markdown(extensions=["pymdownx.snippets"], extension_configs={"pymdownx.snippets": settings})
    try:
        return "\n".join(reader.preprocessors["snippet"].run(page.read_text().splitlines()))
    except SnippetMissingError as error:
        raise AssertionError(missing(page, error)) from None


def fences(page: Path):
    """Every fence of the published page; line numbers are those of the source."""
    blocks = extract_from_buffer(io.StringIO(published(page)))
    opened = [number for number, line in enumerate(page.read_text().splitlines(), 1) if re.match(r"\s*```+\s*[^`\s]", line)]
    assert len(opened) == len(blocks), f"{where(page)}: {len(opened)} fences are opened and {len(blocks)} are seen; close each, and give each a language"
    return [(block.syntax, block.code.strip("\n"), line) for block, line in zip(blocks, opened)]


def listings(page: Path):
    seen = fences(page)
    for (syntax, code, line), below in zip(seen, [*seen[1:], ("", "", 0)]):
        if syntax == "python":
            yield Shown(page, line, code, *(below[:2] if below[0] in SHOWN else ("", "")))


def prose(page: Path) -> str:
    """The page without its fences, includes and code words, with line numbers kept."""
    text = re.sub(r"(?ms)^( *)(```+)[^\n]*\n.*?^\1\2 *$", lambda fence: "\n" * fence[0].count("\n"), page.read_text())
    return re.sub(r"`[^`\n]*`|\]\([^)]*\)|\{[^}\n]*\}", "", text)
