// A narrow screen, paper, and readers who changed their colours.

import assert from "node:assert/strict";
import { clean, fits, LOOKS } from "./axe.mjs";
import { drag, rule, skipTutorial } from "./desk.mjs";
import { badge, go, library, many, marked, paste, pick, ready, soon, unseen, visit } from "./visit.mjs";

visit("360 px: nothing scrolls sideways", LOOKS.phone, async ({ page }) => {
  await fits(page, "the start screen");
  const count = await library(page).count();
  for (const which of [0, Math.floor(count / 2), count - 1]) {
    await pick(page, which);
    await fits(page, `article ${which} of the library`);
    await page.goBack();
    await library(page).first().waitFor();
  }
  await paste(page, `${"W".repeat(400)}\n\nhttps://example.org/${"long".repeat(100)} said ${"so".repeat(300)}.`);
  await fits(page, "a word without end");
});

visit("390 px: the number that was tapped stays in sight above the sheet", { ...LOOKS.phone, viewport: { width: 390, height: 780 } }, async ({ page }) => {
  await pick(page, 0);
  const flags = await marked(page);
  for (const flag of [flags[0], flags.at(-1)]) {
    const badge = page.locator(`article button[data-flag="${flag}"]`);
    await badge.evaluate((it) => scrollTo(0, scrollY + it.getBoundingClientRect().top - 550));
    await badge.click();
    await page.locator(`li.is-open[data-flag="${flag}"]`).waitFor();
    await soon(async () => {
      const [number, sheet] = await Promise.all([badge, page.locator(".panel")].map((it) => it.boundingBox()));
      assert.ok(number.y > 0 && number.y + number.height <= sheet.y, `${number.y} above ${sheet.y}`);
    });
    await badge.click();
    await page.locator("li.is-open").waitFor({ state: "detached" });
  }
});

visit("390 px: the sheet shows the card that was tapped from its head, whichever was tapped before", { ...LOOKS.phone, viewport: { width: 390, height: 780 } }, async ({ page }) => {
  await pick(page, 0);
  const flags = await marked(page);
  for (const flag of [flags[6], flags[2], flags[4], flags[0]]) {
    await badge(page, flag).click();
    const card = page.locator(`li.is-open[data-flag="${flag}"]`);
    await soon(async () => {
      const [head, sheet, end] = await Promise.all([card, page.locator(".panel__body"), page.locator(".panel")].map((it) => it.boundingBox()));
      assert.ok(head.y > sheet.y && head.y < sheet.y + 60, `card ${flag} at ${head.y} in a sheet from ${sheet.y}`);
      assert.ok(end.y + end.height <= 781 && end.height > 300, "the sheet has risen");
    });
    await page.getByRole("button", { name: "Text", exact: true }).click();
  }
});

for (const width of [320, 390]) {
  visit(`${width} px: the buttons of the sheet keep off the edge`, { ...LOOKS.phone, viewport: { width, height: 780 } }, async ({ page }) => {
    await pick(page, 0);
    await fits(page, "an article");
    const right = await page.locator(".sheet__height").last().evaluate((it) => {
      const range = document.createRange();
      range.selectNodeContents(it);
      return range.getBoundingClientRect().right;
    });
    const edge = width - (width < 390 ? 8 : 16);
    assert.ok(right <= edge, `${right} of ${edge}`);
  });
}

visit("390 px: at the largest text no button of the sheet breaks", { ...LOOKS.phone, viewport: { width: 390, height: 780 } }, async ({ page }) => {
  await pick(page, 0);
  await page.evaluate(() => Object.assign(document.documentElement.dataset, { size: "4", air: "more" }));
  const texts = page.locator(".sheet__height");
  const rights = [];
  for (const it of await texts.all()) {
    const { x, width } = await it.boundingBox();
    const words = await it.evaluate((it) => {
      const range = document.createRange();
      range.selectNodeContents(it);
      return { lines: range.getClientRects().length, left: range.getBoundingClientRect().left, right: range.getBoundingClientRect().right };
    });
    assert.equal(words.lines, 1);
    assert.ok(words.left >= x && words.right <= x + width, "its words lie within it");
    rights.push(x + width);
  }
  assert.ok(Math.max(...rights) <= 390, `${rights}`);
  await fits(page, "an article at the largest text");
});

