// Thirty slips dropped at once: five for a changed text, one corrupted, one hostile, two identical.

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { clean } from "./axe.mjs";
import { saved, skipTutorial } from "./desk.mjs";
import { lessonCode, placed, reckon, slipCode } from "./slips.mjs";
import { go, many, soon, visit } from "./visit.mjs";

const TEXT = `Harbour fee to double

The town of Sainte-Régine will double its harbour fee in May, two officials said on Tuesday.

The brutal rise will ruin small boats, a skipper told the “Quay News”. Mayor Ines Brandt called it fair.

Most boats pay 40 crowns a week. A café owner on the quay fears for her summer, and experts warn of empty piers.`;

/** Another version: a line more at the top, and the officials have become one. */
const CHANGED = TEXT.replace("\n\n", "\n\nUpdated at noon.\n\n").replace("two officials", "an official");

const NAMES = {
  "unnamed-source": "Unnamed source",
  "loaded-language": "Loaded language",
  "named-with-role": "Named, with position",
};
const QUESTION = "Who says so?";

/** Marks as `[words, trait, reason]`. */
const officials = ["two officials", "unnamed-source", "who?"];
const skipper = ["a skipper", "unnamed-source"];
const mayor = ["Mayor Ines Brandt", "named-with-role"];
const brutal = ["brutal", "loaded-language", "it judges, “loudly”"];
const ruin = ["ruin small boats", "loaded-language"];
const ruinUnnamed = ["ruin small boats", "unnamed-source"];
const experts = ["experts", "unnamed-source"];
const expertsWarn = ["experts warn", "unnamed-source"];
const cafe = ["A café owner on the quay", "named-with-role"];

/** The marks of those who had this text, one row a student. */
const ROWS = [
  [officials, brutal], [officials, brutal, mayor], [officials, skipper], [officials, skipper, mayor], [brutal],
  [brutal, ruin], [ruin], [ruinUnnamed], [ruinUnnamed, mayor], [mayor, experts], [experts], [expertsWarn],
  [expertsWarn, officials], [officials], [officials, cafe], [skipper, cafe], [], [mayor], [brutal, mayor, officials],
  [ruin, experts], [officials, skipper, mayor, brutal, ruin, expertsWarn], [mayor, brutal],
];

/** The same of those who had the changed one; the last has only words that are not here. */
const ROWS_CHANGED = [[skipper, brutal], [mayor], [experts, ["an official", "unnamed-source"]], [cafe, brutal]];
const STRANGER = [["Updated", "loaded-language"], ["an official", "unnamed-source"], ["noon", "unnamed-source"]];

const inText = (text) => ([words, of, reason]) => {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return { start, end: start + words.length, of, reason };
};

const file = (name, code) => ({ name, mimeType: "text/plain", buffer: Buffer.from(code) });

/** The thirty files, and who of them counts: `[number, marks]`. */
function classroom() {
  const files = [];
  const counted = [];
  ROWS.forEach((row, at) => {
    const id = 1000 + 17 * ((at * 7) % 22);
    const answers = at % 4 === 0 ? [[QUESTION, `Answer ${at}`]] : [];
    const nickname = at === 3 ? "Heron" : "";
    files.push(file(`s${at}.sayso`, slipCode({ id, text: TEXT, nickname, marks: row.map(inText(TEXT)), answers })));
    counted.push([id, row]);
  });
  files.push({ ...files[5], name: "s5 (1).sayso" });
  ROWS_CHANGED.forEach((row, at) => {
    files.push(file(`c${at}.sayso`, slipCode({ id: 5000 + at, text: CHANGED, marks: row.map(inText(CHANGED)) })));
    counted.push([5000 + at, row.filter(([words]) => TEXT.includes(words))]);
  });
  files.push(file("c4.sayso", slipCode({ id: 5004, text: CHANGED, marks: STRANGER.map(inText(CHANGED)) })));
  files.push(file("cut.sayso", files[0].buffer.toString().slice(0, -7)));
  // Of its two marks one says true words, the other points into nowhere.
  const evil = "<img src=x onerror=\"document.title='evil'\">";
  const hostile = {
    id: 9000,
    text: TEXT,
    nickname: `${evil}\u202e`,
    marks: [{ ...inText(TEXT)(brutal), reason: `=HYPERLINK("x")${evil}` }, { start: 0, end: 0, of: "unnamed-source", length: 3_000_000_000, exact: evil }],
    answers: [[QUESTION, evil]],
  };
  files.push(file("hostile.sayso", slipCode(hostile)));
  counted.push([9000, [brutal]]);
  return { files, counted: counted.sort((a, b) => a[0] - b[0]) };
}

