/** Choices among facets, and which rows a reader sees at first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenPairs, fewRows, toggled } from "../../templates/js/search/choices.js";

const row = (value, count, depth) => ({ value, label: value, count, depth });
const values = (rows) => rows.map((one) => one.value).join(" ");

test("a value is chosen and let go again, the others stay", () => {
  const one = toggled({ collection: ["gi"] }, "region", "a");
  assert.deepEqual(one, { collection: ["gi"], region: ["a"] });
  const two = toggled(one, "region", "b");
  assert.deepEqual(toggled(two, "region", "a"), { collection: ["gi"], region: ["b"] });
  assert.deepEqual(chosenPairs(two), [["collection", "gi"], ["region", "a"], ["region", "b"]]);
});

test("few rows are all shown", () => {
  const rows = "abcdefghij".split("").map((value, at) => row(value, at));
  assert.equal(fewRows(rows, []), rows);
});

test("of many rows the largest stand in their own order, with what is chosen", () => {
  const rows = [3, 9, 1, 8, 2, 7, 6, 5, 4, 11, 10, 1].map((count, at) => row(`v${at}`, count));
  assert.equal(values(fewRows(rows, ["v2"], 3)), "v1 v2 v9 v10");
});

test("of a tree the upper level is shown, below what is chosen the next one", () => {
  const rows = [
    row("province", 50, 0),
    ...["a", "b", "c", "d"].flatMap((city, at) => [
      row(city, 10 - at, 1),
      row(`${city}1`, 3, 2),
      row(`${city}2`, 2, 2),
    ]),
    row("-", 1, 0),
  ];
  assert.equal(values(fewRows(rows, [], 3)), "province a b c -");
  assert.equal(values(fewRows(rows, ["b"], 3)), "province a b b1 b2 c d -");
  assert.equal(values(fewRows(rows, ["d2"], 3)), "province a b c d d2 -");
});
