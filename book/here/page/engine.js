// Fetches the pack once, keeps one worker, and plays one program after another in it.
import files from "./files.js"

const here = name => new URL(name, import.meta.url).href
const parts = new Map()  // what arrived of a file stays
export const size = Object.values(files).reduce((sum, { size }) => sum + size, 0)

// Told to the reader in a sentence of words/.
export class Trouble extends Error { constructor(name, cause) { super(name, { cause }); this.name = name } }

async function shelf() {
  try {
    const cache = await caches.open("run-here")
    const current = Object.values(files).map(({ file }) => here(file))
    for (const { url } of await cache.keys()) if (!current.includes(url)) cache.delete(url)
    return cache
  } catch {}  // not on plain http
}

async function arrived({ file, size }, cache, progress) {
  const url = here(file), known = await cache?.match(url)
  if (known) { progress(size); return known.blob() }
  const part = parts.get(file) ?? { chunks: [], got: 0 }
  parts.set(file, part)
  progress(part.got)
  try {
    const answer = await fetch(url, part.got ? { headers: { Range: `bytes=${part.got}-` } } : {})
    if (!answer.ok) throw new Error(`${answer.status} ${url}`)
    if (part.got && answer.status !== 206) { progress(-part.got); part.chunks = []; part.got = 0 }
    for (let reader = answer.body.getReader(), next; !(next = await reader.read()).done;) {
      part.chunks.push(next.value); part.got += next.value.length; progress(next.value.length)
    }
  } catch (error) { throw new Trouble("network", error) }
  if (part.got > size) parts.delete(file)
  if (part.got !== size) throw new Trouble("network")
  return new Blob(part.chunks)
}

async function unpacked(name, cache, progress, use) {
  const file = files[name].file, blob = await arrived(files[name], cache, progress), kept = parts.delete(file)
  try {
    const made = await use(new Response(blob.stream().pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": "application/wasm" } }))
    if (kept) cache?.put(here(file), new Response(blob)).catch(() => {})
    return made
  } catch (error) {  // gzip carries a checksum
    await cache?.delete(here(file))
    throw new Trouble(error instanceof RangeError ? "memory" : error instanceof WebAssembly.CompileError ? "wasm" : "damaged", error)
  }
}

async function gathered(progress) {
  if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") throw new Trouble("wasm")
  const cache = await shelf(), bytes = async answer => new Uint8Array(await answer.arrayBuffer())
  const uses = { wasm: answer => WebAssembly.compileStreaming(answer), code: answer => answer.text(), python: bytes, numpy: bytes }, made = {}
  const all = await Promise.allSettled(Object.keys(uses).map(async name => { made[name] = await unpacked(name, cache, progress, uses[name]) }))
  const failed = all.find(({ reason }) => reason)
  if (failed) throw failed.reason
  return made
}

let pack, worker, loaded = 0, heard = () => {}, count = 0
// Loads and starts Python while page.js is on its way.
export function prepare() {
  if (!pack) {
    loaded = 0
    const trying = pack = gathered(bytes => heard(loaded += bytes))
    trying.catch(() => { if (pack === trying) { pack = undefined; end() } })
  }
  worker ??= begin(pack)
}

function begin(pack) {
  const alive = `run-here-${performance.timeOrigin}-${count++}`
  const mine = new Worker(new URL("worker.js", import.meta.url), { type: "module" })
  const fail = (name, cause) => { if (worker === mine) end(); mine.fail(new Trouble(name, cause)) }
  mine.ready = new Promise((resolve, reject) => {
    mine.fail = reject
    mine.onerror = event => fail("worker", event.message)
    mine.onmessage = ({ data }) => {
      if (data.failed) fail(/memory|allocat/i.test(data.failed) ? "memory" : "spent", data.failed)
      else if (data.alive) navigator.locks.request(alive, () => fail("killed"))  // granted when the worker is no more
      else if (data.ready) resolve()
      else if (data.done) mine.finish(data.done)
      else mine.show(data.text, data.cut)
    }
  })
  mine.ready.catch(() => {})
  pack.then(files => mine.postMessage({ files, alive }), mine.fail)
  return mine
}

function end() {
  worker?.terminate()
  worker = undefined
}

let turn = Promise.resolve(), playing
// Plays {source, name, record, beside} after those before it; `tell` hears of load, start, wait, playing and text.
export function play(program, tell) {
  const mine = {}, stopped = new Promise((_, reject) => { mine.leave = () => reject(new Trouble("stopped")) })
  if (playing) tell("wait")
  const played = turn.then(() => { playing = mine; return Promise.race([run(program, tell), stopped]) })
  turn = played.catch(() => {}).then(() => { playing = undefined })
  mine.result = Promise.race([played, stopped])
  mine.stop = () => {
    mine.leave()
    if (playing !== mine) return
    end()
    prepare()  // at once, for the next run
  }
  return mine
}

// The recipes that a program imports, from where the page offers them for saving.
async function saved(file) {
  const answer = await fetch(here(`../../recipes/${file}`)).catch(() => ({}))
  if (!answer.ok) throw new Trouble("network", file)
  return [file, await answer.text()]
}

async function run({ beside = [], ...program }, tell) {
  prepare()
  const now = worker
  heard = bytes => tell("load", bytes)
  heard(loaded)
  await pack
  tell("start")
  await now.ready
  program.beside = await Promise.all(beside.map(saved))
  tell("playing")
  const done = new Promise((resolve, reject) => { now.finish = resolve; now.fail = reject; now.show = (text, cut) => tell("text", text, cut) })
  now.postMessage(program)
  return done
}