visit("a wash in a headline leaves the line above alone", { fragment: "#/read/digest-01-weekend-clashes" }, async ({ page }) => {
  await ready(page);
  const several = page.locator(".headline .mark--several:not(.is-at)").first();
  await several.waitFor();
  assert.match(await several.evaluate((it) => getComputedStyle(it).backgroundImage), /gradient/);
  assert.equal(await several.evaluate((it) => getComputedStyle(it).backgroundColor), "rgba(0, 0, 0, 0)");
});

visit("larger text has larger notes beside it", {}, async ({ page }) => {
  await pick(page, 0);
  const size = () => page.locator(".card__why").first().evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  await page.locator(".card__why").first().waitFor();
  const before = await size();
  await page.getByRole("button", { name: "Reading settings" }).click();
  const larger = page.getByRole("button", { name: "Larger" });
  for (const now of ["111%", "126%"]) {
    await larger.click();
    await soon(async () => assert.equal(await page.getByRole("group", { name: /^Text/ }).evaluate((it) =>
      getComputedStyle(it.querySelector("legend"), "::after").content), `": ${now}"`));
  }
  await soon(async () => assert.ok(await size() > before, `${before}`));
});

visit("320 px, the largest text and more air: the headline is the larger, and the text to mark is in sight", {
  ...LOOKS.phone, viewport: { width: 320, height: 640 },
}, async ({ page }) => {
  const enlarge = () => page.evaluate(() => Object.assign(document.documentElement.dataset, { size: "4", air: "more" }));
  const size = (css) => page.locator(css).first().evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  await pick(page, 0);
  await enlarge();
  assert.ok(await size("article h1") > await size("article p"));
  await go(page, "#/practise/bus-crash");
  await skipTutorial(page);
  await enlarge();
  await rule(page, "Unnamed source").focus();
  const { y } = await page.locator(".palette").boundingBox();
  assert.ok(y >= 320, `half of the window is the text’s: ${y}`);
  await clean(page, "rules to choose from, at the largest text");
});

visit("360 px: a menu that was copied along is set as one line", LOOKS.phone, async ({ page }) => {
  await paste(page, "Home\nNews\nSport\n\nFerry to sail all winter\n\nBy Ann Lee\n\nThe ferry will sail all winter, Ann Lee said on Monday.");
  await soon(async () => {
    const [home, sport] = await Promise.all(["Home", "Sport"].map((it) => page.locator("article p", { hasText: it }).boundingBox()));
    assert.equal(home.y, sport.y);
  });
});

visit("360 px: a whole menu is folded into one line, which opens for its flag", LOOKS.phone, async ({ page }) => {
  const known = ["World", "Politics", "Business", "Culture", "Travel", "Weather", "Video", "Science", "Health", "Podcasts", "Newsletters", "Sign in", "Subscribe", "Contact", "About us"];
  const menu = ["The Velia Gazette", "All that floats, every day", "Home", "News", "Harbour", "Sport", "Opinion", "Search", ...known];
  await paste(page, `${menu.join("\n")}\n\nFerry to sail all winter\n\nBy Ann Lee\n\nThe ferry will sail all winter, Ann Lee said on Monday.`);
  const fold = page.getByText("23 lines that are not part of the article");
  await soon(async () => {
    const [line, title] = await Promise.all([fold, page.getByRole("heading", { level: 1 })].map((it) => it.boundingBox()));
    assert.ok(title.y - line.y < 100, `${line.y} ${title.y}`);
  });
  await unseen(page.locator("article").getByText("Harbour"));
  await page.locator("article").focus();
  await page.keyboard.press("j");
  await page.locator("article").getByText("Harbour").waitFor();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Flag 1: Not part of the article"));
});

visit("320 px: no tool is cut off at the side", { viewport: { width: 320, height: 640 } }, async ({ page }) => {
  await page.getByText("Tools", { exact: true }).click();
  for (const link of await page.locator("details.tools").getByRole("link").all()) {
    const { x, width } = await link.boundingBox();
    assert.ok(x >= 0 && x + width <= 320, `${x} ${width}`);
  }
});