/** What stands in the page's text, as words with their places and paragraphs. */
async function words(page, lesson) {
  await go(page, `#/practise/${lesson}`);
  await skipTutorial(page);
  const shown = await page.locator(".desk__text .word").allTextContents();
  const all = placed(TEXT, shown);
  return { words: all, blocks: all.map((it) => TEXT.slice(0, it.start).split("\n\n").length) };
}

const cells = (page, css) => page.locator(css).evaluateAll((rows) => rows.map((row) => (
  [...row.children].map((it) => it.textContent))));

const table = async (page, name) => (await saved(page, name)).buffer.toString().trim().split("\r\n");

visit("thirty slips at once: the picture is right to the last number", { fragment: "#/class", acceptDownloads: true }, async ({ page }) => {
  const lesson = lessonCode({ title: "The harbour fee", text: TEXT, traits: Object.keys(NAMES), questions: [QUESTION] });
  const { files, counted } = classroom();
  assert.equal(files.length, 30);
  const there = await words(page, lesson);
  const students = counted.map(([, row]) => row.map(([quote, of]) => {
    const start = TEXT.indexOf(quote);
    const first = there.words.findIndex((it) => it.end > start);
    return [first, there.words.findLastIndex((it) => it.start < start + quote.length), of];
  }));
  const traits = Object.keys(NAMES);
  const expected = reckon({ ...there, text: TEXT, students, traits });

  await go(page, "#/class");
  await page.getByLabel("Slips and the lesson").setInputFiles([...files, file("lesson.sayso", lesson)]);
  await page.getByText(`${expected.people} slips on “The harbour fee”`).waitFor();
  assert.equal(expected.people, 27);
  await page.getByRole("heading", { name: "Harbour fee to double", level: 3 }).waitFor();
  const buttons = page.locator("main").getByRole("button", { name: /this class$/ });
  await soon(async () => assert.deepEqual(await buttons.allInnerTexts(), ["Save this class", "Forget this class"], "what is lost comes after what is kept"));
  await soon(async () => assert.match(await page.locator(".class__count").textContent(), /One slip was there twice/));
  await soon(async () => assert.deepEqual(await page.getByRole("region", { name: "Not taken" }).getByRole("listitem").allTextContents(), [
    "cut.sayso, code 1: It is damaged: cut off or changed on its way. Ask for it again.",
  ]));

  const heat = () => page.locator("mark.heat").evaluateAll((marks) => marks.map((it) => [it.textContent, it.title]));
  await soon(async () => assert.deepEqual(await heat(), expected.marked));
  const byName = (rows) => rows.toSorted((a, b) => (a[0] < b[0] ? -1 : 1));
  await soon(async () => {
    const shown = (await cells(page, "[aria-label='Table of agreement'] tbody tr")).map((row) => row.toSpliced(1, 1));
    assert.deepEqual(byName(shown), byName(expected.rows.map((it) => [NAMES[it.of], ...it.cells])));
  });

  const count = (quote, of) => counted.filter(([, row]) => row.some((it) => it[0] === quote && it[1] === of)).length;
  await many(page.locator(".contested > li"), 3);
  const talk = await page.locator(".contested > li").evaluateAll((items) => items.map((it) => (
    [it.querySelector("q").textContent, it.querySelector("p").textContent])));
  // Of 351 pairs differ: 10 · 17 over "brutal", 9 · 18 over the officials and the mayor; 7 · 20 over the experts are not shown.
  assert.deepEqual(talk.map((it) => it[0]), ["brutal", "two officials", "Mayor Ines Brandt"]);
  for (const [quote, told] of talk) {
    const names = traits.map((of) => [count(quote, of), NAMES[of]]).filter((it) => it[0] > 0).sort((a, b) => b[0] - a[0]);
    const left = expected.people - names.reduce((sum, it) => sum + it[0], 0);
    assert.equal(told, [...names.map(([number, name]) => `${number} of 27 marked it “${name}”`), `${left} left it out`].join(", "), quote);
  }

  const given = ROWS.filter((_, at) => at % 4 === 0).length + 1;
  await many(page.locator(".answers dd"), given);
  await page.getByText("Who marked what").click();
  await many(page.locator("[aria-label='Table of students'] tbody tr"), 28);
  const rows = await cells(page, "[aria-label='Table of students'] tbody tr");
  const known = rows.filter((it) => !/does not count/.test(it[3]));
  assert.deepEqual(known.map((it) => it[2]), expected.withOthers);
  assert.deepEqual(rows.map((it) => it[3]).filter((it) => it !== ""), [
    "made on another version; every mark was found again",
    "made on another version; every mark was found again",
    "made on another version; not found again: 1 of its marks",
    "made on another version; every mark was found again",
    "its marks are not in this text: does not count",
    "not in the text: 1 of its marks",
  ]);
  await many(page.getByText("Heron"), 0);

  const csv = await table(page, "Save marks as a table");
  const points = (at) => [...TEXT.slice(0, at)].length;
  const cell = (words) => `"${words.startsWith("=") ? "'" : ""}${words.replaceAll('"', '""')}"`;
  const lines = counted.flatMap(([id, row]) => {
    // The stranger, who does not count, keeps his number.
    const number = counted.findIndex((it) => it[0] === id) + 1 + (id > 5004 ? 1 : 0);
    const marks = row.map(inText(TEXT));
    const reasons = id === 9000 ? ["=HYPERLINK(\"x\")<img src=x onerror=\"document.title='evil'\">"] : row.map((it) => it[2] ?? "");
    return marks.map((it, at) => [
      `Student ${number}`, it.of, `${points(it.start)}`, `${points(it.end)}`, TEXT.slice(it.start, it.end), reasons[at],
    ].map(cell).join(","));
  });
  assert.deepEqual(csv, [["student", "trait", "start", "end", "words", "reason"].map(cell).join(","), ...lines]);
  assert.equal((await table(page, "Save answers as a table")).length, given + 1);

  await clean(page, "a class of thirty");
  await page.getByLabel("Show nicknames").check();
  await many(page.getByRole("rowheader", { name: "Heron" }), 1);
  await many(page.locator("main img"), 0);
  assert.equal(await page.title(), "Slips of a class · Sayso");
});

