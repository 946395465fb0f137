// The classroom: a lesson made, marked, revealed, handed in, and the picture of a class.

import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import { clean, fits, LOOKS } from "./axe.mjs";
import { drag, marksAre, mine, rule, saved, skipTutorial, word } from "./desk.mjs";
import { addressesOf, go, holds, many, paste, seen, soon, unseen, visit } from "./visit.mjs";

visit("marks by mouse, tap and key; undone, and there after a reload", { fragment: "#/practise/bus-crash" }, async ({ page }) => {
  await page.getByRole("heading", { name: "Before you begin: what to look for" }).waitFor();
  await clean(page, "tutorial");
  await page.getByRole("radio", { name: "a council official" }).check();
  await page.getByText("Yes. You could ask").waitFor();
  await skipTutorial(page);
  await many(page.getByRole("region", { name: "Questions and hints" }), 0, "there are none");
  await page.locator(".block--byline", { hasText: "By Agnes Thorley" }).waitFor();

  await drag(page, "Una", "Mackle");
  await page.getByText("Now choose what these words are.").waitFor();
  await rule(page, "Named, with position").click();
  await word(page, "social").click();
  await word(page, "media").click();
  await rule(page, "Unnamed source").click();
  await marksAre(page, ["Una Mackle", "social media"]);

  const article = page.getByRole("article", { name: "Article to mark" });
  await article.focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("5");
  await soon(async () => assert.equal((await mine(page)).length, 3));
  await page.keyboard.press("Control+z");
  await marksAre(page, ["Una Mackle", "social media"]);
  await page.keyboard.press("Control+Shift+Z");
  await soon(async () => assert.equal((await mine(page)).length, 3));
  await page.keyboard.press("Delete");
  await marksAre(page, ["Una Mackle", "social media"]);

  await page.getByRole("textbox", { name: "Why: social media" }).fill("Nobody signs it.");
  await clean(page, "marking");
  await page.reload();
  await article.waitFor();
  await marksAre(page, ["Una Mackle", "social media"]);
  await holds(page.getByRole("textbox", { name: "Why: social media" }), "Nobody signs it.");
});

visit("a drag from gap to gap picks the words between, and no key changes a mark that nobody went to", { fragment: "#/practise/bus-crash" }, async ({ page }) => {
  await skipTutorial(page);
  await word(page, "social").scrollIntoViewIfNeeded();
  const [first, last] = await Promise.all(["social", "media"].map((it) => word(page, it).boundingBox()));
  await page.mouse.move(first.x - 2, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width + 2, last.y + last.height / 2, { steps: 8 });
  await page.mouse.up();
  await page.getByText("“social media”. Now say what it is.").waitFor({ state: "attached" });
  await rule(page, "Unnamed source").click();
  const article = page.getByRole("article", { name: "Article to mark" });
  await article.focus();
  await page.keyboard.press("5");
  await page.getByText("Pick words in the article first.").waitFor({ state: "attached" });
  const marked = page.getByText("marked Unnamed source");
  await marked.waitFor({ state: "attached" });
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("5");
  await page.getByText("“social media” is now").waitFor({ state: "attached" });
  await many(marked, 0);
});

visit("work under a name with a blank behind it is kept on after a reload", { fragment: "#/practise/bus-crash" }, async ({ page }) => {
  await skipTutorial(page);
  await page.getByLabel("Nickname (optional)").fill("Wren ");
  await drag(page, "social", "media");
  await rule(page, "Unnamed source").click();
  await page.reload();
  await page.getByRole("article", { name: "Article to mark" }).waitFor();
  await drag(page, "Una", "Mackle");
  await rule(page, "Named, with position").click();
  await many(page.locator(".clash"), 0);
  await page.reload();
  await page.getByRole("article", { name: "Article to mark" }).waitFor();
  await marksAre(page, ["Una Mackle", "social media"]);
});

