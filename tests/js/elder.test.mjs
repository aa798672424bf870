/** What 长者版 remembers, and how a page is read aloud. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { utterances, voiceFor } from "../../templates/js/elder/aloud.js";
import { remember, remembered } from "../../templates/js/elder/remembered.js";

const shelf = () => {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  };
};

test("a choice is remembered for its site alone, until it is taken back", () => {
  const one = shelf();
  remember(() => one, "elder /zt/", true);
  assert.equal(remembered(() => one, "elder /zt/"), true);
  assert.equal(remembered(() => one, "elder /"), false);
  remember(() => one, "elder /zt/", false);
  assert.equal(remembered(() => one, "elder /zt/"), false);
});

test("a store that refuses does no harm", () => {
  const refusing = () => {
    throw new Error("blocked");
  };
  remember(refusing, "elder /", true);
  assert.equal(remembered(refusing, "elder /"), false);
});

test("a page is read in sentences, long ones in pieces, signs not at all", () => {
  assert.deepEqual(utterances("潍县萝卜。\n皮绿；肉也绿！\n—— · ——\n"), ["潍县萝卜", "皮绿", "肉也绿"]);
  const long = utterances("甲".repeat(50) + "，" + "乙".repeat(130));
  assert.deepEqual(long.map((part) => part.length), [50, 60, 60, 10]);
  assert.ok(utterances("\u{20000}".repeat(61)).every((part) => !/[\ud800-\udbff]$/.test(part)));
});

test("the voice is one of the language, whatever its region", () => {
  const voices = [{ lang: "en-US" }, { lang: "zh_TW" }, { lang: "zh-CN" }];
  assert.equal(voiceFor(voices, "zh-Hans").lang, "zh_TW");
  assert.equal(voiceFor(voices, "en").lang, "en-US");
  assert.equal(voiceFor(voices, "fr"), undefined);
});
