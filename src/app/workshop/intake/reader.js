// Files, what is dropped or pasted, and the reader of web pages in a thread of its own.

const PATIENCE_MS = 30_000;

/** The files of a drop or of a file picker. */
export function filesOf(event) {
  return [...((event.dataTransfer ?? event.target).files ?? [])];
}

export function nameOf(file) {
  return file.name;
}

/** Reads a file: `progress(part)`, then `done(bytes)` or `done(null)`. Returns how to stop it. */
export function readFile(file, most, progress, done) {
  if (file.size > most) {
    done(undefined);
    return () => {};
  }
  let reader = new FileReader();
  reader.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0);
  reader.onload = () => {
    const bytes = new Uint8Array(reader.result);
    // What stops it lives on; a long file need not.
    reader = undefined;
    done(bytes);
  };
  reader.onerror = () => done(null);
  reader.readAsArrayBuffer(file);
  return () => reader?.abort();
}

let parts;

/** Its code, once: bytes of the wasm, which the page itself may no longer fetch. */
function loaded() {
  parts ??= new Promise((done, failed) => {
    const mark = document.documentElement.dataset.html;
    const name = mark === undefined ? "html" : `html-${mark}`;
    const inside = globalThis.saysoInside;
    const glue = inside?.[`${name}.js`] ?? new URL(`${name}.js`, document.baseURI).href;
    if (inside !== undefined) return done({ glue, bytes: inside.bytes(`${name}_bg.wasm`) });
    const loader = new Worker(new URL("loader.js", document.baseURI));
    loader.onmessage = ({ data }) => {
      loader.terminate();
      data === null ? failed(new Error("not loaded")) : done({ glue, bytes: data });
    };
    loader.onerror = (event) => {
      event.preventDefault();
      loader.terminate();
      failed(new Error("not loaded"));
    };
    loader.postMessage(new URL(`${name}_bg.wasm`, document.baseURI).href);
  });
  parts.catch(() => { parts = undefined; });
  return parts;
}

/** Reads the source of a page or the bytes of a PDF: `done(fields)`, or `done(null)` and a word why not. Returns how to stop it. */
export function readPage(source, done) {
  return ask(typeof source === "string" ? "read" : "readPdf", source, done);
}

/** Has the reader do what is so called. */
function ask(act, source, done) {
  let worker, address, timer, isOver = false;
  const end = (fields, why) => {
    if (isOver) return;
    stop();
    done(fields, why);
  };
  const stop = () => {
    isOver = true;
    source = undefined;
    clearTimeout(timer);
    worker?.terminate();
    URL.revokeObjectURL(address);
  };
  loaded().then(({ glue, bytes }) => {
    if (isOver) return;
    // Made from a string, it keeps the page's policy: whatever it reads, it can ask nobody for anything.
    const script = `import init, * as reader from ${JSON.stringify(glue)};
      onmessage = ({ data: [bytes, act, source] }) => init({ module_or_path: bytes })
        .then(() => postMessage(reader[act](source)))
        .catch(() => postMessage(null));`;
    address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    worker = new Worker(address, { type: "module" });
    worker.onmessage = ({ data }) => end(data, "");
    worker.onerror = (event) => {
      event.preventDefault();
      end(null, "crashed");
    };
    timer = setTimeout(() => end(null, "slow"), PATIENCE_MS);
    worker.postMessage([bytes, act, source], typeof source === "string" ? [] : [source.buffer]);
  }, () => end(null, "offline"));
  return stop;
}

/** Characters of a paste that may have a page's menus in it, of what a box changes at once, and of what is worth leaving out. */
const LONG = 600, TOO_LONG = 200_000, WORTH = 50;

const wordsOf = (text) => text.trim().split(/\s+/).join(" ");

/** All at once: a browser that can undo it takes seconds for a long text. */
function write(box, text) {
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.focus();
}

// What is copied of a web page brings along what stands around the article, which its formatted half tells.
// The box is the start page's, and the plain half is in it until this has been read.
addEventListener("paste", ({ target: box, clipboardData }) => {
  if (box.id !== "text" || !clipboardData) return;
  const plain = clipboardData.getData("text/plain"), html = clipboardData.getData("text/html");
  if (html === "" || plain.length < LONG || plain.length > TOO_LONG) return;
  setTimeout(() => {
    const pasted = box.value;
    if (wordsOf(pasted) !== wordsOf(plain)) return;
    ask("readText", html, (article) => {
      const isOver = document.activeElement !== box || box.value !== pasted;
      // A quarter or less is one story of a page of many, or none.
      const isArticle = article?.length >= Math.max(LONG, plain.length / 4);
      if (isOver || !isArticle || article.length + WORTH > plain.length) return;
      write(box, article);
      const undo = document.createElement("button");
      Object.assign(undo, { type: "button", className: "link", textContent: "Put it back", onclick: () => write(box, pasted) });
      const hint = document.createElement("span");
      hint.append("What stood around the article was left out. ", undo);
      document.getElementById("paste-hint").append(hint);
      box.addEventListener("input", () => hint.remove(), { once: true });
    });
  });
});

/** The page that another tab sends by the bookmark; `done(html, address)`. Returns how to stop. */
export function hearOpener(done) {
  const hear = (event) => {
    if (event.source !== window.opener || typeof event.data?.sayso !== "string") return;
    removeEventListener("message", hear);
    done(event.data.sayso);
  };
  addEventListener("message", hear);
  // It says only that somebody listens.
  window.opener?.postMessage("sayso:ready", "*");
  return () => removeEventListener("message", hear);
}

/** What the system has handed to the installed app, once: `done(files, title, words)`. */
export async function takeHanded(way, done) {
  if (way === "files") {
    const handles = globalThis.saysoFiles ?? [];
    globalThis.saysoFiles = undefined;
    return done(await Promise.all(handles.map((it) => it.getFile())).catch(() => []), "", "");
  }
  const name = `sayso-shared ${new URL(".", document.baseURI)}`;
  try {
    const box = await caches.open(name);
    const { title, text, url } = await (await box.match("shared/words")).json();
    const kept = (await box.matchAll()).filter((it) => it.headers.has("x-name"));
    const files = await Promise.all(kept.map(async (it) => new File([await it.blob()], decodeURIComponent(it.headers.get("x-name")))));
    done(files, title, text || url);
  } catch {
    done([], "", "");
  } finally {
    globalThis.caches?.delete(name);
  }
}