visit("a code on the screen is of the work as it stands", { fragment: "#/practise/bus-crash" }, async ({ page }) => {
  await skipTutorial(page);
  await drag(page, "social", "media");
  await rule(page, "Unnamed source").click();
  await page.getByRole("button", { name: "Show it as a code" }).click();
  await drag(page, "Una", "Mackle");
  await rule(page, "Named, with position").click();
  const shown = page.getByLabel(/^Code, /);
  const before = await shown.inputValue();
  await page.getByLabel("Nickname (optional)").fill("Wren");
  await soon(async () => assert.notEqual(await shown.inputValue(), before));
  const code = await shown.inputValue();
  await go(page, "#/class");
  await page.getByText("Or paste codes").click();
  await page.getByLabel("Codes, one after the other").fill(code);
  await page.getByRole("button", { name: "Add these slips" }).click();
  await page.getByText("Who marked what").click();
  await page.getByLabel("Show nicknames").check();
  const row = page.locator(".students tbody tr", { hasText: "Wren" });
  await soon(async () => assert.match(await row.textContent(), /“Una Mackle”.*“social media”/));
});

visit("the reveal waits for its marks and calls nothing wrong", { fragment: "#/lesson/unnamed-sources" }, async ({ page }) => {
  await clean(page, "a lesson");
  await page.getByRole("link", { name: "Start" }).click();
  await skipTutorial(page);
  const door = page.getByRole("button", { name: /^Reveal/ });
  await soon(async () => assert.match(await door.textContent(), /0 of 4 marks made/));
  await drag(page, "Mohannad", "protester");
  await rule(page, "Named, with position").click();
  await word(page, "hospital").click();
  await word(page, "hospital").click();
  await rule(page, "Unnamed source").click();
  await drag(page, "Another", "massacre");
  await rule(page, "Unnamed source").click();
  const numbers = (css) => page.locator(css).allTextContents();
  await soon(async () => assert.deepEqual(await numbers(".ink__number"), ["1", "2", "3"], "each mark has its number"));
  assert.deepEqual(await numbers(".mine__mark .group__number"), ["1", "2", "3"], "the same in the list");
  // Not yet to be had, but it can be pressed, and says why.
  await door.click({ force: true });
  await many(page.getByRole("heading", { name: "Side by side" }), 0);
  await drag(page, "Hundreds", "thousands");
  await rule(page, "Claim with no source").click();
  await door.click();
  await page.getByRole("heading", { name: "Side by side" }).waitFor();
  await soon(async () => assert.ok(await page.locator(".ink__number").count() > 0));
  for (const name of ["Not only you", "Only you"]) await page.locator(".group h3", { hasText: new RegExp(`^${name}`) }).first().waitFor();
  const said = (await page.locator(".reveal").textContent()).replaceAll("Sayso is wrong", "");
  assert.doesNotMatch(said, /wrong|mistake|incorrect/i);
  assert.match(said, /You and Sayso *you marked [1-4] of the \d+ places there, and [0-3] elsewhere/);
  await page.getByRole("button", { name: "I stand by it" }).first().click();
  await page.getByRole("textbox", { name: "Because" }).fill("It is a claim.");
  await clean(page, "the reveal");
});

visit("marks that share a word stay two to the eye", { fragment: "#/practise/bus-crash" }, async ({ page }) => {
  await skipTutorial(page);
  await drag(page, "Una", "Mackle");
  await rule(page, "Named, with position").click();
  await page.getByRole("article", { name: "Article to mark" }).focus();
  await word(page, "Mackle").click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await rule(page, "Unnamed source").click();
  await soon(async () => assert.deepEqual(await page.locator(".ink__number").allTextContents(), ["1", "2"]));
  await soon(async () => assert.deepEqual(await page.locator(".ink--twice .word").allTextContents(), ["Mackle"]));
  const style = (css) => page.locator(css).first().evaluate((it) => getComputedStyle(it).textDecorationStyle);
  assert.notEqual(await style(".ink--twice"), await style(".ink--mine:not(.ink--twice)"));
});

