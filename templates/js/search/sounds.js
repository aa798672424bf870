/**
 * Syllables as numbers, and which character reads how: the table of root.json made usable.
 * sitegen/search/syllables.py and characters.py make what this reads.
 */

import { Reader, bytesOf } from "./bytes.js";
import { isPlain } from "./fold.js";

const PLAIN = "0123456789abcdefghijklmnopqrstuvwxyz";
/** Syllables and what stands in for one have numbers below this. */
export const SYLLABLES = 512;
const HEADS = [["zh", "z"], ["ch", "c"], ["sh", "s"], ["n", "l"]];
const TAILS = [["ang", "an"], ["eng", "en"], ["ing", "in"]];

/** One spelling for all syllables that southern speakers take for one another. */
export const blurred = (syllable) => {
  const head = HEADS.find(([one]) => syllable.startsWith(one));
  const heard = head ? head[1] + syllable.slice(head[0].length) : syllable;
  const tail = TAILS.find(([one]) => heard.endsWith(one));
  return tail ? heard.slice(0, -tail[0].length) + tail[1] : heard;
};

const HEAD = "zh ch sh b c d f g h j k l m n p q r s t w x y z".split(" ");
const TAIL = [
  ..."a ai an ang ao e ei en eng er i ia ian iang iao ie in ing iong iu m o ong ou u ua uai uan uang ue ui un uo v ve".split(" "),
  "",
];

const before = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** The 3,755 everyday characters in the order of GB 2312. */
const everyday = () => {
  const codes = [];
  for (let row = 0xb0; row < 0xd8; row++) {
    for (let cell = 0xa1; cell < (row === 0xd7 ? 0xfa : 0xff); cell++) codes.push(row, cell);
  }
  return [...new TextDecoder("gbk").decode(Uint8Array.from(codes))];
};

/** The syllables that heads and tails make: 40 bits for each head. */
const spelt = (bytes) =>
  [...HEAD, ""].flatMap((head, row) =>
    TAIL.filter((_, at) => (bytes[row * 5 + (at >> 3)] >> (7 - (at & 7))) & 1).map((tail) => head + tail),
  );

export class Sounds {
  constructor({ syllables, level, more }) {
    const names = spelt(bytesOf(syllables)).sort();
    this.names = [...names].sort((a, b) => before(blurred(a), blurred(b)) || before(a, b));
    /** Number of a syllable; the syllable of a number is names[number - 1]. */
    this.number = new Map(this.names.map((name, at) => [name, at + 1]));
    this.plain = this.names.length + 1;
    this.of = new Map();
    this.old = new Map();
    this.known = everyday();
    const reader = new Reader(bytesOf(level));
    const places = names.flatMap((_, at) => Array(reader.number()).fill(at));
    let at = 0;
    for (let left = reader.number(); left; left--) {
      places.splice((at += reader.number()), 0, reader.number());
    }
    this.hashes = new Map();
    const counts = new Map();
    this.known.forEach((char, at) => {
      const number = this.number.get(names[places[at]]);
      const count = counts.get(number) ?? 0;
      this.of.set(char, number);
      this.hashes.set(char, count & 15);
      counts.set(number, count + 1);
    });
    if (!more.startsWith(":")) this.addMore(bytesOf(more));
  }

  /** Characters of the site's names beside the everyday ones. */
  addMore(bytes) {
    this.add(new Reader(bytes));
  }

  /** Further characters with their readings. */
  add(reader) {
    for (let code = 0; reader.more; ) {
      const char = String.fromCharCode((code += reader.number()));
      if (!this.of.has(char)) this.known.push(char);
      this.of.set(char, reader.number());
    }
  }

  /** Traditional characters of those that are known. */
  addOld(bytes) {
    const reader = new Reader(bytes);
    for (let at = 0; reader.more; ) {
      const simple = this.known[(at += reader.number())];
      this.old.set(String.fromCharCode(0x4e00 + reader.number()), simple);
    }
  }

  /** The second table, whose places go by its own characters. */
  addRest(bytes) {
    const reader = new Reader(bytes);
    const more = reader.take(reader.number());
    this.known = everyday();
    for (let codes = new Reader(more), code = 0; codes.more; codes.number()) {
      this.known.push(String.fromCharCode((code += codes.number())));
    }
    const { known } = this;
    this.add(new Reader(more));
    this.known = known;
    this.addOld(reader.take(bytes.length));
  }

  /** Four bits by which characters of one syllable differ: everyday ones by their order in it. */
  hashOf(char) {
    return this.hashes.get(char) ?? ((char.codePointAt(0) * 40503) >>> 8) & 15;
  }

  /** Whether the table says how to read a folded character, if it is a Chinese one. */
  knows(char) {
    return this.of.has(char) || this.old.has(char) || !/\p{Script=Han}/u.test(char);
  }

  /** The number of a folded character. */
  numberOf(char) {
    const found = this.of.get(char) ?? (isPlain(char) ? this.plain + PLAIN.indexOf(char) : 0);
    const first = this.plain + PLAIN.length;
    return found || first + (char.codePointAt(0) % (SYLLABLES - first));
  }

  /** The letter with which a number begins, from 1; 27 for a digit, 28 for what has no reading. */
  letter(number) {
    const name = this.names[number - 1] ?? PLAIN[number - this.plain];
    if (!name) return 28;
    return name < "a" ? 27 : name.charCodeAt(0) - 96;
  }
}
