// Material fetches the search index on every page; it outweighs the page, so it waits until somebody searches.
const { open, send } = XMLHttpRequest.prototype
XMLHttpRequest.prototype.open = function (method, url, ...rest) {
  this.waits = /search_index\.json/.test(url)
  open.call(this, method, url, ...rest)
}
XMLHttpRequest.prototype.send = function (body) {
  if (!this.waits) return send.call(this, body)
  document.querySelector(".md-search__input").addEventListener("focus", () => send.call(this, body), { once: true })
}
