/**
 * Looking up a row of elements: which names hold it, and where.
 *
 * A lookup answers for two or three elements in a row; the lookups of a row must agree on the name
 * and on where in it the row begins.
 */

import { MISREAD, REGION, nameKey, postings } from "./postings.js";
import { SYLLABLES } from "./sounds.js";

/** An element whose first and last syllable lie further apart is too open to be looked up. */
const WIDEST_ELEMENT = 8;
/** Up to so many files are read at once; of more only those that may hold a candidate. */
const FEW_FILES = 2;
/** Of a range of keys no more files than these are read: or one letter would read a tenth of the index. */
const MOST_FILES = 8;
/** Keys of initials have three letters of five bits. */
const LETTERS = 32;
/** `aligned` keeps names by their number, their base and more: a base is from -64 up to 191. */
const LOWEST_BASE = -64;
const BASES = 256;
const BEYOND_NAMES = 2 ** 32;
/** A posting's hash has four bits of the first character, then four of the second. */
const HASH_SHIFTS = [4, 0];
const HASH_MASK = 15;

export class Lookup {
  /** `at` is the first of `size` elements, `spans` the [first, last] keys of it that `fits` may narrow. */
  constructor(index, at, size, spans, fits = null) {
    Object.assign(this, { index, at, size, spans, fits });
    this.postings = null;
  }

  async shards(signal) {
    if (!this.found) {
      const top = this.index.ids - 1;
      const spans = this.spans.map(([key, last]) => this.index.find(key, last, 0, top, signal));
      this.found = await Promise.all(spans);
    }
    return this.found.reduce((sum, files) => sum + files.length, 0);
  }

  /** Reads the postings: all, or those that may be among the candidates. Whether all were read. */
  async read(wanted, signal) {
    await this.shards(signal);
    const all = [];
    let whole = true;
    for (const [place, [key, last]] of this.spans.entries()) {
      let files = this.found[place];
      const one = key === last;
      if (wanted && one && files.length > FEW_FILES) {
        const first = key * this.index.ids;
        const kept = files.filter(([, low, high]) => overlaps(wanted, low - first, high - first));
        whole &&= kept.length === files.length;
        files = kept;
      }
      if (!one && files.length > MOST_FILES) {
        files = files.slice(0, MOST_FILES);
        whole = false;
      }
      const give = (own, bytes) => {
        if (this.fits && !this.fits(own)) return;
        this.stop ||= !bytes.length;
        for (const posting of postings(this.index.name, bytes)) all.push(posting);
      };
      await this.index.read(files, key, last, give, signal);
    }
    this.postings = all;
    return whole;
  }
}

/** Whether any of the ids or ranges lies from `low` to `high`. */
const overlaps = ({ ids, ranges }, low, high) => {
  let start = 0;
  let end = ids.length;
  while (start < end) {
    const middle = (start + end) >> 1;
    if (ids[middle] < low) start = middle + 1;
    else end = middle;
  }
  if (start < ids.length && ids[start] <= high) return true;
  return ranges.some((range) => range.id <= high && range.id + range.size > low);
};

const fitting = (element) => (number) => !element.ok || element.ok.has(number);

/** The lookup of two elements by their syllables; null where the first is too open. */
export const pair = (index, elements, at, skip = 1, to = at) => {
  const one = elements[at];
  const two = elements[at + skip];
  if (one.hi - one.lo > WIDEST_ELEMENT) return null;
  const spans = [];
  for (let number = one.lo; number <= one.hi; number++) {
    if (fitting(one)(number)) spans.push([number * SYLLABLES + two.lo, number * SYLLABLES + two.hi]);
  }
  return new Lookup(index, to, 2, spans, two.ok && ((key) => two.ok.has(key % SYLLABLES)));
};

/** The lookup of a single element: the character, or the syllable and whatever follows it. */
export const single = ({ b: index, c }, elements, at) => {
  const one = elements[at];
  if (one.char > "\u007f") {
    const code = one.char.codePointAt(0) & 0xffff;
    return new Lookup(c, at, 1, [[code, code]]);
  }
  if (one.hi - one.lo > WIDEST_ELEMENT) return null;
  const spans = [];
  for (let number = one.lo; number <= one.hi; number++) {
    if (fitting(one)(number)) spans.push([number * SYLLABLES, number * SYLLABLES + SYLLABLES - 1]);
  }
  return new Lookup(index, at, 1, spans);
};

/** The lookup of an element at the end of names. */
export const ending = (index, elements, at) => {
  const { lo, hi } = elements[at];
  return lo === hi ? new Lookup(index, at, 1, [[lo * SYLLABLES, lo * SYLLABLES]]) : null;
};

