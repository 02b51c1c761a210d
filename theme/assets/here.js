// Adds Run to the listings that the build has marked. All else is loaded by the first click.
{
  const home = new URL(document.currentScript.dataset.home, location.href)
  const words = document.documentElement.lang === "ko" ? {
    run: "실행", again: "이어서 실행",
    file: "파일로 연 페이지에서는 실행할 수 없습니다. 책의 폴더에서 python -m http.server로 여세요.",
    network: "파일을 받지 못했습니다. 인터넷 연결을 확인하고 다시 누르세요.",
  } : {
    run: "Run", again: "Run your version",
    file: "A page opened as a file can't run programs. Open it with python -m http.server in the book's folder.",
    network: "The files did not arrive. Check your connection and press again.",
  }
  let attempt = 0
  for (const block of document.querySelectorAll("[data-here]")) {
    const key = `here ${location.pathname} ${block.dataset.here}`
    let kept
    try { kept = localStorage.getItem(key) } catch {}
    block.insertAdjacentHTML("beforeend", `<div class="here-bar"><button class="here-run">${kept ? words.again : words.run}</button><span role="status"></span></div>`)
    const bar = block.lastChild, [button, note] = bar.children
    button.onclick = async () => {
      if (location.protocol === "file:") return note.textContent = words.file
      note.textContent = "…"
      try {
        import(new URL("engine.js", home)).then(({ prepare }) => prepare(), () => {})
        const { open } = await import(new URL(`page.js?${attempt}`, home))
        open(block, bar, key)
      } catch {
        attempt++  // a browser may remember that a module did not arrive
        note.textContent = words.network
      }
    }
  }
}
