"""Joins the two books: one build writes both, and every page knows its twin.

Only what a Markdown extension or a template cannot do stands here. It replaces
mkdocs-static-i18n, which breaks notebooks, search per language and the 404 page.
"""
import re
from functools import partial
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from pymdownx.snippets import SnippetMissingError

from stepper.fence import FENCE, SNIPPETS

ROOT = Path(__file__).parent
KEPT = ["markdown", "meta", "content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors"]  # what Page.render sets
BOOKS = {"ko": ("한국어", ""), "en": ("English", "en/")}


def on_config(config):
    if not config.site_url:
        raise SystemExit("site_url is empty: set SITE_URL to the address of the site, for example https://example.org/book/")
    if not config.site_url.endswith("/"):
        config.site_url += "/"
    # Not in YAML, which would not find their modules.
    config.mdx_configs["pymdownx.superfences"] = {"custom_fences": [FENCE, {"name": "*", "class": "highlight", "format": painted}]}
    # What the listing printed when the checks ran it, so that no version is typed.
    config.extra["versions"] = (ROOT / "snippets/index/versions.out").read_text().strip()
    config.extra["home"] = config.site_url.removesuffix(BOOKS[config.theme["language"]][1])


def painted(source, language, css_class, options, md, *, known={}, **marks):
    """A listing with its colours, painted once for both books and for every edit in serve."""
    if (source, language) not in known:
        known[source, language] = md.preprocessors["fenced_code_block"].highlight(source, language, options, md, **marks)
    return known[source, language]


def on_nav(nav, config, files):
    for part in nav.items:
        part.title = config.extra["parts"].get(part.title, part.title)


def on_env(env, config, files):
    # MkDocs compiles Material's templates anew for each book and each build: a third of a build's time.
    compiled = ROOT / ".cache/templates"
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(compiled))


def on_files(files, config):
    files.state = sorted(files.src_uris), [(path, path.stat().st_mtime_ns) for path in SNIPPETS.rglob("*")]


@event_priority(-200)  # after labs.py has said how it renders a notebook
def on_pre_page(page, config, files):
    page.render = partial(render, page, page.render)


def render(page, afresh, config, files, *, known={}):
    """Serve renders the pages that changed, and the others when a listing or the list of pages did: half of an edit's time."""
    read = page.file.content_bytes, files.state, config.mdx_configs
    if known.get(page.file.abs_dest_path, [None])[0] != read:
        try:
            afresh(config, files)
        except SnippetMissingError as error:
            raise PluginError(missing(Path(page.file.abs_src_path), error)) from None
        known[page.file.abs_dest_path] = read, {name: getattr(page, name) for name in KEPT}
    vars(page).update(known[page.file.abs_dest_path][1])
    page.links_to_anchors = {files.get_file_from_path(to.src_uri): links for to, links in (page.links_to_anchors or {}).items()}


def missing(page: Path, error: SnippetMissingError) -> str:
    """Where a page includes what does not exist."""
    path = re.search("'(.+)'", str(error))[1]
    line = page.read_text().split(path)[0].count("\n") + 1
    return f"{page.relative_to(ROOT)}:{line}: snippets/{path} does not exist; write it, or run make record"


def alternate(context, page, config, nav):
    config.extra["alternate"] = [
        {"lang": lang, "name": name, "link": config.extra["home"] + folder + page.url.removeprefix("./")}
        for lang, (name, folder) in BOOKS.items()
    ]


@event_priority(100)  # before the search plugin, which reads every tag, and keeps none of these: half of its time
def bare(context, page, config, nav):
    page.coloured = page.content
    page.content = re.sub(r'(?s)<details class="stepper".*?</details>|<figure class="plot".*?</figure>|</?span\b[^>]*>', "", page.content)


@event_priority(-100)
def coloured(context, page, config, nav):
    page.content = page.coloured


on_page_context = CombinedEvent(alternate, bare, coloured)


def on_post_build(config):
    if config.theme["language"] == "ko":
        build(load_config(
            str(ROOT / "mkdocs.en.yml"), strict=config.strict,
            site_url=config.site_url + "en/", site_dir=str(Path(config.site_dir, "en")),
        ))
