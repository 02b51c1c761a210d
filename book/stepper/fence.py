"""The Markdown fence that puts a recording into a page, with the captions of that page's language.

    ```stepper lazy
    build > self.kernel =
        ? Which number will the first dimension be?
        The last dimension of the input, 3.
    ```

A custom fence of pymdownx.superfences, so that it outlives MkDocs. Its list of steps is readable as it is,
and is all the data that stepper.js has.

`python -m book.stepper.fence snippets/build/lazy.py` prints the keys that captions may have.
"""
import difflib
import functools
import html
import json
import re
import sys
from pathlib import Path

import markdown
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from pymdownx.superfences import SuperFencesException

from book import SNIPPETS
from book.path import on_path, page_of
from book.stepper.words import WORDS

SAID = '<dt class="said">'
KEY = re.compile(r"(?P<function>[\w.]*) *(?:(?P<sign>[><!])(?P<code>.*?))?(?: +#(?P<nth>\d+))?")


def captions(source: str) -> dict[str, tuple[str, str]]:
    """The question and the caption under each key: a key starts its line, what belongs to it is indented."""
    found, key = {}, None
    for line in filter(str.strip, source.splitlines()):
        if not line[0].isspace():
            key = line.strip()
            if key in found:
                raise SuperFencesException(f"the key '{key}' stands twice")
            found[key] = ["", ""]
        elif key is None:
            raise SuperFencesException(f"'{line.strip()}' has no key above it; a key starts at the beginning of a line")
        else:
            asks = line.lstrip().startswith("?")
            found[key][not asks] += " " + line.strip().lstrip("? ")
    return {key: (question.strip(), caption.strip()) for key, (question, caption) in found.items()}


def function(step) -> str:
    """Its function as keys name it; the program itself has no name."""
    name = step["chain"][-1].removeprefix("keras ")
    return "" if name == "<module>" else name.strip("<>")


def short(step) -> str:
    return function(step).rpartition(".")[2]


def sign(step) -> str:
    """How a key tells it from other steps of its function: the entry, `>` a line, `<` the end, `!` an error."""
    if step["kind"] in ("call", "enter"):
        return ""
    if step["kind"] == "line" or "return" in step and short(step) != "lambda":
        return ">"
    return "!" if step["kind"] == "raise" else "<"


def keys(steps) -> list[str]:
    """Each step's key, with no more of the function's name than it takes."""
    found, functions = [], {function(step) for step in steps}
    for step in steps:
        name = short(step) if sum(full.rpartition(".")[2] == short(step) for full in functions) == 1 else function(step)
        found.append(f"{name} {sign(step)} {step['code'] if sign(step) == '>' else ''}".strip())
    return [f"{key} #{found[:i + 1].count(key)}" if key in found[:i] else key for i, key in enumerate(found)]


def place(key: str, steps) -> int:
    """The index of the step that a key names; of a line, its beginning is enough if no other line begins so."""
    asked = KEY.fullmatch(key)
    if not asked:
        raise SuperFencesException(f"'{key}' is no key: write a function, then > and the beginning of a line, or < or !")
    name, code = asked["function"], (asked["code"] or "").strip()
    found = [
        i for i, step in enumerate(steps)
        if name in (function(step), short(step)) and sign(step) == (asked["sign"] or "") and (not code or step["code"].startswith(code))]
    if len(meant := {function(steps[i]) for i in found}) > 1:
        raise SuperFencesException(f"'{key}' may mean {' or '.join(sorted(meant))}; write the name in full")
    if code:
        lines = {steps[i]["code"] for i in found}
        if len(lines) > 1 and code not in lines:
            raise SuperFencesException(f"'{key}' may mean several lines; write more of it: {' · '.join(sorted(lines))}")
        found = [i for i in found if len(lines) == 1 or steps[i]["code"] == code]
    nth = int(asked["nth"] or 1)
    if not 0 < nth <= len(found):
        near = " · ".join(difflib.get_close_matches(key, keys(steps), 3, 0))
        raise SuperFencesException(f"no step has the key '{key}'; " + (f"that happens {len(found)} times" if found else f"the nearest are: {near}"))
    return found[nth - 1]


def default(step, words) -> str:
    """A sentence that is true of every step of this kind."""
    kind, name, code = step["kind"], short(step), step["code"]
    if kind == "line" and code.startswith(("class ", "def ")):
        return words[code.split()[0]]
    if kind == "return" and not name:
        return words["end"]
    sentences = words["return_" if kind == "return" else kind]
    return sentences.get(name) or sentences[""]


@functools.cache
def inline(text: str) -> str:
    return markdown.markdown(text).removeprefix("<p>").removesuffix("</p>")


def brief(text: str) -> str:
    """A value or message as a step has room for it; the whole error stands under the listing."""
    text = re.sub(r"\n\s*\n", "\n", text)
    return text if len(text) < 320 else text[:320].rpartition(" ")[0] + " …"


def chain(step, words) -> str:
    """Who called whom; a run of Keras' functions says once whose they are."""
    links, ours = [], True
    for name in step["chain"]:
        was, ours = ours, not name.startswith("keras ")
        shown = html.escape(words["module"] if name == "<module>" else name.removeprefix("keras "))
        links.append(f"<b>{shown}</b>" if ours else f"<i>{'Keras ' * was}{shown}</i>")
    return " → ".join(links)


