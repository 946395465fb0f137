// The repair bench: from a card to a better sentence, kept, printed, saved.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { clean, fits, LOOKS } from "./axe.mjs";
import { badge, go, marked, paste, ready, seen, soon, unseen, visit } from "./visit.mjs";

const SENTENCE = "A senior official said on Saturday that 40 boats would have to go.";
const BETTER = "Ann Lee, the harbour master, said on Saturday that 40 boats would have to go.";
const TEXT = `Ferry to close\n\nThe ferry will close in May.\n\n${SENTENCE}\n`;

const bench = (page) => page.getByRole("textbox", { name: "As you would write it" });

/** From the text to the bench, as a reader goes. */
async function toBench(page) {
  await paste(page, TEXT);
  const flag = await page.locator("article mark[data-traits~=unnamed-source]").first().getAttribute("data-flags");
  await badge(page, flag.split(" ")[0]).click();
  await page.locator("li[data-trait=unnamed-source]").getByRole("link", { name: "Try to write it better" }).click();
  await bench(page).waitFor();
}

visit("a flagged sentence is written better while the rules look on", {}, async ({ page }) => {
  await toBench(page);
  await soon(async () => assert.equal((await bench(page).inputValue()).trim(), SENTENCE));
  await page.getByText("Still asked by “Unnamed source”: “A senior official”").waitFor();
  await bench(page).fill("Ann Lee said that boats would have to go.");
  await page.getByText("No longer in it: Saturday, 40.").waitFor();
  await bench(page).fill(BETTER);
  await page.getByText("No longer in it").waitFor({ state: "detached" });
  await page.getByText("finds nothing to ask here any more").waitFor();
  await page.getByText("Not in the text: Lee. Where would you find that?").waitFor();
  await page.getByRole("button", { name: "Put it into your portfolio" }).click();
  await page.getByRole("heading", { name: "Your portfolio: 1" }).waitFor();
  await page.getByRole("button", { name: "Put it into your portfolio" }).click();
  await page.getByText("It is in your portfolio already.").waitFor();
  await seen(page.getByRole("heading", { name: "Your portfolio: 1" }));
  await page.reload();
  await page.getByRole("heading", { name: "Your portfolio: 1" }).waitFor();
  await page.getByRole("button", { name: "Remove number 1" }).click();
  await page.getByRole("heading", { name: "Your portfolio is empty" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { name: "Your portfolio: 1" }).waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  const file = await readFile(await download.path(), "utf8");
  assert.ok(file.includes(`> ${SENTENCE}`) && file.includes(`> ${BETTER}`), file);
  await page.emulateMedia({ media: "print" });
  await seen(page.getByRole("definition").getByText(BETTER));
  await unseen(bench(page), "the bench does not print");
});

visit("of a headline the whole is written better", {}, async ({ page }) => {
  const headline = "Regime thugs slam heroes in shameful attack";
  await paste(page, `${headline}\n\nBy Bo Rae\n\nThe ferry will close in May, said Ann Lee, the harbour master.`);
  await page.locator("li[data-trait=loaded-label] .card__name").first().click();
  await page.locator("li.is-open").getByRole("link", { name: "Try to write it better" }).click();
  await soon(async () => assert.equal((await bench(page).inputValue()).trim(), headline));
});

visit("the bench asks with the word that an editor might write", {}, async ({ page }) => {
  await paste(page, "Pool to close\n\nBy Bo Rae\n\nThe council shut the pool on Monday, a move that parents slammed as reckless.");
  await page.locator("li[data-trait=loaded-verb] .card__name").first().click();
  await page.locator("li.is-open").getByRole("link", { name: "Try to write it better" }).click();
  await page.getByText("What would change if it read “criticised”?").waitFor();
});

visit("what is done well and what is still asked are told apart", {}, async ({ page }) => {
  await toBench(page);
  await bench(page).fill("A senior official, who asked not to be named because she feared for her post, said on Saturday that 40 boats would have to go.");
  await page.getByText("A credit from “Anonymity explained”: “").waitFor();
  await page.getByText("Still asked by “Unnamed source”").waitFor();
  await page.getByText("Both can hold").waitFor();
});

visit("the way back leads to the flag, open as it was left, and the focus is on its number", {}, async ({ page }) => {
  const filler = Array.from({ length: 40 }, (_, it) => `The council met for the ${it + 2}th time, a clerk of ward ${it + 2} said. It spoke for hours about the park and its trees.`);
  await paste(page, `${TEXT}\n${filler.join("\n\n")}`);
  const flags = await marked(page);
  const flag = flags[flags.length - 4];
  await badge(page, flag).evaluate((it) => scrollTo(0, scrollY + it.getBoundingClientRect().top - 400));
  await badge(page, flag).focus();
  // Paragraphs that come into sight get their true heights in the frames that follow.
  await page.evaluate(() => new Promise((rested) => {
    const wait = (frames) => requestAnimationFrame(() => (frames === 0 ? rested() : wait(frames - 1)));
    wait(5);
  }));
  const top = async () => (await badge(page, flag).boundingBox()).y;
  const before = await top();
  await page.keyboard.press("e");
  await bench(page).waitFor();
  const back = () => page.getByRole("link", { name: "Back to the text" });
  const arrived = async () => {
    await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
    await page.locator(`li.is-open[data-flag="${flag}"]`).waitFor();
    await soon(async () => {
      const card = await page.locator(`li.is-open[data-flag="${flag}"] .card__name`).boundingBox();
      assert.ok(card.y > 0 && card.y < 800, `the card is in sight at ${card.y}`);
    });
  };
  await back().click();
  await arrived();
  await soon(async () => assert.ok(Math.abs(await top() - before) < 3, `at ${await top()}, was at ${before}`));
  await page.keyboard.press("j");
  await page.locator(`article button[data-flag="${flags[flags.length - 3]}"]:focus`).waitFor();
  await page.goBack();
  await bench(page).waitFor();
  await page.reload();
  await back().click();
  await arrived();
  await soon(async () => assert.ok(await top() > 50 && await top() < 780, `in sight at ${await top()}`));
});

visit("a card that was opened while the page came to rest is open after a reload", {}, async ({ page }) => {
  await paste(page, TEXT);
  const [flag] = await marked(page);
  await badge(page, flag).evaluate((it) => {
    dispatchEvent(new Event("scroll"));
    it.click();
  });
  await page.locator(`li.is-open[data-flag="${flag}"]`).waitFor();
  // Longer than it takes until the place is kept.
  await page.waitForTimeout(400);
  assert.equal(await page.evaluate(() => history.state[2]), flag);
  await page.reload();
  await page.locator(`li.is-open[data-flag="${flag}"]`).waitFor();
});

visit("the way back is not to the place where another text was left", { reducedMotion: "reduce" }, async ({ page }) => {
  const filler = Array.from({ length: 40 }, (_, it) => `The council met for the ${it + 2}th time, a clerk of ward ${it + 2} said. ${"It spoke for hours about the park and its trees. ".repeat(4)}`);
  await paste(page, `${TEXT}\n${filler.join("\n\n")}`);
  const flag = (await marked(page))[6];
  await badge(page, flag).focus();
  await page.keyboard.press("e");
  await bench(page).waitFor();
  const address = new URL(page.url()).hash;
  await go(page, "#/read/digest-01-weekend-clashes");
  await ready(page);
  await badge(page, flag).click();
  await page.waitForFunction((flag) => history.state?.[2] === flag, flag);
  await go(page, address);
  await page.getByRole("link", { name: "Back to the text" }).click();
  await page.locator(`article button[data-flag="${flag}"]:focus`).waitFor();
  await soon(async () => {
    const { y } = await badge(page, flag).boundingBox();
    assert.ok(y > 60 && y < 700, `in sight at ${y}`);
  });
});

visit("an address of the bench without a flag leads back to the sentence", {}, async ({ page }) => {
  await toBench(page);
  await go(page, new URL(page.url()).hash.split("/").slice(0, 5).join("/"));
  await page.getByRole("link", { name: "Back to the text" }).click();
  await page.locator("article .is-place", { hasText: SENTENCE.slice(18) }).waitFor();
});

visit("words half written are there after a reload", {}, async ({ page }) => {
  await toBench(page);
  await bench(page).fill("Half a sen");
  await page.waitForFunction(() => window.localStorage.getItem("sayso.repairs")?.includes("Half a sen"));
  await page.reload();
  await soon(async () => assert.equal((await bench(page).inputValue()).trim(), "Half a sen"));
});

visit("the bench rewrites nothing by itself, and works by the keyboard alone", {}, async ({ page }) => {
  await toBench(page);
  await bench(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(BETTER);
  await page.getByText("finds nothing to ask here any more").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Your portfolio: 1" }).waitFor();
  await soon(async () => assert.equal((await bench(page).inputValue()).trim(), BETTER));
  // All that can be pressed keeps, prints, saves or takes out.
  await soon(async () => {
    const buttons = await page.locator("main").getByRole("button").allInnerTexts();
    const names = buttons.map((it) => it.replace(/\s+/g, " "));
    assert.deepEqual(names, ["Put it into your portfolio", "Print it", "Save as a file", "Remove number 1"]);
  });
});

visit("the address of a sentence is none in another text", {}, async ({ page }) => {
  await toBench(page);
  const address = new URL(page.url()).hash;
  await go(page, "#/");
  await paste(page, TEXT.replaceAll("ferry", "old bridge"));
  await go(page, address);
  await page.getByText("This sentence is not here any more").waitFor();
});

visit("a place past the end, and one from an address of two numbers, are none", {}, async ({ page }) => {
  await toBench(page);
  const none = page.getByText("This sentence is not here any more");
  for (const place of ["5-900000-0", "5-20"]) {
    await go(page, `#/repair/pasted/${place}/unnamed-source`);
    await none.waitFor();
    await go(page, "#/read/pasted");
    await none.waitFor({ state: "detached" });
  }
});

visit("a place that is none, and a damaged store, are said", {
  fragment: "#/repair/pasted/5-900000-0/unnamed-source",
  before: () => {
    // Frames without an origin have no storage.
    if (window.origin === "null") return;
    window.localStorage.setItem("sayso.repairs", "1\nsayso repairs 1\npair: a|b\npair: loaded-verb|x|She slammed it.|She criticised it.");
  },
}, async ({ page }) => {
  await page.getByText("This sentence is not here any more").waitFor();
  await page.getByText("could not be read").waitFor();
  await page.getByText("She criticised it.").waitFor();
});

for (const [name, options] of Object.entries(LOOKS)) {
  visit(`axe on the bench, ${name}`, options, async ({ page }) => {
    await toBench(page);
    await bench(page).fill(BETTER);
    await page.getByRole("button", { name: "Put it into your portfolio" }).click();
    await page.getByRole("heading", { name: "Your portfolio: 1" }).waitFor();
    await clean(page, "the bench");
    await fits(page, "the bench");
  });
}

visit("an undo in one tab leaves the pair that another tab has put there", {}, async ({ page, context, address }) => {
  await toBench(page);
  await bench(page).fill(BETTER);
  await page.getByRole("button", { name: "Put it into your portfolio" }).click();
  await page.getByRole("button", { name: "Remove number 1" }).click();
  await page.getByRole("heading", { name: "Your portfolio is empty" }).waitFor();
  const other = await context.newPage();
  await other.goto(address + new URL(page.url()).hash);
  await bench(other).fill("Bo Rae, the owner, said on Saturday that 40 boats would have to go.");
  await other.getByRole("button", { name: "Put it into your portfolio" }).click();
  await page.getByRole("heading", { name: "Your portfolio: 1" }).waitFor();
  await page.locator("#portfolio").focus();
  await page.keyboard.press("Control+z");
  for (const tab of [page, other]) {
    await tab.getByRole("heading", { name: "Your portfolio: 2" }).waitFor();
    for (const words of ["Bo Rae, the owner", "Ann Lee, the harbour master"]) await tab.locator(".mend", { hasText: words }).waitFor();
  }
});

visit("a pair that was removed comes back after a look at another screen", {}, async ({ page }) => {
  await toBench(page);
  await bench(page).fill(BETTER);
  await page.getByRole("button", { name: "Put it into your portfolio" }).click();
  await page.getByRole("button", { name: "Remove number 1" }).click();
  await page.getByRole("heading", { name: "Your portfolio is empty" }).waitFor();
  await go(page, "#/rules");
  await page.getByRole("heading", { name: "Repair bench" }).waitFor({ state: "detached" });
  await page.goBack();
  await page.getByRole("heading", { name: "Your portfolio is empty" }).waitFor();
  await page.locator("#portfolio").focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { name: "Your portfolio: 1" }).waitFor();
  await page.waitForFunction((words) => window.localStorage.getItem("sayso.repairs")?.includes(words), BETTER);
  await page.keyboard.press("Control+Shift+z");
  await page.getByRole("heading", { name: "Your portfolio is empty" }).waitFor();
});

visit("every sentence keeps what was half written of it", {}, async ({ page }) => {
  await toBench(page);
  await bench(page).fill("Half a sen");
  await page.waitForFunction(() => window.localStorage.getItem("sayso.repairs")?.includes("Half a sen"));
  const first = new URL(page.url()).hash;
  await go(page, "#/read/digest-01-weekend-clashes");
  await ready(page);
  await page.locator("li[data-trait=headline-mismatch] .card__name, li[data-trait=headline-changed] .card__name").first().click();
  await page.locator("li.is-open").getByRole("link", { name: "Try to write it better" }).click();
  await soon(async () => assert.notEqual(new URL(page.url()).hash, first));
  await bench(page).waitFor();
  await bench(page).fill("Another half");
  await page.waitForFunction(() => window.localStorage.getItem("sayso.repairs")?.includes("Another half"));
  await go(page, first);
  await page.reload();
  await soon(async () => assert.equal((await bench(page).inputValue()).trim(), "Half a sen"));
});

visit("another sentence in place of a headline is not praised", { fragment: "#/read/digest-01-weekend-clashes" }, async ({ page }) => {
  await ready(page);
  await page.locator("li[data-trait=headline-mismatch] .card__name, li[data-trait=headline-changed] .card__name").first().click();
  await page.locator("li.is-open").getByRole("link", { name: "Try to write it better" }).click();
  await bench(page).fill("Mohammad al-Khayyat, an organiser, told AFP that Sadrists came with guns.");
  await page.getByText("Nothing of the sentence is left").waitFor();
  assert.equal(await page.locator("#bench-says .is-good").count(), 0);
});

visit("from one sentence straight to another each keeps its own words, to the last letter", {}, async ({ page }) => {
  const other = "Two officials said on Sunday that the pier would stay.";
  await paste(page, `${TEXT}\n${other}`);
  const addresses = [];
  for (const flag of await marked(page)) {
    await badge(page, flag).click();
    const link = page.locator(`li.is-open[data-flag="${flag}"][data-trait=unnamed-source]`).getByRole("link", { name: "Try to write it better" });
    if (await link.count() > 0) addresses.push(await link.getAttribute("href"));
  }
  assert.equal(addresses.length, 2);
  const shows = (words) => soon(async () => assert.equal((await bench(page).inputValue()).trim(), words));
  await go(page, addresses[0]);
  await shows(SENTENCE);
  await bench(page).fill("Ann Lee said");
  // Sooner than the rules run.
  await go(page, addresses[1]);
  await shows(other);
  await page.goBack();
  await shows("Ann Lee said");
  await page.goForward();
  await shows(other);
  await bench(page).fill("Bo Rae said");
  await page.reload();
  await shows("Bo Rae said");
});
