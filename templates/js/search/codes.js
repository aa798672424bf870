/** Numbers of notices, certificates, trademarks, credit codes, whole or in part; English words. */

import { Lookup, readAll } from "./lookup.js";
import { keep } from "./match.js";

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
const value = (char) => (char ? DIGITS.indexOf(char) + 1 : 0);

/** The keys of numbers that go on with these characters, from the first to the last. */
const span = (code) => {
  let low = 0;
  let high = 0;
  for (let at = 0; at < 4; at++) {
    low = low * 37 + value(code[at]);
    high = high * 37 + (code[at] ? value(code[at]) : 36);
  }
  return [low, high];
};

/** Hits whose numbers hold the code; `words` are the characters beside it. */
export const numbered = async (engine, code, words, signal) => {
  const lookups = [];
  for (let at = 0; at < code.length; at += 4) {
    const start = code.length > 4 ? Math.min(at, code.length - 4) : 0;
    lookups.push(new Lookup(engine.indexes.n, start, 4, [span(code.slice(start, start + 4))]));
  }
  await readAll(lookups, signal);
  const seen = new Map();
  const mark = [...words].reduce((sum, char) => sum + char.codePointAt(0), 0) % 251;
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
    const score = 500 + place + (words && one.hash === mark ? 400 : 0) + engine.scope.weight(one.group);
    keep(hits, { id: one.id, group: one.group, score, tier: "number", said: one.hash === mark });
  }
  return hits;
};

const STOP = new Set(["a", "an", "and", "for", "in", "of", "on", "the", "to"]);

/** Hits whose English names have all the words, the last one perhaps not yet finished. */
export const english = async (engine, words, signal) => {
  const wanted = words.filter((word) => !STOP.has(word));
  if (!wanted.length) return new Map();
  const lookups = wanted.map((word) => {
    let low = 0;
    let high = 0;
    for (let at = 0; at < 6; at++) {
      low = low * 32 + (word[at] ? word.charCodeAt(at) - 96 : 0);
      high = high * 32 + (word[at] ? word.charCodeAt(at) - 96 : 31);
    }
    return new Lookup(engine.indexes.e, 0, 1, [[low, high]]);
  });
  await readAll(lookups, signal, { narrow: false });
  const counts = new Map();
  lookups.forEach((lookup, step) => {
    const word = wanted[step];
    const mark = [...word].reduce((sum, char) => sum + char.charCodeAt(0), 0) % 251;
    for (const one of lookup.postings) {
      if (word.length > 6 && one.hash !== mark) continue;
      const key = one.id * 8 + one.name;
      const known = counts.get(key) ?? { ...one, steps: 0, ordered: true };
      if (known.steps === step) {
        counts.set(key, { ...known, steps: step + 1, ordered: known.ordered && one.at === step, hits: (known.hits ?? 0) + (one.hash === mark) });
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
