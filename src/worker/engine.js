// The engine: the analysis once more, built for speed. It comes after all else, and its threads take
// over from those of the page's own program. `GLUE` is filled in when the page is built.
const GLUE = "";

/** How often the thread that waits reads the library: a browser makes fast code only of what runs often. */
const PASSES = 20;

const LISTEN = "onmessage = ({ data }) => { onmessage = null; wasm_bindgen.initSync({ module: data }); };";

await new Promise((idle) => {
  globalThis.requestIdleCallback ? requestIdleCallback(idle, { timeout: 2_000 }) : setTimeout(idle, 500);
});
// It has come already, for the page itself.
const later = new URL(`later-${document.documentElement.dataset.later}.txt`, import.meta.url);
const texts = fetch(later, { cache: "force-cache" }).then((it) => it.text(), () => "");
const answer = await fetch(import.meta.url.replace(/\.js$/, "_bg.wasm"));
// A host may not know what kind of file it is.
const program = await WebAssembly.compileStreaming(answer).catch(() => answer.arrayBuffer().then((it) => WebAssembly.compile(it)));
const practice = (await texts).split("\f").filter((it) => it.startsWith("slug: ")).join("\f");
const script = URL.createObjectURL(new Blob([GLUE, LISTEN], { type: "text/javascript" }));

let spare;

const start = () => {
  const thread = new Worker(script);
  let isListening = false;
  thread.addEventListener("message", () => { isListening = true; }, { once: true });
  thread.addEventListener("error", (event) => {
    event.preventDefault();
    if (thread === spare) spare = undefined;
    // One that cannot start here leaves the work to the page's own program.
    if (!isListening) delete globalThis.saysoThread;
  });
  thread.postMessage(program);
  return thread;
};

/** Gives the page the thread that waits for it, or another one where it needs one. */
const give = (isNeeded) => {
  const waiting = spare;
  spare = undefined;
  // What it said when it was ready was said to nobody.
  if (waiting) queueMicrotask(() => waiting.dispatchEvent(new MessageEvent("message", { data: [] })));
  return waiting ?? (isNeeded ? start() : undefined);
};

/** Has the thread that waits read, until it is taken; nobody hears the answers, which are to no request of the page's. */
const practise = (thread) => {
  let left = PASSES;
  thread.addEventListener("message", function next() {
    left -= 1;
    if (thread === spare && left >= 0) return thread.postMessage([0, practice, undefined]);
    thread.removeEventListener("message", next);
    performance.mark("sayso-practised");
  });
};

const begin = async () => {
  // A text that is being read has the machine to itself.
  while (document.documentElement.dataset.ready === "false") await new Promise((next) => { setTimeout(next, 100); });
  spare = start();
  spare.addEventListener("message", () => { globalThis.saysoThread = give; }, { once: true });
  practise(spare);
};

// A browser that refuses the thread has the page's own.
begin().catch(() => {});
