// The second bundle: its bytes come with the page, before the page forbids itself every request;
// its code is taken up when one of its screens is opened.
let bytes;
let code;
let started;

// A page that is one file has all others in it.
const placeOf = (address) => globalThis.saysoInside?.[address.split("/").pop()] ?? address;

export function fetchBundle(script, wasm, ended) {
  bytes = globalThis.saysoInside
    ? Promise.resolve(globalThis.saysoInside.bytes(wasm.split("/").pop()))
    : fetch(wasm).then((answer) => {
      if (!answer.ok) throw new Error(`${wasm}: ${answer.status}`);
      return answer.arrayBuffer();
    });
  // Its script, too, is here before the lock, with all that it imports.
  code = import(placeOf(script));
  Promise.allSettled([bytes, code]).then(() => end(ended));
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
