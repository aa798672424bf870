/** What is chosen of a list's facets, and the entries that have it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { formatChoices, parseChoices, toggled } from "../../templates/js/lists/choices.js";
import { countsOf, narrowest, parseEntries, passes, together } from "../../templates/js/lists/entries.js";
import { inOrder, parseOrder, withOrder } from "../../templates/js/lists/orders.js";

const FACETS = ["region", "year"];
const ENTRIES = parseEntries("qing,yun/2006,2013/ba li/2013-02-01/1;bai/unstated/dan mi//2;qing//", FACETS);

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

test("an entry has what it is sorted by", () => {
  const known = ENTRIES.map(({ reading, newest, place }) => [reading, newest, place]);
  assert.deepEqual(known.slice(0, 2), [["ba li", "2013-02-01", 1], ["dan mi", "", 2]]);
});

test("lists are put together, each entry once", () => {
  const list = (...keys) => keys.map((key) => ({ key }));
  assert.deepEqual(together([list("b", "d"), list("a", "b")]).map(({ key }) => key), ["b", "d", "a"]);
});

const keys = (entries, order) => inOrder(entries, order).map(({ key }) => key.replace("https://x/gi/", "")).join(" ");

test("names are in the order of their readings as whole words, then of their ids", () => {
  const entries = [["da cong bao", "c/"], ["da cong", "b-2/"], ["da cong", "b/"], ["ba li", "z/index.html"]];
  const read = entries.map(([reading, key]) => ({ reading, key: `https://x/gi/${key}` }));
  assert.equal(keys(read, ""), "z/index.html b/ b-2/ c/");
});

test("equal ones stay in the order of names; what has no title or no place is last", () => {
  const entries = [["c", "2006", 9], ["b", "2013-02", 0], ["a", "", 0], ["d", "2013-02-01", 3], ["e", "2006", 3]];
  const read = entries.map(([key, newest, place]) => ({ key, reading: key, newest, place }));
  assert.equal(keys(read, "newest"), "d b c e a");
  assert.equal(keys(read, "region"), "a b d e c");
  assert.equal(keys(read, ""), "a b c d e");
  assert.equal(read[0].key, "c", "the list itself stays as it is");
});

test("an address says the order beside what is chosen, and none that there is not", () => {
  assert.equal(withOrder("?region=qing", "newest"), "?region=qing&sort=newest");
  assert.equal(withOrder("", "region"), "?sort=region");
  assert.equal(withOrder("?region=qing", ""), "?region=qing");
  for (const [query, order] of [["?sort=newest", "newest"], ["?sort=x&sort=region", "region"]]) {
    assert.equal(parseOrder(query), order);
  }
  for (const query of ["", "?sort=", "?sort=constructor", "?sort=%3Cb%3E"]) assert.equal(parseOrder(query), "");
});
