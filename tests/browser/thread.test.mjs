// The analysis thread dies: the text is still there, and the next one is read. Here the thread is of
// the page's own program; that of the engine is killed in `engine.test.mjs`.

import assert from "node:assert/strict";
import { fill, marked, paste, says, visit, withoutEngine } from "./visit.mjs";

const TEXT = "Ferry to close\n\nA senior official said on Saturday that the ferry would close.";

async function thread(page) {
  return page.workers()[0] ?? page.waitForEvent("worker");
}

visit("a thread that dies at rest is replaced", { before: withoutEngine }, async (visitor) => {
  const { page } = visitor;
  const worker = await thread(page);
  const gone = new Promise((done) => { worker.once("close", done); });
  await worker.evaluate(() => { setTimeout(() => { throw new Error("planted"); }); });
  await gone;
  await paste(page, TEXT);
  assert.ok((await marked(page)).length > 0);
  forgive(visitor, /planted/);
});

visit("a thread that dies over a text is replaced, and the text is read", { before: withoutEngine }, async (visitor) => {
  const { page } = visitor;
  const worker = await thread(page);
  await worker.evaluate(() => { self.postMessage = () => { throw new Error("planted"); }; });
  await paste(page, TEXT);
  await says(page.locator("article").first(), /senior official/);
  assert.ok((await marked(page)).length > 0);
  forgive(visitor, /planted|panicked|unreachable/);
});

visit("a program that does not start in its thread is told", {
  before: () => {
    Object.defineProperty(globalThis, "saysoThread", { set() {}, configurable: true });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function postMessage(what, ...rest) {
      return post.call(this, what instanceof WebAssembly.Module ? 0 : what, ...rest);
    };
  },
}, async (visitor) => {
  const { page } = visitor;
  await fill(page, TEXT);
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("The reading thread stopped").first().waitFor();
  forgive(visitor, /WebAssembly/);
});

visit("a fault of the page's own program is told", {}, async (visitor) => {
  const { page } = visitor;
  await page.evaluate(() => setTimeout(() => {
    // One function, which does what a program does that meets a fault of its own.
    const program = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(program))).exports.f();
  }));
  await page.getByText("Sayso has stopped by a fault of its own").waitFor();
  forgive(visitor, /unreachable/);
});

visit("of two texts asked for at once the second is shown", {}, async ({ page }) => {
  await paste(page, `Long one\n\n${"A senior official said no. ".repeat(20_000)}`);
  await page.goBack();
  await paste(page, TEXT);
  await says(page.locator("article").first(), /the ferry would close/);
});

/** Takes out the complaints that the test itself has caused. */
function forgive({ complaints }, pattern) {
  complaints.splice(0, complaints.length, ...complaints.filter((it) => !pattern.test(it)));
}
