/**
 * Latin letters as syllables: weixianluobo, wxlb, weixianlb, weixianluob while it is being typed.
 *
 * An element is what one character of a name may read: {lo, hi, ok, letter, char}, the syllables
 * numbered from lo to hi that are in `ok` (null: all). `letter` is the initial where all share it,
 * `char` the character where one is typed, `full` false where the syllable is shortened.
 */

import { blurred } from "./sounds.js";

/** So many ways to read a run of letters are kept. */
const MOST_WAYS = 8;
const LONGEST_SYLLABLE = 6; // zhuang
const HEADS = ["zh", "ch", "sh"];

/** What an element costs: of the ways to read a run of letters the cheapest is the likeliest. */
const WHOLE_SYLLABLE = 1;
const INITIAL = 1.6;
const BEGUN_SYLLABLE = 1.3; // at the end of the run: it is still being typed
const TORN = 1; // added to an initial before a vowel

export const known = (number, sounds, char = "") => ({
  lo: number,
  hi: number,
  ok: null,
  letter: sounds.letter(number),
  char,
  hash: char && sounds.hashOf(char),
  full: true,
});

/** The element of all syllables that begin so; null where none does. */
export const beginning = (letters, sounds) => {
  const ok = new Set();
  sounds.names.forEach((name, at) => name.startsWith(letters) && ok.add(at + 1));
  if (!ok.size) return null;
  return { lo: Math.min(...ok), hi: Math.max(...ok), ok, letter: letters.charCodeAt(0) - 96, char: "", full: false };
};

/** The ways to read a run of letters, the likeliest first: [{cost, elements}]. */
export const readings = (run, sounds) => {
  const best = Array.from({ length: run.length + 1 }, () => []);
  best[run.length] = [{ cost: 0, elements: [] }];
  for (let at = run.length - 1; at >= 0; at--) {
    const found = [];
    const add = (size, cost, element) => {
      for (const rest of element ? best[at + size] : []) {
        // Nobody means g·e by ge: a letter for a syllable stands before another's consonant.
        const torn = !element.full && /[aeiou]/.test(run[at + size] ?? "") ? TORN : 0;
        found.push({ cost: cost + torn + rest.cost, elements: [element, ...rest.elements] });
      }
    };
    for (let size = 1; size <= Math.min(LONGEST_SYLLABLE, run.length - at); size++) {
      const part = run.slice(at, at + size);
      const number = sounds.number.get(part);
      const whole = number && /[aeiouv]/.test(part);
      if (whole) add(size, WHOLE_SYLLABLE, known(number, sounds));
      if (size === 1 || HEADS.includes(part)) add(size, INITIAL, beginning(part, sounds));
      else if (!whole && at + size === run.length) add(size, BEGUN_SYLLABLE, beginning(part, sounds));
    }
    best[at] = found.sort((a, b) => a.cost - b.cost).slice(0, MOST_WAYS);
  }
  return best[0];
};

/** The element of all syllables that southern speakers take for those of another. */
export const blurredRow = (element, sounds) => {
  const heard = sounds.names[element.lo - 1];
  if (!element.full || !heard) return element;
  const same = (number) => sounds.names[number - 1] && blurred(sounds.names[number - 1]) === blurred(heard);
  let { lo, hi } = element;
  while (same(lo - 1)) lo--;
  while (same(hi + 1)) hi++;
  return { ...element, lo, hi };
};
