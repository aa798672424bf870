/**
 * Syllables as numbers, and which character reads how: the table of root.json made usable.
 * sitegen/search/syllables.py and characters.py make what this reads.
 */

import { Reader, bytesOf } from "./bytes.js";
import { isPlain } from "./fold.js";

const PLAIN = "0123456789abcdefghijklmnopqrstuvwxyz";
const LIMIT = 512;
const HEADS = [["zh", "z"], ["ch", "c"], ["sh", "s"], ["n", "l"]];
const TAILS = [["ang", "an"], ["eng", "en"], ["ing", "in"]];

/** One spelling for all syllables that southern speakers take for one another. */
export const blurred = (syllable) => {
  const head = HEADS.find(([one]) => syllable.startsWith(one));
  const heard = head ? head[1] + syllable.slice(head[0].length) : syllable;
  const tail = TAILS.find(([one]) => heard.endsWith(one));
  return tail ? heard.slice(0, -tail[0].length) + tail[1] : heard;
};

const before = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** The 3,755 everyday characters in the order of GB 2312. */
const everyday = () => {
  const codes = [];
  for (let row = 0xb0; row < 0xd8; row++) {
    for (let cell = 0xa1; cell < (row === 0xd7 ? 0xfa : 0xff); cell++) codes.push(row, cell);
  }
  return [...new TextDecoder("gbk").decode(Uint8Array.from(codes))];
};

export class Sounds {
  constructor({ syllables, level, more, old }) {
    const names = syllables.split(" ");
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
    this.add(more, old);
  }

  /** The second table, whose places go by its own characters. */
  rest(more, old) {
    const { known } = this;
    this.known = everyday();
    this.add(more, "");
    let reader = new Reader(bytesOf(more));
    for (let code = 0; reader.more; reader.number()) {
      const char = String.fromCharCode((code += reader.number()));
      if (!this.known.includes(char)) this.known.push(char);
    }
    this.add("", old);
    this.known = known;
  }

  /** Further characters with their readings, and the traditional ones of all that are known. */
  add(more, old) {
    let reader = new Reader(bytesOf(more));
    for (let code = 0; reader.more; ) {
      const char = String.fromCharCode((code += reader.number()));
      if (!this.of.has(char)) this.known.push(char);
      this.of.set(char, reader.number());
    }
    reader = new Reader(bytesOf(old));
    for (let at = 0; reader.more; ) {
      const simple = this.known[(at += reader.number())];
      this.old.set(String.fromCharCode(0x4e00 + reader.number()), simple);
    }
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
    return found || first + (char.codePointAt(0) % (LIMIT - first));
  }

  /** The letter with which a number begins, from 1; 27 for a digit, 28 for what has no reading. */
  letter(number) {
    const name = this.names[number - 1] ?? PLAIN[number - this.plain];
    if (!name) return 28;
    return name < "a" ? 27 : name.charCodeAt(0) - 96;
  }
}
