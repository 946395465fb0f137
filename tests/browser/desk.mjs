// The hands of those who mark: words, rules, and files that are saved.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { soon } from "./visit.mjs";

export async function skipTutorial(page) {
  await page.getByRole("button", { name: "Skip it" }).click();
  await page.getByRole("article", { name: "Article to mark" }).waitFor();
}

/** The first word with these letters, in the article that is marked. */
export const word = (page, letters) => page.locator(".desk__text .word", { hasText: new RegExp(`^${letters}$`) }).first();

export async function drag(page, from, to) {
  await word(page, from).hover();
  await page.mouse.down();
  await word(page, to).hover();
  await page.mouse.up();
}

export const rule = (page, name) => page.getByRole("region", { name: "Rules" }).getByRole("button", { name });

/** The words of one's own marks, in the order of the list. */
export const mine = (page) => page.locator(".mine__words q").allTextContents();

/** Waits until one's own marks are these. */
export const marksAre = (page, words) => soon(async () => assert.deepEqual(await mine(page), words));

/** Saves by a button; gives the file as one that can be dropped. */
export async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: download.suggestedFilename(), mimeType: "text/plain", buffer: readFileSync(await download.path()) };
}
