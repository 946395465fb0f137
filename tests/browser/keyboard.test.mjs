// The keys: next, previous, open, back, hide, help.

import assert from "node:assert/strict";
import { go, holds, many, marked, paste, pick, ready, says, soon, visit } from "./visit.mjs";

visit("J and K walk the flags, Enter opens, Esc returns", {}, async ({ page }) => {
  await pick(page, 0);
  const flags = await marked(page);
  await page.locator("article").first().focus();
  const press = async (key, flag) => {
    await page.keyboard.press(key);
    await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
  };
  await press("j", flags[0]);
  await press("j", flags[1]);
  await press("k", flags[0]);
  await press("k", flags.at(-1));
  await press("j", flags[0]);
  await page.keyboard.press("Enter");
  await page.locator(`li[data-flag="${flags[0]}"] :focus`).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(`article button[data-flag="${flags[0]}"]:focus`).waitFor();
});

visit("J goes through a headline in the order in which Tab does", { fragment: "#/read/digest-01-weekend-clashes" }, async ({ page }) => {
  await ready(page);
  const flags = await marked(page);
  const badges = page.locator("article button[data-flag]");
  const inText = (await badges.evaluateAll((all) => all.map((it) => Number(it.dataset.flag)))).filter((it) => flags.includes(it));
  assert.ok(inText.length > 6, "the headline has several");
  assert.deepEqual(inText, flags, "numbers rise as one reads");
  await page.locator("article").first().focus();
  for (const flag of inText.slice(0, 6)) {
    await page.keyboard.press("j");
    await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
  }
});

visit("Esc goes back from a card that Enter closed", {}, async ({ page }) => {
  await pick(page, 0);
  const [flag] = await marked(page);
  await page.locator(`article button[data-flag="${flag}"]`).focus();
  await page.keyboard.press("Enter");
  await page.locator(`li[data-flag="${flag}"] .card__name:focus`).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(`li[data-flag="${flag}"] .card__name[aria-expanded=false]:focus`).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
});

visit("Esc leads from a card that Tab reached to its number in the text", {}, async ({ page }) => {
  await pick(page, 0);
  const card = page.locator("li[data-flag]").nth(3);
  const flag = await card.getAttribute("data-flag");
  await card.locator(".card__name").focus();
  await page.keyboard.press("Escape");
  const badge = page.locator(`article button[data-flag="${flag}"]:focus`);
  await badge.waitFor();
  await soon(async () => {
    const { y } = await badge.boundingBox();
    assert.ok(y > 0 && y < 800, `in sight at ${y}`);
  });
});

visit("J and K begin with what is on screen when the reader has scrolled away", {}, async ({ page }) => {
  const text = Array.from({ length: 40 }, (_, it) => `The council met for the ${it + 2}th time, sources said. It spoke for hours about the park and its trees.`);
  await paste(page, text.join("\n\n"));
  const flags = await marked(page);
  const seen = () => page.evaluate(() => [...document.querySelectorAll("article button[data-flag]")].filter((it) => {
    const { top } = it.getBoundingClientRect();
    return top > 60 && top < innerHeight;
  }).map((it) => Number(it.dataset.flag)));
  for (const [key, at] of [["j", 0], ["k", -1]]) {
    await page.locator("article").first().focus();
    // Longer than a flag that was gone to takes to come into sight.
    await page.waitForTimeout(1_100);
    await page.evaluate((down) => scrollTo(0, down ? 900 : 1_500), key === "j");
    await soon(async () => assert.ok((await seen()).length > 2));
    const flag = (await seen()).at(at);
    assert.ok(flag !== flags.at(at));
    await page.keyboard.press(key);
    await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
  }
});

visit("Ctrl and Z says when there is nothing to undo", {}, async ({ page }) => {
  await pick(page, 0);
  await page.locator("article").first().focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("region", { name: "The last step" }).getByText("There is nothing to undo.").waitFor();
  await page.keyboard.press("Control+Shift+Z");
  await page.locator("p[role=status]", { hasText: "There is nothing to redo." }).waitFor({ state: "attached" });
});

visit("a redo of nothing leaves the undo that is offered", {}, async ({ page }) => {
  await pick(page, 0);
  const [flag] = await marked(page);
  await page.locator(`article button[data-flag="${flag}"]`).focus();
  await page.keyboard.press("d");
  await page.getByRole("button", { name: "This place only" }).click();
  const toast = page.getByRole("region", { name: "The last step" });
  await toast.getByRole("button", { name: "Undo" }).waitFor();
  await page.locator("#article").focus();
  await page.keyboard.press("Control+Shift+Z");
  await says(toast, /^Dismissed: .* There is nothing to redo\./);
  await toast.getByRole("button", { name: "Undo" }).click();
  await page.locator(`article button[data-flag="${flag}"]`).waitFor();
});

