/** What is chosen of a list's facets, and the entries that have it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { formatChoices, parseChoices, toggled } from "../../templates/js/lists/choices.js";
import { countsOf, narrowest, parseEntries, passes, together } from "../../templates/js/lists/entries.js";

const FACETS = ["region", "year"];
const ENTRIES = parseEntries("qing,yun/2006,2013/ba li;bai/unstated/dan mi;qing//", FACETS);

test("an address says what is chosen, and nothing that the list does not have", () => {
  const has = (facet, value) => value in { qing: 1, bai: 1, 2006: 1 };
  const choices = parseChoices("?year=2006&region=qing&region=bai&region=%3Cb%3E&other=qing&region=qing", FACETS, has);
  assert.deepEqual(choices, { region: ["qing", "bai"], year: ["2006"] });
  assert.equal(formatChoices(choices, FACETS), "?region=qing&region=bai&year=2006");
  assert.equal(formatChoices({}, FACETS), "");
});

test("a value is chosen or taken away, and leaves no empty facet", () => {
  const one = toggled({}, "region", "qing");
  assert.deepEqual(toggled(one, "region", "bai"), { region: ["qing", "bai"] });
  assert.deepEqual(toggled(one, "region", "qing"), {});
});

test("an entry passes with one of the values of each facet", () => {
  const passing = (choices, except) => ENTRIES.map((entry) => passes(entry, choices, except));
  assert.deepEqual(passing({}), [true, true, true]);
  assert.deepEqual(passing({ region: ["qing"] }), [true, false, true]);
  assert.deepEqual(passing({ region: ["qing"], year: ["2013", "2014"] }), [true, false, false]);
  assert.deepEqual(passing({ region: ["bai"], year: ["2013"] }, "region"), [true, false, false]);
  assert.deepEqual([...countsOf(ENTRIES, "region")], [["qing", 2], ["yun", 1], ["bai", 1]]);
});

test("what is read is the facet with the fewest entries", () => {
  const counts = { region: new Map([["qing", 20], ["bai", 5]]), year: new Map([["2006", 12]]) };
  assert.equal(narrowest({ region: ["bai"], year: ["2006"] }, counts), "region");
  assert.equal(narrowest({ region: ["qing", "bai"], year: ["2006"] }, counts), "year");
  assert.equal(narrowest({ region: ["qing"], year: ["2006"] }, counts, "year"), "region");
  assert.equal(narrowest({}, counts), "");
});

test("lists are put together in the order of readings, each entry once", () => {
  const list = (...keys) => keys.map((key) => ({ key, reading: key }));
  assert.deepEqual(together([list("b", "d"), list("a", "b")]).map(({ key }) => key), ["a", "b", "d"]);
  assert.deepEqual(together([list("b", "a")]).map(({ key }) => key), ["b", "a"]);
});
