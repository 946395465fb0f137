// An article of the library: marks beside cards, as the page's contract has it.

import assert from "node:assert/strict";
import { clean } from "./axe.mjs";
import { badge, card, go, library, locked, many, marked, paste, pick, ready, soon, visit } from "./visit.mjs";

visit("the type is there with the first words", {}, async ({ page }) => {
  const upright = await page.evaluate(() => [...document.fonts].filter((it) => it.weight === "400" && it.style === "normal").map((it) => it.status));
  assert.deepEqual(upright, ["loaded"]);
});

visit("letters that the first words do not need come in the same type", {}, async ({ page }) => {
  await locked(page);
  const widths = await page.evaluate(() => {
    const measure = document.createElement("canvas").getContext("2d");
    return ["400", "italic 400", "600"].map((kind) => ["\"Source Serif\"", "\"no such type\""].map((family) => {
      measure.font = `${kind} 100px ${family}, monospace`;
      return measure.measureText("Łódź, Ćevapčići").width;
    }));
  });
  for (const [serif, none] of widths) assert.notEqual(serif, none);
  const faces = await page.evaluate(() => [...document.fonts].map((it) => it.status));
  assert.deepEqual(faces, Array(4).fill("loaded"), "that of the first words, and three more");
});

visit("the start screen offers a box and a library", {}, async ({ page }) => {
  await page.getByRole("textbox", { name: "Article text" }).waitFor();
  await page.getByRole("button", { name: "Read it" }).waitFor();
  await soon(async () => assert.ok(await library(page).count() >= 12));
});

visit("every mark names its traits and has a badge", {}, async ({ page }) => {
  await pick(page, 0);
  const flags = await marked(page);
  assert.ok(flags.length > 3, "the first article of the library bears flags");
  const faults = await page.locator("article mark[data-flags]").evaluateAll((marks) =>
    marks.filter((it) => !/^\d+( \d+)*$/.test(it.dataset.flags) || !/^[a-z-]+( [a-z-]+)*$/.test(it.dataset.traits ?? ""))
      .map((it) => it.outerHTML));
  assert.deepEqual(faults, []);
  for (const flag of flags) assert.equal(await badge(page, flag).count(), 1, `flag ${flag} has one badge`);
});

visit("every badge opens the card of its flag", {}, async ({ page }) => {
  await pick(page, 0);
  for (const flag of await marked(page)) {
    await badge(page, flag).click();
    await card(page, flag).waitFor();
    const quoted = await page.locator(`article mark[data-flags~="${flag}"]`).first().innerText();
    const start = quoted.replace(/\d+$/, "").trim().slice(0, 12);
    await soon(async () => {
      const words = await card(page, flag).innerText();
      assert.ok(words.includes(start), `the card of flag ${flag} quotes “${start}”:\n${words}`);
    });
    await card(page, flag).getByRole("button", { name: "Dismiss" }).waitFor();
  }
});

visit("behind More stand what a rule rests on and how often it is right", {}, async ({ page }) => {
  await pick(page, 0);
  const [flag] = await marked(page);
  await badge(page, flag).click();
  const more = card(page, flag).getByRole("group").filter({ hasText: "More" });
  await more.getByText("More", { exact: true }).click();
  await more.getByText("How often it is right").waitFor();
});

visit("a dismissed flag leaves the text, and undo brings it back", {}, async ({ page }) => {
  await pick(page, 0);
  const before = await marked(page);
  const mark = page.locator(`article mark[data-flags~="${before[0]}"]`).first();
  await badge(page, before[0]).click();
  await card(page, before[0]).getByRole("button", { name: "Dismiss" }).click();
  await card(page, before[0]).getByRole("button", { name: "This place only" }).click();
  await mark.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).first().click();
  await mark.waitFor();
  assert.deepEqual(await marked(page), before);
  await page.locator(`li[data-flag="${before[0]}"] .card__name:focus`).waitFor();
  await many(page.getByRole("button", { name: "Undo" }), 0, "there is nothing more to undo");
});

