// What a reader made is still there after a reload, and nothing breaks where it cannot be kept.

import assert from "node:assert/strict";
import { marked, paste, ready, visit } from "./visit.mjs";

const TEXT = "Ferry to close\n\nA senior official said on Saturday that the ferry would close.";

visit("a reload keeps the pasted text", {}, async ({ page }) => {
  await paste(page, TEXT);
  await page.waitForTimeout(500);
  await page.reload();
  await page.getByText("the ferry would close").first().waitFor();
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
});
