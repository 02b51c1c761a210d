"""What the build writes beside the pages: their Markdown, notebooks and programs, and what leads machines to them."""
from pathlib import Path

import nbformat
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data

from book import SNIPPETS, since
from book.downloads import ADDRESSED, RECIPES
from book.exports import changed
from book.exports.markdown import Writer
from book.exports.notebook import cells, notebook
from book.here import site as here
from book.path import page_of

FILES = {}     # those of each book, by the folder that it is built to
PROGRAMS = {}  # the names of those that pages show, by what they hold


def gathered(env, config, files):
    """Before the pages are written: all of their addresses, and when each changed, for theme/sitemap.xml."""
    FILES[config.site_dir] = files
    folder = Path(config.docs_dir)
    config.extra["changed"] = {
        file.src_uri: changed.day(f"docs/{folder.name}/{file.src_uri}", (folder / file.src_uri).read_text()) for file in files.documentation_pages()}


def ordered(nav, part=""):
    """(its part, the page) as the menu of the book lists them."""
    for entry in nav:
        if isinstance(entry, dict):
            for name, below in entry.items():
                yield from ordered([below] if isinstance(below, str) else below, part or name)
        else:
            yield part, entry


def beside(file, suffix: str) -> str:
    """The address of what stands beside a page, from the top of its book."""
    return file.dest_uri.removesuffix("html") + suffix if suffix == "md" else str(Path(file.dest_uri).with_name(f"{file.name}.{suffix}"))


def found(config):
    """At the start of a build of both books."""
    if config.theme["language"] == "ko":
        PROGRAMS.clear()
        for file in sorted(SNIPPETS.glob("*/*.py")):
            if file not in ADDRESSED:  # published with this book's address in them
                PROGRAMS.setdefault(file.read_text().strip("\n"), []).append(str(file.relative_to(SNIPPETS)))


def linked(source, language, css_class, options, md, **more):
    """A listing with the link that saves its file."""
    html = here.marked(source, language, css_class, options, md, **more)
    if language != "python" or not (names := PROGRAMS.get(source.strip("\n"))):
        return html
    page = page_of(md)
    name = next((each for each in names if each.startswith(f"{page.file.name}/")), names[0])
    way = get_relative_url(name, page.config.extra["folder"] + page.file.url)
    return f'{html.rstrip().removesuffix("</div>")}<a class="file" href="{way}" title="{Path(name).name}" download></a></div>\n'


def exported(file, writer, *, known={}) -> str:
    """The Markdown of one page, written with its notebook; serve makes those again that changed."""
    site, page = Path(writer.config.site_dir), file.src_uri
    lab = not page.endswith(".md")
    source = Path(file.abs_src_path).read_text() if lab else get_data(file.content_string)[0]
    read = source, getattr(FILES[str(site)], "state", None), writer.config.site_url
    if known.get(file.abs_dest_path, [None])[0] != read:
        executed = nbformat.reads(source, nbformat.NO_CONVERT).cells if lab else None
        parts = writer.lab(executed) if lab else writer.parts(since.marked(source, writer.lang), page)
        taken = notebook(executed if lab else list(cells(parts)), writer.config.extra["versions"], writer.config.site_url)
        known[file.abs_dest_path] = read, writer.text(parts, page), taken
    _, text, taken = known[file.abs_dest_path]
    put(site / beside(file, "md"), text)
    put(site / beside(file, "ipynb"), taken)
    return text


def put(path: Path, text: str) -> None:
    try:
        path.write_text(text)
    except FileNotFoundError:
        path.parent.mkdir(parents=True)
        path.write_text(text)


def written(config):
    files = FILES[config.site_dir]
    writer = Writer(config, {file.src_uri: file.url.removeprefix("./") for file in files})
    index, whole, begun = [f"# {config.site_name}", "", f"> {config.site_description}"], [], None
    for part, page in ordered(config.nav):
        if not (file := files.get_file_from_path(page)):
            continue  # MkDocs names what the menu has and the folder has not
        whole.append(exported(file, writer))
        if part != begun:
            index += ["", f"## {config.extra['parts'].get(part, part)}", ""]
            begun = part
        index.append(f"- [{file.page.title}]({config.site_url}{beside(file, 'md')}): {file.page.meta.get('description', '')}")
    put(Path(config.site_dir, "llms.txt"), "\n".join(index) + "\n")
    put(Path(config.site_dir, "llms-full.txt"), "\n".join(whole))
    if config.theme["language"] == "ko":
        for text, names in PROGRAMS.items():  # once for both books: a program has no language
            for name in names:
                if (SNIPPETS / name).parent != RECIPES:  # published as book/downloads.py says
                    put(Path(config.site_dir, name), text + "\n")
        maps = "".join(f"Sitemap: {config.site_url}{folder}sitemap.xml\n" for folder in ("", "en/"))
        put(Path(config.site_dir, "robots.txt"), f"User-agent: *\nAllow: /\n\n{maps}")
