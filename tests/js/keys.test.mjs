/** The keyboard of a search box. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { asksForSearch, pressed } from "../../templates/js/search/keys.js";

const OPEN = { open: true, count: 3, active: -1 };

test("arrows walk through the suggestions and back to the box", () => {
  const walk = (key, start, steps) => {
    let { active } = start;
    const seen = [];
    for (let step = 0; step < steps; step++) {
      ({ active } = pressed(key, { ...start, active }));
      seen.push(active);
    }
    return seen;
  };
  assert.deepEqual(walk("ArrowDown", OPEN, 5), [0, 1, 2, -1, 0]);
  assert.deepEqual(walk("ArrowUp", OPEN, 5), [2, 1, 0, -1, 2]);
});

test("Enter follows a suggestion and else sends the form", () => {
  assert.deepEqual(pressed("Enter", { ...OPEN, active: 1 }), { act: "follow" });
  assert.equal(pressed("Enter", OPEN), undefined);
  assert.equal(pressed("Enter", { open: false, count: 3, active: 1 }), undefined);
});

test("Escape closes what is open and is the browser's own where nothing is", () => {
  assert.deepEqual(pressed("Escape", OPEN), { act: "close" });
  assert.equal(pressed("Escape", { ...OPEN, open: false }), undefined);
});

test("an arrow opens a closed box; Home and End move in the text and leave the suggestions", () => {
  assert.deepEqual(pressed("ArrowDown", { ...OPEN, open: false }), { act: "open" });
  assert.equal(pressed("ArrowUp", { ...OPEN, open: false }), undefined);
  for (const key of ["Home", "End", "ArrowLeft", "ArrowRight"]) {
    assert.deepEqual(pressed(key, { ...OPEN, active: 2 }), { active: -1, pass: true });
  }
  assert.equal(pressed("a", OPEN), undefined);
  assert.equal(pressed("Tab", OPEN), undefined);
});

test("a slash asks for the box, but not while one writes", () => {
  const page = { closest: () => null };
  const slash = { key: "/", target: page };
  assert.equal(asksForSearch(slash), true);
  assert.equal(asksForSearch({ ...slash, target: { closest: () => ({}) } }), false);
  assert.equal(asksForSearch({ ...slash, target: {} }), true);
  for (const held of ["ctrlKey", "metaKey", "altKey", "isComposing"]) {
    assert.equal(asksForSearch({ ...slash, [held]: true }), false);
  }
  assert.equal(asksForSearch({ ...slash, key: "?" }), false);
});
