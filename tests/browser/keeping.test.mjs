// What a reader made is still there after a reload, and nothing breaks where it cannot be kept.

import assert from "node:assert/strict";
import { clean } from "./axe.mjs";
import { badge, card, fill, go, holds, many, marked, paste, pick, ready, says, soon, visit } from "./visit.mjs";

const TEXT = "Ferry to close\n\nA senior official said on Saturday that the ferry would close.";

/** The page waits a little before it writes. */
const written = (page) => page.waitForFunction(() => /the ferry would close/.test(localStorage.getItem("sayso.text")));

const notice = (page, words) => page.getByRole("complementary", { name: "Saving" }).filter({ hasText: words });

visit("a reload keeps the pasted text", {}, async ({ page }) => {
  await paste(page, TEXT);
  await written(page);
  await page.reload();
  await page.getByText("the ferry would close").first().waitFor();
});

visit("a text that another tab has pasted since is not shown without a word", {}, async ({ page, context, address }) => {
  await paste(page, TEXT);
  await written(page);
  const other = await context.newPage();
  await other.goto(address);
  await paste(other, "Bridge to open\n\nThe mayor said the bridge would open.");
  await other.waitForFunction(() => /would open/.test(localStorage.getItem("sayso.text")));
  await many(notice(other, /./), 0);
  await go(page, "#/elsewhere/pasted");
  await page.getByRole("link", { name: "Ferry to close" }).waitFor();
  await go(page, "#/read/pasted");
  await page.getByText("the ferry would close").first().waitFor();
  await page.reload();
  await notice(page, "A newer text, of another tab perhaps").waitFor();
  await clean(page, "the notice of another tab's text");
  await page.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await ready(page);
  await many(notice(page, /./), 0, "it is said once");
});

visit("“back” to a text that another one has taken the place of says so", {}, async ({ page }) => {
  const kept = () => page.waitForFunction(() => history.state?.[3] > 0);
  await paste(page, TEXT);
  await kept();
  await go(page, "#/");
  await paste(page, "Bridge to open\n\nThe mayor said the bridge would open.");
  await kept();
  await many(notice(page, /./), 0);
  await page.goBack();
  await page.getByRole("textbox", { name: "Article text" }).waitFor();
  await many(notice(page, /./), 0);
  await page.goBack();
  await ready(page);
  await notice(page, "is in your collection").waitFor();
  await page.locator("article", { hasText: "the bridge would open" }).waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await kept();
  await page.goForward();
  await page.goForward();
  await ready(page);
  await many(notice(page, /./), 0, "the newer text is the one that was read there");
});

visit("a text that could not be kept is not taken for another tab's after a reload", {}, async ({ page }) => {
  await paste(page, TEXT);
  await written(page);
  await go(page, "#/");
  await fill(page, "The ferry was late again. ".repeat(80_000));
  await notice(page, "This text is too long to be kept").waitFor();
  await page.reload();
  await go(page, "#/read/pasted");
  await page.getByText("the ferry would close").first().waitFor();
  await many(notice(page, /./), 0);
});

visit("a text too long to be kept is the one that the tools have, and the one to come back to", {}, async ({ page }) => {
  await paste(page, TEXT);
  await written(page);
  await go(page, "#/");
  await fill(page, `Bridge to open\n\n${"The ferry was late again. ".repeat(80_000)}`);
  await notice(page, "This text is too long to be kept").waitFor();
  await page.getByRole("button", { name: "Reading settings" }).click();
  await page.getByRole("button", { name: "Larger" }).click();
  await page.waitForFunction(() => /^size: 1$/m.test(localStorage.getItem("sayso")));
  await page.keyboard.press("Escape");
  await notice(page, "This text is too long to be kept").waitFor();
  await go(page, "#/elsewhere/pasted");
  await page.getByRole("link", { name: "Bridge to open" }).waitFor();
  await go(page, "#/read/pasted");
  await page.getByRole("article").getByRole("heading", { name: "Bridge to open" }).waitFor();
});

visit("refused storage is no error", {}, async ({ page, context }) => {
  await context.addInitScript(() => {
    const refuse = () => { throw new DOMException("no", "SecurityError"); };
    Object.defineProperty(window, "localStorage", { get: refuse });
    Object.defineProperty(window, "indexedDB", { get: refuse });
  });
  await page.reload();
  // As a reader does it: leaving the box tells of the refusal, and must not swallow the click.
  await page.getByRole("textbox", { name: "Article text" }).fill(TEXT);
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  assert.ok((await marked(page)).length > 0);
  await notice(page, /This browser keeps nothing for this page|did not take the text/).waitFor();
});

visit("full storage is said, and the session goes on", {}, async ({ page }) => {
  await page.evaluate(() => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      try {
        for (let at = 0; ; at++) localStorage.setItem(`filler ${size} ${at}`, "x".repeat(size));
      } catch {
        // Full for this size: now for the half.
      }
    }
  });
  await paste(page, TEXT);
  await notice(page, "This browser has no more room, so your last change is not saved.").waitFor();
  await clean(page, "the notice of full storage");
  await page.locator("li[data-flag] .card__name").first().click();
  await page.getByRole("button", { name: /^Dismiss flag/ }).first().click();
  await page.getByRole("button", { name: "This place only" }).click();
  await soon(async () => {
    const [over, under] = await Promise.all([".toast", ".notice"].map((it) => page.locator(it).boundingBox()));
    assert.ok(over.y + over.height <= under.y, "the last step is not said over the word that it is not saved");
  });
  await page.getByRole("alert").filter({ hasText: "is not saved" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Close" }).click();
  await many(notice(page, /./), 0);
  assert.ok((await marked(page)).length > 0);
  await go(page, "#/");
  await pick(page, 0);
});

