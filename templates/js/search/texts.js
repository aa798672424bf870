/** Entries by what they say: three characters in a row at a time. */

import { DIGITS_OF_KEY, numberKeys } from "./keys-of.js";
import { Lookup, readAll } from "./shared.js";

/** The characters whose runs are looked for: the Han ones of Unicode's first plane. */
const FIRST = "\u3400";
const LAST = "\u9fff";

/** The parts of a key of three characters: the first itself, hashes of the second and the third, from 1. */
const SECONDS = 1024;
const THIRDS = 512;

/** A multiplicative hash: the factor is 2^16 by the golden ratio; the lowest bits vary least and go. */
const spread = (char) => Math.floor((char.codePointAt(0) * 40503) / 8);

/** The keys of three characters, or of any three that begin with two. */
export const textKeys = (one, two, third) => {
  const first = one.codePointAt(0) - FIRST.codePointAt(0);
  const low = (first * SECONDS + (spread(two) % SECONDS)) * THIRDS;
  if (!third) return [low, low + THIRDS - 1];
  const key = low + (spread(third) % (THIRDS - 1)) + 1;
  return [key, key];
};

/** Stands for what is before a run that is found after different characters in one text. */
const SEVERAL = 15;
const APART = 0.5; // of the weight, where it follows another character than was typed

/** A hash of the character before a run: 0 to 14. */
export const beforeOf = (char) => spread(char) % SEVERAL;

/** The key of five characters is a polynomial hash, below a prime of 34 bits. */
const PRIME = 17_179_869_143;
const FACTOR = 131;

export const longKey = (chars) => chars.reduce((key, char) => (key * FACTOR + char.codePointAt(0)) % PRIME, 0);

/** What to look for in a run of characters: threes, and the five around each. */
const partsOf = (run) => {
  if (run.length === 2) return [{ keys: textKeys(...run) }];
  const before = run.map(beforeOf);
  return run.slice(2).map((third, at) => ({
    keys: textKeys(run[at], run[at + 1], third),
    before: before[at - 1],
    five: at > 0 && at + 3 < run.length ? { key: longKey(run.slice(at - 1, at + 4)), before: before[at - 2] } : null,
  }));
};

/**
 * {docs, total}: Map of id to {id, group, found}, the sum of the weights of the threes that it has,
 * and what all together weigh. `runs` are [{chars, weight}]; a rare three weighs more, one that
 * stands in very many texts nothing, and one that does not follow the character typed before it half.
 */
export const saying = async (engine, runs, signal) => {
  const indexes = await engine.texts(signal);
  const wanted = new Map();
  for (const { chars, weight } of runs) {
    if (!chars.every((char) => char >= FIRST && char <= LAST)) continue;
    for (const part of partsOf(chars)) {
      const same = wanted.get(part.keys[0]);
      const before = !same || same.before === part.before ? part.before : undefined;
      wanted.set(part.keys[0], { ...part, before, weight });
    }
  }
  const every = [...wanted.values()];
  const lookups = every.map(({ keys }) => new Lookup(indexes.t, 0, 3, [keys]));
  await readAll(lookups, signal, { narrow: false });
  const longer = [];
  every.forEach(({ five, weight }, at) => {
    if (!lookups[at].stop || !five) return;
    every.push({ weight, before: five.before });
    longer.push(new Lookup(indexes.l, 0, 5, [[five.key, five.key]]));
  });
  await readAll(longer, signal, { narrow: false });
  lookups.push(...longer);
  const docs = new Map();
  let total = 0;
  lookups.forEach(({ postings, stop }, at) => {
    // Of what stands in very many texts the list is not known, or not all of a range of lists.
    if (stop && (lookups.length > 1 || !postings.length)) return;
    const found = new Map(postings.map((one) => [one.id, one]));
    const { before } = every[at];
    const weight = every[at].weight * Math.log2(2 + engine.scope.count / (1 + found.size));
    total += weight;
    for (const [id, one] of found) {
      const doc = docs.get(id) ?? { id, group: one.group, found: 0 };
      const follows = before === undefined || one.before === before || one.before === SEVERAL;
      doc.found += follows ? weight : weight * APART;
      docs.set(id, doc);
    }
  });
  return { docs, total };
};

/** Entries that have a word of letters or digits in their text. */
export const worded = async (engine, word, signal) => {
  const indexes = await engine.texts(signal);
  const key = numberKeys(word.slice(0, DIGITS_OF_KEY))[0];
  const lookup = new Lookup(indexes.w, 0, 1, [[key, key]]);
  await lookup.read(null, signal);
  return lookup.postings.filter((one) => one.length === word.length);
};
