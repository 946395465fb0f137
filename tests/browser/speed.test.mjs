// The budgets in the browser. A slow machine may take three times as long; more is a fault.

import assert from "node:assert/strict";
import { test } from "node:test";
