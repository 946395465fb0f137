// Keeps every file of one build, so that the page opens without a network. `BUILD` and `FILES` are
// filled in when the page is built; a worker serves the files of its own build and no others.
const BUILD = "";
const FILES = [];

const PREFIX = `sayso ${registration.scope} `;
const CACHE = PREFIX + BUILD;
// Where the page looks for what was shared with the app.
const SHARED = `sayso-shared ${registration.scope}`;

addEventListener("install", (event) => {
  // All or nothing, and past every older copy that the browser holds.
  const requests = FILES.map((name) => new Request(name, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)).catch(async (error) => {
    // Left empty, it would pass for the build before.
    await caches.delete(CACHE);
    throw error;
  }));
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const own = (await caches.keys()).filter((it) => it.startsWith(PREFIX) && it !== CACHE);
    // The build before stays: another tab may still show it, and files bear the names of their content.
    await Promise.all(own.slice(0, -1).map((it) => caches.delete(it)));
    await clients.claim();
  })());
});

addEventListener("message", ({ data }) => {
  // The reader has asked for the new build.
  if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "POST" && plain(request.url) === `${registration.scope}share`) event.respondWith(receive(request));
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const own = await caches.open(CACHE);
  const isPage = request.mode === "navigate" && [registration.scope, `${registration.scope}index.html`].includes(plain(request.url));
  const kept = await own.match(isPage ? "./" : request, { ignoreSearch: true });
  // A tab of the build before asks for files by names that only that build had.
  return kept ?? (isPage ? undefined : await caches.match(request)) ?? fetch(request);
}

/** What the system's share sheet hands to the installed app is laid aside for the page, and goes no further. */
async function receive(request) {
  const form = await request.formData();
  await caches.delete(SHARED);
  const box = await caches.open(SHARED);
  const words = ["title", "text", "url"].map((name) => [name, String(form.get(name) ?? "")]);
  await box.put("shared/words", new Response(JSON.stringify(Object.fromEntries(words))));
  const files = form.getAll("files").filter((it) => it instanceof File && it.name !== "");
  const lay = (file, at) => box.put(`shared/${at}`, new Response(file, { headers: { "x-name": encodeURIComponent(file.name) } }));
  await Promise.all(files.map(lay));
  return Response.redirect("./#/in/shared", 303);
}

function plain(url) {
  return url.split(/[?#]/, 1)[0];
}
