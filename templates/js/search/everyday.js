/**
 * Everyday words: what the names of the site call otherwise (洋芋, 马铃薯), and English (potato).
 * The rows of words are those of everyday_words.py that this site needs.
 */

import { APPROXIMATE, byNames, keep, known, readings } from "./shared.js";

/** So many rows of other words are looked up; after a find no more than the fewer. */
const MOST_VARIANTS = 6;
const ENOUGH_VARIANTS = 3;
const LONGEST_WORD = 6;
const LONGEST_PHRASE = 4;

/** Puts words to those that a key has, but for the key itself. */
const put = (table, key, words) => {
  const held = table.get(key) ?? [];
  table.set(key, [...held, ...words.filter((word) => word !== key && !held.includes(word))]);
};

const split = (text) => text.split(" ").filter(Boolean);

const NAMES = "names/";

/** Map of a word to the words in names that answer for it. */
const wordsOf = async (engine) => {
  const table = new Map();
  const [file] = engine.scope.everyday;
  for (const row of file ? await engine.files.json(NAMES + file, "length") : []) {
    const [named, others = [], kinds = []] = row.split("|").map(split);
    for (const word of [...named, ...others]) put(table, word, [...named, ...kinds]);
  }
  return table;
};

/** The words in a row of characters that are called otherwise too: [{at, size, words}]. */
const spansOf = (chars, table) => {
  const spans = [];
  for (let at = 0; at < chars.length; ) {
    const word = (size) => table.get(chars.slice(at, at + size).join(""));
    let size = Math.min(LONGEST_WORD, chars.length - at);
    while (size && !word(size)?.length) size--;
    // A single character is a word at the end; elsewhere it is a part of one.
    const counts = size > 1 || (size === 1 && at + 1 === chars.length);
    if (counts) spans.push({ at, size, words: word(size) });
    at += counts ? size : 1;
  }
  return spans;
};

/** The characters with another word for one of their own, the likeliest words of all spans first. */
const variantsOf = (chars, spans) => {
  const found = [];
  for (let step = 0; step < MOST_VARIANTS; step++) {
    for (const { at, size, words } of spans) {
      if (words[step]) found.push([...chars.slice(0, at), ...words[step], ...chars.slice(at + size)]);
    }
  }
  return found.slice(0, MOST_VARIANTS);
};

/**
 * Entries whose names have another word for a thing than was typed; null where none is known. `alone`
 * looks for the last such word without what stands around it, `whole` only for one that is all of it; `strict`
 * takes only names that hold all that was typed, in its order.
 */
export const calledOtherwise = async ({ engine, signal }, { elements }, { alone, whole, strict }) => {
  const { sounds } = engine;
  const chars = elements.map(({ char }) => char);
  if (!chars.every(Boolean)) return null;
  const spans = spansOf(chars, await wordsOf(engine)).filter(({ size }) => !whole || size === chars.length);
  const variants = alone ? spans.slice(-1).flatMap(({ words }) => words.map((word) => [...word])) : variantsOf(chars, spans);
  const hits = new Map();
  let row = null;
  for (const [step, variant] of variants.entries()) {
    if (row && step >= ENOUGH_VARIANTS) break;
    if (!variant.every((char) => sounds.knows(char))) await engine.learn();
    const own = { elements: variant.map((char) => known(sounds.numberOf(char), sounds, char)), breaks: new Set() };
    const { sure } = await byNames(engine, own, "name", signal, strict);
    if (sure.size) row ??= own;
    // Hits by a later word score less.
    for (const hit of sure.values()) keep(hits, { ...hit, tier: alone ? "typo" : hit.tier, score: hit.score - step, row: own });
  }
  return row && { hits, row };
};

/** The words that an English word or phrase may stand for, in the singular too. */
const meanings = async (engine, phrase) => {
  const [, stem, letters] = engine.scope.everyday;
  if (!letters.includes(phrase[0])) return null;
  const table = await engine.files.json(`${NAMES}${stem}${phrase[0]}.json`);
  const forms = [phrase, phrase.replace(/s$/, ""), phrase.replace(/ies$/, "y").replace(/es$/, "")];
  const own = forms.find((form) => typeof table[form] === "string");
  return own && split(table[own]);
};

/** What the words of a query mean, in their order: lists of Han words, and syllables as they are. */
const meaningsOf = async (engine, words) => {
  const found = [];
  for (let at = 0; at < words.length; ) {
    let size = Math.min(LONGEST_PHRASE, words.length - at);
    let own;
    while (size && !(own = await meanings(engine, words.slice(at, at + size).join(" ")))) size--;
    if (size) found.push({ han: true, words: own });
    else if (readings(words[at], engine.sounds).some((way) => way.elements.every(({ full }) => full))) {
      found.push({ han: false, words: [words[at]] });
    }
    at += size || 1;
  }
  return found;
};

/** Entries by English words for things, with places in pinyin; what nobody can read is passed over. */
export const translated = async ({ engine, query, signal }) => {
  const parts = await meaningsOf(engine, query.words);
  const things = parts.filter(({ han }) => han);
  if (!things.length) return null;
  // What nobody has of a place may be named alone, as in longjing tea; else the thing, wherever it is of.
  const names = parts.filter(({ han }) => !han);
  for (const some of [parts, names, things]) {
    let texts = [""];
    for (const { words } of some) {
      texts = texts.flatMap((text) => words.map((word) => `${text} ${word}`)).slice(0, MOST_VARIANTS);
    }
    for (const text of texts) {
      const asked = await engine.parse(text);
      const found = await engine.find(asked, signal);
      const sure = [...found.hits].filter(([, { tier }]) => (some === names ? tier === "pinyin" : !APPROXIMATE.has(tier)));
      if (sure.length) return { ...found, hits: new Map(sure), query: { ...asked, text: query.text } };
    }
  }
  return null;
};
