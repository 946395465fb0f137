// The whole round with real files: made by a teacher, marked by three students in profiles of their
// own (mouse, touch, keys), revealed, handed in, and looked at together.

import assert from "node:assert/strict";
import { LOOKS, clean, overflow } from "./axe.mjs";
import { drag, marksAre, mine, rule, saved, skipTutorial, word } from "./desk.mjs";
import { arrive, go, holds, many, paste, says, soon, visit } from "./visit.mjs";

const TEXT = `Ferry to close for a month

The ferry across the Lenn will stop in March, a council official said on Monday.

“It is a scandal,” said Ann Lee, who runs a shop on the east bank. The ruthless cut will hit everyone.`;

const RULES = ["Unnamed source", "Claim with no source", "Loaded label", "Loaded language", "Named, with position"];

/** A student with a profile of their own: opens the lesson, marks, reveals, hands in. */
async function student(fragment, options, mark) {
  const { page, complaints, leave } = await arrive({ fragment, acceptDownloads: true, ...options });
  await page.getByRole("heading", { name: "Who said that?" }).waitFor();
  await page.getByRole("link", { name: "Start" }).click();
  await skipTutorial(page);
  const article = page.getByRole("article", { name: "Article to mark" });
  await many(article.locator("mark"), 0, "nothing is marked yet");
  await mark(page, article);
  await page.getByRole("heading", { name: "Side by side" }).waitFor();
  const slip = await saved(page, "Save my slip");
  assert.deepEqual(complaints, []);
  await leave();
  return slip;
}

async function make(page) {
  await page.getByRole("link", { name: "Make a lesson" }).click();
  await page.getByLabel("From the library").selectOption("A text of my own");
  await page.getByRole("button", { name: "Make the lesson" }).click();
  await page.getByText("Put an article into the box first.").waitFor();
  await page.getByLabel("Your text").fill(TEXT);
  await page.getByLabel("Title of the lesson").fill("Who said that?");
  for (const name of RULES) await soon(async () => assert.ok(await page.getByRole("checkbox", { name }).isChecked(), name));
  await page.getByText("More, if you like").click();
  await page.getByRole("button", { name: "Add: The five Ws" }).click();
  await page.getByLabel("After some marks of their own").check();
  await page.getByLabel("How many marks").fill("2");
  await page.getByRole("checkbox", { name: "Mark the article yourself" }).check();
  await page.getByRole("button", { name: /Begin with Sayso’s flags/ }).click();
  await soon(async () => assert.ok((await mine(page)).length >= 2));
}