visit("a full collection is said where a text is read, and on its own screen", {
  before: () => {
    // As Chromium says it where the place on the device is used up.
    IDBObjectStore.prototype.put = function put() {
      if (this.transaction.error) return;
      Object.defineProperty(this.transaction, "error", { value: new DOMException("no room", "QuotaExceededError") });
      this.transaction.abort();
    };
  },
}, async ({ page }) => {
  await paste(page, TEXT);
  await notice(page, "This browser did not take the text into your collection").waitFor();
  assert.ok((await marked(page)).length > 0);
  await clean(page, "the notice of a full collection");
  await go(page, "#/in");
  await page.getByLabel("Choose files").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(TEXT) });
  await page.getByRole("button", { name: "Keep it in my collection" }).click();
  await page.locator(".screen__said").filter({ hasText: "This browser has no more room." }).waitFor();
});

visit("what cannot be read any more is said, and the session goes on", {}, async ({ page, address }) => {
  await page.evaluate(() => new Promise((done, failed) => {
    localStorage.setItem("sayso", "1\nnonsense \u0000 {{{");
    const closed = indexedDB.deleteDatabase("sayso");
    closed.onerror = failed;
    closed.onsuccess = () => {
      // As a build of another time may leave it.
      const other = indexedDB.open("sayso", 99);
      other.onerror = failed;
      other.onsuccess = () => { other.result.close(); done(); };
    };
  }));
  await page.reload();
  await notice(page, "The rest starts empty.").waitFor();
  await clean(page, "the notice of broken storage");
  await go(page, "#/repair");
  await page.getByRole("heading", { name: "Repair bench" }).waitFor();
  await many(page.getByRole("alert").filter({ hasText: "The rest starts empty." }), 1, "it is said once");
  await page.getByRole("button", { name: "Close" }).click();
  await many(page.getByRole("alert").filter({ hasText: "The rest starts empty." }), 0);
  await go(page, "#/collection");
  await page.locator(".screen__said").filter({ hasText: "could not be read or written" }).waitFor();
  await page.goto(`${address}#/`);
  await paste(page, TEXT);
  assert.ok((await marked(page)).length > 0);
});

visit("what a later build kept is read as far as it goes, and put by before it is written over", {}, async ({ page }) => {
  const later = "sayso 3\ntheme: dark\nruler: 5\ndismissed: word|loaded-label|regime";
  await page.evaluate((later) => localStorage.setItem("sayso", `abc\n${later}`), later);
  await page.reload();
  await notice(page, "The rest starts empty.").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await paste(page, TEXT);
  const [flag] = await marked(page);
  await badge(page, flag).click();
  await card(page, flag).getByRole("button", { name: /^Dismiss flag/ }).click();
  await card(page, flag).getByRole("button", { name: /^The whole rule/ }).click();
  await page.waitForFunction(() => /^dismissed: rule/m.test(localStorage.getItem("sayso")));
  const [kept, before] = await page.evaluate(() => ["sayso", "sayso.before"].map((it) => localStorage.getItem(it)));
  assert.match(kept, /^theme: dark\n[^]*^dismissed: word\|loaded-label\|regime$/m);
  assert.ok(before.endsWith(`\n${later}`), before);
});

visit("a second tab is noticed and overwrites nothing in silence", {}, async ({ page, context, address }) => {
  const other = await context.newPage();
  await other.goto(address);
  await other.locator("main").first().waitFor();
  await paste(page, TEXT);
  await written(page);
  await paste(other, "Bridge to open\n\nOfficials said yes on Sunday.");
  await notice(other, "Another tab has saved a different text, and it is still there.").waitFor();
  const kept = () => page.evaluate(() => localStorage.getItem("sayso.text"));
  await soon(async () => assert.match(await kept(), /the ferry would close/));
  await other.getByRole("button", { name: "Keep mine instead" }).click();
  await page.waitForFunction(() => /Officials said yes/.test(localStorage.getItem("sayso.text")));
});

visit("what an older build kept is read", {}, async ({ page, context, address }) => {
  await page.evaluate(() => new Promise((done, failed) => {
    localStorage.setItem("sayso", "1\nsayso 2\ntheme: dark\nsize: 2\nairy: yes\nletters: no\nquoted: yes");
    localStorage.setItem("sayso.text", "2\nOld ferry to close\n\nA senior official said so.");
    const request = indexedDB.open("sayso", 1);
    request.onerror = failed;
    request.onupgradeneeded = () => {
      request.result.createObjectStore("list", { keyPath: "id" });
      request.result.createObjectStore("texts");
    };
    request.onsuccess = () => {
      const both = request.result.transaction(["list", "texts"], "readwrite");
      both.objectStore("list").put({ id: "old", title: "An old text", date: 1_700_000_000_000, notes: "for Tuesday", size: 30 });
      both.objectStore("texts").put("An old text\n\nA senior official said so.", "old");
      both.oncomplete = done;
    };
  }));
  const later = await context.newPage();
  await later.goto(`${address}#/collection`);
  await soon(async () => assert.equal(await later.locator("html").getAttribute("data-theme"), "dark"));
  await holds(later.getByLabel("Note on “An old text”"), "for Tuesday");
  await later.getByRole("button", { name: "An old text", exact: true }).click();
  await ready(later);
  await says(later.locator("article").first(), /A senior official/);
  await go(later, "#/read/pasted");
  await later.getByText("Old ferry to close").first().waitFor();
});
