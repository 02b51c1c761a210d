"""The labs: pages like any other, whose plots everybody can read, and which run when their code does, and only then."""
import logging
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path, PosixPath

import jupytext
import nbformat
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from book import ROOT, kept, notebooks, pages
from book.listings import MACHINE
from book.pages import FOLDERS, LANGUAGES
from tests import test_language, test_site
from tests.several import none_of

LABS = pages.labs("ko")
BOTH = [(lang, lab) for lang in LANGUAGES for lab in LABS]
ADDRESS = re.compile(r"ipykernel_\d|0x[0-9a-f]{6}")


class Prose(PosixPath):
    """A lab's file, which reads as a page: comments without their signs, alt texts, and empty lines for code."""

    def read_text(self):
        lines = Path(self).read_text().splitlines()
        return "\n".join(re.sub(r"^# %%.*?(?:alt=\"(.*)\")?$|^# ?|^[^#].*$", r"\1", line) for line in lines) + "\n"


def source(lang, lab):
    return ROOT / "docs" / lang / f"{lab}.py"


def cells(lang, lab):
    return [(cell.cell_type, cell.source) for cell in jupytext.read(source(lang, lab)).cells]


@pytest.mark.first
@pytest.mark.parametrize("lab", LABS)
def test_a_lab_can_be_executed(lab):
    """The build would do it; here several are at it at a time."""
    executed = notebooks.executed(source("ko", lab))
    assert any(cell.get("outputs") for cell in executed.cells)


def test_every_lab_has_its_twin():
    assert pages.labs("ko") == pages.labs("en") and LABS


@pytest.mark.parametrize("lab", LABS)
def test_twins_have_one_code(lab):
    for (kind, korean), (other, english) in zip(cells("ko", lab), cells("en", lab), strict=True):
        assert kind == other and (kind != "code" or korean == english), f"{lab}: this code is in one language only:\n{korean}\n---\n{english}"


@pytest.mark.parametrize("lang, lab", BOTH)
def test_a_lab_is_written_as_a_page_is(lang, lab):
    page = Prose(source(lang, lab))
    none_of(test_language.addressed_in_english_and_described(page))
    none_of({"ko": test_language.politely_korean, "en": test_language.plainly_english}[lang](page))
    limit = {"ko": 10, "en": 16}[lang]
    assert statistics.median(len(each.split()) for each in test_language.sentences(page)) <= limit, f"{lab}: long sentences"
    for kind, code in cells(lang, lab):
        for line in code.splitlines() if kind == "code" else []:
            assert not re.search(r"[가-힣]|^\s*#", line), f"{lab}: a human language in code: {line}"
            assert len(line) <= 80, f"{lab}: {len(line)} characters; 80 fit the page: {line}"


@pytest.mark.parametrize("lang, lab", BOTH)
def test_a_lab_shows_all_its_cells_and_words_for_every_plot(lang, lab, site):
    article = test_site.read(site, lang, lab).article
    code = [cell for cell in jupytext.read(source(lang, lab)).cells if cell.cell_type == "code"]
    shown = [block.get_text().strip() for block in article.select(".language-python pre")]
    assert shown == [cell.source.strip() for cell in code], f"{lang}/{lab}: the page does not show the cells of its lab"
    plots = article.select("figure.plot > svg")
    assert [plot["aria-label"] for plot in plots] == [cell.metadata.alt for cell in code if "alt" in cell.metadata], f"{lang}/{lab}: a plot without alt text"
    for plot in plots:
        assert len(plot["aria-label"]) > 40 and bool(re.search("[가-힣]", plot["aria-label"])) == (lang == "ko"), plot["aria-label"]
        assert not re.search("[가-힣]", plot.get_text())
        assert "#000000" not in str(plot), f"{lang}/{lab}: black ink does not show in the dark"


@pytest.mark.parametrize("lang, lab", BOTH)
def test_the_notebook_can_be_taken_away(lang, lab, site):
    folder = site / FOLDERS[lang] / lab
    link = test_site.read(site, lang, lab).select_one(".away a[download]")
    assert link.text
    notebook = nbformat.read(folder / link["href"], nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert [cell.source for cell in notebook.cells if cell.cell_type == "code" and not cell.source.startswith("%")] == [text for kind, text in cells(lang, lab) if kind == "code"]
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert not re.search(r"\{ #|\]\((?!https?://)", prose), "a heading id or a link that only the site understands"
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert outputs
    for output in outputs:
        assert output.get("name") != "stderr", f"{lang}/{lab} warns: {output.text}"
        for rule in (MACHINE, ADDRESS):
            assert not rule.search(output.get("text", "")), f"{lang}/{lab} prints what is so on one machine only: {output.text}"


SMALL = pytest.mark.kept("book/notebooks.py", "book/kept.py", "book/environment.py", "theme/.notebook/**/*")
FIRST = """# ---
# description: A lab.
# ---

# %% [markdown]
# # One { #one }
# It is [two](two.py#two).

# %%
print("one", 1 < 2)

# %% alt="A line."
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.title("a < b");
"""
SECOND = "# %% [markdown]\n# # Two { #two }\n# [One](../index.md)\n\n# %%\nprint(2)\n"


@pytest.fixture
def small(tmp_path, caplog, monkeypatch):
    """A book of two small labs, and what executes when it is built."""
    monkeypatch.setattr("book.kept.CACHE", tmp_path / ".cache")
    monkeypatch.setattr("book.kept.machine", lambda: kept.digest(*map(str, tmp_path.glob("*.dist-info"))))
    labs = tmp_path / "docs/labs"
    labs.mkdir(parents=True)
    (tmp_path / "docs/index.md").write_text("# Home\n[One](labs/one.py)\n")
    (labs / "one.py").write_text(FIRST)
    (labs / "two.py").write_text(SECOND)
    (tmp_path / "hooks.py").write_text("""
from mkdocs.plugins import event_priority
from book.notebooks import as_markdown, executed_labs, taken_away
on_files, on_pre_page, on_post_page = map(event_priority(-100), (executed_labs, as_markdown, taken_away))
""")
    (tmp_path / "mkdocs.yml").write_text("""
site_name: Small
site_url: http://localhost/
theme: mkdocs
hooks: [hooks.py]
plugins: {mkdocs-jupyter: {ignore: ["*.md"], cache: false}}
markdown_extensions: [attr_list, pymdownx.superfences]
validation: {links: {not_found: warn, anchors: warn}}
""")

    def executes(**settings):
        caplog.clear()
        with caplog.at_level(logging.INFO, "mkdocs.labs"):
            build(load_config(str(tmp_path / "mkdocs.yml"), strict=True, **settings))
        return [message for name, _, message in caplog.record_tuples if name == "mkdocs.labs"]

    return labs, executes, tmp_path


def edit(file, old, new):
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def fails(root, fault):
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=root, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True, capture_output=True)
    assert built.returncode == 1 and fault in built.stderr, built.stderr[-2000:]


