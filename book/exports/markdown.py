"""A page as parts of plain Markdown: programs and records put in, links absolute, and each picture as its words.

It starts from the page's source, so it needs no builder but for the addresses of the pages.
"""
import html
import json
import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import markdown

from book import SNIPPETS
from book.drawn import picture as drawn
from book.listings import AWAY
from book.recipes import kinds, written
from book.shapes.fence import picture as shapes
from book.stepper.fence import captions, default, in_sight, place
from book.stepper.words import WORDS

INCLUDE = re.compile(r'--8<-- "([\w./-]+)"')
QUESTION = re.compile(r'\?\?\?\+? \w+ "(.*)"$')
FENCE = re.compile(r"(?ms)^(?P<ticks>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=ticks)`*$")
CODE = re.compile(r"(?s)((?<!`)(`+)(?!`).*?(?<!`)\2(?!`))")
ATTRIBUTES = re.compile(r" ?\{ (?:[#.][\w-]+|download) \}")
LINK = re.compile(r'(?<=\]\()[^)\s]+|(?<=href=")[^"]+')
DRAWING = re.compile(r"(?s)<div[^>]*>\s*<svg.*?</svg>\s*</div>|<div[^>]*>\s*</div>")
PICTURE = {"ko": "그림", "en": "Picture"}
RAISES = "<!--pytest.mark.xfail(strict=True)-->\n"  # pytest-codeblocks' own, and stricter than its older expect-error

NOTEBOOK = {
    "ko": "이 프로그램은 노트북에서만 돌아갑니다. 노트북이 셀의 글을 담아 두는 `In`을 읽기 때문입니다.",
    "en": "These cells run in a notebook only, because they read `In`, in which it keeps the text of its cells.",
}
ELSEWHERE = '<!--pytest.mark.skip(reason="needs an environment with what it imports")-->\n'
SKIPPED = '<!--pytest.mark.skip(reason="reads In, which only a notebook has")-->'


@dataclass
class Part:
    """A piece of prose or, with its file, a listing and what it printed."""
    text: str
    listing: Path | None = None
    record: str = ""
    said: str = ""  # the record in its fence

    @property
    def raises(self):
        return self.listing is not None and self.listing.stem.startswith("fails_")

    def __str__(self):
        if self.listing is None:
            return self.text
        return "\n\n".join(filter(None, [f"{ELSEWHERE * (self.listing in AWAY)}{RAISES * self.raises}```python\n{self.text}\n```", self.said]))


def expander(config):
    """pymdownx's own preprocessor, which puts the snippets in."""
    settings = {**config["mdx_configs"]["pymdownx.snippets"], "base_path": [str(SNIPPETS)]}
    return markdown.Markdown(extensions=["pymdownx.snippets"], extension_configs={"pymdownx.snippets": settings}).preprocessors["snippet"]


def opened(lines):
    """A question that opens becomes a bold line, and what it hides stands below it."""
    inside = False
    for line in lines:
        if found := QUESTION.match(line):
            inside = True
            yield f"**{found[1]}**"
        else:
            inside = inside and (not line.strip() or line.startswith("    "))
            yield line[4:] if inside else line


def words_of(picture: str) -> str:
    """What a picture says to who can't see it."""
    if found := re.search(r'aria-label="([^"]*)"', picture):
        return html.unescape(found[1])
    return ": ".join(html.unescape(" ".join(said.split())) for said in re.findall(r"(?s)<(?:title|desc)\b[^>]*>(.*?)</", picture)[:2])


def code(text: str) -> str:
    text = " ".join(text.split())
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def steps(name: str, body: str, lang: str) -> str:
    """The steps of a stepper, one a number: the line, what the page says of it, and what is new."""
    recorded, words = json.loads((SNIPPETS / f"{name}.steps.json").read_text())["steps"], WORDS[lang]
    told = {place(key, recorded): text for key, text in captions(body).items()}
    items = []
    for number, (step, (rows, _)) in enumerate(zip(recorded, in_sight(recorded, words))):
        question = told.get(number + 1, ("",))[0]
        items.append(f"{number + 1}. {code(step['code'])} {told.get(number, ('', ''))[1] or default(step, words)}" + f" *{question}*" * bool(question))
        if rows:
            items.append("   " + ", ".join(f"{row if said else code(row)}: {code(value)}" for row, value, said in rows))
    return "\n".join([f"**{words['title']}: {name.rpartition('/')[2]}.py**", "", *items])


