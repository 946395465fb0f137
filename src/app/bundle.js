// The second bundle: its bytes come with the page, before the page forbids itself every request;
// its code is taken up when one of its screens is opened. A file of texts, the last of which is a
// style sheet, and three faces of the type come likewise, and after all of them the engine.
let bytes;
let come;
const code = new Promise((done) => { come = done; });
let started;
let later;

// A page that is one file has all others in it.
const placeOf = (address) => globalThis.saysoInside?.[address.split("/").pop()] ?? address;

const fetched = async (address) => {
  const inside = globalThis.saysoInside?.bytes(address.split("/").pop());
  if (inside) return inside;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
};

export function fetchBundle(script, wasm, texts, whole, italic, semibold, ended) {
  const place = placeOfRest();
  const joined = place && fetched(place)
    .then((it) => saysoJoin((own) => WebAssembly.instantiate(it, own)))
    .then(({ instance }) => { rest ??= instance.exports; });
  const faces = [[whole, {}], [italic, { style: "italic" }], [semibold, { weight: "600" }]].map(([address, kind]) =>
    fetched(address).then((it) => document.fonts.add(new FontFace("Source Serif", it, kind))));
  later = fetched(texts).then((it) => new TextDecoder().decode(it));
  // An older browser takes no sheet; the texts are there all the same.
  later.then((file) => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    sheet.replaceSync(file.split("\f").pop());
  }).catch(() => {});
  bytes = fetched(wasm);
  // Its script, too, is here before the lock, with all that it imports.
  come(import(placeOf(script)));
  Promise.allSettled([later, bytes, code, joined, ...faces]).then(engine).catch(() => {}).then(() => end(ended));
}

// What of the page's program waits behind a click; only a build that is deployed has it apart.
let rest;

const placeOfRest = () => {
  const mark = document.documentElement.dataset.rest;
  return mark && new URL(`rest-${mark}.wasm`, document.baseURI).href;
};

/** Who clicks before it has come waits for it. */
globalThis.saysoRest = () => {
  try {
    return rest ??= saysoJoin((own) => new WebAssembly.Instance(new WebAssembly.Module(fetchedAtOnce(placeOfRest())), own).exports);
  } catch (error) {
    throw new WebAssembly.RuntimeError(`a part of the program has not come: ${error}`);
  }
};

const fetchedAtOnce = (address) => {
  const inside = globalThis.saysoInside?.bytes(address.split("/").pop());
  if (inside) return inside;
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  return Uint8Array.from(request.responseText, (it) => it.charCodeAt(0));
};

// Only a build that is deployed has one; without it the page's own program goes on reading.
const engine = () => {
  const mark = document.documentElement.dataset.engine;
  return mark && import(new URL(`engine-${mark}.js`, document.baseURI));
};

/** Gives the texts once they are here; nothing where they did not come. */
export function whenLater(arrived) {
  later.then(arrived, () => arrived());
}

/** Keeps a text in the collection, by a script that comes with the bundle's. */
export function rememberText(title, text) {
  code.then(() => globalThis.saysoRemember(title, text)).catch(() => dispatchEvent(new Event("sayso-not-kept")));
}

/** From here on the page asks nobody for anything; requests are counted from this mark. */
function end(ended) {
  ended();
  performance.mark("sayso-locked");
}

export function openBundle(root, failed) {
  started ??= bytes.then(async (module_or_path) => {
    const bundle = await code;
    await bundle.default({ module_or_path });
    return bundle;
  });
  started.then((bundle) => bundle.open(root)).catch((error) => {
    console.error(error);
    failed();
  });
}

/** A file that misses the place for it must not take the place of the page. */
for (const name of ["dragover", "drop"]) {
  addEventListener(name, (event) => {
    const { dataTransfer: it, target } = event;
    if (event.defaultPrevented || !it?.types.includes("Files") || target.closest?.("[type=file]")) return;
    event.preventDefault();
    it.dropEffect = "none";
  });
}

/** A fault of ours has ended a program: says so, since nothing can answer any more. */
const stopped = ({ error, reason }) => {
  if (!((error ?? reason) instanceof WebAssembly.RuntimeError) || document.querySelector(".notice--stopped")) return;
  const notice = document.createElement("p");
  notice.className = "notice notice--stopped";
  notice.textContent = "Sayso has stopped by a fault of its own. Reload the page.";
  document.body.prepend(notice);
};
addEventListener("error", stopped);
addEventListener("unhandledrejection", stopped);
