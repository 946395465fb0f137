// The tools that ask who says so: ledger, removal test, voice lens, map of replies.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { clean, LOOKS } from "./axe.mjs";
import { many, paste, ready, says, seen, soon, unseen, visit } from "./visit.mjs";

const STORY = `Bridge collapse killed nine workers

By Ina Brandel

Nine workers were killed in the collapse of the bridge, a medic said on Monday.

The widow accused Tom Arlen of hiding the report. She accused the Velden Company of greed.

Arlen denied it. “The steel was sound, and nobody told us otherwise in all those years,” said Nora Vint, an engineer. A clerk said the road was shut.`;

const REPEATED = "Everyone knows that the port is old. The port is believed to be sinking. The company reportedly hid the reports. The mayor is said to have known.";

const panel = (page) => page.getByRole("region", { name: "Flags" });
const ledger = (page) => panel(page).locator("details.ledger");
const voice = (page, name) => ledger(page).locator("tbody.ledger__voice").filter({ hasText: name });

async function open(page, text = STORY) {
  await paste(page, text);
  await ledger(page).locator("summary").click();
  await ledger(page).locator("table").waitFor();
}

async function names(page) {
  return ledger(page).locator(".ledger__name").allInnerTexts();
}

visit("the ledger has a row for every voice, with ticks in words", {}, async ({ page }) => {
  await open(page);
  for (const name of ["a medic", "Nora Vint", "A clerk", "The widow"]) {
    assert.ok((await names(page)).some((it) => it.includes(name)), `${name} in ${await names(page)}`);
  }
  const cells = voice(page, "Nora Vint").locator("td.ledger__tick");
  await many(cells, 5);
  assert.match(await cells.first().textContent(), /yes/);
  assert.match(await voice(page, "a medic").locator("td.ledger__tick").first().textContent(), /no/);
  await many(ledger(page).getByRole("columnheader"), 6);
});

for (const width of [1280, 390]) {
  visit(`${width} px wide, an open ledger makes the page no longer than the article`, { viewport: { width, height: 800 } }, async ({ page }) => {
    const text = `${STORY}\n\n${Array.from({ length: 12 }, (_, it) => `Clerk ${it} of Velden said the road was shut.`).join(" ")}`;
    await paste(page, text);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    await ledger(page).evaluate((it) => { it.open = true; });
    await ledger(page).locator("table").waitFor({ state: "attached" });
    assert.ok(await height() <= before + 1, `${before} to ${await height()}`);
  });
}

visit("a place of the ledger is gone to by keyboard, and Esc comes back", {}, async ({ page }) => {
  await open(page);
  const link = voice(page, "Nora Vint").locator("[data-act=place]").first();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => getSelection().toString().includes("Nora Vint"));
  await page.locator("#article:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.matches("[data-act=place]"));
});

visit("who looks at a rule finds the ledger as it was left", {}, async ({ page }) => {
  await open(page);
  const isOpen = () => ledger(page).evaluate((it) => it.open);
  const flag = page.locator("li.card[data-flag]").first();
  const look = async () => {
    await flag.locator(".card__name").waitFor();
    if (await flag.locator(".card__name").getAttribute("aria-expanded") === "false") await flag.locator(".card__name").click();
    await flag.getByRole("link", { name: "About this rule" }).click();
    await page.getByRole("heading", { name: "Why it matters" }).waitFor();
    await page.goBack();
    await ready(page);
    await ledger(page).waitFor();
  };
  await look();
  await soon(async () => assert.ok(await isOpen(), "open as it was"));
  await ledger(page).locator("table").waitFor();
  assert.ok(!await page.evaluate(() => document.activeElement.matches("[data-act=out]")), "not from saving it");
  await ledger(page).locator("summary").click();
  await look();
  await flag.locator(".card__name").waitFor();
  assert.ok(!await isOpen(), "closed as it was");
});

