// Every browser test, in one process and one browser. Run by `cargo xtask test`.

import "./reading.test.mjs";
import "./pasting.test.mjs";
import "./seeds.test.mjs";
import "./keyboard.test.mjs";
import "./thread.test.mjs";
import "./keeping.test.mjs";
import "./tools.test.mjs";
import "./quiet.test.mjs";
import "./out.test.mjs";
import "./share.test.mjs";
import "./in.test.mjs";
import "./offline.test.mjs";
import "./looks.test.mjs";
import "./access.test.mjs";
import "./rules.test.mjs";
import "./lists.test.mjs";
import "./repair.test.mjs";
import "./lesson.test.mjs";
import "./speed.test.mjs";
