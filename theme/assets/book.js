// Two names that Material leaves out and screen readers need.
document.querySelector(".md-search")?.setAttribute("aria-label", document.documentElement.lang === "ko" ? "검색" : "Search")
new MutationObserver(() => document.querySelectorAll(".md-code__nav:not([role])").forEach(nav => nav.setAttribute("role", "none")))
  .observe(document.body, { childList: true, subtree: true })