visit("without a voice its sentences are struck, and what bears the load is told", {}, async ({ page }) => {
  await open(page);
  await says(voice(page, "a medic"), /Load-bearing: without this, the headline loses its support/);
  await soon(async () => assert.doesNotMatch(await voice(page, "A clerk").innerText(), /loses its support/));
  const button = voice(page, "a medic").getByRole("button", { name: /Read without/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator("article del.struck").first().waitFor();
  await soon(async () => assert.deepEqual(await page.locator("article del.struck").allInnerTexts(),
    ["Nine workers were killed in the collapse of the bridge, a medic said on Monday."]));
  await soon(async () => assert.equal(await button.getAttribute("aria-pressed"), "true"));
  const told = ledger(page).getByRole("status");
  await says(told, /\d+% of the text remains\. Load-bearing: without this, the headline loses its support, and the first sentence goes/);
  await soon(async () => assert.ok(Number(await told.locator("meter").getAttribute("value")) < 90));
  await page.keyboard.press("Enter");
  await page.locator("article del.struck").first().waitFor({ state: "detached" });
  await page.locator("p[role=status]", { hasText: "All of the text is back." }).waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await page.locator("article del.struck").first().waitFor();
  await page.keyboard.press("Escape");
  await page.locator("article del.struck").first().waitFor({ state: "detached" });
  await soon(async () => assert.ok(await button.evaluate((it) => it === document.activeElement)));
});

visit("without a voice no flag is shown, and “Flags” leads back to the whole text", {}, async ({ page }) => {
  await open(page);
  const flags = page.getByRole("button", { name: "Flags", exact: true });
  const struck = page.locator("article del.struck").first();
  await voice(page, "a medic").getByRole("button", { name: /Read without/ }).click();
  await struck.waitFor();
  await soon(async () => assert.equal(await flags.getAttribute("aria-pressed"), "false"));
  await flags.click();
  await struck.waitFor({ state: "detached" });
  await soon(async () => assert.equal(await flags.getAttribute("aria-pressed"), "true"));
});

visit("on the phone the panel makes room for what is struck", LOOKS.phone, async ({ page }) => {
  await paste(page, STORY);
  await page.getByRole("button", { name: "Cards" }).click();
  await ledger(page).locator("summary").click();
  await voice(page, "a medic").getByRole("button", { name: /Read without/ }).click();
  const struck = page.locator("article del.struck").first();
  await struck.waitFor();
  await soon(async () => {
    const [words, sheet] = await Promise.all([struck, panel(page)].map((it) => it.boundingBox()));
    assert.ok(words.y > 0 && words.y + words.height < sheet.y, `${words.y} above ${sheet.y}`);
  });
  const body = panel(page).locator(".panel__body");
  await body.evaluate((it) => it.scrollBy(0, 200));
  await soon(async () => {
    const [bar, top] = await Promise.all([ledger(page).getByRole("status"), body].map((it) => it.boundingBox()));
    assert.ok(bar.y - top.y < 2, "no words of a row are seen above the bar");
  });
});

visit("on paper what the lines mean is told before who speaks", {}, async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: "print" });
  await soon(async () => {
    const [lines, voices] = await Promise.all([page.locator(".filters"), ledger(page)].map((it) => it.boundingBox()));
    assert.ok(lines.y + lines.height <= voices.y + 1, `${lines.y} above ${voices.y}`);
  });
});

visit("what nobody says has a row that is not counted", {}, async ({ page }) => {
  await open(page, `${STORY}\n\n${REPEATED}`);
  const row = voice(page, "nobody named (“is believed”)");
  await says(row, /not counted/);
  await says(voice(page, "Everyone"), /group, not counted/);
  const rows = ledger(page).locator(".ledger__kind");
  const counted = (await rows.allInnerTexts()).filter((it) => !it.includes("not counted")).length;
  await says(ledger(page).locator("summary"), new RegExp(`Who speaks ${counted}\\s*$`));
});

visit("on paper it is told which voice was taken away", {}, async ({ page }) => {
  await open(page);
  const button = voice(page, "a medic").getByRole("button", { name: /Read without/ });
  await button.click();
  await page.emulateMedia({ media: "print" });
  await seen(button);
  await unseen(voice(page, "A clerk").getByRole("button", { name: /Read without/ }));
});

