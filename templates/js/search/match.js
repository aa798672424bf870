/**
 * Names, places and categories: which entries a row of elements describes.
 *
 * A hit is {id, group, score, tier, length}. Scores only compare hits of one search.
 */

import { aligned, cover, ending, pair, readAll, single } from "./lookup.js";
import { REGION } from "./postings.js";

const bitCount = (mask) => {
  let count = 0;
  for (let left = mask; left; left &= left - 1) count++;
  return count;
};

/** Elements after these are passed over: masks of them are whole numbers of 31 bits. */
const MOST_ELEMENTS = 30;
/** `hold` reads so many lookups at a time, and stops where no name answers one. */
const READ_AT_A_TIME = 2;
const RANKS = "省市县区旗州盟";

/** The score of a name that holds the whole row: PHRASE, which is above all COVERED, and what follows. */
const PHRASE = 2000;
const WHOLE_NAME = 160;
const NAME_BEGINS_SO = 60;
const NAME_ENDS_SO = 100; // of short rows: the head noun of a name is its end
const HEADED = 400; // a name of the place typed, above all that only hold the row
const SHORT_ROW = 2;
const MAIN_NAME = 80; // not another one, such as an everyday name
const PER_CLASS_WEIGHT = 4;
const LONGEST_NAME = 30; // each character of a name up to here takes one away: short names come first
const LESS_PER_WRONG_CHARACTER = 40; // one that only sounds the same

/** The score of an entry whose names, places and categories together answer for the row, by element. */
const COVERED = 1000; // added where they answer for all elements
const PER_NAMED = 8;
const PER_NAMED_IN_A_ROW = 3;
const PER_REGION = 6;
const PER_CATEGORY = 4;
const PER_SYNONYM = 2; // of a category
const END_NAMED = 5; // the last character of the name is among what was typed

export class Match {
  /** `row` as of query.js; `tier` for hits by sound alone: "pinyin" or "initials". */
  constructor(engine, row, tier, signal) {
    this.engine = engine;
    this.scope = engine.scope;
    this.row = row;
    this.elements = row.elements.slice(0, MOST_ELEMENTS);
    this.all = 2 ** this.elements.length - 1;
    this.tier = tier;
    this.signal = signal;
    this.whole = true;
    this.lookups = cover(engine.indexes, { ...row, elements: this.elements });
  }

  /** Reads what answers for every element; false where no name can hold them all in a row. */
  async read() {
    this.whole = await readAll(this.lookups, this.signal);
    this.align();
  }

  /** Reads a few lookups at a time and stops where nothing can hold the row. */
  async hold() {
    for (let at = this.lookups.length; at > 0; at -= READ_AT_A_TIME) {
      const some = this.lookups.slice(Math.max(0, at - READ_AT_A_TIME), at);
      await readAll(some, this.signal);
      if (some.some((lookup) => !lookup.postings.length)) return false;
    }
    this.align();
    return true;
  }

  align() {
    this.places = aligned(this.lookups, this.elements);
    const regions = this.places.filter((one) => one.name === REGION).flatMap((one) => this.region(one));
    this.regions = regions.filter((one) => !this.misheard(one, regions));
    this.names = this.places.filter((one) => one.name !== REGION);
  }

  /** A region's name that stands in the row as a whole. */
  region(one) {
    if (one.base > 0 || one.length < 2) return [];
    const mask = (2 ** one.length - 1) << -one.base;
    return (one.mask & mask) === mask && !(one.bad & mask) ? [{ ...one, mask }] : [];
  }

  /** Whether it is a region's short name and a word: four bits of 石 in 福州石 are those of 市. */
  misheard({ base, length, node }, regions) {
    const { char } = this.elements[length - base - 1];
    const short = regions.some((one) => one.node === node && one.base === base && one.length === length - 1);
    return short && char > "\u007f" && !RANKS.includes(char);
  }

