// node bytecode.mjs PYODIDE IN OUT: runs bytecode.py in Pyodide.
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const [pyodide, into, out] = process.argv.slice(2)
const { loadPyodide } = await import(pathToFileURL(`${pyodide}/pyodide.mjs`))
const python = await loadPyodide({ indexURL: `${pyodide}/`, lockFileURL: `${into}/pyodide-lock.json` })
python.mountNodeFS("/in", into)
python.mountNodeFS("/out", out)
python.runPython(readFileSync(new URL("bytecode.py", import.meta.url), "utf8"))
