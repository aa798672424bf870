/** The recent searches of a reader. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { recentSearches } from "../../templates/js/search/recent.js";

class Store {
  kept = new Map();
  getItem(key) {
    return this.kept.get(key) ?? null;
  }
  setItem(key, value) {
    this.kept.set(key, value);
  }
  removeItem(key) {
    this.kept.delete(key);
  }
}

test("the newest comes first, none twice, and not more than a few", () => {
  const recent = recentSearches(() => store, "search /a/", 3);
  const store = new Store();
  for (const text of ["梨", " 姜 ", "", "葱", "梨", "蒜"]) recent.add(text);
  assert.deepEqual(recent.list(), ["蒜", "梨", "葱"]);
  recent.clear();
  assert.deepEqual(recent.list(), []);
  assert.equal(store.kept.size, 0);
});

test("a browser that keeps nothing loses nothing else", () => {
  const refused = recentSearches(() => {
    throw new Error("SecurityError");
  }, "x");
  refused.add("梨");
  refused.clear();
  assert.deepEqual(refused.list(), []);
});

test("what somebody else wrote under the name is not trusted", () => {
  const store = new Store();
  const recent = recentSearches(() => store, "x");
  for (const text of ["{", "7", "null", '{"a":1}', '[1,null,"梨",""]']) {
    store.setItem("x", text);
    assert.deepEqual(recent.list(), text.includes("梨") ? ["梨"] : []);
  }
});