visit("a class is told by arrow keys, stays while the tab is open, is saved, and is forgotten", { fragment: "#/class", acceptDownloads: true }, async ({ page }) => {
  const lesson = lessonCode({ title: "The harbour fee", text: TEXT, traits: Object.keys(NAMES) });
  const slips = [[officials, brutal], [officials]].map((row, at) => slipCode({ id: at + 1, text: TEXT, marks: row.map(inText(TEXT)) }));
  await page.getByText("Or paste codes").click();
  await page.getByLabel("Codes, one after the other").fill([lesson, ...slips, slips[0]].join("\n"));
  await page.getByRole("button", { name: "Add these slips" }).click();
  await page.getByText("2 slips on").waitFor();
  const twice = page.getByText("One slip was there twice");
  await many(twice, 1);

  await page.getByRole("group", { name: "Where the class marked" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText("“two officials”: 2 of 2 marked it: 2 Unnamed source.").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByText("“brutal”: 1 of 2 marked it: 1 Loaded language.").waitFor();
  await page.keyboard.press("ArrowLeft");
  await soon(async () => assert.equal(await page.locator(".heat.is-at").textContent(), "two officials"));
  await page.getByRole("status").filter({ hasText: "“two officials”" }).waitFor();

  await go(page, "#/lesson");
  await page.getByRole("link", { name: "Look at the slips of a class" }).click();
  await page.getByText("2 slips on").waitFor();
  await page.getByRole("button", { name: "Forget this class" }).click();
  await page.getByText("2 slips on").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Bring the last class back" }).click();
  await page.getByText("2 slips on").waitFor();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  assert.doesNotMatch(kept, /slip1\./);
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await soon(async () => assert.equal(await asks(), true, "a reload forgets"));
  const file = await saved(page, "Save this class");
  await soon(async () => assert.equal(await asks(), false, "a file has it"));
  await page.reload();
  await page.getByRole("heading", { name: "Slips of a class" }).waitFor();
  await many(page.getByText("2 slips on"), 0);
  await page.getByLabel("Slips and the lesson").setInputFiles(file);
  await page.getByText("2 slips on").waitFor();
  await many(twice, 0, "it was said before it was saved");
});

visit("slips find the lesson whose link was opened in this tab", { fragment: "#/class" }, async ({ page }) => {
  const lesson = lessonCode({ title: "The harbour fee", text: TEXT, traits: Object.keys(NAMES) });
  const slips = () => page.getByLabel("Slips and the lesson").setInputFiles([file("1.sayso", slipCode({ id: 1, text: TEXT, marks: [officials].map(inText(TEXT)) }))]);
  await slips();
  await page.getByText("put its link under “Or paste codes”").waitFor();
  await go(page, `#/lesson/${lesson}`);
  await page.getByRole("link", { name: "Slips of a class" }).click();
  await page.getByText("1 slip on").waitFor();
  await page.getByRole("button", { name: "Forget this class" }).click();
  await slips();
  await page.getByText("1 slip on").waitFor();
});

const HERON = { id: 1, text: TEXT, nickname: "Heron", marks: [officials, brutal].map(inText(TEXT)) };
const WREN = { id: 2, text: TEXT, nickname: "Wren", marks: [["two officials", "unnamed-source", "no name, so nobody can ask"]].map(inText(TEXT)) };

async function openClass(page) {
  const lesson = lessonCode({ title: "The harbour fee", text: TEXT, traits: Object.keys(NAMES) });
  await page.getByLabel("Slips and the lesson").setInputFiles([file("l.sayso", lesson), ...[HERON, WREN].map((it) => file(`${it.id}.sayso`, slipCode(it)))]);
  await page.getByText("2 slips on").waitFor();
}

visit("the reasons stand where the class talks, and at the chosen place", { fragment: "#/class" }, async ({ page }) => {
  await openClass(page);
  const given = page.locator(".contested > li", { hasText: "brutal" }).getByRole("list", { name: "Reasons they gave" });
  await given.getByText("it judges, “loudly”").waitFor();
  await page.locator("mark.heat", { hasText: "two officials" }).click();
  const told = page.getByRole("status").filter({ hasText: "“two officials”: 2 of 2" });
  await soon(async () => assert.deepEqual(await told.locator("li q").allTextContents(), ["who?", "no name, so nobody can ask"]));
  await told.getByText("Student 2").waitFor();
  await many(page.getByText("Wren"), 0, "nobody asked for nicknames");
  await clean(page, "reasons");
  await page.getByLabel("Show nicknames").check();
  await told.getByText("Wren").waitFor();
  await given.getByText("Heron").waitFor();
});

visit("the result for the wall: the text large, a legend, what to talk about, and back by Esc", { fragment: "#/class" }, async ({ page }) => {
  await openClass(page);
  await page.getByLabel("Show nicknames").check();
  await page.getByRole("list", { name: "Reasons they gave" }).getByText("Heron").waitFor();
  const open = page.getByRole("button", { name: "Show on the wall" });
  await open.focus();
  await page.keyboard.press("Enter");
  const wall = page.getByRole("dialog", { name: "What the class marked" });
  await wall.waitFor();
  await wall.getByText("The darker, the more of the 2 marked it").waitFor();
  await soon(async () => assert.deepEqual(await wall.locator(".contested q").allTextContents(), ["brutal"]));
  await many(wall.getByRole("table"), 0);
  for (const word of ["loudly", "Heron", "Wren", "no name"]) await many(wall.getByText(word), 0, "the wall is for all eyes");
  assert.equal(await wall.evaluate((it) => it.closest("p")), null, "a paragraph holds no dialog");
  await many(wall.getByRole("button"), 1, "the way back");
  const size = (css) => page.locator(css).first().evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
  assert.ok(await size(".wall .class__text p") > 1.5 * await size("section .class__text p"), "the text is large");
  await page.evaluate(() => { document.documentElement.dataset.size = "4"; });
  for (const where of ["section", ".wall"]) {
    assert.ok(await size(`${where} .class__text h3`) > await size(`${where} .class__text p`), "the headline grows with the text");
  }
  await clean(page, "the wall");
  await page.keyboard.press("Escape");
  await wall.waitFor({ state: "hidden" });
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.textContent), /Show on the wall/));
  await many(page.locator(".wall mark"), 0);
});