for (const [width, height] of [[640, 400], [844, 390], [320, 568], [320, 256]]) {
  visit(`${width} × ${height}: the menu of the tools scrolls down, and never sideways`, { viewport: { width, height } }, async ({ page }) => {
    await page.getByText("Tools", { exact: true }).click();
    const menu = page.locator("details.tools > div");
    await soon(async () => {
      const [wide, room] = await menu.evaluate((it) => [it.scrollWidth, it.clientWidth]);
      assert.ok(room > 0 && wide <= room, `${wide} in ${room}`);
    });
    const box = await menu.boundingBox();
    assert.ok(box.y + box.height <= height, "its foot is in sight");
  });
}

visit("the strip of voices ends above the sheet, and the ink of the legend with its words", { viewport: { width: 320, height: 640 } }, async ({ page }) => {
  await go(page, "#/read/karbala-report");
  await ready(page);
  await page.getByRole("button", { name: "Voices" }).click();
  for (const height of ["Text", "Both"]) {
    await page.getByRole("button", { name: height, exact: true }).click();
    await soon(async () => {
      const [strip, sheet] = await Promise.all([".strip", ".panel"].map((it) => page.locator(it).boundingBox()));
      assert.ok(strip.y + strip.height <= sheet.y + 1, `${height}: ${strip.y + strip.height} over ${sheet.y}`);
    });
  }
  const longest = page.locator(".legend label", { hasText: "known by an office" });
  const [words, button] = await Promise.all(["span", "input"].map((it) => longest.locator(it).evaluate((it) => it.getClientRects()[0].toJSON())));
  assert.ok(button.right <= words.left && button.bottom <= words.bottom + 4, "the button stands before the first line");
});

visit("the notice of a step lies under the open menu", LOOKS.phone, async ({ page }) => {
  await pick(page, 0);
  const [flag] = await marked(page);
  await page.locator(`article button[data-flag="${flag}"]`).click();
  const card = page.locator(`li[data-flag="${flag}"]`);
  await card.locator(".dismiss__open").click();
  await card.getByRole("button", { name: "This place only" }).click();
  await page.locator(".toast:not(.is-empty)").waitFor();
  await page.getByText("Tools", { exact: true }).click();
  const links = await page.locator("details.tools").getByRole("link").all();
  for (const link of links) {
    assert.ok(await link.evaluate((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return it.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    }), await link.innerText());
  }
});

visit("at 200 % all of the tools can be reached", { viewport: { width: 640, height: 400 } }, async ({ page }) => {
  await page.getByText("Tools", { exact: true }).click();
  const last = page.locator("details.tools").getByRole("link").last();
  await soon(async () => {
    await last.scrollIntoViewIfNeeded();
    const { y, height } = await last.boundingBox();
    assert.ok(y >= 0 && y + height <= 400, `${y}`);
  });
  await last.click();
  await page.getByRole("heading", { name: "What Sayso cannot see" }).waitFor();
});

visit("360 px: a number and the full stop behind it stay with their word", LOOKS.phone, async ({ page }) => {
  const sentence = (at) => `${"so ".repeat(at)}the mayor slammed. ${"And ".repeat(at)}officials said the regime fell.`;
  await paste(page, `Ferry to close\n\n${Array.from({ length: 24 }, (_, at) => sentence(at + 1)).join("\n\n")}`);
  await marked(page);
  await page.evaluate(() => document.fonts.ready);
  const alone = await page.locator("article .held").evaluateAll((all) => all.filter((it) => {
    const words = document.createRange();
    words.selectNodeContents(it.previousElementSibling);
    const line = [...words.getClientRects()].at(-1);
    return [...it.getClientRects()].at(-1).top > line.bottom;
  }).map((it) => it.textContent));
  await soon(async () => assert.ok(await page.locator("article .held", { hasText: "." }).count() > 10));
  assert.deepEqual(alone, []);
});

visit("a phone is told of no keys", LOOKS.phone, async ({ page }) => {
  await unseen(page.getByRole("button", { name: "Keys" }));
  await go(page, "#/practise/bus-crash");
  await skipTutorial(page);
  await page.getByText("Drag over words").waitFor();
  await soon(async () => assert.doesNotMatch(await page.locator("main").innerText(), /keyboard|Ctrl|Enter/));
});