visit("a lesson with a sealed key, made and opened as a student", { fragment: "#/lesson" }, async ({ page, context }) => {
  await clean(page, "lessons");
  await page.getByRole("link", { name: "Make a lesson" }).click();
  await page.getByLabel("Title of the lesson").fill("Who said that?");
  await page.getByLabel("From the library").selectOption("hospital-waiting-list");
  await page.getByText("More, if you like").click();
  await page.getByRole("button", { name: "Add: SIFT" }).click();
  await page.getByRole("checkbox", { name: "Mark the article yourself" }).check();
  await drag(page, "Oonagh", "Petrie");
  await page.locator(".palette__rule", { hasText: "Named, with position" }).click();
  await page.getByRole("textbox", { name: /^Why: Oonagh/ }).fill("Her name and her work are given.");
  await page.getByLabel("Seal the key").fill("four quiet green words");
  await clean(page, "the maker");
  await page.getByRole("button", { name: "Make the lesson" }).click();
  const link = await page.getByLabel(/^Link/).inputValue();
  const code = link.split("/").pop();
  const packed = Buffer.from(code.split(".")[1].replaceAll("-", "+").replaceAll("_", "/"), "base64");
  // Behind what is packed stand four bytes of its sum.
  const bytes = inflateRawSync(packed.subarray(0, -4)).toString("latin1");
  assert.ok(bytes.includes("Who said that?"));
  for (const secret of ["Her name", "four quiet", "green words"]) assert.ok(!bytes.includes(secret), secret);

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
  await clean(student, "an opened key");
  await student.close();

  // On paper the key is the teacher's, too, once it is opened.
  await go(page, `#/lesson/${code}/print`);
  const key = page.getByRole("region", { name: "Key" });
  await page.getByRole("checkbox", { name: /^The key/ }).check();
  await key.getByText("As Sayso flags it.").waitFor();
  await page.getByLabel(/Passphrase/).fill("four quiet green words");
  await page.getByLabel(/Passphrase/).press("Enter");
  await key.getByText("As the teacher marks it.").waitFor();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "print-options"));
  await announced(page, "The key is open. It has 1 mark.");
  await many(key.locator("tbody tr"), 1);
});

visit("a key without a seal is shown to nobody who has not asked for it", { fragment: "#/lesson/new" }, async ({ page, context, address }) => {
  await page.getByLabel("From the library").selectOption("hospital-waiting-list");
  await page.getByText("More, if you like").click();
  await page.getByRole("checkbox", { name: "Mark the article yourself" }).check();
  await drag(page, "Oonagh", "Petrie");
  await page.locator(".palette__rule", { hasText: "Named, with position" }).click();
  await page.getByText("every student can see the key").waitFor();
  await page.getByRole("button", { name: "Make the lesson" }).click();
  const code = (await page.getByLabel(/^Link/).inputValue()).split("/").pop();
  const other = await context.browser().newContext();
  const student = await other.newPage();
  await student.goto(`${address}#/lesson/${code}`);
  await student.getByRole("link", { name: "Change it" }).click();
  await student.getByRole("heading", { name: "This lesson has a key" }).waitFor();
  await many(student.getByText("Petrie"), 0);
  await clean(student, "the question");
  await go(student, `#/lesson/${code}/print`);
  await student.getByRole("checkbox", { name: /^The key/ }).check();
  await student.getByText("As Sayso flags it.").waitFor();
  await student.getByRole("button", { name: "I am the teacher: show the key" }).click();
  await student.getByText("As the teacher marks it.").waitFor();
  await go(student, `#/lesson/${code}/edit`);
  await student.getByRole("button", { name: "I am the teacher: show the key" }).click();
  await student.getByText("Marks of the key").waitFor();
  await other.close();
  // Who made it is not asked.
  await go(page, `#/lesson/${code}/edit`);
  await page.getByText("Marks of the key").waitFor();
});

