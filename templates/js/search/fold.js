/** Folding: one spelling for texts that people take for the same. sitegen/search/folding.py does the same: a test
 * compares both over all of Unicode. */

const WORD = /[\p{L}\p{N}]/u;

/**
 * The folded characters of a text, each with where it stands: {chars, starts, ends, breaks}. `breaks`
 * is true where something that is no letter stood before a character. `old` maps traditional
 * characters to simplified ones.
 */
export const fold = (text, old) => {
  const chars = [];
  const starts = [];
  const ends = [];
  const breaks = [];
  let gap = false;
  let at = 0;
  for (const point of text) {
    const end = at + point.length;
    for (const char of point.normalize("NFKD").toLowerCase()) {
      if (char === "\u0308" && chars[chars.length - 1] === "u" && !gap) {
        chars[chars.length - 1] = "v";
      } else if (WORD.test(char)) {
        chars.push(old?.get(char) ?? (char === "ς" ? "σ" : char));
        starts.push(at);
        ends.push(end);
        breaks.push(gap);
        gap = false;
      } else if (!/\p{M}/u.test(char)) {
        gap = true;
      }
    }
    at = end;
  }
  return { chars, starts, ends, breaks };
};

/** Whether a folded character is a Latin letter or a digit. */
export const isPlain = (char) => char < "\u0080";