visit("a lesson goes round: made, marked by mouse, touch and keys, revealed, handed in, drawn", { fragment: "#/", acceptDownloads: true }, async ({ page }) => {
  await page.getByRole("link", { name: /^For teachers/ }).click();
  await make(page);

  // The key is changed by hand, and what was done is undone by the keys of every editor.
  const flags = await mine(page);
  await page.getByRole("button", { name: `Remove the mark on ${flags[0]}` }).click();
  await page.locator("#mine-title:focus").waitFor();
  await marksAre(page, flags.slice(1));
  await page.keyboard.press("Control+z");
  await marksAre(page, flags);
  await page.getByRole("button", { name: `Remove the mark on ${flags[0]}` }).click();
  await drag(page, "Monday", "Monday");
  await word(page, "Monday").click();
  await rule(page, "Loaded language").click();
  await soon(async () => assert.ok((await mine(page)).includes("Monday")));

  // What was made is there after a reload, and the first step back does not empty it.
  await page.reload();
  await page.getByRole("button", { name: "Make the lesson" }).waitFor();
  const kept = [...flags.slice(1), "Monday"].sort((a, b) => TEXT.indexOf(a) - TEXT.indexOf(b));
  await marksAre(page, kept);
  await page.keyboard.press("Control+z");
  await marksAre(page, kept);

  // Taken away by mistake, the key comes back; a word changed in the text takes nothing from it.
  await page.getByRole("checkbox", { name: "Mark the article yourself" }).click();
  await page.getByRole("checkbox", { name: "Mark the article yourself" }).click();
  await marksAre(page, kept);
  await page.getByLabel("Your text").fill(TEXT.replace("in March", "in late March"));
  await page.getByLabel("Title of the lesson").focus();
  await marksAre(page, kept);
  await clean(page, "the maker, all open");

  await page.getByRole("button", { name: "Make the lesson" }).click();
  const link = await page.getByLabel(/^Link,/).inputValue();
  await page.getByLabel("Title of the lesson").fill("Who said that");
  await page.getByText("You have changed the lesson since").waitFor();
  await many(page.getByLabel(/^Link,/), 0);
  await page.getByLabel("Title of the lesson").fill("Who said that?");
  await page.getByRole("button", { name: "Make the lesson" }).click();
  await holds(page.getByLabel(/^Link,/), link);
  await page.getByRole("img", { name: "QR code of the link" }).waitFor();
  const lesson = await saved(page, "Save as a file");
  const fragment = link.slice(link.indexOf("#"));

  const slips = [
    await student(fragment, {}, async (page) => {
      await drag(page, "Ann", "Lee");
      await rule(page, "Named, with position").click();
      await drag(page, "council", "official");
      await rule(page, "Unnamed source").click();
      const why = page.getByRole("textbox", { name: "Why: council official" });
      await why.click();
      await page.keyboard.type("Who is that?");
      await holds(why, "Who is that?");
      await page.getByRole("textbox", { name: /^Who did what/ }).fill("The council stops a ferry.");
      await page.getByRole("button", { name: /^Reveal/ }).click();
    }),
    await student(fragment, LOOKS.phone, async (page) => {
      await word(page, "ruthless").tap();
      await word(page, "cut").tap();
      await rule(page, "Loaded language").tap();
      await word(page, "scandal").tap();
      await rule(page, "Loaded language").tap();
      await marksAre(page, ["scandal", "ruthless cut"]);
      await soon(async () => assert.equal(await overflow(page), 0));
      await clean(page, "marking on a phone");
      await page.getByRole("button", { name: /^Reveal/ }).tap();
      await page.getByRole("heading", { name: "Side by side" }).waitFor();
      await clean(page, "the reveal on a phone");
      await soon(async () => assert.equal(await overflow(page), 0));
    }),
    await student(fragment, {}, async (page, article) => {
      await article.focus();
      // Down to the second paragraph; "a council official" is three words before "said".
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press("ArrowRight");
        if (await page.locator(".word.is-caret").textContent() === "council") break;
      }
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await page.keyboard.press("1");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("4");
      await soon(async () => assert.equal((await mine(page)).length, 2));
      await page.keyboard.press("Delete");
      await page.keyboard.press("Control+z");
      await page.keyboard.press("r");
    }),
  ];

  await go(page, "#/class");
  await page.getByLabel("Slips and the lesson").setInputFiles([...slips, lesson]);
  await page.getByText("3 slips on “Who said that?”").waitFor();
  await page.locator("mark.heat", { hasText: /^council official$/ }).click();
  await page.getByText("“council official”: 2 of 3 marked it: 2 Unnamed source.").waitFor();
  await page.getByText("The council stops a ferry.").waitFor();
});

visit("what is revealed stays while one types", { fragment: "#/practise/bus-crash" }, async ({ page }) => {
  await page.getByRole("radio", { name: "a council official" }).check();
  await page.getByRole("button", { name: "Next" }).click();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "tutorial-text"));
  await many(page.locator("input[type=radio]:checked"), 0);
  await skipTutorial(page);
  await drag(page, "Parents", "can");
  await rule(page, "Loaded verb of speech").click();
  await page.getByRole("button", { name: /^Reveal/ }).click();
  await page.getByRole("article", { name: "Article to mark" }).getByText("(Loaded verb of speech: Only you)").waitFor();
  const stand = page.getByRole("group", { name: "What do you make of “Parents can”?" }).getByRole("button", { name: "I stand by it" });
  await stand.click();
  await soon(async () => assert.equal(await stand.getAttribute("aria-pressed"), "true"));
  await page.getByRole("textbox", { name: "Because" }).click();
  await page.keyboard.type("It is a fact.");
  await holds(page.getByRole("textbox", { name: "Because" }), "It is a fact.");
  const before = await page.locator(".reveal").elementHandle();
  await page.getByLabel("Nickname (optional)").click();
  await page.keyboard.type("Heron");
  await holds(page.getByLabel("Nickname (optional)"), "Heron");
  await soon(async () => assert.ok(await before.evaluate((it) => it.isConnected && it.contains(document.querySelector(".stances")))));
  await page.reload();
  await holds(page.getByRole("textbox", { name: "Because" }), "It is a fact.");
});

