// CodeMirror in the book's colours. Esc leaves it, for Tab indents.
import {
  EditorState, EditorView, HighlightStyle, bracketMatching, defaultHighlightStyle, defaultKeymap, history, historyKeymap,
  indentOnInput, indentUnit, indentWithTab, keymap, lineNumbers, syntaxHighlighting,
} from "./index.js"
import { python } from "./index--qNV_jaW.js"

// The default style's own colours, each in the book's name for it.
const COLOURS = {
  "#708": "keyword", "#219": "constant", "#164": "number", "#a11": "string", "#e40": "special", "#00f": "function", "#167": "function", "#940": "comment",
}
const style = HighlightStyle.define(defaultHighlightStyle.specs.map(({ tag, color }) => ({ tag, color: `var(--md-code-hl-${COLOURS[color] ?? "name"}-color)` })))

export function editor(parent, text, { label, changed, run, leave }) {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{ key: "Mod-Enter", run: () => { run(); return true } }, { key: "Escape", run: () => { leave(); return true } }]),
        EditorView.lineWrapping, lineNumbers(), history(), indentOnInput(), bracketMatching(), indentUnit.of("    "), python(), syntaxHighlighting(style),
        keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label, autocapitalize: "off" }),
        EditorView.updateListener.of(update => { if (update.docChanged) changed(update.state.doc.toString()) }),
      ],
    }),
  })
  return {
    get text() { return view.state.doc.toString() },
    set text(text) { view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }) },
    focus: () => view.focus(),
  }
}
