/** Numbers of notices, certificates, trademarks, credit codes, whole or in part; English words. */

import { DIGITS_OF_KEY, LETTERS_OF_KEY, mark, numberKeys, wordKeys } from "./keys-of.js";
import { Lookup, keep, nameKey, readAll } from "./shared.js";

/** Scores: of numbers by how much of one was typed, of English names by what they share. */
const FOUND = 500;
/** Which of an entry's numbers is the last that may be of a title; the others it only names. */
const LAST_TITLE = 2;
/** Digits of a year before the number proper: 2010年第104号. */
const YEAR = 4;
const WHOLE_NUMBER = 300;
const END_OF_NUMBER = 200;
const START_OF_NUMBER = 100;
const WORDS_BESIDE_NUMBER = 400;
const WHOLE_ENGLISH_NAME = 100;
const PER_WHOLE_WORD = 20;

/** Hits whose numbers hold the code; `words` are the characters beside it. */
export const numbered = async (engine, code, words, signal) => {
  const lookups = [];
  for (let at = 0; at < code.length; at += DIGITS_OF_KEY) {
    const start = Math.max(0, Math.min(at, code.length - DIGITS_OF_KEY));
    const digits = code.slice(start, start + DIGITS_OF_KEY);
    lookups.push(new Lookup(engine.indexes.n, start, DIGITS_OF_KEY, [numberKeys(digits)]));
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
    const start = base === 0;
    const place = start && end ? WHOLE_NUMBER : end ? END_OF_NUMBER : start ? START_OF_NUMBER : 0;
    const said = words && one.hash === beside ? WORDS_BESIDE_NUMBER : 0;
    const score = FOUND + place + said + engine.scope.weight(one.group);
    keep(hits, { id: one.id, group: one.group, score, tier: "number", said: one.hash === beside, of: one.name <= LAST_TITLE && end && (start || base === YEAR) });
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
      if (word.length > LETTERS_OF_KEY && one.hash !== own) continue;
      const key = nameKey(one);
      const known = counts.get(key) ?? { ...one, steps: 0, ordered: true };
      if (known.steps === step) {
        counts.set(key, { ...known, steps: step + 1, ordered: known.ordered && one.at === step, hits: (known.hits ?? 0) + (one.hash === own) });
      }
    }
  });
  const hits = new Map();
  for (const one of counts.values()) {
    if (one.steps < wanted.length) continue;
    const whole = one.ordered && one.length === wanted.length ? WHOLE_ENGLISH_NAME : 0;
    const score = FOUND + whole + PER_WHOLE_WORD * one.hits - one.length + engine.scope.weight(one.group);
    keep(hits, { id: one.id, group: one.group, score, tier: "english" });
  }
  return hits;
};
