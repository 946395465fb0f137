// What a page asks of the browser it runs in: the clipboard, its requests.

/** `html` may be empty; `done` hears whether the clipboard took it. */
export function copy(text, html, done) {
  const parts = { "text/plain": new Blob([text], { type: "text/plain" }) };
  if (html !== "") parts["text/html"] = new Blob([html], { type: "text/html" });
  try {
    navigator.clipboard.write([new ClipboardItem(parts)]).then(() => done(true), () => done(byHand(text, html)));
  } catch {
    // No clipboard without a secure origin: a page that was opened as a file.
    done(byHand(text, html));
  }
}

/** The way of older browsers. */
function byHand(text, html) {
  let isTaken = false;
  const put = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    if (html !== "") event.clipboardData.setData("text/html", html);
    isTaken = true;
  };
  document.addEventListener("copy", put);
  document.execCommand("copy");
  document.removeEventListener("copy", put);
  return isTaken;
}

/**
 * Calls `tell` with what was asked for since the page locked itself, now and with each new one: how many
 * addresses, these, and how many times the page took one of its own files, which tells nobody anything.
 * There is no number before the lock.
 */
export function watchRequests(tell) {
  const home = new URL(".", document.baseURI).href;
  const all = performance.getEntriesByType("resource");
  const count = () => {
    const since = performance.getEntriesByName("sayso-locked")[0]?.startTime;
    if (since === undefined) return tell(undefined, "", 0);
    // What the page makes itself has no address of a host.
    const asked = all.filter((it) => it.startTime >= since && !/^(blob|data):/.test(it.name));
    // An address with more behind a "?" could carry words.
    const others = asked.map((it) => it.name).filter((name) => !name.startsWith(home) || name.includes("?"));
    tell(others.length, others.slice(-20).join("\n"), asked.length - others.length);
  };
  count();
  const observer = new PerformanceObserver((list) => {
    all.push(...list.getEntriesByType("resource"));
    count();
  });
  observer.observe({ entryTypes: ["resource", "mark"] });
  return () => observer.disconnect();
}

/** Asks for an address that is refused before it leaves; `tell` hears whether it was. */
export function tryRequest(tell) {
  const heard = (event) => refused(event.effectiveDirective.startsWith("connect-src"));
  const refused = (is) => {
    document.removeEventListener("securitypolicyviolation", heard);
    clearTimeout(timer);
    tell(is);
  };
  document.addEventListener("securitypolicyviolation", heard);
  const timer = setTimeout(() => refused(false), 3_000);
  // `.invalid` belongs to nobody, ever (RFC 2606): where the lock fails, nothing is told to anybody.
  fetch("https://sayso.invalid/").catch(() => {});
}
