// A text in a link: there and back, and nothing but words from any other link.

import assert from "node:assert/strict";
import { clean } from "./axe.mjs";
import { badge, card, fill, go, many, marked, paste, pick, ready, says, seen, soon, tool, unseen, visit } from "./visit.mjs";
import { link } from "./ways.mjs";

const TEXT = "Ferry to close\n\nA senior official said on Saturday that the ferry would close. 👩‍👧";

async function share(page) {
  await tool(page, "Share this text");
  const link = page.getByRole("textbox", { name: "Link" });
  await soon(async () => assert.notEqual(await link.inputValue(), ""));
  return link.inputValue();
}

visit("a link carries the text, says so, and overwrites nothing", {}, async ({ page, address }) => {
  await paste(page, TEXT);
  const made = await share(page);
  assert.ok(made.startsWith(`${address}#v1.`));
  await page.getByText("The link contains the whole article.").waitFor();
  await page.getByText(`${made.length} characters.`).waitFor();
  const code = page.getByRole("img", { name: /QR code/ });
  await seen(code);
  // On paper only the code leads anywhere.
  await page.emulateMedia({ media: "print" });
  await seen(code);
  for (const tool of [page.getByRole("button", { name: "Copy the link" }), page.locator("#link")]) await unseen(tool);
  await page.emulateMedia({ media: null });

  await page.goto(`${address}#/`);
  await paste(page, "My own work\n\nOfficials said yes on Sunday.");
  // It is kept a moment after it was read.
  await page.waitForFunction(() => /My own work/.test(localStorage.getItem("sayso.text")));
  await page.goto(made);
  await page.getByText("Your own texts are untouched.").waitFor();
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  await says(page.locator("article").first(), /the ferry would close/);
  await page.reload();
  await ready(page);
  await says(page.locator("article").first(), /the ferry would close/);
  await page.goto(`${address}#/read/pasted`);
  await page.locator("article", { hasText: "said yes on Sunday" }).waitFor();
});

visit("a text without a title is sent without one", {}, async ({ page }) => {
  await paste(page, "The ferry will close in May, said Ann Lee, the harbour master. Boats must go by June, and nobody knows where to.");
  await page.goto(await share(page));
  await page.getByRole("heading", { name: "A text without a title" }).waitFor();
});

visit("a text of the library has a short link", {}, async ({ page }) => {
  await pick(page, 0);
  assert.match(await share(page), /#\/read\/[a-z0-9-]+$/);
});

const titled = (page, title) => page.locator(".start__lead", { hasText: title }).waitFor();

visit("the tools keep the text of the screen they are opened on, and share no other", {}, async ({ page }) => {
  await paste(page, "Secret note\n\nBy Bo Rae\n\nA medic said nine died.");
  await go(page, "#/read/bus-crash");
  await ready(page);
  for (const name of ["Save, copy, print", "Share this text", "Save, copy, print"]) {
    await tool(page, name);
    await titled(page, "A bus crash");
  }
  await go(page, "#/rules/unnamed-source");
  await tool(page, "Share this text");
  await titled(page, "A bus crash");
  await tool(page, "Figures, dates and names");
  await page.locator('nav a[href="#/read/bus-crash"]').waitFor();
  await tool(page, "The rules");
  await tool(page, "Nothing leaves this device");
  await tool(page, "Save, copy, print");
  await titled(page, "A bus crash");
});

for (const [name, lead] of [["Save, copy, print", "want to save, copy or print"], ["Share this text", "want to share"]]) {
  visit(`${name}: from no text, one is asked for`, {}, async ({ page }) => {
    await paste(page, TEXT);
    await go(page, "#/");
    await tool(page, name);
    await page.getByText(`Choose the text that you ${lead}.`).waitFor();
    await page.getByRole("heading", { name, level: 1 }).waitFor();
    assert.equal(await page.title(), `${name} · Sayso`);
    await many(page.getByText("There is no such text"), 0);
    await clean(page, name);
    await page.getByRole("combobox", { name: "Text" }).locator("option[value=pasted]").waitFor({ state: "attached" });
  });
}

visit("a text opens as it was sent, and for itself alone", { fragment: link(`title: T\noff: unnamed-source nonsense\nview: voices\n\n${TEXT}`) }, async ({ page }) => {
  await page.getByText(/As it was sent: without Unnamed source; coloured by who speaks/i).waitFor();
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  await soon(async () => assert.equal(await page.getByRole("button", { name: "Voices" }).getAttribute("aria-pressed"), "true"));
  await page.getByText("Your own switches are as they were.").waitFor();
  await page.getByRole("button", { name: "Flags", exact: true }).click();
  await marked(page);
  await many(page.locator("article mark[data-traits~=unnamed-source]"), 0);
  await go(page, "#/");
  await paste(page, TEXT);
  await page.locator("article mark[data-traits~=unnamed-source]").first().waitFor();
  assert.doesNotMatch(await page.evaluate(() => localStorage.getItem("sayso") ?? ""), /dismissed/);
});

visit("a text that was sent opens with one’s own rules when asked", { fragment: link(`off: unnamed-source\nview: bare\n\n${TEXT}`) }, async ({ page }) => {
  await page.getByText(/As it was sent/).click();
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  await page.locator("article mark[data-traits~=unnamed-source]").first().waitFor();
});

visit("a link carries the rules that are off and the view, and opens so elsewhere", {}, async ({ page, context }) => {
  await paste(page, TEXT);
  const [flag] = await marked(page);
  await badge(page, flag).click();
  await card(page, flag).getByRole("button", { name: /^Dismiss flag/ }).click();
  await card(page, flag).getByRole("button", { name: /^The whole rule/ }).click();
  await page.getByRole("button", { name: "Voices" }).click();
  const made = await share(page);
  await page.getByText("you switched off 1 rule.").waitFor();
  await page.getByText("It opens coloured by who speaks").waitFor();
  const other = await context.newPage();
  await other.goto(made);
  await other.getByText(/As it was sent: without .*; coloured by who speaks/).waitFor();
});

visit("words of one’s own are not in the link, and that is said", {
  before: () => {
    // Frames without an origin have no storage.
    if (window.origin !== "null") window.localStorage.setItem("sayso.list", "1\nword: ferry\ninstead: boat\nreason: r\nflag: The ferry.\npass: The hall.");
  },
}, async ({ page }) => {
  await paste(page, TEXT);
  await share(page);
  await page.getByText("The words on your own list are not in it").waitFor();
});

for (const [name, fragment] of Object.entries({
  "cut off": link(`\n${TEXT}`).slice(0, 40),
  "of a newer build": "#v2.abc",
  empty: "#v1.",
  "of one letter": "#v1.A",
  nonsense: "#v1.%00<script>window.hit=1</script>",
  "a bomb": link(`\n${"a".repeat(50_000_000)}`),
  "without a form": link("no form"),
})) {
  visit(`a link that is ${name} is answered in words`, { fragment }, async ({ page, address }) => {
    await page.getByRole("heading", { name: "This link cannot be opened" }).waitFor();
    assert.equal(await page.evaluate(() => window.hit), undefined);
    await page.goto(`${address}#/`);
    await fill(page, TEXT);
  });
}

visit("a file holds what the link holds", {}, async ({ page, address }) => {
  await paste(page, TEXT);
  await share(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as a file" }).click(),
  ]);
  await page.goto(`${address}#/in`);
  await page.getByLabel("Choose files").setInputFiles(await download.path());
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  await says(page.locator("article").first(), /the ferry would close/);
});
