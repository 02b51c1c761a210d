// Plays the recordings. The list that a page without JavaScript shows is all the data: a step is an <li>, with its
// lines and with the rows in sight of it, by their place among all rows of the list.
(window.document$ ?? { subscribe: start => start() }).subscribe(() => {
  for (const box of document.querySelectorAll(".stepper")) {
    const all = selector => [...box.querySelectorAll(selector)]
    const steps = all("li"), rows = all("ol dt"), lines = all(".highlight code > span")
    const [player, bar, code] = all("div"), [back, next] = all("button"), [slider] = all("input"), [link] = all("a")
    const [caption, chain, legend] = all("div > p"), [state] = all("div > dl"), [list] = all("ol")
    const runs = line => steps.flatMap((step, i) => {
      const [first, last] = step.dataset.lines.split(" ")
      return line >= first && line <= last ? i : []
    })
    let at = 0

    box.go = to => {
      at = Math.max(0, Math.min(steps.length - 1, to))
      const step = steps[at], [first, last] = step.dataset.lines.split(" "), [said, callers] = step.querySelectorAll("p")
      lines.forEach((line, i) => {
        line.classList.toggle("now", i + 1 >= first && i < last)
        delete line.dataset.ran
      })
      for (const { dataset } of steps.slice(0, at + 1)) {  // how often a line ran so far stands at its first line
        const line = lines[dataset.lines.split(" ")[0] - 1].dataset
        if ("ran" in dataset) line.ran = 1 + +(line.ran ?? 0)
      }
      code.scrollTop = lines[first - 1].offsetTop - code.clientHeight / 3
      if (caption.innerHTML !== said.innerHTML) caption.innerHTML = said.innerHTML
      chain.innerHTML = callers.innerHTML
      state.replaceChildren(...step.dataset.rows.split(" ").filter(Boolean).flatMap(i => {
        const name = rows[i].cloneNode(true)
        name.classList.toggle("new", step.contains(rows[i]))
        return [name, rows[i].nextElementSibling.cloneNode(true)]
      }))
      link.textContent = `${at + 1} / ${steps.length}`
      slider.value = at + 1
      slider.ariaValueText = `${link.textContent} ${step.firstChild.textContent}`
      link.href = "#" + step.id
      legend.hidden = at > 0
      back.ariaDisabled = !at
      next.ariaDisabled = at === steps.length - 1
    }
    back.onclick = () => box.go(at - 1)
    next.onclick = () => box.go(at + 1)
    slider.oninput = () => box.go(slider.value - 1)
    box.onkeydown = event => {
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: steps.length - 1 }[event.key]
      if (to === undefined || !box.open || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      box.go(to)
    }
    code.onclick = event => {  // on to the next time that this line runs, and round again
      const number = lines.findIndex(line => line.contains(event.target)) + 1
      const there = runs(number)
      if (there.length && !String(getSelection())) box.go(there.find(i => i > at) ?? there[0])
    }
    let asked = false  // an open box tells of its opening too, when the page is read
    box.querySelector("summary").onclick = () => { asked = true }
    box.ontoggle = () => {
      if (!box.open || !asked) return
      box.go(at)
      box.scrollIntoView({ block: "nearest" })
    }
    lines.forEach((line, i) => line.classList.toggle("runs", runs(i + 1).length > 0))
    player.hidden = false
    list.hidden = true
    box.go(0)
  }
  follow()
})

// The address of a step opens it.
function follow() {
  const step = document.getElementById(decodeURIComponent(location.hash.slice(1))), box = step?.closest(".stepper")
  if (!box || step === box) return
  box.open = true
  box.go([...box.querySelectorAll("li")].indexOf(step))
  box.scrollIntoView({ block: "nearest" })
}
addEventListener("hashchange", follow)
