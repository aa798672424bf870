/** The keys of numbers and of English words; sitegen/search/names.py has the same. */

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
/** Values of a digit and of a letter in a key; 0 stands for none. */
const PER_DIGIT = 37;
const PER_LETTER = 32;
/** Of longer numbers and words a key has the first digits and letters. */
export const DIGITS_OF_KEY = 4;
export const LETTERS_OF_KEY = 6;

/** The keys of numbers that go on with these letters and digits, from the first to the last. */
export const numberKeys = (code) => {
  let low = 0;
  let high = 0;
  for (let at = 0; at < DIGITS_OF_KEY; at++) {
    const value = code[at] ? DIGITS.indexOf(code[at]) + 1 : 0;
    low = low * PER_DIGIT + value;
    high = high * PER_DIGIT + (value || PER_DIGIT - 1);
  }
  return [low, high];
};

/** The keys of words that go on with these letters. */
export const wordKeys = (word) => {
  let low = 0;
  let high = 0;
  for (let at = 0; at < LETTERS_OF_KEY; at++) {
    const value = word[at] ? word.charCodeAt(at) - 96 : 0;
    low = low * PER_LETTER + value;
    high = high * PER_LETTER + (value || PER_LETTER - 1);
  }
  return [low, high];
};

const MARKS = 251;

/** A byte by which words, or the characters beside a number, mostly differ. */
export const mark = (text) => [...text].reduce((sum, char) => sum + char.codePointAt(0), 0) % MARKS;
