/** Numbers of notices, certificates, trademarks, credit codes, whole or in part; English words. */

import { mark, numberKeys, wordKeys } from "./keys-of.js";
import { Lookup, keep, readAll } from "./shared.js";

/** Hits whose numbers hold the code; `words` are the characters beside it. */
export const numbered = async (engine, code, words, signal) => {
  const lookups = [];
  for (let at = 0; at < code.length; at += 4) {
    const start = code.length > 4 ? Math.min(at, code.length - 4) : 0;
    lookups.push(new Lookup(engine.indexes.n, start, 4, [numberKeys(code.slice(start, start + 4))]));
  }
  await readAll(lookups, signal);
  const seen = new Map();
  const beside = mark(words);
  lookups.forEach((lookup, step) => {
    for (const one of lookup.postings) {
      const key = `${one.id} ${one.name} ${one.at - lookup.at}`;
      const steps = step === 0 ? 1 : (seen.get(key) ?? 0) === step ? step + 1 : 0;
      if (steps) seen.set(key, steps);
      if (steps === lookups.length) seen.set(one, one.at - lookup.at);
    }
  });
  const hits = new Map();
  for (const [one, base] of seen) {
    if (typeof one === "string") continue;
    const end = base + code.length === one.length;
    const place = base === 0 && end ? 300 : end ? 200 : base === 0 ? 100 : 0;
    const score = 500 + place + (words && one.hash === beside ? 400 : 0) + engine.scope.weight(one.group);
    keep(hits, { id: one.id, group: one.group, score, tier: "number", said: one.hash === beside });
  }
  return hits;
};

const STOP = new Set(["a", "an", "and", "for", "in", "of", "on", "the", "to"]);

/** Hits whose English names have all the words, the last one perhaps not yet finished. */
export const english = async (engine, words, signal) => {
  const wanted = words.filter((word) => !STOP.has(word));
  if (!wanted.length) return new Map();
  const lookups = wanted.map((word) => new Lookup(engine.indexes.e, 0, 1, [wordKeys(word)]));
  await readAll(lookups, signal, { narrow: false });
  const counts = new Map();
  lookups.forEach((lookup, step) => {
    const word = wanted[step];
    const own = mark(word);
    for (const one of lookup.postings) {
      if (word.length > 6 && one.hash !== own) continue;
      const key = one.id * 8 + one.name;
      const known = counts.get(key) ?? { ...one, steps: 0, ordered: true };
      if (known.steps === step) {
        counts.set(key, { ...known, steps: step + 1, ordered: known.ordered && one.at === step, hits: (known.hits ?? 0) + (one.hash === own) });
      }
    }
  });
  const hits = new Map();
  for (const one of counts.values()) {
    if (one.steps < wanted.length) continue;
    const whole = one.ordered && one.length === wanted.length ? 100 : 0;
    const score = 500 + whole + 20 * one.hits - one.length + engine.scope.weight(one.group);
    keep(hits, { id: one.id, group: one.group, score, tier: "english" });
  }
  return hits;
};
