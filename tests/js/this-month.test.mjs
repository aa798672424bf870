/** The month in China, whatever the clock of the reader says. */
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.HTMLElement = class {};
const { monthInChina } = await import("../../templates/js/search/this-month.js");
const at = (text) => monthInChina(Date.parse(text));

test("a month begins when it begins in China", () => {
  assert.equal(at("2026-10-31T15:59:59Z"), 10);
  assert.equal(at("2026-10-31T16:00:00Z"), 11);
  assert.equal(at("2026-12-31T23:00:00+08:00"), 12);
  assert.equal(at("2026-12-31T16:00:00Z"), 1);
});
