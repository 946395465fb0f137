// Unpacks the files within this page, and starts it from them.
const unpack = async (element) => {
  const packed = Uint8Array.from(atob(element.textContent), (it) => it.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).arrayBuffer();
};

// A thread of a page that was opened as a file has an origin of its own, and may import nothing that
// the page has made an address for. It gets the scripts themselves, and makes the addresses again.
const modules = [];
const scripts = new Map();

const boot = () => {
  const waiting = [];
  self.onmessage = async ({ data: { script, modules } }) => {
    self.onmessage = (event) => waiting.push(event);
    const made = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const own = new Map();
    const moved = (text) => [...own].reduce((text, [from, to]) => text.replaceAll(from, to), text);
    for (const [address, text] of modules) own.set(address, made(moved(text)));
    await import(made(moved(await script.text())));
    for (const event of waiting) self.onmessage?.(event);
  };
};

const makeThreads = () => {
  const bootstrap = URL.createObjectURL(new Blob([`(${boot})()`], { type: "text/javascript" }));
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    const address = create(blob);
    if (blob.type === "text/javascript") scripts.set(address, blob);
    return address;
  };
  globalThis.Worker = class extends Worker {
    constructor(address, options) {
      const script = scripts.get(address);
      super(script ? bootstrap : address, script ? {} : options);
      if (script) this.postMessage({ script, modules });
    }
  };
};

const start = async () => {
  const programs = {};
  const inside = { bytes: (name) => programs[name] };
  const addresses = {};
  for (const element of document.querySelectorAll("script[data-file]")) {
    const name = element.dataset.file;
    const content = await unpack(element);
    element.remove();
    if (!name.endsWith(".js")) {
      programs[name] = content;
      continue;
    }
    // What a script imports came before it. The program knows its imports by the same names: those stay.
    const text = new TextDecoder().decode(content).replace(/\b(from|import)\s*(["'])(\.\/[^"']+)\2/g,
      (whole, word, quote, imported) => (imported in addresses ? `${word} ${quote}${addresses[imported]}${quote}` : whole));
    addresses[name] = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    inside[name.slice(2)] = addresses[name];
    modules.push([addresses[name], text]);
  }
  makeThreads();
  globalThis.saysoInside = inside;
  const main = Object.keys(programs).find((it) => it.startsWith("sayso-"));
  const { default: init } = await import(inside[main.replace("_bg.wasm", ".js")]);
  await init({ module_or_path: programs[main] });
};

start().catch((error) => {
  console.error(error);
  document.body.append("This browser is too old to open Sayso from one file. Open it from its address instead.");
});