visit("a lesson that is looked at does not take the place of one half made", { fragment: "#/lesson/new" }, async ({ page }) => {
  await page.getByLabel("Title of the lesson").fill("Mine");
  await go(page, "#/lesson/whose-voice/edit");
  await page.getByLabel("Title of the lesson").fill("Whose voice, changed");
  await go(page, "#/lesson/new");
  await page.waitForFunction(() => document.querySelector(".maker input[type=text]")?.value === "Mine");
  await page.getByRole("button", { name: "Begin afresh" }).click();
  await page.waitForFunction(() => document.querySelector(".maker input[type=text]")?.value === "");
  await page.getByRole("button", { name: "Bring back what was here" }).click();
  await page.waitForFunction(() => document.querySelector(".maker input[type=text]")?.value === "Mine");
  await go(page, "#/lesson/whose-voice/edit");
  await page.waitForFunction(() => document.querySelector(".maker input[type=text]")?.value === "Whose voice, changed");
});

visit("what is typed into a lesson is kept at every letter, and “back” breaks nothing", { fragment: "#/lesson" }, async ({ page }) => {
  const more = () => page.getByText("More, if you like").evaluate((it) => { it.closest("details").open = true; });
  await go(page, "#/lesson/new");
  await more();
  const [questions, hints] = [page.getByLabel("Questions, one on each line"), page.getByLabel(/^Hints/)];
  await questions.pressSequentially("Who says \nso? ");
  await holds(questions, "Who says \nso? ", "a blank stays until the next word");
  await page.getByRole("button", { name: "Add: SIFT" }).click();
  await soon(async () => assert.match(await questions.inputValue(), /^Who says\nso\?\nStop: /));
  await hints.fill("Look at the end");
  await page.reload();
  await more();
  await soon(async () => assert.match(await questions.inputValue(), /^Who says\nso\?\nStop: /));
  await holds(hints, "Look at the end");
  await hints.fill("Look at the end.\nAnd at the top");
  await page.goBack();
  await hints.waitFor({ state: "detached" });
  await go(page, "#/lesson/new");
  await more();
  await holds(hints, "Look at the end.\nAnd at the top");
  const own = page.getByLabel("Your text");
  await page.getByLabel("From the library").selectOption("A text of my own");
  await own.fill("Ferry to close\n\nOfficials said no.");
  await page.goBack();
  await own.waitFor({ state: "detached" });
  await go(page, "#/lesson/new");
  await holds(own, "Ferry to close\n\nOfficials said no.");
});

visit("a second tab takes the place of a lesson half made only when asked", { fragment: "#/lesson/new" }, async ({ page, context, address }) => {
  const title = page.getByLabel("Title of the lesson");
  await title.waitFor();
  const other = await context.newPage();
  await other.goto(`${address}#/lesson/new`);
  const kept = () => page.evaluate(() => localStorage.getItem("sayso.lesson"));
  const before = await kept();
  await other.getByLabel("Title of the lesson").fill("Hers");
  // What one tab keeps comes to the other a moment later.
  await page.waitForFunction((was) => localStorage.getItem("sayso.lesson") !== was, before);
  const hers = await kept();
  await title.fill("Mine");
  await page.getByText("Another tab has a lesson in the making").waitFor();
  assert.equal(await kept(), hers);
  await page.getByRole("button", { name: "Keep mine instead" }).click();
  await page.getByText("Another tab has a lesson").waitFor({ state: "detached" });
  await soon(async () => assert.notEqual(await kept(), hers));
});

