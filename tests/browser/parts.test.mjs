// The page's program comes in two parts: what the first screen needs, and what waits behind a click.

import assert from "node:assert/strict";
import { marked, paste, pick, ready, visit } from "./visit.mjs";

const REST = /\/rest-[0-9a-f]+\.wasm$/;

/** Has the second part come `wait` milliseconds late, or not at all. */
const late = (wait) => async (page) => page.route(REST, async (route) => {
  if (wait === undefined) return route.abort();
  await new Promise((done) => { setTimeout(done, wait); });
  return route.continue().catch(() => {});
});

/** The page complains of nothing but that. */
function missedOnly(visitor) {
  const complaints = visitor.complaints.splice(0);
  assert.ok(complaints.length > 0 && complaints.every((it) => /ERR_FAILED|rest-[0-9a-f]+\.wasm/.test(it)), `${complaints}`);
}

visit("the first flags of an article need no second part", { route: late() }, async (visitor) => {
  const { page } = visitor;
  await pick(page, 0);
  assert.ok((await marked(page)).length > 0);
  missedOnly(visitor);
});

visit("the first flags of a text of one's own need no second part", { route: late() }, async (visitor) => {
  const { page } = visitor;
  await paste(page, "Ferry to close\n\nA senior official said on Saturday that the ferry would close.");
  assert.equal((await marked(page)).length, 1);
  missedOnly(visitor);
});

visit("who is faster than the second part waits for it", { route: late(3_000) }, async ({ page }) => {
  await pick(page, 0);
  await ready(page);
  await page.locator("#article").press("j");
  await page.locator(".badge.is-at").waitFor();
});

visit("without the second part the page says that it has stopped", { route: late() }, async (visitor) => {
  const { page } = visitor;
  await pick(page, 0);
  await ready(page);
  await page.locator("#article").press("j");
  await page.getByText("Sayso has stopped").waitFor();
  visitor.complaints.length = 0;
});
