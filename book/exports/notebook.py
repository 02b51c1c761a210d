"""A page as a notebook: its parts as cells, with what each program printed, and a first cell that installs what they need."""
import functools
import importlib.metadata
import json
import re
from pathlib import Path

from book import BESIDE
from book.downloads import ADDRESSED, addressed
from book.exports.markdown import Part
from book.kept import kept
from book.listings import ELSEWHERE

BROUGHT = {"keras", "tensorflow", "numpy"}  # by the first cell of every notebook
BEHIND = {"onnxruntime": {"onnx", "tf2onnx"}}  # what Keras imports to write a file that this one reads
ERROR = "Traceback (most recent call last):"


@functools.cache
def imports(code: str) -> frozenset[str]:
    """By the beginning of their lines: to parse each program takes a third of the build."""
    return frozenset(one or other for one, other in re.findall(r"(?m)^ *(?:import (\w+)|from (\w+)[\w.]* import)", code))


@functools.cache
def packages() -> dict[str, str]:
    """Which package brings a module."""
    made = kept("packages", "modules", [], lambda: json.dumps({name: brought[0] for name, brought in importlib.metadata.packages_distributions().items()}))
    return json.loads(made)


@functools.cache
def beside(modules: frozenset[str]) -> dict[str, Path]:
    """The files of this book that these programs import."""
    found = {}
    for name in modules:
        for folder in BESIDE:
            if (file := folder / f"{name}.py").exists():
                found[name] = file
    return found


def cell(kind: str, source: str, **more):
    return {"cell_type": kind, "metadata": {}, "source": source, **more}


def program(source: str, outputs=(), **metadata):
    return cell("code", source, outputs=list(outputs), execution_count=None) | {"metadata": metadata}


def first_cells(programs: list[str], versions: str, address: str):
    """What installs the packages, with the record's version, and writes the files that the programs import."""
    modules = frozenset().union(*map(imports, programs))
    files = beside(modules)
    modules = modules.union(*(imports(file.read_text()) for file in files.values())) - BROUGHT
    modules = modules.union(*(BEHIND.get(name, ()) for name in modules))
    needed = sorted({packages()[name] for name in modules & packages().keys()} | modules & ELSEWHERE.keys())
    keras = re.search(r"Keras (\d+\.\d+)", versions)[1]
    yield program(f'%pip install -q "keras>={keras}" ' + " ".join(["tensorflow", *needed]))
    for name, file in sorted(files.items()):
        text = addressed(file, address) if file in ADDRESSED else file.read_text()
        yield program(f"%%writefile {name}.py\n{text.rstrip()}", jupyter={"source_hidden": True})


def outputs(part: Part):
    """The record as a kernel would have said it: what was printed, then the error."""
    printed, error, raised = part.record.partition(ERROR)
    if printed.strip():
        yield {"output_type": "stream", "name": "stdout", "text": printed.rstrip("\n") + "\n"}
    if error:
        name, value = re.search(r"(?m)^([\w.]+)(?:: ?(.*))?$", raised).groups("")
        yield {"output_type": "error", "ename": name.rpartition(".")[2], "evalue": value, "traceback": (error + raised).splitlines()}


def cells(parts: list[Part]):
    prose = []
    for part in [*parts, None]:
        if prose and (part is None or part.listing):
            yield cell("markdown", "\n\n".join(prose))
            prose = []
        if part and part.listing:
            yield program(part.text, outputs(part), **({"tags": ["raises-exception"]} if part.raises else {}))
        elif part:
            prose.append(part.text)


def notebook(cells: list[dict], versions: str, address: str) -> str:
    programs = [each["source"] for each in cells if each["cell_type"] == "code"]
    found = [*(first_cells(programs, versions, address) if programs else ()), *cells]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    whole = {"cells": [{**each, "id": f"cell-{number}"} for number, each in enumerate(found)], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