  /** Names that hold the row: {exact, sound}, where only sounds agree. */
  phrases() {
    const exact = new Map();
    const sound = new Map();
    const size = this.elements.length;
    const headed =
      size <= SHORT_ROW && this.elements.every(({ full }) => full) && !this.regions.some(({ mask }) => mask === this.all);
    for (const one of this.names) {
      if (one.mask !== this.all) continue;
      const ends = one.base + size === one.length;
      const wholly = one.base === 0 && ends;
      const typed = this.elements.some((element) => element.char);
      const tier = one.bad ? "sound" : !typed || this.tier !== "name" ? this.tier : wholly ? "exact" : "name";
      const score =
        (wholly ? WHOLE_NAME : 0) + (one.base === 0 ? NAME_BEGINS_SO : 0) + (one.name === 0 ? MAIN_NAME : 0) +
        (headed && ends ? NAME_ENDS_SO : 0) +
        PER_CLASS_WEIGHT * this.scope.weight(one.group) - Math.min(one.length, LONGEST_NAME) -
        LESS_PER_WRONG_CHARACTER * bitCount(one.bad);
      keep(one.bad ? sound : exact, { id: one.id, group: one.group, score: PHRASE + score, tier, ends, own: one.name === 0 ? one.mask & ~one.bad : 0 });
    }
    return { exact, sound };
  }

  /**
   * Adds names of a place that end with the last character, where a place stands before it: 昭苏天马 for
   * 昭苏马, before 昭苏马铃薯.
   */
  async heads(hits) {
    const last = this.elements.length - 1;
    const region = this.regions.find(({ mask }) => mask === (this.all ^ (1 << last)));
    if (!region || [...hits.values()].some(({ ends }) => ends)) return;
    for (const one of await this.endingWith(last, region)) {
      keep(hits, { id: one.id, group: one.group, score: PHRASE + HEADED - one.length, tier: "place" });
    }
  }

  /** Postings of the own names within a region that end with the character of an element. */
  async endingWith(at, region) {
    const lookup = this.elements[at].char > "\u007f" ? single(this.engine.indexes, this.elements, at) : null;
    if (!lookup) return [];
    const there = (id) => this.scope.within(id, region);
    await lookup.read({ ids: [...this.scope.nodes.keys()].filter(there), ranges: [region] }, this.signal);
    return lookup.postings.filter(({ id, name, at: place, length }) => !name && place + 1 === length && there(id));
  }

  /** The categories named in the row: [{mask, category, own}]. */
  categories() {
    const found = [];
    const chars = this.elements.map((element) => element.char || " ");
    for (let at = 0; at < chars.length; at++) {
      for (let end = at + 1; end <= chars.length; end++) {
        const mask = (2 ** (end - at) - 1) << at;
        const named = this.scope.named(chars.slice(at, end).join(""));
        found.push(...named.map((one) => ({ ...one, mask })));
      }
    }
    return found;
  }

  /** Reads the pairs that the cover passed over. */
  async fill() {
    const have = new Set(this.lookups.filter((one) => one.size === 2 && one.index.name === "b").map((one) => one.at));
    const more = [];
    for (let at = 0; at + 1 < this.elements.length; at++) {
      const lookup = have.has(at) ? null : pair(this.engine.indexes.b, this.elements, at);
      if (lookup && this.elements[at].full && this.elements[at + 1].full) more.push(lookup);
    }
    if (!more.length && this.whole) return;
    this.lookups.push(...more);
    this.whole = await readAll(this.whole ? more : this.lookups, this.signal, { narrow: false });
    this.align();
  }

  /** Reads the elements that stand alone beside the regions named: 酒 in 江苏酒. */
  async singles() {
    const more = [];
    for (let at = 0; at < this.elements.length; at++) {
      // What sounds like a region's name may be another's and a word: 酒江 and 江苏 in 酒江苏.
      const others = this.regions.filter(({ mask }) => !(mask & (1 << at)));
      const covered = others.reduce((mask, one) => mask | one.mask, 0);
      const free = others.length || !this.regions.length;
      const beside = (there) => there < 0 || there >= this.elements.length || covered & (1 << there) || this.row.breaks.has(Math.max(at, there));
      if (free && this.elements[at].full && beside(at - 1) && beside(at + 1)) {
        more.push(single(this.engine.indexes, this.elements, at));
      }
    }
    const found = more.filter(Boolean);
    if (!found.length) return false;
    const apart = [...this.scope.nodes.keys()].filter((id) => this.regions.some((one) => this.scope.within(id, one)));
    const wanted = this.regions.length ? { ids: apart.sort((a, b) => a - b), ranges: this.regions } : null;
    await Promise.all(found.map((lookup) => lookup.read(wanted, this.signal)));
    this.lookups.push(...found);
    this.align();
    return true;
  }