visit("a new teacher has a link in hand after two clicks", {
  fragment: "#/", permissions: ["clipboard-read", "clipboard-write"],
}, async ({ page, address }) => {
  const teachers = page.getByRole("link", { name: /^For teachers/ });
  await soon(async () => assert.ok((await teachers.boundingBox()).y < 800, "seen without scrolling"));
  await teachers.click();
  const copy = page.getByRole("listitem").filter({ hasText: "Who says so? Sources without a name" })
    .getByRole("button", { name: "Copy the link for your class" });
  await copy.click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  await copy.waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(link, `${address}#/lesson/unnamed-sources`);
});

visit("a lesson is made of a text of the collection", { fragment: "#/" }, async ({ page }) => {
  await paste(page, TEXT);
  await go(page, "#/lesson/new");
  await page.getByLabel("From the library").selectOption("Ferry to close for a month");
  await page.waitForFunction((text) => document.querySelector(".maker textarea")?.value.trim() === text, TEXT);
  await page.getByLabel("Title of the lesson").fill("From my shelf");
  await page.getByRole("button", { name: "Make the lesson" }).click();
  const link = await page.getByLabel(/^Link,/).inputValue();
  await go(page, link.slice(link.indexOf("#")));
  await page.getByRole("heading", { name: "From my shelf" }).waitFor();
  await page.getByRole("link", { name: "Start" }).click();
  await skipTutorial(page);
  await says(page.getByRole("article", { name: "Article to mark" }), /The ferry across the Lenn/);
});

visit("every text that was put aside is offered again, and none is lost by one that is too long", { fragment: "#/" }, async ({ page }) => {
  await paste(page, TEXT);
  await go(page, "#/lesson/new");
  const [from, own] = [page.getByLabel("From the library"), page.getByLabel("Your text")];
  const collected = page.locator("option", { hasText: "Ferry to close for a month" });
  const back = (words) => page.getByRole("button", { name: `Bring back “${words}”` });
  for (const words of ["First of mine", "Second of mine"]) {
    await collected.waitFor({ state: "attached" });
    await from.selectOption("A text of my own");
    await own.fill(words);
    await own.blur();
    await from.selectOption("Ferry to close for a month");
    await soon(async () => assert.equal((await own.inputValue()).trim(), TEXT));
  }
  await page.reload();
  const offers = page.getByRole("button", { name: /^Bring back/ });
  await soon(async () => assert.deepEqual(await offers.allInnerTexts(), ["Bring back “Second of mine”", "Bring back “First of mine”"]));
  await clean(page, "two put aside");
  await back("First of mine").click();
  await holds(own, "First of mine");
  await back("Second of mine").waitFor();
  const write = (text) => own.evaluate((it, text) => {
    it.value = text;
    it.dispatchEvent(new Event("input", { bubbles: true }));
    it.dispatchEvent(new Event("change", { bubbles: true }));
  }, text);
  const long = "A long text of mine. ".repeat(5_000);
  await write(long);
  await page.getByText("This text is longer than a lesson takes, so it cannot be handed out.").waitFor();
  await page.reload();
  await holds(own, long);
  await back("Second of mine").waitFor();
  await write(long.repeat(12));
  await page.getByText("so long that it cannot be handed out, and a reload loses it").waitFor();
  await page.reload();
  await back("Second of mine").click();
  await holds(own, "Second of mine");
});

visit("a lesson that was changed is put aside when another one is, and what was typed last is kept", { fragment: "#/lesson/whose-voice/edit" }, async ({ page }) => {
  const title = page.getByLabel("Title of the lesson");
  await title.fill("Whose voice, changed");
  await go(page, "#/lesson/unnamed-sources/edit");
  await title.fill("Who said so, changed");
  await page.getByRole("button", { name: "Bring back what was here" }).click();
  await holds(title, "Whose voice, changed");
  await page.getByLabel("From the library").selectOption("A text of my own");
  await page.getByLabel("Your text").pressSequentially("Typed in haste");
  await page.reload();
  await holds(page.getByLabel("Your text"), "Typed in haste");
});
