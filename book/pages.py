"""The pages: as they are written, and as readers get them, with includes expanded and cut by pytest-codeblocks."""
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

from book import ROOT, SNIPPETS
from book.quick import missing

LANGUAGES = {"ko": "mkdocs.yml", "en": "mkdocs.en.yml"}
FOLDERS = {"ko": "", "en": "en/"}
INCLUDE = re.compile(r'--8<-- "([\w./-]+)"')
os.environ["NO_MKDOCS_2_WARNING"] = "1"
logging.getLogger("mkdocs").setLevel(logging.ERROR)


@functools.cache
def config(lang):
    return load_config(str(ROOT / LANGUAGES[lang]))


@dataclass(frozen=True)
class Fence:
    """A fence of a page: its language, where it stands, what its page's source says in it, and what a reader gets."""
    page: Path
    line: int
    syntax: str
    source: str
    code: str

    def __str__(self):
        return f"{where(self.page)}:{self.line}"

    @property
    def included(self) -> Path | None:
        """The one file that it is, if it is no more and no less."""
        whole = INCLUDE.fullmatch(self.source.strip())
        return SNIPPETS / whole[1] if whole else None


def where(path) -> str:
    return str(Path(path).relative_to(ROOT))


def pages(lang):
    return sorted((ROOT / "docs" / lang).rglob("*.md"))


def names(lang):
    return [str(page.relative_to(ROOT / "docs" / lang)) for page in pages(lang)]


def labs(lang):
    """The notebooks, by the addresses of their pages."""
    return [f"labs/{lab.stem}" for lab in sorted((ROOT / "docs" / lang / "labs").glob("*.py"))]


@functools.cache
def expander(lang):
    settings = {**config(lang)["mdx_configs"]["pymdownx.snippets"], "base_path": [str(SNIPPETS)]}
    return markdown.Markdown(extensions=["pymdownx.snippets"], extension_configs={"pymdownx.snippets": settings}).preprocessors["snippet"]


@functools.cache
def published(page: Path) -> str:
    """The page's Markdown after pymdownx has put its snippets in."""
    try:
        return "\n".join(expander(page.relative_to(ROOT / "docs").parts[0]).run(page.read_text().splitlines()))
    except SnippetMissingError as error:
        raise AssertionError(missing(page, error)) from None


OPENS = re.compile(r"(\s*)(`{3,})\s*([^`]*)$")


def sources(page: Path):
    """(line, what the source says within) of each fence, as it is written."""
    inside = None
    for number, line in enumerate(page.read_text().splitlines(), 1):
        if inside is None and (opened := OPENS.match(line)) and opened[3]:
            inside, first, lines = re.compile(rf"\s*{opened[2]}`*\s*$"), number, []
        elif inside and inside.match(line):
            yield first, "\n".join(lines)
            inside = None
        elif inside:
            lines.append(line)


@functools.cache
def fences(page: Path) -> tuple[Fence, ...]:
    """Every fence of the published page."""
    skip = re.search(r"<!--\s*pytest-codeblocks", page.read_text())
    assert not skip, f"{where(page)}:{page.read_text()[:skip.start()].count(chr(10)) + 1}: no comments; pytest-codeblocks passes over what they hold"
    blocks, written = extract_from_buffer(io.StringIO(published(page))), list(sources(page))
    assert len(written) == len(blocks), f"{where(page)}: {len(written)} fences are opened and {len(blocks)} are seen; close each, and give each a language"
    return tuple(Fence(page, line, block.syntax, source, block.code.strip("\n")) for block, (line, source) in zip(blocks, written))


def listings(page: Path) -> list[Fence]:
    return [fence for fence in fences(page) if fence.syntax == "python"]


def prose(page: Path) -> str:
    """The page without its fences, includes and code words, with line numbers kept."""
    text = re.sub(r"(?ms)^( *)(```+)[^\n]*\n.*?^\1\2 *$", lambda fence: "\n" * fence[0].count("\n"), page.read_text())
    return re.sub(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|\]\([^)]*\)|\{[^}\n]*\}", "", text)
