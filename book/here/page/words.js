// What the page says, in the language of the book.
const ko = document.documentElement.lang === "ko"
const number = count => (count / 1e6).toFixed(1)

export const words = ko ? {
  run: "실행", stop: "멈춤", reset: "처음으로", program: "프로그램", out: "이 페이지의 출력", keys: "Ctrl+Enter로 실행하고 Esc로 편집기를 나갑니다",
  load: (got, all) => `Python과 Keras를 받는 중입니다. ${number(got)} / ${number(all)} MB`, start: "Python을 시작하는 중입니다", wait: "다른 프로그램이 끝나기를 기다립니다",
  playing: "실행 중입니다", done: ms => `${(ms / 1000).toFixed(1)}초 만에 끝났습니다`, failed: name => `${name} 오류로 끝났습니다`, passed: "✓ passed: 다 풀었습니다", unsolved: "아직 다 풀지 않았습니다. passed가 나올 때까지 고치세요",
  same: "✓ 책의 기록과 같습니다", numbers: "✓ 소수점 있는 수만 빼고 책의 기록과 같습니다", names: "✓ 수와 텐서의 이름만 빼고 책의 기록과 같습니다", other: "책의 기록과 다릅니다",
  nothing: "출력이 없습니다", cut: "출력이 너무 길어 앞부분만 보여 줍니다", original: "책에서 가져온 그대로입니다", edited: "고친 프로그램이며, 이 브라우저에만 저장됩니다", unsaved: "고친 프로그램을 이 브라우저가 저장하지 못했습니다",
  about: ({ keras, numpy, python }, size) => `Keras ${keras}이 이 페이지에서 NumPy ${numpy}, Python ${python}으로 계산합니다. 훈련의 기울기는 autograd가 구합니다. 처음 한 번만 ${number(size)} MB를 받습니다. 책의 기록은 TensorFlow의 출력입니다.`,
  more: "여기서 실행되는 방식", record: "책의 기록",
  missing: "이 페이지에는 그 모듈이 없습니다.",
  trouble: {
    wasm: "이 브라우저에서는 WebAssembly를 쓸 수 없어 실행하지 못합니다. 최신 브라우저에서 여세요.",
    network: "받는 도중에 연결이 끊겼습니다. 실행을 다시 누르면 받은 곳부터 이어서 받습니다.",
    damaged: "받은 파일이 손상되었습니다. 실행을 다시 누르면 새로 받습니다.",
    memory: "메모리가 부족해 실행하지 못했습니다. 다른 탭을 닫거나 더 작은 데이터로 다시 실행하세요.",
    killed: "브라우저가 프로그램을 끝냈습니다. 메모리가 부족할 때 생기는 일입니다. 실행을 다시 누르면 새로 시작합니다.",
    spent: "Python이 더는 계속할 수 없어 멈췄습니다. 실행을 다시 누르면 새로 시작합니다.",
    worker: "브라우저가 Python을 시작하지 못했습니다. 실행을 다시 누르거나 페이지를 새로 고치세요.",
    stopped: "멈췄습니다",
  },
} : {
  run: "Run", stop: "Stop", reset: "Reset", program: "Program", out: "Output in this page", keys: "Ctrl+Enter runs, Esc leaves the editor",
  load: (got, all) => `Loading Python and Keras, ${number(got)} of ${number(all)} MB`, start: "Starting Python", wait: "Waiting for the other program",
  playing: "Running", done: ms => `Finished in ${(ms / 1000).toFixed(1)} s`, failed: name => `Ended with ${/^[AEIOU]/.test(name) ? "an" : "a"} ${name}`, passed: "✓ passed: you have solved it", unsolved: "Not solved yet. Mend it until it prints passed",
  same: "✓ the same as the book's record", numbers: "✓ the same as the book's record, but for numbers with a point", names: "✓ the same as the book's record, but for numbers and names of tensors", other: "differs from the book's record",
  nothing: "It printed nothing", cut: "The output is long; only its beginning is shown", original: "Copied from the book", edited: "Your version, kept in this browser only", unsaved: "This browser could not keep your version",
  about: ({ keras, numpy, python }, size) => `Keras ${keras} computes in this page, on NumPy ${numpy} and Python ${python}. When it trains, autograd finds the gradients. ${number(size)} MB are loaded once. The book's record is what TensorFlow printed.`,
  more: "How it runs here", record: "The book's record",
  missing: "That module is not in this page.",
  trouble: {
    wasm: "This browser has no WebAssembly that may be used, so it can't run programs. Open the page in a current browser.",
    network: "The connection was lost on the way. Press Run again: it goes on from where it stopped.",
    damaged: "A file arrived damaged. Press Run again to load it anew.",
    memory: "There is too little memory. Close other tabs, or run it again with less data.",
    killed: "The browser has ended the program, as it does when memory runs out. Press Run again to start anew.",
    spent: "Python could not go on and stopped. Press Run again to start anew.",
    worker: "The browser could not start Python. Press Run again, or reload the page.",
    stopped: "Stopped",
  },
}