visit("an undo goes with its screen; Ctrl and Z still undoes", {}, async ({ page }) => {
  await pick(page, 0);
  const [flag] = await marked(page);
  const mark = page.locator(`article mark[data-flags~="${flag}"]`).first();
  await badge(page, flag).click();
  await card(page, flag).getByRole("button", { name: "Dismiss" }).click();
  await card(page, flag).getByRole("button", { name: "This place only" }).click();
  await page.getByRole("button", { name: "Undo" }).waitFor();
  await go(page, "#/rules");
  await page.getByRole("button", { name: "Undo" }).waitFor({ state: "detached" });
  await page.goBack();
  await ready(page);
  await mark.waitFor({ state: "detached" });
  await page.locator("article").first().focus();
  await page.keyboard.press("Control+z");
  await mark.waitFor();
});

visit("the possessive of a word shares its card, and is dismissed with it", {}, async ({ page }) => {
  await paste(page, "Papers closed\n\nThe regime closed three newspapers in May. The regime's officers came at night. "
    + "The regime’s courts said nothing. The regime jailed two editors.");
  const marks = page.locator("article mark[data-traits~=loaded-label]");
  await many(marks, 4);
  const cards = page.locator("li[data-flag][data-trait=loaded-label]");
  await many(cards, 1);
  await page.locator("article mark[data-traits~=loaded-label] + .held > button").nth(1).click();
  await cards.getByRole("button", { name: /^Dismiss/ }).first().click();
  await cards.getByRole("button", { name: "“regime” in every text, for this rule" }).click();
  await many(marks, 0);
});

visit("a block is set in the direction of its words", {}, async ({ page }) => {
  await paste(page, "انهيار الجسر في المدينة\n\nقال المسعف إن تسعة أشخاص قتلوا يوم الاثنين.\n\nThe road is shut, a medic said.");
  const directions = () => page.locator("article [data-from]").evaluateAll((all) =>
    all.map((it) => [/[\u0600-\u06ff]/.test(it.innerText), getComputedStyle(it).direction].join(" ")));
  const expected = ["false ltr", "true rtl"];
  await soon(async () => assert.deepEqual([...new Set(await directions())].toSorted(), expected));
  await page.locator("#article").focus();
  await page.keyboard.press("v");
  await page.locator("article .voice").first().waitFor();
  await soon(async () => assert.deepEqual([...new Set(await directions())].toSorted(), expected));
});

visit("the sentence on top denies no source that is flagged", {}, async ({ page }) => {
  await paste(page, "Pier shut for repairs\n\nBy Bo Rae\n\nThe pier is shut until May and the boats are gone. A medic said so.");
  await page.locator("li[data-trait=unnamed-source]").waitFor();
  assert.match(await page.locator(".summary__voices").innerText(), /^Nobody is cited by name|1 unnamed/);
});

visit("a filter says how many flags it leaves", {}, async ({ page }) => {
  await pick(page, 0);
  await marked(page);
  const filter = page.getByRole("group", { name: "Show" }).getByRole("button").first();
  await filter.click();
  const ids = () => page.locator("article button[data-flag]").evaluateAll((all) => new Set(all.map((it) => it.dataset.flag)).size);
  await soon(async () => assert.equal(await page.locator("p[role=status]", { hasText: /^Flags shown/ }).textContent(), `Flags shown: ${await ids()}.`));
});

visit("the name of a heading has no numbers of flags in it", {}, async ({ page, context }) => {
  await pick(page, 0);
  await marked(page);
  const devtools = await context.newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const named = (role) => nodes.filter((it) => !it.ignored && it.role.value === role).map((it) => it.name.value);
  const title = await page.getByRole("article").getByRole("heading").first().evaluate((it) => {
    const copy = it.cloneNode(true);
    copy.querySelectorAll(".badge").forEach((badge) => badge.remove());
    return copy.textContent.trim();
  });
  // A word joiner keeps the numbers on the line of their words.
  assert.ok(named("heading").map((it) => it.replaceAll("\u2060", "").trim()).includes(title), named("heading").join("\n"));
  assert.deepEqual(named("article"), ["The article"]);
  assert.ok(named("mark").length > 0);
  await clean(page, "a heading and its flags");
});

