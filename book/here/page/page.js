// Turns a listing into an editor with Run, Stop and Reset, and shows what its program prints.
import { editor } from "./editor.js"
import { play, size } from "./engine.js"
import { about } from "./files.js"
import { Terminal } from "./terminal.js"

const { lang } = document.documentElement
const words = await (await fetch(new URL(`words/${lang}.json`, import.meta.url))).json()
const worded = (name, values) => words[name].replace(/{(\w+)}/g, (_, name) => values[name])
const megabytes = count => (count / 1e6).toFixed(1)
const make = (name, className, properties, ...children) => {
  const made = Object.assign(document.createElement(name), { className }, properties)
  made.append(...children)
  return made
}

const style = make("link", "", { rel: "stylesheet", href: new URL("page.css", import.meta.url) })
await new Promise((resolve, reject) => { style.onload = resolve; style.onerror = reject; document.head.append(style) })
// One live region for the page: it hears of what changed, not of every line.
const live = make("div", "here-live", { role: "status" })
document.body.append(live)
let introduced = false

export function open(block, bar, key) {
  if (block.classList.contains("here-open")) return
  block.classList.add("here-open")
  const shown = block.querySelector("pre"), source = shown.querySelector("code").textContent.trimEnd(), exercise = "exercise" in block.dataset
  const next = block.nextElementSibling, record = next?.matches(".language-output, .language-pytb") ? next.querySelector("code").textContent : ""
  const status = make("span", "here-status"), owner = make("span", "here-owner"), mark = make("p", "here-mark"), room = make("div", "here-editor")
  const gauge = make("progress", "", { max: size, hidden: true, ariaLabel: words.start })
  const out = make("div", "here-out", { tabIndex: 0, role: "group", ariaLabel: words.out })
  const result = make("div", "here-result", { hidden: true }, make("p", "", { textContent: words.out }), out, mark)
  const terminal = new Terminal(out)
  const say = (text, aloud = true) => { status.textContent = text; if (aloud) live.textContent = text }
  let playing, printed, drawing

  const draw = () => {
    const follow = out.scrollTop + out.clientHeight > out.scrollHeight - 40
    terminal.write(printed)
    printed = drawing = ""
    result.hidden = !out.textContent && !mark.textContent
    if (follow) out.scrollTop = out.scrollHeight
  }
  const tell = (what, value, cut) => {
    if (what === "text") {
      printed += value
      if (cut) mark.textContent = words.cut
      return drawing ||= requestAnimationFrame(draw)
    }
    gauge.hidden = what !== "load"
    if (what === "load") gauge.value = value
    say(worded(what, { got: megabytes(value), all: megabytes(size) }), !value)
  }
  const judged = ({ said, error, same, cut }, text) => {
    const solved = exercise && !error && /^passed$/m.test(said)
    mark.classList.toggle("good", solved || Boolean(same && !exercise))
    return [
      cut && words.cut, !said && words.nothing, /^(ModuleNotFound|Import)Error$/.test(error) && words.missing,
      solved ? words.solved : exercise ? words.unsolved : same ? words[same] : text === source && words.other,
    ].filter(Boolean).join(". ")
  }
  async function run() {
    if (playing) return
    const { text } = code
    start.disabled = true
    stop.disabled = false
    mark.textContent = printed = ""
    mark.classList.remove("good")
    terminal.clear()
    result.hidden = true
    playing = play({ source: `${text}\n`, name: `${block.dataset.here.split("/").pop()}.py`, record, beside: block.dataset.beside?.split(" ") }, tell)
    try {
      const done = await playing.result
      say(worded(done.error ? "failed" : "done", { error: done.error, seconds: (done.ms / 1000).toFixed(1) }), false)
      mark.textContent = judged(done, text)
      out.classList.toggle("wrapped", !!done.error)
      live.textContent = `${status.textContent}. ${mark.textContent}`
    } catch (trouble) {
      console.info(trouble, trouble.cause)
      say(words[trouble.name] ?? words.spent)
    }
    draw()
    playing = undefined
    start.disabled = false
    gauge.hidden = stop.disabled = true
  }
  const owned = text => {
    const own = text !== source
    reset.disabled = !own
    owner.textContent = own ? words.edited : words.original
    try { own ? localStorage.setItem(key, text) : localStorage.removeItem(key) } catch { owner.textContent = words.unsaved }
  }
  const button = (name, onclick, className = "") => make("button", className, { textContent: words[name], onclick })
  const start = button("run", run, "here-run"), stop = button("stop", () => playing?.stop()), reset = button("reset", () => { code.text = source; code.focus() })
  let kept
  try { kept = localStorage.getItem(key) } catch {}
  const code = editor(room, kept ?? source, {
    label: `${words.program} ${block.dataset.here}`, changed: owned, run, leave: () => (playing ? stop : start).focus() })

  bar.replaceChildren(start, stop, reset, owner, status, gauge)
  bar.after(result)
  shown.hidden = true
  shown.after(room)
  if (!introduced) {
    const more = make("a", "", { href: new URL(`../../${lang === "en" ? "en/" : ""}here/`, import.meta.url), textContent: words.more })
    bar.after(make("p", "here-about", {}, worded("about", { ...about, all: megabytes(size) }), `${words.keys}. `, more))
    introduced = true
  }
  owned(code.text)
  code.focus()
  run()
}
