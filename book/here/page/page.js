// Turns a listing into an editor with Run, Stop and Reset, and shows what its program prints.
import { editor } from "./editor.js"
import { play, size, Trouble } from "./engine.js"
import { about } from "./files.js"
import { Terminal } from "./terminal.js"
import { words } from "./words.js"

const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("page.css", import.meta.url) })
const styled = new Promise((resolve, reject) => { style.onload = resolve; style.onerror = reject })
document.head.append(style)

// One live region for the page: it hears of what changed, not of every line.
const live = document.body.appendChild(document.createElement("div"))
live.setAttribute("role", "status")
live.className = "here-live"

const make = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
const button = (text, onclick) => make("button", { type: "button", textContent: text, onclick })
let introduced = false

export async function open(block, bar, key) {
  await styled
  if (block.classList.contains("here-open")) return
  const shown = block.querySelector("pre"), source = shown.querySelector("code").textContent.trimEnd()
  const next = block.nextElementSibling, record = next?.matches(".language-output, .language-pytb") ? next.querySelector("code").textContent : ""
  const exercise = block.dataset.exercise !== undefined
  let kept = null
  try { kept = localStorage.getItem(key) } catch {}

  const status = make("span", { className: "here-status" }), owner = make("span", { className: "here-owner" })
  const mark = make("p", { className: "here-mark" }), gauge = make("progress", { max: size, value: 0, hidden: true })
  gauge.setAttribute("aria-label", words.start)
  const out = make("div", { className: "here-out", tabIndex: 0 }), result = make("div", { className: "here-result", hidden: true }, make("p", { textContent: words.out }), out, mark)
  out.setAttribute("role", "group")
  out.setAttribute("aria-label", words.out)
  const terminal = new Terminal(out), room = make("div", { className: "here-editor" })

  const say = (text, aloud = true) => { status.textContent = text; if (aloud) live.textContent = text }
  const owned = text => {
    const own = text !== source
    try { own ? localStorage.setItem(key, text) : localStorage.removeItem(key); owner.textContent = own ? words.edited : words.original } catch { owner.textContent = words.unsaved }
    reset.disabled = !own
  }
  let playing
  const run = async () => {
    if (playing) return
    const text = code.text, name = `${block.dataset.here.split("/").pop()}.py`
    start.disabled = true
    stop.disabled = false
    mark.textContent = ""
    mark.className = "here-mark"
    terminal.clear()
    result.hidden = true
    let printed = "", drawing, cut = false
    const draw = () => { drawing = undefined; result.hidden = false; const end = out.scrollTop + out.clientHeight > out.scrollHeight - 40; terminal.write(printed); printed = ""; if (end) out.scrollTop = out.scrollHeight }
    const tell = (what, value, long) => {
      if (what === "text") { printed += value; cut ||= long; drawing ??= requestAnimationFrame(draw); if (cut) mark.textContent = words.cut; return }
      gauge.hidden = what !== "load"
      if (what === "load") { gauge.value = value; say(words.load(value, size), value === 0) } else say(words[what === "run" ? "playing" : what])
    }
    playing = play({ source: `${text}\n`, name, record }, tell)
    try {
      const { said, error, same, ms } = await playing.result
      const solved = exercise && !error && /(^|\n)passed\n$/.test(said)
      const compared = exercise ? words.unsolved : same ? words[same] : text === source ? words.other : ""
      say(error ? words.failed(error) : words.done(ms), false)
      mark.textContent = [cut && words.cut, !said && words.nothing, /^(ModuleNotFound|Import)Error$/.test(error) && words.missing, solved ? words.passed : compared].filter(Boolean).join(". ")
      mark.classList.toggle("good", Boolean(exercise ? solved : same))
      live.textContent = `${status.textContent}. ${mark.textContent}`
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) console.error(trouble)
      else if (trouble.name !== "stopped") console.info(trouble.name, trouble.cause)
      say(words.trouble[trouble.name] ?? words.trouble.spent)
    }
    if (drawing) cancelAnimationFrame(drawing)
    draw()
    result.hidden = !out.textContent && !mark.textContent
    gauge.hidden = start.disabled = false
    gauge.hidden = stop.disabled = true
    playing = undefined
  }
  const start = button(words.run, run), stop = button(words.stop, () => playing?.stop())
  const reset = button(words.reset, () => { code.text = source; code.focus() })
  start.className = "here-run"
  start.title = words.keys
  const code = editor(room, kept ?? source, { label: `${words.program} ${block.dataset.here}`, changed: owned, run, leave: () => (start.disabled ? stop : start).focus() })

  bar.replaceChildren(start, stop, reset, owner, status, gauge)
  shown.hidden = true
  shown.after(room)
  bar.after(result)
  if (!introduced) {
    const more = make("a", { href: new URL(`../../${document.documentElement.lang === "en" ? "en/" : ""}here/`, import.meta.url), textContent: words.more })
    bar.after(make("p", { className: "here-about" }, `${words.about(about, size)} ${words.keys}. `, more))
    introduced = true
  }
  block.classList.add("here-open")
  owned(code.text)
  code.focus()
  run()
}
