"""Joins the two books: one build writes both, and every page knows its twin.

It replaces mkdocs-static-i18n, which breaks notebooks, search per language and the 404 page.
"""
import logging
import re
from operator import attrgetter
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

BOOKS = {"ko": ("한국어", ""), "en": ("English", "en/")}
ENGLISH = "mkdocs.en.yml"
TOP = "top:/"  # of both books, until the page is known; MkDocs' own relative links end at the top of one book


class Located(logging.Filter):
    """A warning of MkDocs' about a link says in which book and line it stands; MkDocs names the page only."""

    def __init__(self, docs: str):
        super().__init__()
        self.docs = Path(docs)

    def filter(self, record):
        said = re.match(r"Doc file '(?P<page>.+?)' contains .*?link '(?P<link>.+?)'", record.getMessage())
        if said and (page := self.docs / said["page"]).is_file():
            before = page.read_text().split(f"({said['link']}")[0]
            place = f"docs/{self.docs.name}/{said['page']}:{before.count(chr(10)) + 1}"
            record.msg, record.args = f"{place}: {record.getMessage()}", ()
        return True


LINKS = logging.getLogger("mkdocs.structure.pages")


def located(config):
    LINKS.filters[:] = [Located(config.docs_dir)]


def addressed(config):
    if not config.site_url:
        raise SystemExit("site_url is empty: set SITE_URL to the address of the site, for example https://example.org/book/")
    if config.extra["source"] and not config.extra["source"].startswith("https://"):
        raise SystemExit(f"REPO_URL is {config.extra['source']}: set it to the address of the source, for example https://example.org/book, or leave it out")
    config.extra["source"] = config.extra["source"].rstrip("/")
    if not config.site_url.endswith("/"):
        config.site_url += "/"
    config.extra["folder"] = BOOKS[config.theme["language"]][1]
    config.extra["home"] = config.site_url.removesuffix(config.extra["folder"])
    if not config.use_directory_urls:  # to be opened as files
        config.extra |= {"home": TOP, "homepage": "index.html"}  # of a folder, a browser would list the files


def in_its_language(nav, config, files):
    def name(parts):
        for part in filter(attrgetter("is_section"), parts):
            part.title = config.extra["parts"].get(part.title, part.title)
            name(part.children)
    name(nav.items)


def named_in_the_menu(html, page, config, files):
    """The menu has a page's short name, and its H1 stays a sentence."""
    page.title = page.meta.get("menu", page.title)


def alternate(context, page, config, nav):
    config.extra["alternate"] = [
        {"lang": lang, "name": name, "link": config.extra["home"] + folder + page.url.removeprefix("./")}
        for lang, (name, folder) in BOOKS.items()
    ]


def among_files(output, page, config):
    return output.replace(TOP, "../" * ((config.extra["folder"] + page.url).count("/")))


def second_book(config):
    if config.theme["language"] == "ko":
        build(load_config(
            str(Path(config.config_file_path).with_name(ENGLISH)), strict=config.strict, use_directory_urls=config.use_directory_urls,
            site_url=config.site_url + "en/", site_dir=str(Path(config.site_dir, "en")),
        ))