visit("only what named people stand behind is left", {}, async ({ page }) => {
  await open(page);
  await ledger(page).getByRole("button", { name: "Read only what named people stand behind" }).click();
  await page.locator("article del.struck").first().waitFor();
  for (const words of ["a medic said", "A clerk said"]) await page.locator("article del.struck", { hasText: words }).first().waitFor();
  await many(page.locator("article del.struck", { hasText: "Nora Vint" }), 0);
});

visit("voices are merged and split, undone, and kept on reload", {}, async ({ page }) => {
  await open(page);
  const before = await names(page);
  await page.getByRole("table", { name: "Who speaks" }).waitFor();
  const told = async () => parseInt(await page.locator(".summary__voices").innerText());
  const voices = await told();
  for (const name of ["a medic", "A clerk"]) await voice(page, name).getByRole("checkbox").check();
  await ledger(page).getByRole("button", { name: "Merge the ticked voices" }).click();
  await page.waitForFunction((count) => document.querySelectorAll(".ledger__name").length === count, before.length - 1);
  await soon(async () => assert.equal(await told(), voices - 1, "the sentence counts as the table does"));
  await ledger(page).getByRole("button", { name: /^Undo the last/ }).click();
  await page.waitForFunction((count) => document.querySelectorAll(".ledger__name").length === count, before.length);
  assert.deepEqual(await names(page), before);
  await ledger(page).getByRole("button", { name: /^Redo/ }).click();
  await page.waitForFunction((count) => document.querySelectorAll(".ledger__name").length === count, before.length - 1);
  await voice(page, "a medic").getByRole("checkbox").focus();
  await page.keyboard.press("Control+z");
  await page.waitForFunction((count) => document.querySelectorAll(".ledger__name").length === count, before.length);
  await page.keyboard.press("Control+Shift+z");
  await page.waitForFunction((count) => document.querySelectorAll(".ledger__name").length === count, before.length - 1);
  // The page waits a little before it keeps a text.
  await page.waitForFunction(() => /Bridge collapse/.test(localStorage.getItem("sayso.text")));
  await page.reload();
  await ready(page);
  await ledger(page).locator("summary").click();
  await ledger(page).locator("table").waitFor();
  assert.equal((await names(page)).length, before.length - 1);
  await voice(page, "a medic").getByRole("button", { name: /^Split/ }).click();
  await page.waitForFunction((count) => document.querySelectorAll(".ledger__name").length === count, before.length);
});

const TOLL = `Bridge collapse killed nine workers

By Ina Brandel

Nine workers were killed in the collapse of the bridge, a medic said on Monday.

“The steel was sound,” said Nora Vint, an engineer. The widow accused Tom Arlen of hiding the report.`;

async function merge(page, ...voices) {
  for (const name of voices) await voice(page, name).getByRole("checkbox").check();
  await ledger(page).getByRole("button", { name: "Merge the ticked voices" }).click();
}

visit("what was merged counts in the sentence on top and in both tests", {}, async ({ page }) => {
  await open(page, TOLL);
  const unnamed = ledger(page).getByRole("button", { name: "Read without all unnamed voices" });
  const found = ledger(page).getByText("colours the text as it was found");
  await says(page.locator(".summary__voices"), /the toll rests on an unnamed source/);
  await many(unnamed, 1);
  await many(found, 0);
  await merge(page, "a medic", "Nora Vint");
  await says(page.locator(".summary__voices"), /the toll rests on Nora Vint\./);
  await many(unnamed, 0);
  await found.waitFor();
  await ledger(page).getByRole("button", { name: "Read only what named people stand behind" }).click();
  await page.locator("article del.struck").first().waitFor();
  await many(page.locator("article del.struck", { hasText: "a medic said" }), 0);
  await ledger(page).getByRole("button", { name: /^Undo the last/ }).click();
  await many(unnamed, 1);
  await says(page.locator(".summary__voices"), /the toll rests on an unnamed source/);
});

