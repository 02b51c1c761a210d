// Two names that Material leaves out and screen readers need.
document.querySelector(".md-search")?.setAttribute("aria-label", document.documentElement.lang === "ko" ? "검색" : "Search")
new MutationObserver(() => {
  document.querySelectorAll(".md-code__nav:not([role])").forEach(nav => nav.setAttribute("role", "none"))
  document.querySelectorAll("body > .md-tooltip2").forEach(tip => document.querySelector("main").append(tip))  // into a landmark
}).observe(document.body, { childList: true, subtree: true })
// The page's Markdown, to paste elsewhere; a page opened as a file may not read another.
const markdown = document.querySelector(".away a")
if (markdown && navigator.clipboard && location.protocol !== "file:") {
  const [copy, copied] = document.documentElement.lang === "ko" ? ["페이지 복사", "복사했습니다"] : ["Copy page", "Copied"]
  const button = Object.assign(document.createElement("button"), { textContent: copy })
  button.onclick = async () => {
    const text = fetch(markdown.href).then(answer => answer.text()).then(text => new Blob([text], { type: "text/plain" }))
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text })])  // a promise, so that the click still counts
    button.textContent = copied
  }
  button.ariaLive = "polite"
  markdown.before(button)
}
// On paper a link is its address; a term's meaning stands in the glossary, and a printed list of terms would hide the page.
addEventListener("beforeprint", () => {
  for (const link of document.querySelectorAll("article a[href]:not(.headerlink, .file, [href*='glossary'], .away a, .cards a)")) {
    if (link.href.split("#")[0] !== location.href.split("#")[0]) link.dataset.address = link.href
  }
})
// A pasted message is looked up by its whole words; Material takes each ("a", "to") for the beginning of others. Synonyms
// (tags) are for what is typed. 2 is Material's QUERY.
const post = Worker.prototype.postMessage
Worker.prototype.postMessage = function (message, ...rest) {
  const words = message?.type === 2 && message.data.match(/[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*/gu)
  post.call(this, words?.length > 5 ? { ...message, data: words.flatMap(word => [`title:${word}^1`, `text:${word}^1`]).join(" ") } : message, ...rest)
}
// Material listens for keys; a paste by mouse sends none.
document.querySelector("[data-md-component=search-query]")?.addEventListener("input", event => event.target.dispatchEvent(new Event("keyup")))
