// What was read, kept on the device: one list of titles, dates and notes, and the texts beside it.
// Every answer is `done(error, value)`; an error is one word, which the page puts in plain words.

let opened;
const channel = globalThis.BroadcastChannel && new BroadcastChannel("sayso.collection");

function open() {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open("sayso", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("list", { keyPath: "id" });
      request.result.createObjectStore("texts");
    };
    request.onsuccess = () => {
      const database = request.result;
      // A newer build in another tab may change the form.
      database.onversionchange = () => { database.close(); opened = undefined; };
      // By the browser, as where the site's data is cleared.
      database.onclose = () => { opened = undefined; };
      done(database);
    };
    request.onerror = () => failed(request.error);
    request.onblocked = () => failed(new DOMException("", "BlockedError"));
  });
  opened.catch(() => { opened = undefined; });
  return opened;
}

/** Runs `act` in one transaction: all of it is written, or nothing. */
async function within(mode, act, done) {
  try {
    const database = await open();
    const value = await new Promise((finished, failed) => {
      const transaction = database.transaction(["list", "texts"], mode);
      let value;
      transaction.oncomplete = () => finished(value);
      transaction.onabort = () => failed(transaction.error ?? new DOMException("", "AbortError"));
      act(transaction.objectStore("list"), transaction.objectStore("texts"), (it) => { value = it; });
    });
    if (mode === "readwrite") channel?.postMessage("changed");
    done(null, value);
  } catch (error) {
    const name = error?.name ?? "";
    done(name === "QuotaExceededError" ? "full" : ["SecurityError", "InvalidStateError", "NotFoundError"].includes(name) || typeof indexedDB === "undefined" ? "refused" : "broken");
  }
}

/** The same name for the same text: cyrb53, by its public description. */
function nameOf(text) {
  let a = 0xdeadbeef, b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}

/** Keeps a text; one that is there already keeps its notes and comes to the top. */
export function keepText(title, text, done) {
  const id = nameOf(text);
  const first = text.trimStart().split("\n", 1)[0].slice(0, 160);
  within("readwrite", (list, texts, give) => {
    list.get(id).onsuccess = ({ target }) => {
      const before = target.result;
      list.put({ id, title: title || before?.title || first, date: Date.now(), notes: before?.notes ?? "", size: text.length });
      texts.put(text, id);
      give(id);
    };
  }, done);
}

/** Keeps a text that is being read, in a task of its own; nobody waits, but a refusal is told. The first bundle looks for it here. */
globalThis.saysoRemember = (title, text) => {
  setTimeout(() => keepText(title, text, (error) => { if (error !== null) dispatchEvent(new Event("sayso-not-kept")); }));
};

/** Rows of [id, title, date, notes, size]; what is not of this form is left out. */
export function listTexts(done) {
  within("readonly", (list, _, give) => {
    list.getAll().onsuccess = ({ target }) => give(target.result
      .filter((it) => typeof it.id === "string" && typeof it.title === "string")
      .map((it) => [it.id, it.title, Number(it.date) || 0, String(it.notes ?? ""), Number(it.size) || 0]));
  }, done);
}

export function getText(id, done) {
  within("readonly", (_, texts, give) => {
    texts.get(id).onsuccess = ({ target }) => give(typeof target.result === "string" ? target.result : undefined);
  }, done);
}

/** `was` is what the notes were when this tab read them: another tab's words are not overwritten. */
export function setNotes(id, was, notes, done) {
  within("readwrite", (list, _, give) => {
    list.get(id).onsuccess = ({ target }) => {
      const it = target.result;
      if (!it) return give("gone");
      if (it.notes !== was) return give("elsewhere");
      list.put({ ...it, notes });
      give("kept");
    };
  }, done);
}

/** Takes these away; `done` gets what gives them back. */
export function removeTexts(ids, done) {
  const taken = [];
  within("readwrite", (list, texts, give) => {
    for (const id of ids) {
      list.get(id).onsuccess = ({ target: row }) => {
        texts.get(id).onsuccess = ({ target: text }) => {
          if (row.result) taken.push([row.result, text.result]);
          list.delete(id);
          texts.delete(id);
        };
      };
    }
    give(taken);
  }, done);
}

export function restoreTexts(taken, done) {
  within("readwrite", (list, texts) => {
    for (const [row, text] of taken) {
      list.get(row.id).onsuccess = ({ target }) => {
        // Read and noted again since then: both notes stay.
        const notes = new Set([target.result?.notes, row.notes]);
        list.put({ ...row, ...target.result, notes: [...notes].filter(Boolean).join("\n") });
      };
      texts.put(text, row.id);
    }
  }, done);
}

/** Tells when another tab has changed the collection. */
export function watchTexts(changed) {
  if (!channel) return () => {};
  const hear = () => changed();
  channel.addEventListener("message", hear);
  return () => channel.removeEventListener("message", hear);
}