visit("slips of a class make a picture", { fragment: "#/practise/school-meals-budget", acceptDownloads: true }, async ({ page }) => {
  await skipTutorial(page);
  await drag(page, "Opposition", "Onwudiwe");
  await rule(page, "Named, with position").click();
  await page.getByLabel("Nickname (optional)").fill("Heron");
  const first = await saved(page, "Save my slip");
  await page.getByText(`${first.name} is among your downloads`).waitFor();
  const code = first.buffer.toString().split("\n")[1];
  await page.getByRole("button", { name: "Show it as a code" }).click();

  // Another student, on another device.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await skipTutorial(page);
  await drag(page, "Grace", "Onwudiwe");
  await rule(page, "Unnamed source").click();
  const second = await saved(page, "Save my slip");

  await go(page, "#/class");
  await page.getByLabel("Slips and the lesson").setInputFiles([
    first,
    second,
    { name: "cut.sayso", mimeType: "text/plain", buffer: Buffer.from(code.slice(0, -9)) },
    { name: "odd.sayso", mimeType: "text/plain", buffer: Buffer.from("<img src=x onerror=alert(1)>") },
    { name: "again.sayso", mimeType: "text/plain", buffer: Buffer.from(code) },
  ]);
  await page.getByText("2 slips on").waitFor();
  await soon(async () => assert.match(await page.locator(".class__count").textContent(), /One slip was there twice/));
  const refused = page.getByRole("region", { name: "Not taken" });
  await refused.getByText(/cut\.sayso.*damaged/).waitFor();
  await refused.getByText(/odd\.sayso: There is nothing of Sayso in it/).waitFor();
  // “Opposition leader Grace Onwudiwe”: two words marked by one, two by both.
  await soon(async () => assert.deepEqual(await page.locator("mark.heat").evaluateAll((marks) => marks.map((it) => [it.textContent, it.title])), [
    ["Opposition leader", "1 of 2"],
    ["Grace Onwudiwe", "2 of 2"],
  ]));
  await many(page.locator(".contested > li"), 1);
  await page.getByText("Who marked what").click();
  await page.locator(".students tbody tr").first().waitFor();
  await many(page.getByText("Heron"), 0);
  await soon(async () => assert.deepEqual(await page.locator(".students thead th").allTextContents(), ["Student", "Marks", "Agrees with the others"], "no notes"));
  await clean(page, "the class");
  await page.getByLabel("Show nicknames").check();
  await many(page.getByRole("rowheader", { name: "Heron" }), 1);
  const table = await saved(page, "Save marks as a table");
  assert.match(table.buffer.toString(), /"Heron","named-with-role","\d+","\d+","Opposition leader Grace Onwudiwe",/);
});

visit("paper: numbered lines, two versions, a key of its own", { fragment: "#/lesson/fair-article/print" }, async ({ page }) => {
  // A student may come here, too: the key is printed when it is asked for.
  await page.getByRole("region", { name: "Worksheet" }).waitFor();
  await many(page.getByRole("region", { name: "Key" }), 0);
  await page.getByRole("checkbox", { name: /^The key/ }).check();
  await page.getByRole("checkbox", { name: /^Two versions/ }).check();
  await soon(async () => assert.deepEqual(
    await page.locator(".paper").evaluateAll((sheets) => sheets.map((it) => it.getAttribute("aria-label").split(":")[0])),
    ["Worksheet", "Worksheet", "Answer slip", "Key"],
  ));
  await many(page.locator(".paper__code svg"), 2);
  const numbers = await page.locator(".paper").first().locator(".paper__line > span:first-child").allTextContents();
  assert.deepEqual(numbers, numbers.map((_, at) => String(at + 1)));
  // What stands marked in A is open in B, and the other way round.
  const [a, b, , key] = await page.locator(".paper").evaluateAll((sheets) => (
    sheets.map((it) => [...it.querySelectorAll("mark")].map((it) => it.textContent))));
  assert.ok(a.length > 0 && b.length > 0, "both have examples");
  assert.deepEqual([...a, ...b].sort(), key.toSorted());
  await clean(page, "the sheets");
});