def in_sight(steps, words):
    """For each step the rows that are new in it, as (name, value, a word of ours?), and which rows of all so far are in sight."""
    kept, count = {}, 0
    for step in steps:
        frame = {} if step["frame"] is None else kept.setdefault(step["frame"], {})
        held = kept.setdefault(step["self"], {}) if step["self"] else frame
        rows = []
        if step["self"] and step["kind"] in ("call", "enter"):
            rows.append(("self", step["self"], False))
            frame["self"] = count
        for name, value in step["new"].items():
            whose = held if "." in name else frame
            whose.pop(name, None) if value is None else whose.__setitem__(name, count + len(rows))
            if value is not None:
                rows.append((name, value, False))
        names = list(seen := {**held, **frame})
        roots = [name.partition(".")[0] for name in names]
        names.sort(key=lambda name: (roots.index(name.partition(".")[0]), "." in name))  # an object, then what it holds
        said = [(words[word], brief(step[word]), True) for word in ("print", "return", "error") if word in step]
        shown = [*map(seen.get, names), *range(count + len(rows), count + len(rows) + len(said))]
        rows += said
        count += len(rows)
        yield rows, shown


def runs(steps) -> list[bool]:
    """Is a step a run of its line? A function's first line runs when it is entered; a `return` that enters other code has two steps."""
    begun = {(step["frame"], step["line"]) for step in steps if step["kind"] == "line"}
    return [step["kind"] == "call" or sign(step) == ">" and not (step["kind"] == "return" and (step["frame"], step["line"]) in begun) for step in steps]


def render(name: str, source: str, steps, texts, lang: str, opened: bool) -> str:
    words = WORDS[lang]
    mark = name.replace("/", "-")
    told = {place(key, steps): text for key, text in texts.items()}
    if len(told) < len(texts):
        raise SuperFencesException("two keys name the same step")
    if told.get(0, ("",))[0]:
        raise SuperFencesException("a question stands before its step, and nothing is before the first")
    code = ""
    for line in highlight(source, PythonLexer(), HtmlFormatter(nowrap=True)).splitlines():
        text = line.lstrip(" ")  # a narrow screen indents less, and goes on below the line's own beginning
        code += f'<span style="--in:{len(line) - len(text)}">{text}\n</span>'
    items = []
    for i, (step, ran, (rows, shown)) in enumerate(zip(steps, runs(steps), in_sight(steps, words))):
        question, mine = told.get(i + 1, ("",))[0], " data-ran" * ran
        data = "".join(f"{SAID if said else '<dt>'}{html.escape(row)}</dt><dd>{html.escape(value)}</dd>" for row, value, said in rows)
        items.append(
            f'<li id="{mark}-{i + 1}" data-lines="{step["line"]} {step["to"]}" data-rows="{" ".join(map(str, shown))}"{mine}>'
            f"<code>{html.escape(step['code'])}</code>"
            f"<p>{inline(told.get(i, ('', ''))[1] or default(step, words))}"
            + (f" <em>{inline(question)}</em>" if question else "") + f"</p><p>{chain(step, words)}</p>"
            + (f"<dl>{data}</dl>" if data else "") + "</li>\n")
    return f"""<details class="stepper" id="{mark}" data-search-exclude{" open" * opened}>
<summary>{words["title"]} <small>{words["steps"].format(len(steps))}</small></summary>
<div role="group" aria-label="{words["player"].format(name)}" hidden>
<div><button type="button" aria-label="{words["back"]}"></button><input type="range" min="1" max="{len(steps)}" value="1" aria-label="{words["slider"]}"><button type="button" aria-label="{words["next"]}"></button><a title="{words["link"]}"></a></div>
<div class="highlight" role="group" aria-label="{words["code"].format(name)}" tabindex="0"><code>{code}</code></div>
<p aria-live="polite"></p><p></p><dl></dl>
<p><small>{words["legend"]}</small></p>
</div>
<ol>
{"".join(items)}</ol>
</details>"""


def validator(language, inputs, options, attrs, md) -> bool:
    if len(inputs) != 1:
        raise SuperFencesException("a stepper names one listing of its page's folder: ```stepper lazy")
    options["listing"] = next(iter(inputs))
    return True


def fence(source, language, class_name, options, md, **_) -> str:
    page = page_of(md)
    name = f"{page.file.src_uri.removesuffix('.md')}/{options['listing']}"
    listing = SNIPPETS / f"{name}.py"
    lang = page.config.theme["language"]
    try:
        try:
            recording = json.loads(listing.with_suffix(".steps.json").read_text())
        except FileNotFoundError:
            raise SuperFencesException(f"snippets/{name}.steps.json is missing; run make record") from None
        program = listing.read_text()
        lines, steps = [line.strip() for line in program.splitlines()], recording["steps"]
        if any(step["code"] not in lines[step["line"] - 1:step["to"]] for step in steps):
            raise SuperFencesException("the recording is older than the listing; run make record")
        html = render(name, program, steps, captions(source), lang, on_path(md))
    except SuperFencesException as fault:
        raise SuperFencesException(f"docs/{lang}/{page.file.src_uri}: stepper {options['listing']}: {fault}") from None
    # so that MkDocs checks a link to a step
    md.treeprocessors["mkdocs_extract_anchors"].present_anchor_ids.update(re.findall(r'<li id="([^"]+)', html))
    return html


FENCE = {"name": "stepper", "class": "stepper", "format": fence, "validator": validator}


if __name__ == "__main__":
    for number, key in enumerate(keys(json.loads(Path(sys.argv[1]).with_suffix(".steps.json").read_text())["steps"]), 1):
        print(f"{number:3}  {key}")
