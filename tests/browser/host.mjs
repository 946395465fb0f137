// A page that is kept by the browser: a build in a folder of its own, served until it is stopped.

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { serve } from "./site.mjs";
import { bench, PATIENCE_MS } from "./visit.mjs";

/** A folder of its own with a build in it, served; a profile that keeps what it is given. */
async function host(check) {
  const { browser, dist } = await bench();
  const folder = await mkdtemp(join(tmpdir(), "sayso-"));
  await cp(dist, folder, { recursive: true });
  let site = await serve(folder);
  const context = await browser.newContext({ serviceWorkers: "allow" });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  try {
    await page.goto(site.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await check({ page, context, folder, address: site.address, stop: () => site.stop() });
  } finally {
    await context.close();
    await site.stop().catch(() => {});
    await rm(folder, { recursive: true });
  }
}

export const hosted = (name, check) => test(name, { timeout: 120_000 }, () => host(check));
