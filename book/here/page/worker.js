// One worker is one Python. engine.js starts it, hands it all its files, and ends it to stop a program.
import { loadPyodide } from "./pyodide.js"
import { lock } from "./files.js"

async function start({ wasm, code, python, numpy }) {
  // Pyodide asks for its files by name; they are here already, whatever the host calls them.
  const given = { "python_stdlib.zip": python, "pyodide-lock.json": JSON.stringify(lock), "pyodide.asm.wasm": "" }
  self.fetch = async url => new Response(given[String(url).split("/").pop()])
  WebAssembly.instantiateStreaming = async (_, imports) => ({ module: wasm, instance: await WebAssembly.instantiate(wasm, imports) })
  await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })))
  const pyodide = await loadPyodide({ env: { KERAS_BACKEND: "numpy", COLUMNS: "80", HOME: "/home/pyodide" } })
  const end = numpy.indexOf(10), home = "/lib/python3.12/site-packages/"
  let at = end + 1
  for (const [path, size] of JSON.parse(new TextDecoder().decode(numpy.subarray(0, end)))) {
    pyodide.FS.mkdirTree(home + path.slice(0, path.lastIndexOf("/")))
    pyodide.FS.writeFile(home + path, numpy.subarray(at, at += size))
  }
  return pyodide.pyimport("here_runner")
}

let runner
onmessage = async ({ data }) => {
  try {
    if (data.files) {
      // Held as long as this worker lives, so that the page learns of its death, of whatever.
      navigator.locks?.request(data.alive, () => { postMessage({ alive: true }); return new Promise(() => {}) })
      runner = await start(data.files)
      return postMessage({ ready: true })
    }
    const began = performance.now()
    const [said, error, same, cut] = runner.play(data.source, data.name, (text, cut) => postMessage({ text, cut }), data.record, data.beside)
    postMessage({ done: { said, error, same, cut, ms: performance.now() - began } })
  } catch (fault) {  // Python itself ran out of memory or stack: this worker is spent
    postMessage({ failed: String(fault) })
  }
}
