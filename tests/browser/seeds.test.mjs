// Real documents, which lie beside the project where it is developed: the page and
// the command must say the same of them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT, marked, paste, visit } from "./visit.mjs";

const FOLDER = join(ROOT, "../shared/seeds");
const seeds = existsSync(FOLDER) ? readdirSync(FOLDER).filter((it) => it.endsWith(".txt")).sort() : [];
if (seeds.length === 0) console.log("not run: ../shared/seeds is not there, so no seed is pasted");

for (const seed of seeds) {
  visit(`seed ${seed.slice(0, 3)} is read as the command reads it`, {}, async ({ page }) => {
    const text = readFileSync(join(FOLDER, seed), "utf8");
    await paste(page, text);
    const expected = reportOn(text).articles.flatMap((it) => it.flags).filter((it) => !it.quoted);
    const known = new Map(expected.map((it) => [it.id, it.trait]));
    const shown = await marked(page);
    assert.deepEqual(shown.filter((it) => !known.has(it)), [], "every mark is a flag of the report");
    assert.equal(shown.length, known.size, "every flag of the report is marked");
    const cards = await page.getByRole("region", { name: "Flags" }).locator("li[data-flag][data-trait]")
      .evaluateAll((items) => items.map((it) => [Number(it.dataset.flag), it.dataset.trait]));
    assert.deepEqual(cards.filter(([flag, trait]) => known.get(flag) !== trait), [], "every card is of its flag");
  });
}

function reportOn(text) {
  const input = `${JSON.stringify({ id: "seed", text })}\n`;
  const output = execFileSync(process.env.SAYSO_XTASK, ["report", "--jsonl"], { input, maxBuffer: 1 << 28 });
  return JSON.parse(output);
}
