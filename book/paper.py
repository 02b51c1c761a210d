"""The path as a PDF, in both languages: the pages of the part Learn one after another, printed by Chromium.

`python -m book.paper` (`make pdf`) writes dist/learn-ko.pdf and dist/learn-en.pdf of what `make build` wrote. Links between these pages lead
within the PDF, and the headings are its outline.
"""
import posixpath
import re
import sys
from pathlib import Path

from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from book import ROOT, browser
from book.path import path
from book.twins import BOOKS

ARTICLE = re.compile(r"(?s)<article\b[^>]*>(.*)</article>")
LINK = re.compile(r'(?<=href=")(?!https?:)([^"#]*)(?:#([^"]*))?(?=")')
PUT = "html => { document.querySelector('article').innerHTML = html }"


def chapter(site: Path, name: str, names: list[str], address: str) -> str:
    """A page with ids of its own, and links that lead to where it stands now."""
    folder = name.removesuffix("index")
    html = ARTICLE.search((site / folder / "index.html").read_text())[1]

    def link(found):
        to = posixpath.normpath(posixpath.join(folder, found[1])) if found[1] else folder or "."
        chapter = "index" if to == "." else to
        if chapter in names:
            return f"#{chapter}--{found[2] or ''}"
        return address + ("" if to == "." else to + "/" * found[1].endswith("/")) + (f"#{found[2]}" if found[2] else "")

    html = re.sub(r'(?<=\bid=")|(?<=\burl\(#)', f"{name}--", LINK.sub(link, html))
    html = re.sub(r'(?<=aria-labelledby=")[^"]+', lambda ids: " ".join(f"{name}--{each}" for each in ids[0].split()), html)
    return f'<section id="{name}--" style="break-before: page">{html}</section>'


def printed(chromium, site: Path, lang: str, target: Path) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    book = site / BOOKS[lang][1]
    names = [file.removesuffix(".md") for file in path(config)]
    page = chromium.new_page()
    page.goto((book / "index.html").as_uri())
    page.evaluate(PUT, "".join(chapter(book, name, names, config.site_url + BOOKS[lang][1]) for name in names))
    page.pdf(path=str(target), format="A4", outline=True, tagged=True)
    page.close()


def main() -> None:
    (ROOT / "dist").mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        chromium = browser.launch(playwright)
        for lang in BOOKS:
            target = ROOT / f"dist/learn-{lang}.pdf"
            printed(chromium, ROOT / "site", lang, target)
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 2**20:.1f} MiB")
        chromium.close()


if __name__ == "__main__":
    sys.exit(main())
