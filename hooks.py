"""Joins the two books: one build writes both, and every page knows its twin.

Only what a Markdown extension or a template cannot do stands here. It replaces
mkdocs-static-i18n, which breaks notebooks, search per language and the 404 page.
"""
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.commands.build import build
from mkdocs.config import load_config

from stepper.fence import FENCE

ROOT = Path(__file__).parent
BOOKS = {"ko": ("한국어", ""), "en": ("English", "en/")}


def on_config(config):
    if not config.site_url:
        raise SystemExit("site_url is empty: set SITE_URL to the address of the site, for example https://example.org/book/")
    if not config.site_url.endswith("/"):
        config.site_url += "/"
    config.mdx_configs["pymdownx.superfences"] = {"custom_fences": [FENCE]}  # in YAML, its module would not be found
    # What the listing printed when the checks ran it, so that no version is typed.
    config.extra["versions"] = (ROOT / "snippets/index/versions.out").read_text().strip()
    config.extra["home"] = config.site_url.removesuffix(BOOKS[config.theme["language"]][1])


def on_nav(nav, config, files):
    for part in nav.items:
        part.title = config.extra["parts"].get(part.title, part.title)


def on_env(env, config, files):
    # MkDocs compiles Material's templates anew for each book and each build: a third of a build's time.
    compiled = ROOT / ".cache/templates"
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(compiled))


def on_page_context(context, page, config, nav):
    config.extra["alternate"] = [
        {"lang": lang, "name": name, "link": config.extra["home"] + folder + page.url.removeprefix("./")}
        for lang, (name, folder) in BOOKS.items()
    ]


def on_post_build(config):
    if config.theme["language"] == "ko":
        build(load_config(
            str(ROOT / "mkdocs.en.yml"), strict=config.strict,
            site_url=config.site_url + "en/", site_dir=str(Path(config.site_dir, "en")),
        ))
