"""What a page offers for saving is there, and belongs to the book that offers it."""
import re

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from book import ROOT, downloads
from book.pages import LANGUAGES, pages

ADDRESS = {"ko": "https://example.org/layers/", "en": "https://example.org/layers/en/"}


def published(lang, name):
    config = load_config(str(ROOT / ("mkdocs.en.yml" if lang == "en" else "mkdocs.yml")), site_url=ADDRESS[lang])
    config.plugins._current_plugin = None  # as within a build
    return downloads.published(Files([]), config).get_file_from_path(name)


@pytest.mark.parametrize("tool", downloads.ADDRESSED, ids=lambda tool: tool.name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_saved_file_points_to_the_book_it_comes_from(lang, tool):
    file, text = published(lang, tool.name), tool.read_text()
    assert file.dest_uri == tool.name
    assert f'\nBOOK = "{ADDRESS[lang]}"\n' in file.content_string
    differs = [pair for pair in zip(text.splitlines(), file.content_string.splitlines(), strict=True) if len({*pair}) > 1]
    assert len(differs) == 1
    assert compile(file.content_string, tool.name, "exec")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_has_a_link_that_saves(lang):
    assert "](contract.py){ download }" in (ROOT / "docs" / lang / "contract.md").read_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_explains_each_promise(lang):
    file = (ROOT / "docs" / lang / "contract.md").read_text()
    promises = re.findall(r'(?m)^def (\w+)\(case\):\n    """Keras: ', downloads.CONTRACT.read_text())
    assert len(promises) > 20
    assert re.findall(r"(?m)^\| \[`([a-z0-9-]+)`\]", file) == [promise.replace("_", "-") for promise in promises]


@pytest.mark.parametrize("text", ["", 'BOOK = "a"\nBOOK = "b"\n'])
def test_a_file_without_one_address_is_refused(text, tmp_path):
    tool = tmp_path / "contract.py"
    tool.write_text(text)
    with pytest.raises(SystemExit, match="contract.py: [02] lines begin with BOOK"):
        downloads.addressed(tool, "https://example.org/")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("tool", downloads.TOOLS, ids=lambda tool: tool.name)
def test_a_tool_is_published_and_some_page_has_the_link_that_saves_it(lang, tool):
    assert tool in downloads.ADDRESSED or published(lang, tool.name).content_string == tool.read_text()
    assert any(f"]({tool.name}){{ download }}" in page.read_text() for page in pages(lang))
