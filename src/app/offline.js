// The page without a network: its files are kept by a worker of the browser, and a new build is
// offered, never forced.

/** Files that are opened with the installed app are taken up by the screen for files. */
globalThis.launchQueue?.setConsumer(({ files }) => {
  if (!files?.length) return;
  globalThis.saysoFiles = files;
  location.hash = "/in/files";
});

/** Only a build that is deployed has a worker; `name` is where it lies. */
export function keepOffline(name) {
  if (!navigator.serviceWorker || globalThis.saysoInside || !location.protocol.startsWith("http")) return;
  let isAsked = false;
  // A first worker takes over quietly: it holds the build that is on screen.
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isAsked) location.reload();
  });
  navigator.serviceWorker.register(name, { updateViaCache: "none" }).then((registration) => {
    const offer = (worker) => {
      if (worker && navigator.serviceWorker.controller) show(() => { isAsked = true; worker.postMessage("take over"); });
    };
    offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => { if (worker.state === "installed") offer(worker); });
    });
  }, () => {
    // Refused or not reachable: the page works, but not without a network.
  });
}

/**
 * Loads the page anew, which alone gives back what WebAssembly has taken: only where it is sure to
 * come, from what the browser keeps or from the disk.
 */
export function beginAnew() {
  if (navigator.serviceWorker?.controller || location.protocol === "file:") location.reload();
}

function show(take) {
  const notice = document.createElement("aside");
  notice.className = "notice";
  notice.setAttribute("aria-label", "New version");
  const words = document.createElement("p");
  words.textContent = "There is a new version of Sayso.";
  notice.append(words, button("Use it now", take), button("Later", () => notice.remove()));
  document.body.append(notice);
}

function button(name, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = name;
  button.addEventListener("click", act);
  return button;
}