visit("a merged row tells what the fullest of its voices told", {}, async ({ page }) => {
  await open(page, TOLL);
  await merge(page, "a medic", "The widow");
  await says(voice(page, "The widow").locator(".ledger__kind"), /^known by an office$/);
  assert.match(await voice(page, "The widow").locator("td.ledger__tick").nth(1).textContent(), /yes/);
  await merge(page, "The widow", "Nora Vint");
  await says(voice(page, "Nora Vint").locator(".ledger__kind"), /^named person$/);
});

visit("after a reload all merges and splits can still be undone", {}, async ({ page }) => {
  await open(page);
  const before = await names(page);
  const all = ledger(page).getByRole("button", { name: "Undo all merges and splits" });
  await many(all, 0);
  for (const name of ["a medic", "A clerk"]) await voice(page, name).getByRole("checkbox").check();
  await ledger(page).getByRole("button", { name: "Merge the ticked voices" }).click();
  await all.waitFor();
  await page.waitForFunction(() => /Bridge collapse/.test(localStorage.getItem("sayso.text")));
  await page.reload();
  await ready(page);
  await ledger(page).locator("summary").click();
  await all.waitFor();
  await voice(page, "a medic").getByRole("checkbox").focus();
  await page.keyboard.press("Control+z");
  await page.locator(".toast", { hasText: "There is no merge or split of just now to undo." }).waitFor();
  await all.click();
  await soon(async () => assert.deepEqual(await names(page), before));
  await many(all, 0);
});

visit("the button that merges is in sight of the ticks", {}, async ({ page }) => {
  await open(page, `${STORY}\n\n${Array.from({ length: 12 }, (_, it) => `Bo Rae${"abcdefghijkl"[it]} of Velden said the road was shut.`).join(" ")}`);
  for (const name of ["a medic", "The widow"]) await voice(page, name).getByRole("checkbox").check();
  await soon(async () => {
    const { y, height } = await ledger(page).getByRole("button", { name: "Merge the ticked voices" }).boundingBox();
    assert.ok(y > 0 && y + height <= 800, `${y}`);
  });
});

for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 780 }]) {
  visit(`${viewport.width} px: the whole text comes back from beside it`, { viewport }, async ({ page }) => {
    await paste(page, STORY);
    if (viewport.width < 900) await page.getByRole("button", { name: "Cards", exact: true }).click();
    await ledger(page).locator("summary").click();
    await voice(page, "a medic").getByRole("button", { name: /Read without/ }).click();
    await page.locator("article del.struck").first().waitFor();
    if (viewport.width < 900) await page.getByRole("button", { name: "Text", exact: true }).click();
    const back = page.getByRole("main").getByRole("button", { name: "Show the whole text again" });
    await says(page.locator(".page__whole"), /^\d+% of the text remains\./);
    await soon(async () => {
      const { y, height } = await back.boundingBox();
      assert.ok(y > 0 && y + height <= viewport.height, `${y}`);
    });
    await back.click();
    await many(page.locator("article del.struck"), 0);
    await many(back, 0);
    await page.locator("#article:focus").waitFor();
  });
}

visit("after a merge, a split and an undo by keyboard the focus is at a voice", {}, async ({ page }) => {
  await open(page);
  const press = async (act) => {
    await ledger(page).locator(`[data-act=${act}]`).first().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.closest(".ledger__voice, .ledger__tools") !== null);
  };
  for (const name of ["a medic", "A clerk"]) await voice(page, name).getByRole("checkbox").check();
  await press("merge");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Tick a medic");
  await press("split");
  await press("undo");
  await press("undo");
  await page.waitForFunction(() => document.activeElement?.matches(".ledger__voice input"));
});

visit("what was checked and let pass is gone to", {}, async ({ page }) => {
  await paste(page, STORY);
  const passed = panel(page).locator("details", { hasText: "Checked and let pass" });
  await passed.locator("summary").click();
  await passed.getByRole("button", { name: "accused Tom Arlen" }).click();
  await page.waitForFunction(() => getSelection().toString() === "accused Tom Arlen");
});