visit("on a phone the rules stay where they are when words are picked", {
  fragment: "#/practise/bus-crash", viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true,
}, async ({ page }) => {
  await skipTutorial(page);
  const unnamed = rule(page, "Unnamed source");
  await page.evaluate(() => document.fonts.ready);
  const before = await unnamed.boundingBox();
  await word(page, "social").tap();
  await page.getByText("Now choose what these words are.").waitFor();
  await soon(async () => assert.deepEqual(await unnamed.boundingBox(), before));
  const ends = await page.locator(".palette__rule").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().right));
  assert.ok(ends.every((it) => it <= 390), `no rule lies beside the screen: ${ends}`);
  await unnamed.tap();
  await page.locator(".mine__reason input").focus();
  await unseen(page.getByRole("region", { name: "Rules" }), "not while something is written");
});

visit("marks made print without the tools to make them", { fragment: "#/practise/school-meals-budget" }, async ({ page }) => {
  await skipTutorial(page);
  await drag(page, "Opposition", "Onwudiwe");
  await rule(page, "Named, with position").click();
  await page.emulateMedia({ media: "print" });
  await seen(page.locator(".mine__mark").first());
  for (const tool of [".palette", ".hand-in", ".desk .button"]) {
    await many(page.locator(tool).filter({ visible: true }), 0, tool);
  }
});