class Writer:
    """Writes the pages of one book."""

    def __init__(self, config, addresses):
        self.config, self.lang, self.addresses = config, config.theme["language"], addresses
        self.expand = expander(config).run

    def absolute(self, link: str, page: str) -> str:
        path, sign, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            return link
        if path.endswith("/"):  # of raw HTML, which is relative to the page's address
            return urljoin(self.address(page), link)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        return self.address(target) + sign + anchor

    def address(self, file: str) -> str:
        return urljoin(self.config.site_url, self.addresses.get(file, file))

    def prose(self, text: str, page: str) -> str:
        text = DRAWING.sub(lambda drawing: f"> {PICTURE[self.lang]}: {words_of(drawing[0])}" if "<svg" in drawing[0] else "", text)
        pieces = CODE.split(text)  # between, code, ticks, between, …
        for i in range(0, len(pieces), 3):
            pieces[i] = LINK.sub(lambda link: self.absolute(link[0], page), ATTRIBUTES.sub("", pieces[i]))
        return re.sub(r"\n{3,}", "\n\n", "".join(piece for i, piece in enumerate(pieces) if i % 3 != 2)).strip()

    def picture(self, kind: str, rest: list[str], body: str, page: str) -> str:
        """What stands in a fence of ours, in words."""
        folder = page.removesuffix(".md")
        if kind == "stepper":
            return steps(f"{folder}/{rest[0]}", body, self.lang)
        if kind == "recipes":
            return "\n\n".join("\n".join([f"**{self.config.extra['parts'].get(name, name)}**", "", *map(self.recipe, pages)]) for name, pages in kinds(self.config))
        drawing = shapes(folder, rest[0], body, "values" in rest, self.lang) if kind == "shapes" else drawn(folder, rest[0], body)
        return f"> {PICTURE[self.lang]}: {words_of(drawing)}"

    def recipe(self, page: str) -> str:
        _, about = written(page, self.lang)
        return f"- [{about['menu']}]({page}): {about['description']}"

    def parts(self, source: str, page: str) -> list[Part]:
        """The page, by the name of its file; its source has no front matter."""
        text, found, end = "\n".join(opened(source.splitlines())), [], 0
        for fence in FENCE.finditer(text):
            found += self.between(text[end:fence.start()], page)
            end = fence.end()
            kind, *rest = fence["info"].split() or [""]
            if kind in ("stepper", "shapes", "drawn", "recipes"):
                found.append(Part(self.prose(self.picture(kind, rest, fence["body"], page), page)))
                continue
            body = "\n".join(self.expand(fence["body"].splitlines())).strip("\n")
            said = f"{fence['ticks']}{fence['info']}\n{body}\n{fence['ticks']}"
            if kind == "python":
                found.append(Part(body, SNIPPETS / INCLUDE.search(fence["body"])[1]))
            elif kind in ("output", "pytb") and found and found[-1].listing and not found[-1].said:
                found[-1].record, found[-1].said = body, said
            else:
                found.append(Part(said))
        return [*found, *self.between(text[end:], page)]

    def between(self, text: str, page: str) -> list[Part]:
        text = self.prose("\n".join(self.expand(text.splitlines())), page)
        return [Part(text)] if text else []

    def lab(self, cells) -> list[Part]:
        """The parts of an executed notebook; a cell goes on where the one above ended."""
        alone = any(re.search(r"\bIn\b", cell.source) for cell in cells if cell.cell_type == "code")
        found, begun = [], False
        for cell in cells:
            if cell.cell_type == "markdown":
                found.append(Part(cell.source))
            elif cell.cell_type == "code":
                mark = "<!--pytest-codeblocks:cont-->\n" if begun else f"{NOTEBOOK[self.lang]}\n\n{SKIPPED}\n" if alone else ""
                found.append(Part(f"{mark}```python\n{cell.source}\n```"))
                begun = True
                found += [Part(self.output(output, cell)) for output in cell.outputs]
        return found

    def output(self, output, cell) -> str:
        if "image/svg+xml" in output.get("data", {}):
            return f"> {PICTURE[self.lang]}: {cell.metadata.alt}"
        said = (output.get("text") or output.data["text/plain"]).strip()
        return re.sub("(?m)^", "    ", said)  # no fence: pytest-codeblocks would take it for what the next cell goes on from

    def text(self, parts: list[Part], page: str) -> str:
        """All of it, with its address and what its programs ran on."""
        return "\n\n".join([*map(str, parts), "---", f"<{self.address(page)}> · {self.config.extra['versions']}"]) + "\n"