/** The lookup of up to three elements by their initials. */
export const initials = (index, elements, at) => {
  const own = elements.slice(at, at + 3);
  const letters = own.map((element) => element.letter);
  const key = (open) => [0, 1, 2].reduce((sum, step) => sum * LETTERS + (letters[step] ?? open), 0);
  return new Lookup(index, at, own.length, [[key(0), key(LETTERS - 1)]]);
};

/** The lookups that together answer for every element of a row; `breaks` are where it may be cut. */
export const cover = (indexes, { elements, breaks }) => {
  const size = elements.length;
  if (size === 1) {
    const one = single(indexes, elements, 0);
    return [one ?? initials(indexes.i, elements, 0)];
  }
  const found = [];
  const covered = new Set();
  const add = (lookup) => {
    found.push(lookup);
    for (let at = 0; at < lookup.size; at++) covered.add(lookup.at + at);
  };
  const sharp = (at) => at >= 0 && at < size && elements[at].full;
  for (let at = 0; at < size; at++) {
    if (covered.has(at) || !sharp(at)) continue;
    if (sharp(at + 1) && !breaks.has(at + 1)) add(pair(indexes.b, elements, at));
    else if (sharp(at - 1) && !breaks.has(at)) add(pair(indexes.b, elements, at - 1));
    else if (elements[at].char > "\u007f") add(single(indexes, elements, at));
    else if (sharp(at + 1)) add(pair(indexes.b, elements, at));
    else if (sharp(at - 1)) add(pair(indexes.b, elements, at - 1));
    else if (at + 1 < size) add(pair(indexes.b, elements, at));
  }
  for (let at = 0; at < size; at++) {
    if (!covered.has(at)) add(initials(indexes.i, elements, Math.max(0, Math.min(at - 1, size - 3))));
  }
  return found;
};

/**
 * Where names hold the elements looked up: [{id, name, base, length, group, mask, bad}]. `base` is
 * where in the name element 0 would stand, `mask` the elements found there, `bad` those of another
 * character. A region's name has its own fields too.
 */
export const aligned = (lookups, elements) => {
  const found = new Map();
  // Beside characters, which tell how they are read, they are as good as the name's own.
  const written = elements.some(({ char }) => char > "\u007f");
  for (const { at, size, postings: list, index } of lookups) {
    let bits = 0;
    for (let step = 0; step < size; step++) {
      // Initials say nothing of what is typed in full.
      if (index.name !== "i" || !elements[at + step].full) bits |= 1 << (at + step);
    }
    const hashes = index.name === "b" ? HASH_SHIFTS.slice(0, size).map((shift, step) => [shift, elements[at + step], 1 << (at + step)]) : [];
    for (const one of list ?? []) {
      if (written && one.name === MISREAD) one.name = 0;
      const base = one.at - at;
      // Two names of one region share a number, so their lengths tell them apart.
      const apart = one.name === REGION ? one.length * BEYOND_NAMES : 0;
      const key = nameKey(one) * BASES + base - LOWEST_BASE + apart;
      let there = found.get(key);
      if (!there) found.set(key, (there = { ...one, base, mask: 0, bad: 0 }));
      let wrong = 0;
      for (const [shift, { char, hash }, bit] of hashes) {
        if (char && ((one.hash >> shift) & HASH_MASK) !== hash) wrong |= bit;
      }
      there.bad |= wrong;
      there.mask |= bits;
    }
  }
  return [...found.values()];
};

/** Reads lookups, the rarest first, and the long ones only where the rare ones leave candidates. */
export const readAll = async (lookups, signal, { narrow = true } = {}) => {
  const sizes = await Promise.all(lookups.map((lookup) => lookup.shards(signal)));
  const short = lookups.filter((_, at) => sizes[at] <= FEW_FILES);
  const long = lookups.filter((_, at) => sizes[at] > FEW_FILES);
  await Promise.all(short.map((lookup) => lookup.read(null, signal)));
  if (!narrow || !short.length) {
    return (await Promise.all(long.map((lookup) => lookup.read(null, signal)))).every(Boolean);
  }
  const ids = candidates(short);
  return (await Promise.all(long.map((lookup) => lookup.read(ids, signal)))).every(Boolean);
};

/** What any of the lookups leaves: ids, ascending, and the ranges of regions. */
const candidates = (lookups) => {
  const every = lookups.flatMap((lookup) => lookup.postings);
  const ids = every.filter((one) => one.name !== REGION).map((one) => one.id);
  return { ids: ids.sort((a, b) => a - b), ranges: every.filter((one) => one.name === REGION) };
};
