/** The browser's half against the golden vectors, which the other half is held against too. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Reader } from "../../templates/js/search/bytes.js";
import { fold } from "../../templates/js/search/fold.js";
import { postings } from "../../templates/js/search/postings.js";
import { Index } from "../../templates/js/search/shards.js";
import { Sounds, blurred } from "../../templates/js/search/sounds.js";
import { mark as wordMark, numberKeys, wordKeys } from "../../templates/js/search/keys-of.js";
import { beforeOf, saying, textKeys } from "../../templates/js/search/texts.js";
import { Files } from "../../templates/js/search/files.js";

const vectors = async (name) =>
  JSON.parse(await readFile(new URL(`../search/vectors/${name}.json`, import.meta.url), "utf8"));
const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const site = process.env.SEARCH_SITE;
const read = async (name) => new Uint8Array(await readFile(`${site}/${name}`));
const sounds = async () => {
  const root = JSON.parse(new TextDecoder().decode(await read("names/root.json")));
  const made = new Sounds(root);
  made.addOld(await read(`names/${root.old}`));
  made.addRest(await read(`names/${root.rest}`));
  return made;
};

test("folding gives what the other half gives", { skip: !site }, async () => {
  const { old } = await sounds();
  for (const [text, folded] of await vectors("folding")) {
    assert.equal(fold(text, old).chars.join(""), folded, text);
  }
});

test("folded characters know where they stand in the text", () => {
  const { starts, ends, breaks, chars } = fold("（ＮＦＣ）𠮷 lü", undefined);
  assert.deepEqual(chars, ["n", "f", "c", "𠮷", "l", "v"]);
  assert.deepEqual(starts, [1, 2, 3, 5, 8, 9]);
  assert.deepEqual(ends, [2, 3, 4, 7, 9, 10]);
  assert.deepEqual(breaks, [true, false, false, true, true, false]);
});

test("syllables have the numbers and letters of the other half", { skip: !site }, async () => {
  const own = await sounds();
  const { numbers, letters, blurred: heard, characters } = await vectors("syllables");
  assert.deepEqual(Object.fromEntries(own.number), numbers);
  for (const [number, letter] of letters) assert.equal(own.letter(number), letter, number);
  for (const [one, other] of Object.entries(heard)) assert.equal(blurred(one), other);
  for (const [char, number, hash] of characters) {
    const folded = own.old.get(char) ?? char;
    assert.equal(own.hashOf(folded), hash, char);
    if (own.knows(char)) assert.equal(own.numberOf(folded), number, char);
  }
});

test("keys are those of the other half", async () => {
  const { words, codes, texts, before } = await vectors("keys");
  for (const [word, key] of words) assert.equal(wordKeys(word)[0], key, word);
  for (const [code, key] of codes) assert.equal(numberKeys(code)[0], key, code);
  for (const [text, key] of texts) assert.equal(textKeys(...[...text.trim()])[0], key, text);
  for (const [char, hash] of before) assert.equal(beforeOf(char), hash, char);
  assert.equal(wordMark("kite"), [..."kite"].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 251);
});

test("varints and lists are read as they were written", async () => {
  const { varints, lists } = await vectors("postings");
  for (const [number, hex] of varints) assert.equal(new Reader(bytesOf(hex)).number(), number);
  const [index, hex, rows] = lists;
  const found = postings(index, bytesOf(hex)).map((one) => [one.id, one.at, one.length, one.group, one.name]);
  assert.deepEqual(found, rows);
});

test("what a text has before three characters is read, and tells what follows from what stands apart", async () => {
  const [hex, rows] = (await vectors("postings")).texts;
  assert.deepEqual(postings("t", bytesOf(hex)).map((one) => [one.id, one.group, one.before]), rows);
  const [sweet, radish] = [textKeys("萝", "卜", "甜")[0], textKeys("县", "萝", "卜")[0]];
  const held = new Map([[sweet, bytesOf(hex)], [radish, Uint8Array.of(3, 0)]]);
  const t = { name: "t", find: async (key) => [[key]], read: async (_, key, __, give) => give(key, held.get(key)) };
  const engine = { texts: async () => ({ t }), scope: { count: 300 } };
  const { docs, total } = await saying(engine, [{ chars: [..."县萝卜甜"], weight: 1 }]);
  const [whole, other, either, start] = rows.map(([id]) => docs.get(id).found);
  assert.equal(whole, total);
  assert.ok(either < whole && other === start && other === either / 2);
});

test("a file that ends early is an error, not an endless loop", () => {
  assert.throws(() => new Reader(Uint8Array.of(0x80)).number(), RangeError);
});

test("every key finds its ids through the directory, whole and by a range of ids", async () => {
  const { shards } = await vectors("postings");
  const directory = btoa(String.fromCharCode(...bytesOf(shards.directory)));
  const files = new Files(async (name) => bytesOf(shards.files[name]));
  const index = new Index("", "a", [6, 8, directory], files);
  const idsOf = async (key, from, to) => {
    const ids = [];
    const found = await index.find(key, key, from, to);
    await index.read(found, key, key, (_, bytes) => ids.push(...postings("a", bytes).map(({ id }) => id)));
    return ids;
  };
  for (let key = 0; key < 60; key++) {
    const ids = shards.ids[key] ?? [];
    assert.deepEqual(await idsOf(key, 0, 255), ids);
    const within = (await idsOf(key, 50, 99)).filter((id) => id >= 50 && id < 100);
    assert.deepEqual(within, ids.filter((id) => id >= 50 && id < 100));
  }
});
