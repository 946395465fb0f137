// Lists of one's own: written, kept, saved, opened, and acting where an article is read.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clean, fits, LOOKS } from "./axe.mjs";
import { fastest, madeUp, watchThread } from "./figures.mjs";
import { badge, card, go, holds, many, marked, paste, practised, seen, soon, unseen, visit } from "./visit.mjs";

const AT = { fragment: "#/lists" };
const TEXT = "Hall to open\n\nThe dome opens in June, after a year of work.\n\nThe regime closed three newspapers in May.\n";

const boxes = {
  "Word or phrase": "dome",
  "A neutral word for it": "new hall",
  "Why it should be flagged": "A nickname its critics gave it.",
  "A sentence that must be flagged": "The dome opens in June.",
  "A sentence that must not be flagged": "The hall opens in June.",
};

async function write(page, over = {}) {
  for (const [name, value] of Object.entries({ ...boxes, ...over })) {
    await page.getByRole("textbox", { name, exact: true }).fill(value);
  }
}

async function add(page, text) {
  await page.getByRole("textbox", { name: "Or paste a list" }).evaluate((it, text) => { it.value = text; }, text);
  await page.getByRole("button", { name: "Add these" }).click();
}

/** A list of so many words. */
function words(count) {
  const entry = (at) => `word: word${at}\ninstead: a\nreason: b\nflag: A word${at} fell.\npass: “The word${at} fell,” said Ann Lee.\n`;
  return Array.from({ length: count }, (_, at) => entry(at)).join("\n");
}

