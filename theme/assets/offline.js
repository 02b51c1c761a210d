// A page opened as a file may start no worker. Search runs in a frame, and sees there what a worker sees.
if (location.protocol === "file:") {
  window.IFrameWorker = window.Worker = class extends EventTarget {  // Material's search asks for the first name
    constructor(url) {
      super()
      const frame = Object.assign(document.createElement("iframe"), { hidden: true })
      document.body.append(frame)
      const inside = frame.contentWindow
      const load = src => new Promise(done => inside.document.head.append(Object.assign(inside.document.createElement("script"), { src, onload: done })))
      inside.importScripts = (...all) => all.reduce((before, src) => before.then(() => load(src)), Promise.resolve())
      inside.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      this.loaded = load(url).then(() => inside)
    }
    postMessage(data) { this.loaded.then(inside => inside.dispatchEvent(new MessageEvent("message", { data }))) }
  }
}