  /**
   * Entries by what of the row their names, places and categories answer for: Map of id to
   * {id, group, named, sound, mask, score}.
   */
  coverage({ synonyms = true } = {}) {
    const docs = new Map();
    const doc = (id, group) => {
      let found = docs.get(id);
      if (!found) docs.set(id, (found = { id, group, named: 0, sound: 0, first: 0, ends: 0, run: 0, own: 0 }));
      return found;
    };
    for (const one of this.names) {
      const found = doc(one.id, one.group);
      const right = one.mask & ~one.bad;
      found.named |= right;
      found.run = Math.max(found.run, bitCount(right));
      if (one.name === 0) found.own |= right;
      found.sound |= one.mask;
      if (one.name === 0 && one.base <= 0) found.first = 1;
      // Divided, not shifted: the end of the name may be far before or behind the row.
      if (one.name === 0 && (right / 2 ** (one.length - one.base - 1)) & 1) found.ends = END_NAMED;
    }
    for (const one of this.members ?? []) doc(one.id, one.group);
    const categories = this.categories().filter((one) => synonyms || one.own);
    for (const found of docs.values()) {
      let score = PER_NAMED * bitCount(found.named) + PER_NAMED_IN_A_ROW * found.run + this.scope.weight(found.group) + found.first + found.ends;
      found.mask = found.named;
      for (const region of this.regions) {
        if (region.mask & ~found.mask && this.scope.within(found.id, region)) {
          score += PER_REGION * bitCount(region.mask & ~found.mask);
          found.mask |= region.mask;
        }
      }
      for (const { mask, category, own } of categories) {
        if (mask & ~found.mask && this.scope.filed(found.group, category)) {
          score += (own ? PER_CATEGORY : PER_SYNONYM) * bitCount(mask & ~found.mask);
          found.mask |= mask;
        }
      }
      found.score = score;
    }
    return docs;
  }

  /** Hits that answer for every element. */
  full(docs, { sound = false } = {}) {
    const found = new Map();
    for (const one of docs.values()) {
      const heard = sound ? one.mask | one.sound : one.mask;
      if (heard !== this.all) continue;
      const tier = one.mask !== this.all ? "sound" : one.named === this.all ? this.tier : "place";
      keep(found, { id: one.id, group: one.group, score: COVERED + one.score, tier, own: one.own });
    }
    return found;
  }

  /** Whether places and categories alone could answer for all of the row. */
  placed() {
    const masks = [...this.regions, ...this.categories()].map((one) => one.mask);
    return masks.reduce((mask, one) => mask | one, 0) === this.all;
  }

  /** Reads which names end with the last character of a category named: 梭子蟹 for 螃蟹. */
  async endings() {
    const lasts = new Set(this.categories().map(({ mask }) => Math.floor(Math.log2(mask))));
    const more = [...lasts].map((at) => ending(this.engine.indexes.b, this.elements, at)).filter(Boolean);
    await readAll(more, this.signal);
    this.lookups.push(...more);
    this.align();
  }

  /** Reads all entries of the regions named, or all there are where only categories are. */
  async gather() {
    const all = { id: 0, size: this.engine.indexes.a.ids };
    const ranges = this.regions.length ? this.regions : [all];
    const apart = [...this.scope.nodes.keys()]
      .filter((id) => this.regions.some((one) => this.scope.within(id, one)))
      .map((id) => ({ id, size: 1 }));
    const members = [];
    for (const { id, size } of [...ranges, ...apart]) {
      const { list, whole } = await this.engine.everything(id, id + size - 1);
      this.whole &&= whole;
      members.push(...list);
    }
    this.members = members;
  }
}

/** Keeps the better of two hits of one entry. */
export const keep = (hits, hit) => {
  const known = hits.get(hit.id);
  if (!known || hit.score > known.score) hits.set(hit.id, hit);
};

/** Puts hits into others. */
export const merge = (hits, ...others) => {
  for (const other of others) for (const hit of other.values()) keep(hits, hit);
  return hits;
};

export { bitCount };