const announced = (page, words) => page.locator("p.unseen[role=status]").filter({ hasText: words }).waitFor({ state: "attached" });
const focused = (page) => page.evaluate(() => document.activeElement.id);

visit("a class that is brought back takes the place of the one that is here, and is not lost by leaving", { fragment: "#/class" }, async ({ page }) => {
  await openClass(page);
  await announced(page, "2 slips so far. The lesson “The harbour fee” is here; the picture is below.");
  await page.getByRole("button", { name: "Forget this class" }).click();
  await go(page, "#/lesson");
  await go(page, "#/class");
  const one = slipCode({ id: 9, text: TEXT, marks: [officials].map(inText(TEXT)) });
  await page.getByLabel("Slips and the lesson").setInputFiles([file("9.sayso", one)]);
  await announced(page, "1 slip so far. Their text is not here: add the lesson, too.");
  const back = page.getByRole("button", { name: "Bring the last class back" });
  await back.click();
  await page.getByText("2 slips on").waitFor();
  await announced(page, "The last class is back");
  await soon(async () => assert.equal(await focused(page), "main"));
  await back.click();
  await page.getByText("put its link under “Or paste codes”").waitFor();
  await back.click();
  await page.getByText("2 slips on").waitFor();
});

visit("“back” closes the wall, and the wall tells how many called what", { fragment: "#/lesson" }, async ({ page }) => {
  await go(page, "#/class");
  await openClass(page);
  const wall = page.getByRole("dialog", { name: "What the class marked" });
  const open = page.getByRole("button", { name: "Show on the wall" });
  await open.click();
  await wall.getByText("1 of 2 marked it “Loaded language”, 1 left it out").waitFor();
  const size = (css) => wall.locator(css).first().evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
  assert.ok(await size("h2") > await size(".class__text h3"), "what to talk about is a heading of the whole wall");
  await page.goBack();
  await wall.waitFor({ state: "hidden" });
  await page.getByText("2 slips on").waitFor();
  await open.click();
  await wall.getByRole("button", { name: "Back (Esc)" }).click();
  await wall.waitFor({ state: "hidden" });
  await soon(async () => assert.equal(await page.evaluate(() => history.state), null, "the entry of the wall has gone"));
  await page.goBack();
  await page.getByRole("heading", { name: "Lessons", exact: true }).waitFor();
});

