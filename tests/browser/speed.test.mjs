// The budgets in the browser. A busy machine may take three times as long; more is a fault.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FIGURES } from "./figures.mjs";

const SLACK = 3;

for (const { name, budget, measure } of FIGURES) {
  test(`${name}: at most ${SLACK} times the budget of ${budget} ms`, { timeout: 60_000 }, async () => {
    const ms = await measure();
    console.log(`${name}: ${ms.toFixed(0)} ms, budget ${budget} ms`);
    assert.ok(ms <= SLACK * budget, `${ms.toFixed(0)} ms`);
  });
}
