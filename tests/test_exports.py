"""The book to take away: Markdown that a stock tool agrees with, notebooks that open and run, files, and what leads there."""
import dataclasses
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from pytest_codeblocks import extract_from_file

from book import ROOT, SNIPPETS, downloads, kept
from book.environment import clean
from book.exports import changed
from book.exports.markdown import ELSEWHERE, RAISES, SKIPPED
from book.pages import FOLDERS, LANGUAGES, config, labs, listings, names
from tests.several import none_of

PAGES = [name.removesuffix(".md").removesuffix("index") for name in names("ko")]
BOTH = [(lang, page) for lang in LANGUAGES for page in [*PAGES, *labs("ko")]]
HALVES = {"first half": PAGES[::2], "labs": labs("ko"), "second half": PAGES[1::2]}  # two workers take two tests at a time
SMALL = ["build", "config"]  # notebooks whose programs take no more than a moment


def source(lang, page):
    return ROOT / "docs" / lang / f"{page or 'index'}.md"


def markdown(site, lang, page):
    return site / FOLDERS[lang] / page / "index.md"


def notebook(site, lang, page):
    return site / FOLDERS[lang] / page / f"{Path(page).name or 'index'}.ipynb"


LEFT = re.compile(r"--8<--|\?\?\?|\{ [#.]|\{ download \}|</?(?:div|svg|path)\b|^ *```(?:stepper|shapes|drawn|recipes)", re.M)


def unfit(site, lang, page):
    """What of a page's Markdown only this site would understand."""
    text = markdown(site, lang, page).read_text()
    prose = re.sub(r"(?ms)^(`{3,})[^\n]*\n.*?^\1$|^    .*?$|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)", "", text)
    if found := LEFT.search(prose):
        yield f"{lang}/{page}: index.md has {found[0]!r}"
    home = config("ko").site_url
    for link in re.findall(r"\]\(([^)\s]*)\)", prose):
        to = link.partition("#")[0]
        if not re.match("[a-z]+:", link):
            yield f"{lang}/{page}: index.md has a link that is not absolute: {link}"
        elif to.startswith(home) and not any((site / to.removeprefix(home) / end).is_file() for end in ("", "index.html")):
            yield f"{lang}/{page}: index.md leads to {link}, which is nowhere on the site"


def test_a_page_as_markdown_needs_nothing_of_this_site(site):
    none_of(fault for lang, page in BOTH for fault in unfit(site, lang, page))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_as_markdown_has_all_programs_and_records_and_says_which_raise(lang, site):
    found = []
    for page in PAGES:
        text = markdown(site, lang, page).read_text()
        blocks = re.findall(rf"(?ms)^({re.escape(RAISES)})?```python\n(.*?)\n```$", text)
        wanted = [(bool(each.included.stem.startswith("fails_")), each.code) for each in listings(source(lang, page))]
        if [(bool(raises), code) for raises, code in blocks] != wanted:
            found.append(f"{lang}/{page}: index.md has {len(blocks)} programs, {sum(bool(raises) for raises, _ in blocks)} that must raise; the page has others")
        for fence in listings(source(lang, page)):
            record = fence.included.with_suffix(".out").read_text().strip("\n")
            if record not in text:
                found.append(f"{lang}/{page}: index.md lacks what {fence.included.name} printed")
        if len(re.findall(r"(?m)^> (?:Picture|그림): .{20}", text)) != len(re.findall(r"(?m)^```(?:shapes|drawn)|<svg", source(lang, page).read_text())):
            found.append(f"{lang}/{page}: index.md has a picture without words")
    none_of(found)


def test_a_stepper_as_markdown_is_a_list_of_its_steps_with_the_captions(site):
    text = markdown(site, "en", "build").read_text()
    steps = json.loads((SNIPPETS / "build/lazy.steps.json").read_text())["steps"]
    begun = text[text.index("**Step through it: lazy.py**"):]
    assert re.findall(r"(?m)^(\d+)\. ", begun)[:len(steps) + 1] == [*map(str, range(1, len(steps) + 1)), "1"]
    assert "`build()`. What it receives is a shape, and no tensor.\n   `self`: `layer`, `input_shape`: `(6, 3)`" in begun
    assert "*`built` is `False`. What is called first?*" in begun