@SMALL
def test_only_code_that_changed_is_executed(small):
    labs, executes, root = small
    assert executes() == ["labs/one: cell 1 of 2", "labs/one: cell 2 of 2", "labs/two: cell 1 of 1"]
    page, notebook = root / "site/labs/one/index.html", root / "site/labs/one/one.ipynb"
    first, taken = page.read_text(), notebook.read_text()
    assert "one True" in first and 'aria-label="A line."' in first and ">a &lt; b</text>" in first
    assert 'id="one"' in first and 'href="../two/#two"' in first
    assert executes() == []
    assert (page.read_text(), notebook.read_text()) == (first, taken), "kept outputs give another page or notebook than new ones"
    edit(labs / "one.py", "# It is", "# It surely is")
    edit(labs / "one.py", "A line.", "A straight line.")
    assert executes() == []
    assert "It surely is" in page.read_text() and "A straight line." in page.read_text()
    edit(labs / "two.py", "print(2)", "print(2 + 2)")
    assert executes() == ["labs/two: cell 1 of 1"]
    assert ">4<" in (root / "site/labs/two/index.html").read_text()
    twin = root / "twin/labs/two.py"
    twin.parent.mkdir(parents=True)
    twin.write_text("# %% [markdown]\n# # 둘 { #two }\n\n# %%\nprint(2 + 2)\n")
    assert executes(docs_dir=str(root / "twin")) == [], "a twin with the same code executes it again"
    assert ">4<" in (root / "site/labs/two/index.html").read_text()
    edit(labs / "one.py", "It surely is", "It is")
    edit(labs / "one.py", "A straight line.", "A line.")
    shutil.rmtree(root / ".cache")
    assert executes()
    assert page.read_text() == first, "two executions give two pages"


@SMALL
def test_what_is_installed_is_a_part_of_the_code(small):
    labs, executes, root = small
    (labs / "one.py").write_text(SECOND)
    (labs / "two.py").unlink()
    (root / "keras-3.0.dist-info").mkdir()
    assert executes() and not executes()
    (root / "keras-3.0.dist-info").rename(root / "keras-3.1.dist-info")
    assert executes() == ["labs/one: cell 1 of 1"]


@SMALL
def test_a_kept_text_that_is_not_whole_is_not_believed(small):
    labs, executes, root = small
    (labs / "two.py").unlink()
    edit(labs / "one.py", "It is [two](two.py#two).", "It is one.")
    assert executes()
    page = (root / "site/labs/one/index.html").read_text()
    for kind, executed in (("labs", 2), ("lab pages", 0)):
        [file] = (root / ".cache" / kind).iterdir()
        for harm in ("", file.read_text()[:200], file.read_text().replace("one", "two")):
            file.write_text(harm)
            assert len(executes()) == executed, f"{kind}: {harm[:80]!r} was believed"
            assert (root / "site/labs/one/index.html").read_text() == page


@SMALL
@pytest.mark.parametrize("code, fault", [
    ("1 / 0", "labs/one.py:12: cell 1 of 2 fails: ZeroDivisionError: division by zero"),
    ("print(", "labs/one.py:12: cell 1 of 2 fails: "),
    ("import os; os._exit(1)", "labs/one.py:10: cell 1 of 2 fails: DeadKernelError"),
], ids=["an error", "no Python", "the end of the kernel"])
def test_a_failing_cell_fails_the_build_and_says_where(code, fault, small):
    labs, _, root = small
    edit(labs / "one.py", 'print("one", 1 < 2)', f"fine = True\n\n{code}")
    fails(root, fault)


@SMALL
@pytest.mark.parametrize("link, fault", [("../index.md#three", "#three"), ("../three.md", "three.md")])
def test_the_links_of_a_lab_are_checked(link, fault, small):
    labs, _, root = small
    (labs / "one.py").write_text(SECOND.replace("../index.md", link))
    fails(root, fault)
