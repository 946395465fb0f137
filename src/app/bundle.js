// The second bundle: its bytes come with the page, before the page forbids itself every request;
// its code is taken up when one of its screens is opened.
let bytes;
let started;

export function fetchBundle(wasm, ended) {
  bytes = fetch(wasm).then((answer) => {
    if (!answer.ok) throw new Error(`${wasm}: ${answer.status}`);
    return answer.arrayBuffer();
  });
  bytes.then(ended, ended);
}

export function openBundle(script, root, failed) {
  started ??= bytes.then(async (module_or_path) => {
    const bundle = await import(script);
    await bundle.default({ module_or_path });
    return bundle;
  });
  started.then((bundle) => bundle.open(root)).catch((error) => {
    console.error(error);
    failed();
  });
}