visit("leaving is asked about while any class is unsaved, also one that was forgotten", { fragment: "#/class" }, async ({ page }) => {
  const asks = () => page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await openClass(page);
  await page.getByRole("button", { name: "Forget this class" }).click();
  await page.getByText("2 slips on").waitFor({ state: "detached" });
  await soon(async () => assert.equal(await asks(), true, "it can be brought back"));
  await page.getByRole("button", { name: "Bring the last class back" }).click();
  await saved(page, "Save this class");
  await soon(async () => assert.equal(await asks(), false));
  await page.getByRole("button", { name: "Forget this class" }).click();
  await page.getByText("2 slips on").waitFor({ state: "detached" });
  await soon(async () => assert.equal(await asks(), false, "a file has it"));
});

visit("where no slip counts there is no picture, and it is said", { fragment: "#/class" }, async ({ page }) => {
  const lesson = lessonCode({ title: "The harbour fee", text: TEXT, traits: Object.keys(NAMES) });
  const stranger = slipCode({ id: 7, text: CHANGED, marks: STRANGER.map(inText(CHANGED)) });
  await page.getByLabel("Slips and the lesson").setInputFiles([file("l.sayso", lesson), file("7.sayso", stranger)]);
  await announced(page, "1 slip so far. None of them counts for “The harbour fee”: their marks are not in its text.");
  await page.getByText("No slip counts on “The harbour fee”.").waitFor();
  await page.getByText("1 not matched, and not counted").waitFor();
  await page.getByText("Who marked what").click();
  await page.getByText("does not count").waitFor();
  await clean(page, "no slip counts");
  await page.getByRole("button", { name: "Save this class" }).waitFor();
});

visit("“back” leaves at once after a reload on the wall", { fragment: "#/lesson" }, async ({ page }) => {
  await go(page, "#/class");
  await openClass(page);
  await saved(page, "Save this class");
  await page.getByRole("button", { name: "Show on the wall" }).click();
  await page.getByRole("dialog", { name: "What the class marked" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Slips of a class" }).waitFor();
  await soon(async () => assert.equal(await page.evaluate(() => history.state), null, "the entry of the wall has gone"));
  await page.goBack();
  await page.getByRole("heading", { name: "Lessons", exact: true }).waitFor();
});