visit("J passes over a fold that is out of sight", { reducedMotion: "reduce" }, async ({ page }) => {
  const known = ["World", "Politics", "Business", "Culture", "Travel", "Weather", "Video", "Science", "Health", "Podcasts", "Newsletters", "Sign in", "Subscribe", "Contact", "About us"];
  const menu = ["The Velia Gazette", "All that floats, every day", "Home", "News", "Harbour", "Sport", "Opinion", "Search", ...known].join("\n");
  const story = Array.from({ length: 20 }, (_, it) => `The council met for the ${it + 2}th time, sources said. It spoke for hours about the park and its trees.`);
  await paste(page, [menu, "Ferry to sail all winter", "By Ann Lee", ...story].join("\n\n"));
  const flags = await marked(page);
  const folded = await page.locator("details:not([open]) button[data-flag]").evaluateAll((all) => all.map((it) => Number(it.dataset.flag)));
  assert.deepEqual(folded, [flags[0]]);
  await page.locator("article").focus();
  const line = await page.locator("details.fold").boundingBox();
  await page.evaluate((down) => scrollTo(0, down), line.y - 30);
  await page.keyboard.press("j");
  await page.locator(`article button[data-flag="${flags[1]}"]:focus`).waitFor();
});

visit("Shift with J and K keeps to flags of one rule", {}, async ({ page }) => {
  await pick(page, 0);
  await marked(page);
  const badges = await page.locator("article button[data-flag]").evaluateAll((all) =>
    all.map((it) => [Number(it.dataset.flag), it.getAttribute("aria-label").replace(/^\w+ \d+: /, "")]).sort((a, b) => a[0] - b[0]));
  const rule = badges.map((it) => it[1]).find((name, at, all) => all.lastIndexOf(name) > at + 1);
  const same = badges.filter((it) => it[1] === rule).map((it) => it[0]);
  await page.locator(`article button[data-flag="${same[0]}"]`).focus();
  for (const [key, flag] of [["Shift+J", same[1]], ["Shift+K", same[0]], ["Shift+K", same.at(-1)], ["Shift+J", same[0]]]) {
    await page.keyboard.press(key);
    await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
  }
});

visit("E on good practice says that there is nothing to repair", {}, async ({ page }) => {
  await paste(page, "Port to close\n\nBy Bo Rae\n\n“We were never asked,” said Marta Olden, who has run the ferry since 1998.");
  const flag = await page.locator("li.card--good[data-flag]").first().getAttribute("data-flag");
  await page.getByRole("button", { name: `Credit ${flag}: Named, with position` }).waitFor();
  await page.getByRole("button", { name: `Dismiss flag ${flag}` }).waitFor();
  await page.locator(`article button[data-flag="${flag}"]`).focus();
  await page.keyboard.press("e");
  await page.locator("p[role=status]", { hasText: "There is nothing to repair here." }).waitFor({ state: "attached" });
});

visit("the button for the next flag keeps the focus, and what it led to is read out", {}, async ({ page }) => {
  await pick(page, 0);
  const flags = await marked(page);
  const next = page.getByRole("button", { name: "Next flag" });
  await next.focus();
  for (const place of [1, 2, 3]) {
    await page.keyboard.press("Enter");
    await says(page.locator(".stepper__place"), new RegExp(`^${place} of ${flags.length}`));
    await page.locator('p[role=status]', { hasText: new RegExp(`^Flag \\d+: .+: ${place} of ${flags.length}$`) }).waitFor({ state: "attached" });
  }
  await soon(async () => assert.ok(await next.evaluate((it) => it === document.activeElement)));
});

visit("after D, Esc closes the menu, and again goes back to the number", {}, async ({ page }) => {
  await pick(page, 0);
  const [flag] = await marked(page);
  await page.locator(`article button[data-flag="${flag}"]`).focus();
  await page.keyboard.press("d");
  const dismiss = page.locator(`li[data-flag="${flag}"] .dismiss__open`);
  await page.locator(`li[data-flag="${flag}"] .dismiss__open[aria-expanded=true]:focus`).waitFor();
  await page.keyboard.press("Escape");
  await soon(async () => assert.equal(await dismiss.getAttribute("aria-expanded"), "false"));
  await page.keyboard.press("Escape");
  await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
});

