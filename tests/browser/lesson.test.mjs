// The classroom: a lesson made, marked, revealed, handed in, and the picture of a class.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clean } from "./axe.mjs";
import { go, visit } from "./visit.mjs";

async function skipTutorial(page) {
  await page.getByRole("button", { name: "Skip it" }).click();
  await page.getByRole("article", { name: "Article to mark" }).waitFor();
}

/** The words with these letters, in the article that is marked. */
function word(page, letters) {
  return page.locator(".desk__text .word", { hasText: new RegExp(`^${letters}$`) }).first();
}

async function drag(page, from, to) {
  await word(page, from).hover();
  await page.mouse.down();
  await word(page, to).hover();
  await page.mouse.up();
}

const rule = (page, name) => page.getByRole("region", { name: "Rules" }).getByRole("button", { name });
const mine = (page) => page.locator(".mine__words q").allTextContents();

async function saved(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  const path = join(tmpdir(), `${Date.now()}-${Math.random()}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return path;
}

visit("marks by mouse, tap and key; undone, and there after a reload", { fragment: "#/practise/bus-crash" }, async ({ page }) => {
  await page.getByRole("heading", { name: "Before you begin: what to look for" }).waitFor();
  await clean(page, "tutorial");
  await page.getByRole("radio", { name: "a council official" }).check();
  await page.getByText("Yes. You could ask").waitFor();
  await skipTutorial(page);

  await drag(page, "Una", "Mackle");
  await rule(page, "Named, with position").click();
  await word(page, "social").click();
  await word(page, "media").click();
  await rule(page, "Unnamed source").click();
  assert.deepEqual(await mine(page), ["Una Mackle", "social media"]);

  const article = page.getByRole("article", { name: "Article to mark" });
  await article.focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("5");
  assert.equal((await mine(page)).length, 3);
  await page.keyboard.press("Control+z");
  assert.deepEqual(await mine(page), ["Una Mackle", "social media"]);
  await page.keyboard.press("Control+Shift+Z");
  assert.equal((await mine(page)).length, 3);
  await page.keyboard.press("Delete");
  assert.deepEqual(await mine(page), ["Una Mackle", "social media"]);

  await page.getByRole("textbox", { name: "Why: social media" }).fill("Nobody signs it.");
  await clean(page, "marking");
  await page.reload();
  await article.waitFor();
  assert.deepEqual(await mine(page), ["Una Mackle", "social media"]);
  assert.equal(await page.getByRole("textbox", { name: "Why: social media" }).inputValue(), "Nobody signs it.");
});

visit("the reveal waits for its marks and calls nothing wrong", { fragment: "#/lesson/unnamed-sources" }, async ({ page }) => {
  await clean(page, "a lesson");
  await page.getByRole("link", { name: "Start" }).click();
  await skipTutorial(page);
  const door = page.getByRole("button", { name: /^Reveal/ });
  assert.match(await door.textContent(), /0 of 4 marks made/);
  await drag(page, "Mohannad", "protester");
  await rule(page, "Named, with position").click();
  await word(page, "hospital").click();
  await word(page, "hospital").click();
  await rule(page, "Unnamed source").click();
  await drag(page, "Another", "massacre");
  await rule(page, "Unnamed source").click();
  // Not yet to be had, but it can be pressed, and says why.
  await door.click({ force: true });
  assert.equal(await page.getByRole("heading", { name: "Side by side" }).count(), 0);
  await drag(page, "Hundreds", "thousands");
  await rule(page, "Claim with no source").click();
  await door.click();
  await page.getByRole("heading", { name: "Side by side" }).waitFor();
  const groups = await page.locator(".group h3").allTextContents();
  assert.ok(groups.some((it) => it.startsWith("You, and others too")), groups.join());
  assert.ok(groups.some((it) => it.startsWith("Only you")), groups.join());
  const said = (await page.locator(".reveal").textContent()).replaceAll("Sayso is wrong", "");
  assert.doesNotMatch(said, /wrong|mistake|incorrect/i);
  await page.getByRole("button", { name: "I stand by it" }).first().click();
  await page.getByRole("textbox", { name: "Because" }).fill("It is a claim.");
  await clean(page, "the reveal");
});

visit("a lesson with a sealed key, made and opened as a student", { fragment: "#/lesson" }, async ({ page, context }) => {
  await clean(page, "lessons");
  await page.getByRole("link", { name: "Make a lesson" }).click();
  await page.getByLabel("Title of the lesson").fill("Who said that?");
  await page.getByLabel("From the library, or a text of your own").selectOption("hospital-waiting-list");
  await page.getByRole("button", { name: "Add: SIFT" }).click();
  await page.getByRole("checkbox", { name: "Mark the article yourself" }).check();
  await drag(page, "Oonagh", "nurse");
  await page.locator(".palette__rule", { hasText: "Named, with position" }).click();
  await page.getByLabel("Seal the key").fill("four quiet green words");
  await clean(page, "the maker");
  await page.getByRole("button", { name: "Make the lesson" }).click();
  const link = await page.getByLabel(/^Link/).inputValue();
  const code = link.split("/").pop();
  const bytes = Buffer.from(code.split(".")[1].replaceAll("-", "+").replaceAll("_", "/"), "base64").toString("latin1");
  assert.ok(bytes.includes("Who said that?"));

  const student = await context.newPage();
  await student.goto(link);
  await student.getByRole("heading", { name: "Who said that?" }).waitFor();
  await student.getByRole("link", { name: "Start" }).click();
  await skipTutorial(student);
  await student.getByRole("button", { name: /^Reveal/ }).click();
  await student.getByLabel(/Passphrase/).fill("four loud red words");
  await student.getByRole("button", { name: "Open the key" }).click();
  await student.getByText("That is not the passphrase").waitFor();
  await student.getByLabel(/Passphrase/).fill("four quiet green words");
  await student.getByRole("button", { name: "Open the key" }).click();
  await student.getByRole("heading", { name: /^The key, not you/ }).waitFor();
  await student.close();
});

visit("slips of a class make a picture", { fragment: "#/practise/school-meals-budget", acceptDownloads: true }, async ({ page }) => {
  await skipTutorial(page);
  await drag(page, "Opposition", "Onwudiwe");
  await rule(page, "Named, with position").click();
  await page.getByLabel("Nickname, or nothing").fill("Heron");
  const first = await saved(page, () => page.getByRole("button", { name: "Save my slip" }).click());
  const code = readFileSync(first, "utf8").split("\n")[1];
  await page.getByRole("button", { name: "Show it as a code" }).click();

  // Another student, on another device.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await skipTutorial(page);
  await drag(page, "Grace", "Onwudiwe");
  await rule(page, "Unnamed source").click();
  const second = await saved(page, () => page.getByRole("button", { name: "Save my slip" }).click());

  await go(page, "#/class");
  await page.getByLabel("Slips and the lesson").setInputFiles([
    { name: "first.sayso", mimeType: "text/plain", buffer: readFileSync(first) },
    { name: "second.sayso", mimeType: "text/plain", buffer: readFileSync(second) },
    { name: "cut.sayso", mimeType: "text/plain", buffer: Buffer.from(code.slice(0, -9)) },
    { name: "odd.sayso", mimeType: "text/plain", buffer: Buffer.from("<img src=x onerror=alert(1)>") },
    { name: "again.sayso", mimeType: "text/plain", buffer: Buffer.from(code) },
  ]);
  await page.getByText("2 slips on").waitFor();
  assert.match(await page.locator(".class__count").textContent(), /One slip was there twice/);
  const refused = await page.getByRole("region", { name: "Not taken" }).textContent();
  assert.match(refused, /cut\.sayso.*damaged/);
  assert.match(refused, /odd\.sayso: There is nothing of Sayso in it/);
  // “Opposition leader Grace Onwudiwe”: two words marked by one, two by both.
  assert.deepEqual(await page.locator("mark.heat").evaluateAll((marks) => marks.map((it) => [it.textContent, it.title])), [
    ["Opposition leader", "1 of 2"],
    ["Grace Onwudiwe", "2 of 2"],
  ]);
  assert.equal(await page.locator(".contested li").count(), 1);
  await page.getByText("Who marked what").click();
  assert.equal(await page.getByText("Heron").count(), 0);
  await clean(page, "the class");
  await page.getByLabel("Show nicknames").check();
  assert.equal(await page.getByRole("rowheader", { name: "Heron" }).count(), 1);
  const table = readFileSync(await saved(page, () => page.getByRole("button", { name: "Marks as a table" }).click()), "utf8");
  assert.match(table, /Heron,named-with-role,\d+,\d+,Opposition leader Grace Onwudiwe,/);
});

visit("paper: numbered lines, two versions, a key of its own", { fragment: "#/lesson/fair-article/print" }, async ({ page }) => {
  await page.getByRole("checkbox", { name: /^Two versions/ }).check();
  assert.deepEqual(
    await page.locator(".paper").evaluateAll((sheets) => sheets.map((it) => it.getAttribute("aria-label").split(":")[0])),
    ["Worksheet", "Worksheet", "Answer slip", "Key"],
  );
  const numbers = await page.locator(".paper").first().locator(".paper__line > span:first-child").allTextContents();
  assert.deepEqual(numbers, numbers.map((_, at) => String(at + 1)));
  assert.ok(await page.locator('.paper[aria-label^="Key"] mark').count() > 0);
  await clean(page, "the sheets");
});

for (const name of ["#/lesson/whose-voice/guide", "#/practise"]) {
  visit(`axe, ${name}`, { fragment: name }, async ({ page }) => clean(page, name));
}

visit("any address of a lesson is an answer", { fragment: "#/lesson/lesson1.AAAA" }, async ({ page }) => {
  await page.getByText("It is damaged").waitFor();
  for (const name of ["lesson9.AAAA", "%00%ff", "no-such-lesson", "slip1.AAAA"]) {
    await go(page, `#/practise/${name}`);
    await page.getByRole("link", { name: "To the lessons" }).waitFor();
  }
});
