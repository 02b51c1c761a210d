// Adds Run to the listings that the build has marked. All else is loaded by the first click.
{
  const home = new URL(document.currentScript.dataset.home, location.href), korean = document.documentElement.lang === "ko"
  const said = korean ? {
    run: "실행", again: "이어서 실행", title: "이 페이지에서 고치고 실행합니다", loading: "여는 중입니다",
    file: "파일로 연 페이지에서는 실행할 수 없습니다. make serve처럼 웹 서버로 여세요.",
    network: "실행에 필요한 파일을 받지 못했습니다. 인터넷 연결을 확인하고 다시 누르세요.",
  } : {
    run: "Run", again: "Run your version", title: "Edit and run it in this page", loading: "Opening",
    file: "A page opened as a file can't run programs. Open it through a web server, as make serve does.",
    network: "What is needed to run this did not arrive. Check your connection and press again.",
  }
  let attempt = 0
  for (const block of document.querySelectorAll("[data-here]")) {
    const key = `here ${location.pathname} ${block.dataset.here}`
    let kept = null
    try { kept = localStorage.getItem(key) } catch {}
    const bar = block.appendChild(document.createElement("div")), button = bar.appendChild(document.createElement("button"))
    const note = bar.appendChild(document.createElement("span"))
    bar.className = "here-bar"
    note.setAttribute("role", "status")
    Object.assign(button, { type: "button", className: "here-run", textContent: kept === null ? said.run : said.again, title: said.title })
    button.onclick = async () => {
      note.textContent = said.loading
      try {
        if (location.protocol === "file:") throw new Error(said.file)
        import(new URL("engine.js", home)).then(({ prepare }) => prepare(), () => {})
        const { open } = await import(new URL(`page.js${attempt ? `?${attempt}` : ""}`, home))
        await open(block, bar, key)
      } catch (error) {
        attempt++  // a browser may remember that a module did not arrive
        console.info(error)
        note.textContent = location.protocol === "file:" ? said.file : said.network
      }
    }
  }
}