visit("D shows all that it asks", {}, async ({ page }) => {
  await go(page, "#/read/digest-03-three-killed");
  await ready(page);
  const flags = (await marked(page)).slice(0, 5);
  await page.locator("article").focus();
  for (const flag of flags) {
    await page.keyboard.press("j");
    await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
    // Its card has come into sight by then.
    await page.waitForTimeout(1_000);
    await page.keyboard.press("d");
    const last = page.locator("li.card.is-at .dismiss__scopes button").last();
    await soon(async () => {
      const { y, height } = await last.boundingBox();
      assert.ok(y + height <= 800, `flag ${flag}: ${y + height}`);
    });
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
  }
});

visit("D asks what to dismiss, E leads to the bench", {}, async ({ page }) => {
  await pick(page, 0);
  const card = page.locator("li.card--concern[data-flag]").first();
  const flag = await card.getAttribute("data-flag");
  await page.locator(`article button[data-flag="${flag}"]`).focus();
  await page.keyboard.press("d");
  await card.locator(".dismiss__open[aria-expanded=true]:focus").waitFor();
  await page.locator(`article button[data-flag="${flag}"]`).focus();
  await page.keyboard.press("e");
  await page.waitForURL(/#\/repair\//);
});

visit("H hides the marks and shows them again", {}, async ({ page }) => {
  await pick(page, 0);
  const before = await marked(page);
  await page.locator("article").first().focus();
  const seen = () => page.locator("article mark[data-flags]").evaluateAll((marks) => marks.some((it) => {
    const style = getComputedStyle(it);
    return style.textDecorationLine !== "none" || style.borderBottomStyle !== "none" || style.backgroundImage !== "none";
  }));
  await soon(async () => assert.ok(await seen()));
  await page.keyboard.press("h");
  await soon(async () => assert.ok(!await seen(), "the flags are hidden"));
  await page.keyboard.press("h");
  await soon(async () => assert.ok(await seen(), "the flags are back"));
  assert.deepEqual(await marked(page), before);
});

visit("H leaves the lens for the flags it says are shown", {}, async ({ page }) => {
  await pick(page, 0);
  const before = await marked(page);
  await page.locator("article").first().focus();
  await page.keyboard.press("v");
  await page.locator("article .voice").first().waitFor();
  await page.keyboard.press("h");
  await page.locator("p[role=status]", { hasText: "Flags are shown." }).waitFor({ state: "attached" });
  await many(page.locator("article .voice"), 0);
  assert.deepEqual(await marked(page), before);
});

visit("V and V again leave the focus on the number where it was", {}, async ({ page }) => {
  await pick(page, 0);
  const flag = (await marked(page))[3];
  const badge = page.locator(`article button[data-flag="${flag}"]`);
  await badge.focus();
  await page.keyboard.press("v");
  await badge.waitFor({ state: "detached" });
  await page.keyboard.press("v");
  await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
});

visit("“back” closes a dialog along with the screen under it", {}, async ({ page }) => {
  await pick(page, 0);
  await page.getByRole("button", { name: "Reading settings" }).click();
  await page.getByRole("dialog").waitFor();
  await page.goBack();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

visit("? shows the list of keys, Esc closes it", {}, async ({ page }) => {
  await pick(page, 0);
  await page.locator("article button[data-flag]").first().focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await dialog.locator("h2:focus").waitFor();
  await says(dialog, /next/i);
  await says(dialog, /Mark it yourself/);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
});

for (const viewport of [{ width: 1280, height: 600 }, { width: 320, height: 400 }]) {
  visit(`the way out of the list of keys comes first, ${viewport.width} wide`, { viewport }, async ({ page }) => {
    await pick(page, 0);
    await page.locator("article").first().focus();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog");
    await dialog.locator("h2:focus").waitFor();
    await page.keyboard.press("Tab");
    const close = dialog.getByRole("button", { name: "Close" });
    await soon(async () => assert.ok(await close.evaluate((it) => it === document.activeElement)));
    const [{ x, y, width, height }, title] = [await close.boundingBox(), await dialog.locator("h2").evaluate((it) => {
      const range = document.createRange();
      range.selectNodeContents(it);
      return range.getBoundingClientRect().right;
    })];
    assert.ok(y >= 0 && y + height <= viewport.height && x + width <= viewport.width, "in sight");
    assert.ok(title <= x, `the title, to ${title}, is not under the button, from ${x}`);
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden" });
  });
}

visit("letters typed into the box stay letters", {}, async ({ page }) => {
  const box = page.getByRole("textbox", { name: "Article text" });
  await box.focus();
  await page.keyboard.type("hjk?v");
  await holds(box, "hjk?v");
});

visit("Tab reaches every control and focus is seen", {}, async ({ page }) => {
  await pick(page, 0);
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const it = document.activeElement;
      if (it === null || it === document.body) return true;
      const style = getComputedStyle(it);
      return style.outlineStyle !== "none" || style.boxShadow !== "none";
    });
    assert.ok(seen, "the focused control has an outline");
  }
});