visit("the ledger is saved as a table, as it was merged", {}, async ({ page }) => {
  await open(page);
  for (const name of ["a medic", "A clerk"]) await voice(page, name).getByRole("checkbox").check();
  await ledger(page).locator("[data-act=merge]").click();
  await voice(page, "A clerk").waitFor({ state: "detached" });
  const rows = (await names(page)).length;
  await ledger(page).getByRole("link", { name: /CSV/ }).click();
  await soon(async () => assert.ok(await page.getByRole("radio", { name: /^Table of voices/ }).isChecked()));
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const file = await saved;
  assert.match(file.suggestedFilename(), /-voices\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  assert.match(lines[0], /^\ufeff?"Article","Voice","Kind","Role",.*"Named"/);
  assert.equal(lines.length, 1 + rows);
  await page.goBack();
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.textContent), /CSV/));
  await seen(ledger(page).locator("table"), "it is open as it was left");
});

visit("the map tells who is accused, and where the answer is", {}, async ({ page }) => {
  await paste(page, STORY);
  const map = panel(page).locator("details.replies");
  await map.locator("summary").click();
  const rows = map.locator("tbody tr");
  await many(rows, 2);
  await says(rows.nth(0), /Tom Arlen[\s\S]*hiding the report[\s\S]*The widow[\s\S]*denied/);
  await says(rows.nth(1), /Velden Company[\s\S]*greed[\s\S]*may be answering/);
  for (const key of ["Shift+Tab", "Tab"]) await page.keyboard.press(key);
  const [ring, words] = await map.evaluate((it) => {
    const [summary, told] = it.children;
    const { outlineOffset, outlineWidth } = getComputedStyle(summary);
    const range = document.createRange();
    range.selectNodeContents(told);
    return [summary.getBoundingClientRect().bottom + parseFloat(outlineOffset) + parseFloat(outlineWidth), range.getBoundingClientRect().top];
  });
  assert.ok(ring <= words, `the ring of the focus, to ${ring}, is above the words, from ${words}`);
  await map.getByRole("button", { name: /the answer of Tom Arlen/ }).click();
  await page.waitForFunction(() => getSelection().toString().includes("denied"));
});

visit("what only says who speaks is no statement, and a set phrase is told as one", {}, async ({ page }) => {
  await open(page, "Radar bad\n\nBy Bo Rae\n\nA union clerk, who asked not to be named because he was not authorized to speak to the media, said the radar was bad.\n\nIt cost $4,000, according to a memo seen by the Velden Courier.");
  const rows = ledger(page).locator(".ledger__voice");
  await many(rows, 2);
  await says(rows.first(), /set phrase/);
  await says(rows.first().locator(".ledger__verbs"), /^said$/);
});

visit("whoever was asked and gave no answer is told apart from whoever answers", {}, async ({ page }) => {
  await paste(page, "Aide took cash\n\nBy Ina Brandel\n\nProsecutors allege that Nora Vint took cash from a builder.\n\nVint could not be reached for comment.");
  const map = panel(page).locator("details.replies");
  await map.locator("summary").click();
  const row = map.locator("tbody tr").first();
  await says(row, /Nora Vint[\s\S]*… took cash[\s\S]*was asked, gave no answer/);
  await says(map.locator(".replies__told"), /or was asked\./);
});

