/**
 * Names that are one slip away: a character wrong, missing, too many, or two the wrong way round.
 *
 * What is left of a name after a slip still stands where it was, or one place further. So every pair
 * of the query is looked for, next to each other and with one between, in names as they are and with
 * one between; a name for which nearly all characters are so accounted for is the one meant.
 */

import { REGION, bitCount, nameKey, pair, readAll } from "./shared.js";

/** In rows of so many elements pairs side by side are enough, where a name has all but one element. */
const LONG = 7;
const FEWEST_ALIKE = 2;

const FOUND = 300;
const PER_ELEMENT_ALIKE = 20;
const PER_CHARACTER_ALIKE = 10;
const LESS_FOR_ANOTHER_LENGTH = 5;

/** [lookup, how far the second character is in the query, how far in the name]. */
const steps = (engine, elements, nearby) => {
  const { b, s } = engine.indexes;
  const found = [];
  for (let at = 0; at + 1 < elements.length; at++) {
    if (nearby) {
      found.push([pair(b, elements, at), 1, 1]);
    } else {
      found.push([pair(s, elements, at), 1, 2]);
      if (at + 2 < elements.length) {
        found.push([pair(s, elements, at, 2), 2, 2], [pair(b, elements, at, 2), 2, 1]);
      }
    }
  }
  return found.filter(([lookup]) => lookup);
};

/** What is known of each name: which elements stand at their place, one before, one behind. */
const gather = (names, found, elements) => {
  for (const [lookup, near, far] of found) {
    const first = elements[lookup.at];
    const second = elements[lookup.at + near];
    for (const one of lookup.postings ?? []) {
      if (one.name === REGION) continue;
      const key = nameKey(one);
      let name = names.get(key);
      if (!name) names.set(key, (name = { ...one, at: new Map(), sure: 0 }));
      const base = one.at - lookup.at;
      const put = (shift, place, right) => {
        name.at.set(shift, (name.at.get(shift) ?? 0) | (1 << place));
        if (right) name.sure |= 1 << place;
      };
      put(base, lookup.at, !first.char || one.hash >> 4 === first.hash);
      put(base + far - near, lookup.at + near, !second.char || (one.hash & 15) === second.hash);
    }
  }
  return names;
};

/** How many of `size` elements a name accounts for if one slip lies between; -1 if none can. */
const likeness = ({ length, at }, size) => {
  const shift = length - size;
  if (Math.abs(shift) > 1) return -1;
  const own = at.get(0) ?? 0;
  if (!shift) {
    const swapped = ((at.get(1) ?? 0) << 1) & (at.get(-1) ?? 0);
    return bitCount(own | swapped | (swapped >> 1));
  }
  const moved = at.get(shift) ?? 0;
  let best = 0;
  for (let cut = 0; cut <= size; cut++) {
    const head = 2 ** cut - 1;
    best = Math.max(best, bitCount(own & head) + bitCount(moved & ~head));
  }
  return best;
};

/** Hits within one slip, the likeliest first; at least so many elements must be accounted for. */
export const slipped = async (engine, elements, signal) => {
  const size = elements.length;
  const near = steps(engine, elements, true);
  await readAll(near.map(([lookup]) => lookup), signal, { narrow: false });
  const names = gather(new Map(), near, elements);
  const best = () => Math.max(0, ...[...names.values()].map((name) => likeness(name, size)));
  if (size < LONG || best() < size - 1) {
    const far = steps(engine, elements, false);
    await readAll(far.map(([lookup]) => lookup), signal, { narrow: false });
    gather(names, far, elements);
  }
  const most = best();
  const hits = new Map();
  for (const name of names.values()) {
    const like = likeness(name, size);
    if (like < Math.max(size - 1, most) || like < FEWEST_ALIKE) continue;
    const shift = name.length - size;
    const alike = PER_ELEMENT_ALIKE * like + PER_CHARACTER_ALIKE * bitCount(name.sure);
    const less = LESS_FOR_ANOTHER_LENGTH * Math.abs(shift) + name.name;
    const score = FOUND + alike - less + engine.scope.weight(name.group);
    const known = hits.get(name.id);
    if (!known || known.score < score) hits.set(name.id, { id: name.id, group: name.group, score, tier: "typo" });
  }
  return hits;
};

/** How many single changes make one text of another. */
export const distance = (one, other) => {
  const a = [...one];
  const b = [...other];
  let row = b.map((_, at) => at + 1);
  row.unshift(0);
  let earlier = null;
  for (let at = 0; at < a.length; at++) {
    const next = [at + 1];
    for (let to = 0; to < b.length; to++) {
      const swapped = at && to && a[at] === b[to - 1] && a[at - 1] === b[to] ? earlier[to - 1] + 1 : Infinity;
      next.push(Math.min(row[to + 1] + 1, next[to] + 1, row[to] + (a[at] === b[to] ? 0 : 1), swapped));
    }
    earlier = row;
    row = next;
  }
  return row[b.length];
};
