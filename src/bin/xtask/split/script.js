
// What waits behind a click is the second part of this program, which `bundle.js` fetches and joins to it.
const rest = (own) => {
  globalThis.saysoJoin = (make) => make({ "./sayso_bg.js": own, page: wasm });
  return new Proxy({}, { get: (_, name) => (...given) => globalThis.saysoRest()[name](...given) });
};
