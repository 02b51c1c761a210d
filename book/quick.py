"""What a build may skip because it was done before: in the other book, for another edit, in an earlier build.

Nothing here changes a page; tests/test_commands.py edits one under `serve` and waits for it.
"""
import re
from functools import partial
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import PluginError
from pymdownx.snippets import SnippetMissingError
from pymdownx.superfences import SuperFencesException

from book import ROOT, SNIPPETS, changes
from book.path import on_path, page_of
from book.terms import glossary

KEPT = ["markdown", "meta", "content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors"]  # what Page.render sets


def compiled_templates(env, config, files):
    """MkDocs compiles Material's templates anew for each book and each build: a third of a build's time."""
    compiled = ROOT / ".cache/templates"
    compiled.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(compiled))


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


def rendered_once(page, config, files):
    page.render = partial(render, page, page.render)


def render(page, afresh, config, files, *, known={}):
    """Serve renders the pages that changed, and the others when a listing, the glossary or the list of pages did: half of an edit's time."""
    read = page.file.content_bytes, files.state, config.mdx_configs
    if known.get(page.file.abs_dest_path, [None])[0] != read:
        try:
            afresh(config, files)
        except SnippetMissingError as error:
            raise PluginError(missing(Path(page.file.abs_src_path), error)) from None
        except SuperFencesException as error:  # its message names the place; MkDocs would add a traceback
            raise PluginError(str(error)) from None
        known[page.file.abs_dest_path] = read, {name: getattr(page, name) for name in KEPT}
    vars(page).update(known[page.file.abs_dest_path][1])
    page.links_to_anchors = {files.get_file_from_path(to.src_uri): links for to, links in (page.links_to_anchors or {}).items()}


def missing(page: Path, error: SnippetMissingError) -> str:
    """Where a page includes what does not exist."""
    path = re.search("'(.+)'", str(error))[1]
    line = page.read_text().split(path)[0].count("\n") + 1
    return f"{page.relative_to(ROOT)}:{line}: snippets/{path} does not exist; write it, or run make record"
