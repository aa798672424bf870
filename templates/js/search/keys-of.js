/** The keys of numbers and of English words; sitegen/search/names.py has the same. */

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
const SIZE = 4;
const LETTERS = 6;

/** The keys of numbers that go on with these letters and digits, from the first to the last. */
export const numberKeys = (code) => {
  let low = 0;
  let high = 0;
  for (let at = 0; at < SIZE; at++) {
    const value = code[at] ? DIGITS.indexOf(code[at]) + 1 : 0;
    low = low * 37 + value;
    high = high * 37 + (value || 36);
  }
  return [low, high];
};

/** The keys of words that go on with these letters. */
export const wordKeys = (word) => {
  let low = 0;
  let high = 0;
  for (let at = 0; at < LETTERS; at++) {
    const value = word[at] ? word.charCodeAt(at) - 96 : 0;
    low = low * 32 + value;
    high = high * 32 + (value || 31);
  }
  return [low, high];
};

/** Eight bits by which words, or the characters beside a number, mostly differ. */
export const mark = (text) => [...text].reduce((sum, char) => sum + char.codePointAt(0), 0) % 251;
