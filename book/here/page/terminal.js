// Shows text as a terminal would: colours, and what \r, \b and "erase" write over. Lines that are done are left alone.
const SEQUENCE = /\x1b\[([\d;]*)([A-Za-z])|[^]/g

export class Terminal {
  constructor(element) {
    this.element = element
    this.clear()
  }

  clear() {
    this.line = []  // [character, class] of the last line, which may change
    this.at = 0
    this.style = ""
    this.last = document.createElement("span")
    this.element.replaceChildren(this.last)
  }

  write(text) {
    const done = new DocumentFragment()
    for (const [character, codes, command] of text.matchAll(SEQUENCE)) {
      if (command === "m") this.colour(codes.split(";").map(Number))
      else if (command === "K") this.line.length = Math.min(this.line.length, this.at)
      else if (command) continue
      else if (character === "\n") { this.draw(done, this.line); done.append("\n"); this.line = []; this.at = 0 }
      else if (character === "\r") this.at = 0
      else if (character === "\b") this.at = Math.max(0, this.at - 1)
      else this.line[this.at++] = [character, this.style]
    }
    this.last.before(done)
    this.last.replaceChildren()
    this.draw(this.last, this.line)
  }

  colour(codes) {
    if (codes[0] === 38 || codes[0] === 48) return  // one of 256, or any
    for (const code of codes) {
      if (code === 0) this.style = ""
      else if (code === 1) this.style += " bold"
      else if (code >= 30 && code <= 37 || code >= 90 && code <= 97) this.style = this.style.replace(/ c\d/, "") + ` c${code % 10}`
    }
  }

  draw(into, line) {
    let part, style
    for (const [character, its] of line) {
      if (its !== style) {
        style = its
        into.append(part = style ? Object.assign(document.createElement("span"), { className: style }) : new Text())
      }
      part.append ? part.append(character) : part.data += character
    }
  }
}
