/** Entries by what they say: two characters in a row at a time. */

import { Lookup, readAll } from "./lookup.js";

/** The pairs of Han characters in some runs: [{key, weight}]. */
const keysOf = (runs) => {
  const keys = new Set();
  for (const run of runs) {
    for (let at = 0; at + 1 < run.length; at++) {
      const key = run[at].codePointAt(0) * 65536 + run[at + 1].codePointAt(0);
      if (key < 2 ** 32) keys.add(key);
    }
  }
  return [...keys];
};

/**
 * {docs, total}: Map of id to {id, group, found}, the sum of the weights of the pairs that it has,
 * and what all pairs weigh together. A rare pair weighs more; one in very many texts nothing.
 */
export const saying = async (engine, runs, signal) => {
  const indexes = await engine.texts(signal);
  const lookups = keysOf(runs).map((key) => new Lookup(indexes.t, 0, 2, [[key, key]]));
  await readAll(lookups, signal, { narrow: false });
  const docs = new Map();
  let total = 0;
  for (const { postings, stop } of lookups) {
    if (stop) continue;
    const weight = Math.log2(2 + engine.scope.count / (1 + postings.length));
    total += weight;
    for (const { id, group } of postings) {
      const doc = docs.get(id) ?? { id, group, found: 0 };
      doc.found += weight;
      docs.set(id, doc);
    }
  }
  return { docs, total };
};

/** Entries that have a word of letters or digits in their text. */
export const worded = async (engine, word, signal) => {
  const indexes = await engine.texts(signal);
  const digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  const key = [0, 1, 2, 3].reduce((sum, at) => sum * 37 + (word[at] ? digits.indexOf(word[at]) + 1 : 0), 0);
  const lookup = new Lookup(indexes.w, 0, 1, [[key, key]]);
  await lookup.read(null, signal);
  return lookup.postings.filter((one) => one.length === word.length);
};
