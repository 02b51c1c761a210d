"""Runs in Pyodide under Node, so that bytecode comes from the very Python that will run it. Sees `/in` and `/out`."""
import ast
import importlib.util
import json
import marshal
import zipfile

KEPT = ("pyodide/", "_pyodide/", "contract.py")  # where docstrings are read


def compiled(path, source):
    """Docstrings, half of Keras, become empty; lines stay where they are."""
    tree = ast.parse(source)
    for node in ast.walk(tree) if not path.startswith(KEPT) else ():
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
                first.value.value = ""
    return importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(compile(tree, f"/lib/{path}", "exec"))


def translated(source):
    """{path: bytes} of an archive, its Python compiled."""
    with zipfile.ZipFile(source) as archive:
        for path in sorted(archive.namelist()):
            data = archive.read(path)
            yield (path + "c", compiled(path, data)) if path.endswith(".py") else (path, data)


# Not squeezed: the page unpacks the whole at once, faster than Python would each module.
with zipfile.ZipFile("/out/python", "w", zipfile.ZIP_STORED) as library:
    for path, data in translated("/in/python.zip"):
        library.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), data)

# NumPy's machine code must lie in a file system: a line with each file's name and size, then the files.
files = list(translated("/in/numpy.zip"))
with open("/out/numpy", "wb") as out:
    out.write(json.dumps([[path, len(data)] for path, data in files]).encode() + b"\n" + b"".join(data for _, data in files))
