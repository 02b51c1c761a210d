"""What a build may skip because it was done before: in the other book, for another edit, in an earlier build.

Nothing here changes a page; tests/test_commands.py edits one under `serve` and waits for it.
"""
import base64
import logging
import pickle
import re
from functools import cache, partial
from pathlib import Path
from types import SimpleNamespace

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler
from pymdownx.snippets import SnippetMissingError
from pymdownx.superfences import SuperFencesException

from book import ROOT, SNIPPETS, changes, kept, recipes
from book.here.pack import packed
from book.path import on_path, page_of
from book.terms import glossary

RENDERED = {}  # {(language, page): (what it was made of, what Page.render sets)} of this process
EARLIER = {}   # the same of an earlier build, with a hash of what is the page's own: nothing else has changed since
PAGES = {*ROOT.glob("docs/*/*.md")} - {*ROOT.glob("docs/*/glossary.md")}  # every page tells what a term means, from the glossary
BEGUN = [  # when this process began: what changes while it builds is no part of the key. Pages by name only, for each has its own text in its key
    [str(path), None if path in PAGES else path.stat().st_mtime_ns] for path in sorted([*ROOT.glob("mkdocs*.yml"), *(
        path for folder in ("book", "docs", "snippets", "theme") for path in (ROOT / folder).rglob("*.*") if "__pycache__" not in path.parts)])]
WARNINGS = CountHandler(level=logging.WARNING)
logging.getLogger("mkdocs").addHandler(WARNINGS)
WRITTEN = set()  # the books of this process whose pages were written for the next
OWN = 3  # of what a page is made of: what stands in no key of the whole book
KEPT = ["markdown", "meta", "content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors"]  # what Page.render sets


def compiled_templates(env, config, files):
    """MkDocs compiles Material's templates anew for each book and each build: a third of a build's time."""
    compiled = ROOT / ".cache/templates"
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(compiled))


def composed_once(env, config, files, *, known={}):
    """Serve puts a page into the template again, and into the search index, when it or what stands around it changed: half of an edit's time."""
    around = [(str(path), path.stat().st_mtime_ns) for path in (ROOT / "theme").rglob("*.*")], str(config.extra), str(config.theme)
    get, index = env.get_template, config.plugins["material/search"].search_index
    add = index.add_entry_from_context

    def same(kind, page, make, *read):
        name, read = (kind, config.theme["language"], page.file.src_uri), (page.content, page.title, str(page.meta), *read)
        if known.get(name, [None])[0] != read:
            known[name] = read, make()
        return known[name][1]

    def template(name, *more, **named):
        found, page = get(name, *more, **named), config._current_page
        if name != "main.html" or page is None:
            return found
        return SimpleNamespace(render=lambda context: same("template", page, lambda: found.render(context), around, menu(context["nav"])))

    @cache
    def menu(nav):
        return str(nav)

    def entries(page):
        before, index.entries = index.entries, []
        add(page)
        found, index.entries = index.entries, before
        return found

    env.get_template = template
    index.add_entry_from_context = lambda page: index.entries.extend(same("search", page, lambda: entries(page)))


def painted(source, language, css_class, options, md, *, known={}, **marks):
    """A listing with its colours, painted once for both books and for every edit in serve."""
    if (source, language) not in known:
        known[source, language] = md.preprocessors["fenced_code_block"].highlight(source, language, options, md, **marks)
    if language != "python":
        return known[source, language]
    md.listings = [*getattr(md, "listings", []), source.strip("\n").split("\n")]  # MkDocs has a new `md` for each page
    if not on_path(md):
        return known[source, language]
    return changes.shown(source, known[source, language], md.listings[:-1], page_of(md).config.theme["language"])


def seen(files, config):
    read = [*SNIPPETS.rglob("*"), glossary(config.theme["language"])]
    files.state = sorted(files.src_uris), [(str(path), path.stat().st_mtime_ns) for path in read]
    lang = config.theme["language"]
    if lang not in EARLIER:  # serve has rendered all when it builds again
        file, key = book_of(config)
        said, _, pages = (kept.read(file) or "").partition("\n")
        EARLIER[lang] = pickle.loads(base64.b64decode(pages)) if said == key else {}


def book_of(config) -> tuple[Path, str]:
    """Where the rendered pages of this book are kept, and a key of all that they are made of."""
    said = [config.site_url, config.extra["home"], config.extra["source"], str(packed())]
    return kept.CACHE / "rendered" / f"{config.theme['language']}-{config.use_directory_urls}", kept.digest(kept.machine(), BEGUN, said)


def kept_for_the_next(config):
    """The pages of the first build of this process, if it went without a warning: a page from before would not warn again."""
    lang, heard = config.theme["language"], logging.getLogger("mkdocs").isEnabledFor(logging.WARNING)  # not with -q
    if heard and not WARNINGS.get_counts() and lang not in WRITTEN:
        WRITTEN.add(lang)
        pages = {page: (kept.digest(*read[:OWN]), values) for (of, page), (read, values) in RENDERED.items() if of == lang}
        if {page: own for page, (own, _) in pages.items()} != {page: own for page, (own, _) in EARLIER[lang].items()}:
            file, key = book_of(config)
            kept.write(file, f"{key}\n{base64.b64encode(pickle.dumps(pages)).decode()}")


def rendered_once(page, config, files):
    page.render = partial(render, page, page.render)


def render(page, afresh, config, files):
    """Serve renders the pages that changed, and the others when a listing, the glossary or the list of pages did: half of an edit's time."""
    lang, read = config.theme["language"], (page.file.content_bytes, page.markdown, recipes.behind(page, config), files.state, config.mdx_configs)
    name, (before, values) = (lang, page.file.src_uri), EARLIER[lang].get(page.file.src_uri, ("", {}))
    if name not in RENDERED and before == kept.digest(*read[:OWN]):
        RENDERED[name] = read, values
    if RENDERED.get(name, [None])[0] != read:
        try:
            afresh(config, files)
        except SnippetMissingError as error:
            raise PluginError(missing(Path(page.file.abs_src_path), error)) from None
        except SuperFencesException as error:  # its message names the place; MkDocs would add a traceback
            raise PluginError(str(error)) from None
        page.links_to_anchors = {to.src_uri: links for to, links in (page.links_to_anchors or {}).items()}
        RENDERED[name] = read, {name: getattr(page, name) for name in KEPT}
    vars(page).update(RENDERED[name][1])
    page.links_to_anchors = {files.get_file_from_path(to): links for to, links in page.links_to_anchors.items()}


def missing(page: Path, error: SnippetMissingError) -> str:
    """Where a page includes what does not exist."""
    path = re.search("'(.+)'", str(error))[1]
    line = page.read_text().split(path)[0].count("\n") + 1
    return f"{page.relative_to(ROOT)}:{line}: snippets/{path} does not exist; write it, or run make record"
