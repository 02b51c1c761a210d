"""The book in one file: every link leads to a file of it, and a browser reads, searches and changes language without any server."""
import re
import zipfile
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from book import offline
from tests.several import none_of

pytestmark = pytest.mark.kept("book/**/*", "docs/**/*", "snippets/**/*", "theme/**/*", "mkdocs*.yml")


def test_the_zip_is_a_whole_book(tmp_path, chromium):
    offline.packed(offline.built(tmp_path / "built"), tmp_path / "book.zip")
    with zipfile.ZipFile(tmp_path / "book.zip") as whole:
        whole.extractall(tmp_path)
    none_of(lost(tmp_path / offline.NAME))
    read(tmp_path / offline.NAME, chromium)


def lost(unzipped):
    """The links that lead to no file of it."""
    for page in unzipped.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in set(re.findall(r'<a\b[^>]*\bhref="([^"]*)"|<(?:img|script)\b[^>]*\bsrc="([^"]*)"', page.read_text())):
            to = urldefrag(urljoin(page.as_uri(), max(link)))[0]
            if to.startswith("file:") and not to.endswith("__palette") and not (unzipped / unquote(to.removeprefix(unzipped.as_uri() + "/"))).is_file():
                yield f"{page.relative_to(unzipped)} leads to {max(link)}, which is no file"
            if to.startswith("http://localhost"):
                yield f"{page.relative_to(unzipped)} leads to {to}, which is a server's"


def read(unzipped, chromium):
    """As a reader on a train: searches, follows, changes the language, and is told about Run."""
    with chromium.new_context() as context:
        page, asked, said = context.new_page(), [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: said.append(str(error)))
        for start, word, twin in (("index.html", "손실함수", "en"), ("en/index.html", "learning rate", "ko")):
            page.goto((unzipped / start).as_uri())
            page.locator(".md-search__input").click()
            page.locator(".md-search__input").fill(word)
            page.evaluate("document.querySelector('.md-search__input').dispatchEvent(new Event('keyup'))")
            page.locator(".md-search-result__link").first.click()
            page.wait_for_url(re.compile(r"\?h="))
            here = page.evaluate("location.pathname")
            page.goto(page.evaluate(f"document.querySelector('.md-select__link[hreflang={twin}]').href"))
            assert page.evaluate("location.pathname").replace("/en/", "/") == here.replace("/en/", "/") and page.evaluate("document.documentElement.lang") == twin
        page.goto((unzipped / "en/build.html").as_uri())
        if page.locator(".here-run").count():
            page.locator(".here-run").first.click()
            page.get_by_text("python -m http.server").wait_for()
        assert not page.get_by_text("Copy page").count(), "it can't read its Markdown here"
        assert not [url for url in asked if not url.startswith(("file:", "data:"))] and not said, said