visit("every screen beside the text has one left edge and one size of title", {}, async ({ page }) => {
  const edges = [];
  for (const screen of ["lab", "facts", "twin", "elsewhere", "practise", "lesson", "lesson/new", "lesson/fair-article", "class", "rules",
    "rules/loaded-verb", "lists", "repair", "in", "collection", "check", "about"]) {
    const before = await page.title();
    await go(page, `#/${screen}`);
    await page.waitForFunction((before) => document.title !== before && document.querySelector(".workshop h1"), before);
    edges.push(await page.locator(".workshop h1").evaluate((it, screen) => (
      [screen, Math.round(it.getBoundingClientRect().x), getComputedStyle(it).fontSize].join()), screen));
  }
  const looks = new Set(edges.map((it) => it.split(",").slice(1).join()));
  assert.equal(looks.size, 1, edges.join(" "));
});

visit("on paper the marks and their numbers are there", {}, async ({ page }) => {
  await pick(page, 0);
  await marked(page);
  await page.emulateMedia({ media: "print" });
  // What all of a headline bears has a number alone.
  const looks = await page.locator("article :not(h1) > mark[data-flags]").evaluateAll((marks) => marks.map((it) => {
    const style = getComputedStyle(it);
    return style.textDecorationLine !== "none" || style.borderBottomStyle !== "none";
  }));
  assert.ok(looks.length > 0 && looks.every(Boolean), "a mark is underlined: backgrounds do not print");
  // What is not part of the article is left off the paper, with its numbers.
  const numbers = page.locator("article :not([data-traits~=page-furniture]) + .held > button[data-flag]");
  await soon(async () => assert.ok(await numbers.count() > 2));
  for (const number of await numbers.all()) assert.ok(await number.isVisible(), "the number prints");
  await many(page.locator("li[data-trait=page-furniture]:visible"), 0, "nor is it told of");
  assert.ok((await page.pdf()).length > 1000);
});

for (const colorScheme of ["light", "dark"]) {
  visit(`forced colors, ${colorScheme}: marked words stand out from what is behind them, and cover no line`, { forcedColors: "active", colorScheme }, async ({ page }) => {
    const seen = async (screen) => {
      const [plain, ...pairs] = await page.locator("mark:visible").evaluateAll((marks) => {
        const probe = document.body.appendChild(document.createElement("p"));
        Object.assign(probe.style, { color: "CanvasText", backgroundColor: "transparent" });
        const pairs = [probe, ...marks].map((it) => getComputedStyle(it)).map((it) => `${it.color} ${it.backgroundColor.replace(/.*, 0\)$/, "on the page")}`);
        probe.remove();
        return pairs;
      });
      assert.deepEqual([...new Set(pairs)], [plain], screen);
    };
    await pick(page, 0);
    await marked(page);
    await seen("an article");
    await go(page, "#/rules/loaded-verb");
    await page.locator(".workshop mark").first().waitFor();
    await seen("a rule");
    await go(page, "#/practise/bus-crash");
    await skipTutorial(page);
    await drag(page, "social", "media");
    await rule(page, "Loaded language").click();
    await page.locator(".ink--mine").first().waitFor();
    await seen("marks of one’s own");
    await page.locator("#article").focus();
    await page.keyboard.press("r");
    await page.locator(".ink--sayso").first().waitFor();
    await seen("the reveal");
  });
}

for (const media of [{ colorScheme: "dark" }, { forcedColors: "active" }, { reducedMotion: "reduce" }]) {
  visit(`${Object.entries(media).flat().join(" ")}: the marks can be seen`, media, async ({ page }) => {
    await pick(page, 0);
    await marked(page);
    const lines = await page.locator("article :not(h1) > mark[data-flags]").evaluateAll((marks) =>
      marks.map((it) => getComputedStyle(it)).map((it) => it.textDecorationLine !== "none" || it.borderBottomStyle !== "none"));
    assert.ok(lines.length > 0 && lines.every(Boolean));
  });
}