STOCK = ["-m", "pytest", "--codeblocks", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-rpfExX", "--tb=short"]
SAID = re.compile(r"(?m)^(PASSED|XFAIL|XPASS|FAILED|ERROR) (\S*)index\.md::(line \d+)(?: - (.*))?")


def stock(site, pages):
    """What pytest-codeblocks says of each block of these pages, all in one process, with no code of ours; as README's line."""
    book = site / "en"
    with tempfile.TemporaryDirectory() as home:
        said = subprocess.run(
            [sys.executable, *STOCK, f"--rootdir={book}", "-o", f"pythonpath={book} {book / 'recipes'}", *(markdown(site, "en", page) for page in pages)],
            cwd=home, env=clean(home, MPLBACKEND="Agg", COLUMNS="400"), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout
        found = {page: [] for page in pages}
        for how, folder, line, why in SAID.findall(said):
            found[str(Path(home, folder).resolve().relative_to(book.resolve())).removeprefix(".")].append([how, line, why])
    assert re.search(r"\d+ (passed|xfailed|skipped)", said), said[-3000:]
    return {page: json.dumps(each) for page, each in found.items()}


def taken(site, page):
    """All that pytest-codeblocks takes of a page: it passes over the prose, and so does the key of what it said."""
    return [dataclasses.asdict(block) for block in extract_from_file(markdown(site, "en", page))]


@pytest.mark.parametrize("part", HALVES)
def test_stock_pytest_codeblocks_passes_over_the_published_pages(part, site):
    brought = [site / "en/contract.py", *(site / "en" / tool.name for tool in downloads.TOOLS), *sorted((site / "en/recipes").glob("*.py"))]
    made_of = {page: [taken(site, page), *brought] for page in HALVES[part]}
    found = []
    for page, said in kept.kept_together("stock", made_of, lambda pages: stock(site, pages)).items():
        text = markdown(site, "en", page).read_text()
        blocks = len(re.findall(r"(?m)(?<!cont-->\n)^```python$", text)) - (SKIPPED in text and page == "labs/ship-it") - text.count(ELSEWHERE)
        outcomes = json.loads(said)
        found += [f"en/{page}: the block at {line} {how}: {why}" for how, line, why in outcomes if how not in ("PASSED", "XFAIL")]
        raising = text.count(RAISES) - text.count(ELSEWHERE + RAISES)
        if [how for how, *_ in outcomes].count("XFAIL") != raising or len(outcomes) != blocks:
            found.append(f"en/{page}: {len(outcomes)} of {blocks} blocks were run, and {raising} must raise")
    none_of(found)


def test_every_notebook_opens_and_has_the_programs_with_what_they_printed(site):
    found = []
    for lang, page in BOTH:
        opened = nbformat.read(notebook(site, lang, page), nbformat.NO_CONVERT)
        nbformat.validate(opened)
        code = [cell for cell in opened.cells if cell.cell_type == "code"]
        first, *code = [cell for cell in code if not cell.source.startswith("%%writefile")] or [None]
        if first and not re.match(r'%pip install -q "keras>=[\d.]+" tensorflow', first.source):
            found.append(f"{lang}/{page}: the notebook's first cell installs nothing: {first.source[:60]}")
        if page.startswith("labs/"):
            continue
        programs = listings(source(lang, page))
        if [cell.source for cell in code] != [each.code for each in programs]:
            found.append(f"{lang}/{page}: the notebook has other programs than the page")
            continue
        for cell, each in zip(code, programs):
            record = each.included.with_suffix(".out").read_text()
            said = "".join(output.get("text") or "\n".join(output.traceback) for output in cell.outputs)
            if said.strip() != record.strip():
                found.append(f"{lang}/{page}: {each.included.name} printed something else than the notebook has")
            if ("raises-exception" in cell.metadata.get("tags", [])) != ("Traceback (most recent" in record and each.included.stem.startswith("fails_")):
                found.append(f"{lang}/{page}: {each.included.name} raises, or doesn't, and the notebook's tag says otherwise")
    none_of(found)


@pytest.mark.parametrize("page", SMALL)
def test_a_notebook_runs_and_prints_what_it_holds(page, site):
    taken = notebook(site, "en", page)

    def run():
        opened = nbformat.read(taken, nbformat.NO_CONVERT)
        with tempfile.TemporaryDirectory() as home:
            client = NotebookClient(opened, resources={"metadata": {"path": home}}, timeout=120, coalesce_streams=True)
            client.execute(env=clean(home), stderr=subprocess.DEVNULL)
        return json.dumps([[output for output in cell.outputs if output.get("name") != "stderr"] for cell in opened.cells if cell.cell_type == "code"][1:])

    def short(outputs):
        """What a page can promise: one kernel for all of its programs counts the layers of one class."""
        return [re.sub(r"_\d+'", "'", output.get("text", "").strip()) or output["ename"] for output in outputs]

    ran = json.loads(kept.kept("notebooks run", page, [taken], run))
    held = [cell.outputs for cell in nbformat.read(taken, nbformat.NO_CONVERT).cells if cell.cell_type == "code"][1:]
    for now, before in zip(ran, held, strict=True):
        assert short(now) == short(before)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_listing_has_a_link_that_saves_its_file(lang, site):
    found = []
    for page in PAGES:
        folder = site / FOLDERS[lang] / page
        saved = re.findall(r'<a class="file" href="([^"]+)" title="([^"]+)" download>', (folder / "index.html").read_text())
        wanted = [each.included for each in listings(source(lang, page))]
        if len(saved) != len(wanted) or any(name != Path(href).name for href, name in saved):
            found.append(f"{lang}/{page}: a listing has no link that saves it")
        found += [f"{lang}/{page}: {href} is not the file that is shown" for (href, _), each in zip(saved, wanted) if (folder / href).read_bytes() != each.read_bytes()]
    none_of(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_machines_are_led_to_every_page(lang, site):
    home, folder = config("ko").site_url + FOLDERS[lang], site / FOLDERS[lang]
    index, whole = (folder / "llms.txt").read_text(), (folder / "llms-full.txt").read_text()
    assert set(re.findall(r"\]\((\S+)\): \S", index)) == {f"{home}{page}{'/' * bool(page)}index.md" for of, page in BOTH if of == lang}
    assert (re.search("[가-힣]", index) is not None) == (lang == "ko")
    none_of(f"{lang}/{page} is not in llms-full.txt" for of, page in BOTH if of == lang and markdown(site, lang, page).read_text() not in whole)
    assert f"Sitemap: {home}sitemap.xml\n" in (site / "robots.txt").read_text()


def test_a_page_is_as_old_as_its_last_change_or_of_unknown_age(site, monkeypatch, tmp_path):
    for lang in LANGUAGES:
        dated = dict(re.findall(r"<loc>(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", (site / FOLDERS[lang] / "sitemap.xml").read_text()))
        for page in PAGES:
            file = source(lang, page)
            day = changed.day(str(file.relative_to(ROOT)), file.read_text())
            assert dated[config("ko").site_url + FOLDERS[lang] + page + "/" * bool(page)] == day
    days = changed.days.__wrapped__
    monkeypatch.setattr(changed, "days", lambda: {"docs/en/a.md": "2026-01-02", "snippets/a/b.py": "2026-03-04", "docs/en/c.md": "2026-05-06"})
    assert changed.day("docs/en/a.md", '--8<-- "a/b.py"') == "2026-03-04" and changed.day("docs/en/new.md", '--8<-- "a/b.py"') == ""
    monkeypatch.setattr(changed, "ROOT", tmp_path)
    assert days() == {}, "a copy without its history"
