// Every browser test of the folder, in one process and one browser. Run by `cargo xtask test`.

import { readdirSync } from "node:fs";

for (const file of readdirSync(new URL(".", import.meta.url)).sort()) {
  if (file.endsWith(".test.mjs")) await import(`./${file}`);
}