visit("V inks by who speaks, in words as well, and names runs of claims", {}, async ({ page }) => {
  await paste(page, `${STORY}\n\n${REPEATED}`);
  await page.locator("#article").focus();
  await page.keyboard.press("v");
  await page.locator("article .voice--named").first().waitFor();
  for (const kind of ["unnamed", "named"]) await page.locator("article .voice__tag", { hasText: new RegExp(`^${kind}`) }).first().waitFor();
  const lines = await page.evaluate(() => [".voice--named", ".voice--unnamed"].map((css) =>
    getComputedStyle(document.querySelector(`article ${css}`)).textDecorationStyle));
  assert.notEqual(lines[0], lines[1], "patterns, not colours alone");
  const legend = panel(page).getByRole("region", { name: "Voices" });
  await says(legend, /somebody unnamed/);
  await says(legend, /3 sentences, 3 claims/);
  await says(page.locator("article"), /claim after claim: The port is believed/);
  await soon(async () => assert.ok(await page.locator(".strip__run").count() > 2));
  const [strip, widths] = await page.evaluate(() => [document.querySelector(".strip").getBoundingClientRect().right,
    [".strip__run--named", ".strip__run--unnamed"].map((css) => document.querySelector(css).clientWidth)]);
  assert.equal(strip, await page.evaluate(() => document.documentElement.clientWidth), "beside the scroll bar");
  assert.ok(widths[0] > widths[1], "not told by colour alone");
  await page.emulateMedia({ media: "print" });
  await seen(legend, "the legend prints");
  await seen(page.locator("article .voice__tag").first());
});

visit("one voice is seen alone, the others in their place without ink", {}, async ({ page }) => {
  await paste(page, STORY);
  await page.getByRole("button", { name: "Voices", exact: true }).click();
  const legend = panel(page).getByRole("region", { name: "Voices" });
  const inked = () => page.locator("article .voice").evaluateAll((all) =>
    [...new Set(all.filter((it) => getComputedStyle(it).textDecorationLine !== "none").map((it) => it.className))]);
  await soon(async () => assert.ok(await legend.getByRole("radio", { name: "all of them" }).isChecked()));
  assert.ok((await inked()).length > 1);
  const words = await page.locator("article").innerText();
  await legend.getByRole("radio", { name: "somebody unnamed" }).check();
  await soon(async () => assert.deepEqual(await inked(), ["voice voice--unnamed"]));
  assert.equal(await page.locator("article").innerText(), words);
  await clean(page, "one voice alone");
  await page.keyboard.press("ArrowUp");
  await soon(async () => assert.ok(!(await inked()).includes("voice voice--unnamed"), "by the arrow keys as well"));
  await legend.getByRole("radio", { name: "somebody unnamed" }).check();
  await page.emulateMedia({ media: "print" });
  await unseen(legend.getByText(/Choose one/), "there is nothing to choose on paper");
  await seen(legend.getByText("somebody unnamed"));
  await unseen(legend.locator(".voice--named"), "which has no ink there");
  await page.emulateMedia({ media: "screen" });
  await legend.getByRole("radio", { name: "all of them" }).check();
  await soon(async () => assert.ok((await inked()).length > 1));
});

visit("F6 goes from the article to the panel and the tools, and round", {}, async ({ page }) => {
  await paste(page, STORY);
  await page.locator("#article").focus();
  const at = (css) => page.waitForFunction((css) => document.activeElement?.closest(css) !== null, css);
  for (const css of ["#flags", ".header", "#article"]) {
    await page.keyboard.press("F6");
    await at(css);
  }
  await page.keyboard.press("Shift+F6");
  await at(".header");
});

visit("on paper a line of where a text comes from stands in one column", { fragment: "#/read/digest-03-three-killed" }, async ({ page }) => {
  await ready(page);
  await page.emulateMedia({ media: "print" });
  const lines = page.locator(".provenance dl > div");
  await soon(async () => assert.ok(await lines.count() > 1));
  const torn = await lines.evaluateAll((all) => all.filter((it) =>
    getComputedStyle(it).breakInside !== "avoid" || it.getClientRects().length > 1).map((it) => it.innerText));
  assert.deepEqual(torn, []);
});

visit("on paper every card is there, and every pair of headlines", {}, async ({ page }) => {
  const sentences = Array.from({ length: 150 }, (_, at) => `A senior official said no to plan ${at}.`);
  await paste(page, `Ferry to close\n\nBy Ina Brandel\n\n${sentences.join("\n\n")}`);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.waitForFunction(() => document.querySelectorAll("li[data-flag]").length >= 150
    || document.querySelector(".card__place") !== null);
  await page.emulateMedia({ media: "print" });
  await seen(page.locator(".filters"), "what the lines mean is told");
  await unseen(page.locator(".stepper"));
});
