"""Where Keras documents its public names: each page's first use of one leads there.

keras.io files its pages by hand, and no rule tells where. TensorFlow's reference has a page for each public name of `tf.keras`,
at an address that follows from the name. The names are those of the installed Keras.
"""
import inspect
import json
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as xml

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from book.environment import clean
from book.kept import kept
from book.path import page_of

TOP = "https://www.tensorflow.org/api_docs/python/tf/"
WRITTEN = re.compile(r"@?(?:tf\.(?=keras\.))?([A-Za-z][\w.]*)(\(.*\))?", re.S)
DEFINED = re.compile(r"(?: *class|def) (\w+)")
PLAIN = ("a", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "button", "script", "style", "svg")  # no link in these


def public(module, name, seen):
    """(name, object) of a module and all that is public below."""
    for key in dir(module):  # not vars(): TensorFlow loads its Keras when it is asked
        if key.startswith("_") or key in ("src", "legacy"):
            continue
        value = getattr(module, key)
        yield f"{name}.{key}", value
        if inspect.ismodule(value) and value.__name__.startswith("keras") and value not in seen:
            seen.add(value)
            yield from public(value, f"{name}.{key}", seen)


def methods(kind):
    return [key for key in dir(kind) if not key.startswith("_") and inspect.isroutine(getattr(kind, key))]


def only(found: dict[str, list]):
    """The spellings that mean one thing."""
    return {spelling: addresses[0] for spelling, addresses in found.items() if len(set(addresses)) == 1}


def addresses() -> dict[str, str]:
    """The address of each spelling of a name: whole, from its module on, and bare where Keras has no other of that name."""
    import keras
    import tensorflow

    ours = dict(public(keras, "keras", set()))
    theirs = {name for name, _ in public(tensorflow.keras, "keras", set())}

    def rank(name):  # keras.layers.Layer, which is also keras.Layer; keras.ops.matmul, which is also keras.ops.numpy.matmul
        return name.count(".") != 2, name.split(".")[1] not in getattr(ours[name], "__module__", ""), name

    names = {}
    for name in sorted(ours.keys() & theirs, key=rank):
        names.setdefault(id(ours[name]), name)
    found, bare = {}, {}
    for name, value in ours.items():
        if id(value) not in names or not (inspect.ismodule(value) or callable(value)):
            continue
        address, short = names[id(value)].replace(".", "/"), name.rpartition(".")[2]
        found[name] = found[name.removeprefix("keras.")] = address
        if inspect.isclass(value):
            found |= {f"{start}.{key}": f"{address}#{key}" for key in methods(value) for start in (name, name.removeprefix("keras."), short)}
        if short[0].isupper():
            bare.setdefault(short, []).append(address)
        elif "_" in short and not inspect.ismodule(value):  # a short word, as in ones(), is many things' name
            bare.setdefault(f"{short}()", []).append(address)
    found = {spelling: address for spelling, address in found.items() if "." in spelling} | only(bare)
    kinds = {key: value for key, value in vars(keras).items() if inspect.isclass(value) and f"keras.{key}" in theirs}
    begun = {}
    for short, kind in kinds.items():
        for key in methods(kind):
            found[f"{short.lower()}.{key}()"] = found[f"{short}.{key}"]
            if "_" in key:
                begun.setdefault(f"{key}()", []).append(found[f"{short}.{key}"])
    first = {f"{key}()": found[f"{short}.{key}"] for short in ("Model", "Layer") for key in methods(kinds[short])}
    return only(begun) | found | first


@cache
def known() -> dict[str, str]:
    def afresh():
        with tempfile.TemporaryDirectory() as home:
            return subprocess.run([sys.executable, "-m", "book.api"], cwd=Path(__file__).parent.parent, env=clean(home), text=True, capture_output=True, check=True).stdout

    return json.loads(kept("public names", "keras", [Path(__file__)], afresh))


def address(code: str, own=()) -> str | None:
    """Where the name that this code word is, or calls, has its page; a page's `own` classes and functions are not Keras's."""
    written = WRITTEN.fullmatch(code)
    if not written or written[1].partition(".")[0] in own:
        return None
    name, called = written.groups()
    return called and known().get(f"{name}()") or known().get(name)


class Links(Treeprocessor):
    """Leads from the first use of a name; a link of the page's own comes before."""

    def run(self, root):
        lines = [line for listing in getattr(self.md, "listings", []) for line in listing]
        self.own = {defined[1] for line in lines if (defined := DEFINED.match(line))}
        self.seen = {address(code.text or "", self.own) for link in root.iter("a") for code in link.iter("code")} | {None}
        self.walk(root, page_of(self.md).file.src_uri == "glossary.md")

    def walk(self, node, in_glossary):
        for at, child in enumerate(node):
            if child.tag in PLAIN or in_glossary and child.tag == "table":
                continue
            if child.tag != "code":
                self.walk(child, in_glossary)
            elif (to := address(child.text or "", self.own)) not in self.seen:
                self.seen.add(to)
                link = xml.Element("a", {"class": "api", "href": TOP + to})
                link.tail, child.tail = child.tail, None
                link.append(child)
                node[at] = link


class LinksExtension(Extension):
    def extendMarkdown(self, md):
        md.treeprocessors.register(Links(md), "api", 11)  # after the terms' tooltips


if __name__ == "__main__":
    print(json.dumps(addresses()))