visit("a word is added, marks an article with its reason, and is undone", AT, async ({ page }) => {
  await write(page);
  await page.locator("li", { hasText: "The dome opens in June." }).filter({ hasText: "is flagged" }).waitFor();
  await page.locator("li", { hasText: "The hall opens in June." }).filter({ hasText: "is not flagged" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  await go(page, "#/");
  await paste(page, TEXT);
  const mark = page.locator("article mark[data-traits~=own-list]");
  await soon(async () => assert.deepEqual(await mark.allInnerTexts(), ["dome"]));
  const flag = await mark.getAttribute("data-flags");
  await badge(page, flag).click();
  await card(page, flag).getByText("A nickname its critics gave it. Your list suggests: new hall.").waitFor();
  await go(page, "#/lists");
  await page.getByRole("button", { name: "Remove “dome”" }).click();
  await page.getByRole("heading", { name: "On your list: nothing yet" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  await page.getByRole("button", { name: "Change “dome”" }).click();
  await write(page, { "A neutral word for it": "town hall" });
  await page.getByRole("button", { name: "Save the change" }).click();
  await page.locator(".words__instead", { hasText: "town hall" }).waitFor();
});

visit("an entry that is not whole or not right is refused in words", AT, async ({ page }) => {
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByText("There is no word to look for yet.").waitFor();
  await page.getByLabel("Word or phrase").fill("dome");
  await page.getByText("There is no word to look for yet.").waitFor({ state: "detached" });
  await page.getByText("It still needs a neutral word.").waitFor();
  await write(page, { "A sentence that must be flagged": "The hall opens." });
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByText("“The hall opens.” should be flagged, and is not.").waitFor();
  await page.getByRole("heading", { name: "On your list: nothing yet" }).waitFor();
});

visit("a rule and a word switched off are not flagged", AT, async ({ page }) => {
  await add(page, "off: loaded-label regime\ndismissed: rule|unnamed-source\n");
  await page.getByText("2 added.").waitFor();
  await page.getByText("Switch rules on and off: 1 is off").waitFor();
  await go(page, "#/");
  await paste(page, TEXT);
  await marked(page);
  await many(page.locator("article mark[data-traits~=loaded-label]"), 0);
  await go(page, "#/lists");
  await page.getByRole("button", { name: "Flag again “regime”" }).click();
  await go(page, "#/read/pasted");
  await page.locator("article mark[data-traits~=loaded-label]").waitFor();
});

visit("a file is saved and opened again, with what was dismissed", AT, async ({ page }) => {
  await write(page);
  await page.getByRole("button", { name: "Add it" }).click();
  await add(page, "dismissed: word|loaded-label|regime\n");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  assert.equal(download.suggestedFilename(), "sayso-list.txt");
  const file = join(tmpdir(), `sayso-list-${process.pid}.txt`);
  await download.saveAs(file);
  const text = await readFile(file, "utf8");
  assert.match(text, /^word: dome$/m);
  assert.match(text, /^dismissed: word\|loaded-label\|regime$/m);
  await page.evaluate(() => window.localStorage.clear());
  await page.reload();
  await page.getByRole("heading", { name: "On your list: nothing yet" }).waitFor();
  await page.getByLabel("Open a file").setInputFiles(file);
  await page.getByText("2 added.").waitFor();
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  await page.getByText("“regime” everywhere").waitFor();
  // The same again brings nothing new, and says so by line.
  await writeFile(file, text);
  await page.getByLabel("Open a file").setInputFiles(file);
  await page.getByText("“dome” is on your list already").waitFor();
});

visit("of a hostile file every wrong line is named and the good kept", AT, async ({ page }) => {
  const wrong = [
    "<script>alert(1)</script>",
    "word: \u202eemod", "instead: a", "reason: b", "flag: c", "pass: d",
    "word: dome", "instead: hall", "reason: r", "flag: The dome.", "pass: The hall.",
    "word: DOME", "instead: hall", "reason: r", "flag: The dome.", "pass: The hall.",
    "word: gate", "instead: door", "reason: r", "flag: The door.", "pass: The hall.",
    "off: loaded-label nosuchword",
    "dismissed: rule|nosuchrule",
    "word: " + "x".repeat(5000),
    "\u0000",
  ];
  await add(page, wrong.join("\n"));
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  for (const line of [1, 2, 12, 17, 22, 23, 24, 25]) {
    await page.locator("#file-outcome li", { hasText: new RegExp(`^line ${line}: `) }).first().waitFor();
  }
  await many(page.locator("#file-outcome script"), 0);
});

visit("a damaged store is said, and what is sound is kept", {
  ...AT,
  before: () => {
    const list = "word: dome\ninstead: hall\nreason: r\nflag: The dome.\npass: The hall.\n\u0000\u0001 garbage\nword: half";
    // Frames without an origin have no storage.
    if (window.origin === "null" || window.localStorage.getItem("sayso.list")) return;
    window.localStorage.setItem("sayso.list", `1\n${list}`);
  },
}, async ({ page }) => {
  await page.getByRole("heading", { name: "Some of your list could not be read" }).waitFor();
  await soon(async () => assert.ok((await page.locator(".trouble li").allInnerTexts()).length > 0));
  await go(page, "#/");
  await paste(page, TEXT);
  await soon(async () => assert.deepEqual(await page.locator("article mark[data-traits~=own-list]").allInnerTexts(), ["dome"]));
});

visit("10,000 entries are taken, kept and acted on in time", AT, async ({ page }) => {
  await page.evaluate(() => {
    const look = () => {
      const bar = document.querySelector("#file-outcome")?.parentElement.querySelector("progress");
      if (bar) window.progress = Math.max(window.progress ?? 0, bar.value);
    };
    new MutationObserver(look).observe(document.querySelector("main"), { subtree: true, childList: true, attributes: true });
  });
  const began = Date.now();
  await add(page, words(10_001));
  await page.getByRole("heading", { name: "On your list: 10000" }).waitFor({ timeout: 60_000 });
  const ms = Date.now() - began;
  console.log(`10,000 entries taken in ${ms} ms`);
  // A second on a machine that does nothing else.
  assert.ok(ms <= 15_000, `${ms} ms`);
  await page.getByText("the rest is left out").waitFor();
  const furthest = await page.evaluate(() => window.progress);
  assert.ok(furthest >= 20 && furthest <= 100, `told of ${furthest} %`);
  await many(page.getByRole("progressbar"), 0);
  await page.getByText("The first 40 of 10000 are shown.").waitFor();
  await page.getByRole("button", { name: "Show 100 more" }).click();
  await page.getByText("The first 140 of 10000 are shown.").waitFor();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Change “word40”"));
  await page.reload();
  await page.getByRole("heading", { name: "On your list: 10000" }).waitFor();
  await page.getByRole("searchbox", { name: "Find on your list" }).fill("word9999");
  await page.locator(".words__word", { hasText: /^word9999$/ }).waitFor();
  await go(page, "#/");
  await paste(page, "Fall\n\nA word9999 fell on Monday.\n");
  await soon(async () => assert.deepEqual(await page.locator("article mark[data-traits~=own-list]").allInnerTexts(), ["word9999"]));
});

visit("with 10,000 entries a text is read again nearly as fast as with none", { before: watchThread }, async ({ page }) => {
  const text = madeUp(30_000);
  await practised(page);
  const without = await fastest(page, text);
  await go(page, "#/lists");
  await add(page, words(10_000));
  await page.getByRole("heading", { name: "On your list: 10000" }).waitFor({ timeout: 60_000 });
  await go(page, "#/");
  let listed = await fastest(page, text);
  // Another program may have taken the machine for as long as all of that.
  for (let tries = 0; tries < 3 && listed > 1.5 * without + 15; tries += 1) listed = await fastest(page, text);
  console.log(`5,000 words read again in ${listed.toFixed(0)} ms, without a list in ${without.toFixed(0)} ms`);
  assert.ok(listed <= 1.5 * without + 15, `${listed.toFixed(0)} ms, not ${without.toFixed(0)} ms`);
});

visit("what is saved of a text follows the list, as the page does", AT, async ({ page }) => {
  await add(page, `off: loaded-label regime\nword: dome\ninstead: new hall\nreason: A nickname.\nflag: The dome opens.\npass: The hall opens.\n`);
  await page.getByText("2 added.").waitFor();
  await go(page, "#/");
  await paste(page, TEXT);
  await marked(page);
  await go(page, "#/out/pasted");
  await page.getByRole("radio", { name: /^Table of flags/ }).check();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  const table = await readFile(await download.path(), "utf8");
  assert.match(table, /own-list|Your list/);
  assert.match(table, /dome/);
  assert.doesNotMatch(table, /loaded-label|Loaded label/);
});

visit("a word is added and taken off by the keyboard alone", AT, async ({ page }) => {
  await page.getByRole("textbox", { name: "Word or phrase" }).focus();
  for (const words of Object.values(boxes)) {
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
  }
  // Past the box that may stay empty.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  await page.getByRole("button", { name: "Remove “dome”" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "On your list: nothing yet" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  await page.getByRole("button", { name: "Empty the list" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#own-list:focus").waitFor();
});

visit("on paper stands the whole list, and which rules are off, without the boxes", AT, async ({ page }) => {
  await add(page, `${words(60)}\ndismissed: rule|unnamed-source\n`);
  await page.getByRole("heading", { name: "On your list: 60" }).waitFor();
  await many(page.locator(".words__word"), 40);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.locator(".words__word", { hasText: /^word59$/ }).waitFor();
  await seen(page.getByText("Off: Unnamed source"));
  await unseen(page.getByRole("textbox", { name: "Word or phrase" }));
});

visit("where every rule is on, no heading of rules is printed over nothing", AT, async ({ page }) => {
  const heading = page.locator("h2", { hasText: /^Rules$/ });
  await seen(heading);
  await page.emulateMedia({ media: "print" });
  await unseen(heading);
  await seen(page.getByRole("heading", { name: "Words switched off" }));
});

for (const [name, options] of Object.entries(LOOKS)) {
  visit(`axe on the lists, ${name}`, { ...options, ...AT }, async ({ page }) => {
    await write(page);
    await page.getByRole("button", { name: "Add it" }).click();
    await add(page, "off: loaded-label regime\ndismissed: word|loaded-label|thugs\nword:\n");
    await page.locator("#file-outcome li").waitFor();
    await page.getByText("Switch rules on and off").click();
    await clean(page, "the lists");
    await fits(page, "the lists");
  });
}

visit("what is no list is told what one looks like", AT, async ({ page }) => {
  await add(page, "death tax");
  await page.getByText("Nothing was added. 1 left out, and why:").waitFor();
  await page.getByText("line 1: not written like “word: death tax”").waitFor();
});

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());
const undo = (page) => page.getByRole("region", { name: "The last step" }).getByRole("button", { name: "Undo" });
const onList = (page) => page.locator("#own-list ~ ul .words__word, #own-list + div ~ ul .words__word").allInnerTexts();

/** A list with these words, taken at once. */
async function withWords(page, ...all) {
  await add(page, all.map((it) => `word: ${it}\ninstead: a\nreason: b\nflag: A ${it} fell.\npass: “The ${it} fell,” said Ann Lee.\n`).join("\n"));
  await page.getByRole("heading", { name: `On your list: ${all.length}` }).waitFor();
}

visit("an undo in one tab takes nothing of what another tab has added since", AT, async ({ page, context, address }) => {
  await withWords(page, "alphax", "betax");
  await page.getByRole("button", { name: "Remove “alphax”" }).click();
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  const other = await context.newPage();
  await other.goto(`${address}#/lists`);
  await other.getByRole("heading", { name: "On your list: 1" }).waitFor();
  await write(other, { "Word or phrase": "newfromb", "A sentence that must be flagged": "The newfromb opens.", "A sentence that must not be flagged": "The hall opens." });
  await other.getByRole("button", { name: "Add it" }).click();
  await page.getByRole("heading", { name: "On your list: 2" }).waitFor();
  await page.locator("#own-list").focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { name: "On your list: 3" }).waitFor();
  await other.getByRole("heading", { name: "On your list: 3" }).waitFor();
  await page.reload();
  await soon(async () => assert.deepEqual((await onList(page)).toSorted(), ["alphax", "betax", "newfromb"]));
});

visit("a dismissal in another tab is not undone with a step of this one", AT, async ({ page, context, address }) => {
  await withWords(page, "alphax");
  const other = await context.newPage();
  await other.goto(address);
  await paste(other, TEXT);
  const [flag] = await marked(other);
  await badge(other, flag).click();
  await card(other, flag).getByRole("button", { name: /^Dismiss flag/ }).click();
  await card(other, flag).getByRole("button", { name: "This place only" }).click();
  await many(page.locator(".dismissed li"), 1);
  await page.locator("#own-list").focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { name: "On your list: nothing yet" }).waitFor();
  await many(page.locator(".dismissed li"), 1);
});

visit("a word is changed where it stands, whatever was undone meanwhile, and half a change outlives the screen", AT, async ({ page }) => {
  await withWords(page, "alphax", "betax", "gammax");
  await page.getByRole("button", { name: "Remove “alphax”" }).click();
  await page.getByRole("button", { name: "Change “betax”" }).click();
  await undo(page).click();
  await page.getByRole("heading", { name: "On your list: 3" }).waitFor();
  const word = page.getByRole("textbox", { name: "Word or phrase" });
  await word.fill("zetax");
  await page.getByRole("textbox", { name: "A sentence that must be flagged" }).fill("A zetax fell.");
  await page.getByRole("textbox", { name: "A sentence that must not be flagged" }).fill("Nothing fell.");
  await go(page, "#/lesson");
  await go(page, "#/lists");
  await page.getByRole("heading", { name: "Change a word" }).waitFor();
  await holds(word, "zetax");
  await page.getByRole("button", { name: "Save the change" }).click();
  await soon(async () => assert.deepEqual(await onList(page), ["alphax", "zetax", "gammax"]));
  await page.getByRole("button", { name: "Change “gammax”" }).click();
  await page.getByRole("button", { name: "Leave it as it was" }).click();
  await soon(async () => assert.equal(await focused(page), "own-words"));
  await holds(word, "");
});

visit("a word that was removed comes back after a look at an article, where a flag was dismissed", AT, async ({ page }) => {
  await withWords(page, "alphax");
  await page.getByRole("button", { name: "Remove “alphax”" }).click();
  await page.getByRole("heading", { name: "On your list: nothing yet" }).waitFor();
  await go(page, "#/");
  await paste(page, TEXT);
  const [flag] = await marked(page);
  await badge(page, flag).click();
  await card(page, flag).getByRole("button", { name: /^Dismiss flag/ }).click();
  await card(page, flag).getByRole("button", { name: "This place only" }).click();
  await go(page, "#/lists");
  await many(page.locator(".dismissed li"), 1);
  await page.locator("#own-list").focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  await many(page.locator(".dismissed li"), 1, "what was dismissed meanwhile stays so");
});

visit("no word is its own neutral word, and a quotation in an example has single marks", AT, async ({ page }) => {
  await write(page, { "A neutral word for it": "Dome", "A sentence that must not be flagged": "“The gate fell,” said Ann Lee." });
  await soon(async () => assert.ok((await page.locator(".entry__results q").allInnerTexts()).some((it) => it.includes("‘The gate fell,’ said Ann Lee."))));
  await page.getByRole("button", { name: "Add it" }).click();
  await page.getByText("“Dome” is the word itself.").waitFor();
  await page.getByRole("heading", { name: "On your list: nothing yet" }).waitFor();
});

visit("in a row of two forms the neutral word is beside the first, and its reason below", AT, async ({ page }) => {
  const forms = ["unaffordable inheritance tax", "unaffordable inheritance taxes"];
  await add(page, `word: ${forms[0]}\nword: ${forms[1]}\ninstead: levy\nreason: A nickname.\nflag: They fear ${forms[0]}.\nflag: They fear ${forms[1]}.\npass: The levy fell.\n`);
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  const [word, instead, why, act] = await page.locator(".words__entry--own").evaluate((row) =>
    [".words__word", ".words__instead", ".words__why", ".words__acts button"].map((css) => {
      const range = document.createRange();
      range.selectNodeContents(row.querySelector(css));
      const lines = [...range.getClientRects()];
      return { top: lines[0].top, bottom: lines[0].bottom, last: lines.at(-1).bottom };
    }));
  assert.ok(word.last > word.bottom + 8, "the forms take two lines");
  for (const it of [instead, act]) assert.ok(Math.abs(it.bottom - word.bottom) < 8, `${it.bottom} by ${word.bottom}`);
  assert.ok(why.top - instead.bottom < 16, `${why.top} under ${instead.bottom}`);
});

visit("after an undo the way forth is offered, and nothing more to undo is said", AT, async ({ page }) => {
  await withWords(page, "alphax");
  const toast = page.getByRole("region", { name: "The last step" });
  await undo(page).click();
  await toast.getByText("Undone.").waitFor();
  await soon(async () => assert.equal(await focused(page), "Redo", "the focus stays"));
  await page.locator("#own-list").focus();
  await page.keyboard.press("Control+z");
  await toast.getByText("There is nothing to undo.").waitFor();
  await toast.getByRole("button", { name: "Redo" }).click();
  await toast.getByText("Redone.").waitFor();
  await page.getByRole("heading", { name: "On your list: 1" }).waitFor();
  await undo(page).waitFor();
});

visit("what takes itself away leaves the focus where it was", AT, async ({ page }) => {
  await add(page, "off: loaded-label regime\ndismissed: word|loaded-label|regime\n");
  await page.getByRole("button", { name: /^Flag again/ }).click();
  await soon(async () => assert.equal(await focused(page), "words-off"));
  await page.getByRole("button", { name: /^Show again/ }).click();
  await soon(async () => assert.equal(await focused(page), "dismissed"));
});

visit("what is left out of a list is counted to the last", AT, async ({ page }) => {
  await withWords(page, "alphax", "betax");
  await add(page, words(10_050));
  await page.getByText("9998 added. 52 left out, and why:").waitFor({ timeout: 60_000 });
  const lines = await page.locator("#file-outcome li").allInnerTexts();
  assert.deepEqual(lines.map((it) => Number(/line (\d+)/.exec(it)[1])), [59_989, 59_995, 60_001]);
});
