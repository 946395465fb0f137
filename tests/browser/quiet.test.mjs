// Nothing leaves the device, and the browser is told to see to it.

import assert from "node:assert/strict";
import { badge, locked, marked, paste, pick, visit } from "./visit.mjs";

visit("no request after the page has loaded", {}, async ({ page, requests, address }) => {
  await locked(page);
  const loaded = requests.length;
  await pick(page, 0);
  const [first] = await marked(page);
  await badge(page, first).click();
  await page.goBack();
  await paste(page, "Ferry to close\n\nA senior official said on Saturday that the ferry would close.");
  await page.waitForTimeout(300);
  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(requests.filter((it) => !it.startsWith(address)), [], "nothing was asked of anybody else");
});

visit("the policy forbids inline script, other hosts and forms", {}, async (visitor) => {
  const { page } = visitor;
  const refused = await page.evaluate(async () => {
    const directives = [];
    document.addEventListener("securitypolicyviolation", (it) => directives.push(it.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.hit = 1";
    document.head.append(script);
    await fetch("https://example.org/").catch(() => {});
    const image = new Image();
    image.src = "https://example.org/a.png";
    await new Promise((done) => { image.onerror = done; });
    // Each is told in a task of its own, after it was refused.
    for (let tries = 0; directives.length < 3 && tries < 200; tries += 1) await new Promise((done) => { setTimeout(done, 50); });
    return { directives, hit: window.hit };
  });
  assert.equal(refused.hit, undefined);
  for (const directive of ["script-src-elem", "connect-src", "img-src"]) {
    assert.ok(refused.directives.includes(directive), `${directive}: ${refused.directives}`);
  }
  // The test itself has caused them.
  visitor.complaints.length = 0;
});

visit("the page tells nobody where a reader comes from", {}, async ({ page }) => {
  assert.equal(await page.locator("meta[name=referrer]").getAttribute("content"), "no-referrer");
});