visit("an undo is offered for as long as the focus is on it", {
  before: () => {
    // A clock that the test winds: what is due in ten seconds is due when it says so.
    const [wait, forget] = [globalThis.setTimeout, globalThis.clearTimeout];
    const due = new Map();
    globalThis.setTimeout = (act, time, ...rest) => {
      if (time !== 10_000) return wait(act, time, ...rest);
      due.set(-1 - due.size, act);
      return -due.size;
    };
    globalThis.clearTimeout = (id) => (due.has(id) ? due.set(id, () => {}) : forget(id));
    globalThis.tenSecondsPass = () => [...due].forEach(([id, act]) => {
      due.set(id, () => {});
      act();
    });
  },
}, async ({ page }) => {
  await pick(page, 0);
  const [flag, next] = await marked(page);
  const undo = page.getByRole("button", { name: "Undo" });
  const dismiss = async (flag) => {
    await badge(page, flag).click();
    await card(page, flag).getByRole("button", { name: "Dismiss" }).click();
    await card(page, flag).getByRole("button", { name: "This place only" }).click();
  };
  const tenSecondsPass = () => page.evaluate(() => globalThis.tenSecondsPass());
  await dismiss(flag);
  await undo.waitFor();
  await tenSecondsPass();
  await undo.waitFor({ state: "detached" });
  await dismiss(next);
  await undo.focus();
  await tenSecondsPass();
  await soon(async () => assert.ok(await undo.evaluate((it) => it === document.activeElement)));
  await page.getByRole("button", { name: "Reading settings" }).focus();
  await tenSecondsPass();
  await undo.waitFor({ state: "detached" });
});

visit("a dismissal outlives a reload", {}, async ({ page }) => {
  await pick(page, 0);
  const before = await marked(page);
  await badge(page, before[0]).click();
  await card(page, before[0]).getByRole("button", { name: "Dismiss" }).click();
  await card(page, before[0]).getByRole("button", { name: "This place only" }).click();
  await page.locator(`article mark[data-flags~="${before[0]}"]`).first().waitFor({ state: "detached" });
  await page.reload();
  await ready(page);
  assert.deepEqual(await marked(page), before.slice(1));
});

visit("a text that was read says how many flags it has, and what a dismissal did lies in a landmark", {}, async ({ page }) => {
  await pick(page, 0);
  const count = await page.locator(".stepper__place").evaluate((it) => it.firstChild.data);
  assert.match(count, /^\d+ flags$/);
  await page.locator("p[role=status]", { hasText: new RegExp(`^${count}$`) }).waitFor({ state: "attached" });
  const [flag] = await marked(page);
  await badge(page, flag).click();
  await card(page, flag).getByRole("button", { name: "Dismiss" }).click();
  await card(page, flag).getByRole("button", { name: "This place only" }).click();
  await page.getByRole("region", { name: "The last step" }).getByRole("button", { name: "Undo" }).waitFor();
});

visit("the back button returns to the start", {}, async ({ page }) => {
  await pick(page, 0);
  await page.locator("p[role=status]", { hasText: /^\d+ flags$/ }).waitFor({ state: "attached" });
  await page.goBack();
  await page.getByRole("textbox", { name: "Article text" }).waitFor();
  await many(page.locator("p[role=status]", { hasText: "flags" }), 0, "nothing is said any more of the text that was left");
});

visit("back at the start the list is where it was left", {}, async ({ page }) => {
  const last = library(page).last();
  await last.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  assert.ok(before > 300);
  await page.waitForFunction((y) => Array.isArray(history.state) && history.state.includes(y), before);
  await last.click();
  await ready(page);
  await page.goBack();
  await soon(async () => assert.equal(await page.evaluate(() => scrollY), before));
});

visit("every article of the library opens", {}, async ({ page }) => {
  const count = await library(page).count();
  for (let which = 0; which < count; which += 1) {
    await pick(page, which);
    await soon(async () => assert.ok((await page.locator("article").first().innerText()).length > 200));
    await page.goBack();
    await library(page).first().waitFor();
  }
});