visit("a guide prints on one page, A4 or Letter", { fragment: "#/lesson" }, async ({ page }) => {
  const guides = await addressesOf(page.getByRole("link", { name: "Guide for the teacher" }));
  assert.equal(guides.length, 6);
  for (const guide of guides) {
    await go(page, guide);
    await page.waitForFunction((guide) => document.querySelector("main.guide a.button")?.hash === guide.replace("/guide", ""), guide);
    for (const format of ["A4", "Letter"]) {
      const pages = (await page.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
      assert.equal(pages, 1, `${guide} on ${format}`);
    }
  }
});

const SCREENS = ["#/lesson", "#/lesson/new", "#/lesson/whose-voice", "#/lesson/whose-voice/guide", "#/lesson/whose-voice/edit",
  "#/lesson/whose-voice/print", "#/practise", "#/practise/whose-voice", "#/class"];
for (const [look, options] of Object.entries(LOOKS)) {
  visit(`axe on every screen of the classroom, ${look}`, options, async ({ page }) => {
    for (const fragment of SCREENS) {
      await go(page, fragment);
      await page.locator("main h1").waitFor();
      await clean(page, fragment);
      await fits(page, fragment);
    }
  });
}

visit("any address of a lesson is an answer", { fragment: "#/lesson/lesson1.AAAA" }, async ({ page }) => {
  await page.getByText("It is damaged").waitFor();
  for (const name of ["lesson9.AAAA", "%00%ff", "no-such-lesson", "slip1.AAAA"]) {
    await go(page, `#/practise/${name}`);
    await page.getByRole("link", { name: "Go to the lessons" }).waitFor();
  }
});

const announced = (page, words) => page.locator("p.unseen[role=status]").filter({ hasText: words }).waitFor({ state: "attached" });

const OWN = `Harbour fee to double

The town of Sainte-Régine will double its harbour fee in May, two officials said on Tuesday.

The brutal rise will ruin small boats, a skipper told the “Quay News”. Mayor Ines Brandt called it fair.

Most boats pay 40 crowns a week. A café owner on the quay fears for her summer, and experts warn of empty piers.`;

/** Puts a text of one's own into the maker. */
async function ownText(page) {
  await page.getByLabel("From the library").selectOption("");
  await page.getByLabel("Your text").fill(OWN);
  await page.getByLabel("Your text").blur();
  await page.waitForFunction(() => localStorage.getItem("sayso.lesson")?.length > 200);
}

visit("a text of one's own is there again after a look at another, and what was put aside after leaving", { fragment: "#/lesson/new" }, async ({ page }) => {
  await ownText(page);
  await page.getByLabel("Title of the lesson").fill("The fee");
  await page.getByLabel("From the library").selectOption("bus-crash");
  await page.reload();
  await page.getByLabel("From the library").selectOption("");
  await holds(page.getByLabel("Your text"), OWN);
  await page.getByRole("button", { name: "Begin afresh" }).click();
  await holds(page.getByLabel("Title of the lesson"), "");
  await go(page, "#/class");
  await go(page, "#/lesson/new");
  await page.reload();
  await page.getByRole("button", { name: "Bring back what was here" }).click();
  await holds(page.getByLabel("Title of the lesson"), "The fee");
  await holds(page.getByLabel("Your text"), OWN);
});

visit("marks of the key whose rule is unticked are said with the lesson, which is there after a look as a student", { fragment: "#/lesson/new" }, async ({ page }) => {
  await ownText(page);
  await page.getByText("More, if you like").click();
  await page.getByRole("button", { name: "Add: SIFT" }).click();
  await page.getByText("SIFT: 4 questions added to the box below.").waitFor();
  await page.getByRole("button", { name: "Add: SIFT" }).click();
  await page.getByText("SIFT: its questions are all in the box already.").waitFor();
  await page.getByRole("checkbox", { name: "Mark the article yourself" }).check();
  await page.getByRole("button", { name: "Begin with Sayso’s flags" }).click();
  await announced(page, /^The key has \d marks? now/);
  await word(page, "brutal").click();
  await word(page, "brutal").click();
  await page.locator(".palette__rule", { hasText: "Loaded language" }).click();
  const told = page.getByText("This rule is not among what to look for.");
  await many(told, 0);
  await page.getByRole("checkbox", { name: "Loaded language" }).uncheck();
  await told.first().waitFor();
  await page.getByRole("button", { name: "Make the lesson" }).click();
  await page.getByText(/of the key (is|are) not in it/).waitFor();
  const link = await page.getByLabel(/^Link/).inputValue();
  await page.getByRole("link", { name: "See it as a student" }).click();
  await page.getByRole("link", { name: "Start" }).waitFor();
  await page.goBack();
  await holds(page.getByLabel(/^Link/), link);
});

visit("what was missing is no longer said as soon as it is written", { fragment: "#/lesson/new" }, async ({ page }) => {
  await page.getByLabel("From the library").selectOption("");
  await page.getByRole("button", { name: "Make the lesson" }).click();
  await page.getByText("Put an article into the box first.").waitFor();
  await page.getByLabel("Your text").fill(OWN);
  await many(page.getByText("Put an article into the box first."), 0);
  await many(page.getByText("Something is missing"), 0);
  await page.getByRole("button", { name: "Make the lesson" }).scrollIntoViewIfNeeded();
  const box = await page.getByRole("button", { name: "Make the lesson" }).boundingBox();
  await page.mouse.move(box.x + 20, box.y + 2);
  await page.mouse.down();
  await page.mouse.up();
  await page.getByText("Here is your lesson").waitFor();
});

visit("Sayso’s places are counted on Sayso’s side, however one marks", {}, async ({ page }) => {
  await paste(page, OWN);
  await go(page, "#/practise/pasted");
  await skipTutorial(page);
  await drag(page, "brutal", "skipper");
  await rule(page, "Loaded language").click();
  const count = async () => {
    await page.getByRole("button", { name: /^Reveal/ }).click();
    const said = await page.locator(".reveal__scores").innerText();
    return /you marked (\d+) of the (\d+) places there/.exec(said).slice(1).map(Number);
  };
  const [met, all] = await count();
  assert.ok(met > 1, `one stretch over ${met} places`);
  await page.getByText(`Here are ${met} of theirs: “`).waitFor();
  await page.getByRole("button", { name: "Hide them and go on marking" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await word(page, "Mayor").click();
  await word(page, "Mayor").click();
  await rule(page, "Named, with position").click();
  await drag(page, "Ines", "Brandt");
  await rule(page, "Named, with position").click();
  assert.deepEqual(await count(), [1, all]);
});
