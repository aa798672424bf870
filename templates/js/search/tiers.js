/** How a result was found, the surest way first. The names are permanent: pages have words for them. */
export const TIERS = [
  "exact", // the whole name, character by character
  "name", // part of a name, character by character
  "place", // a place and a thing, or everything of a place or category
  "pinyin", // the reading, typed in full
  "initials", // the reading, shortened or mixed with characters
  "english", // the English name
  "number", // the number of a notice, certificate, trademark or credit code
  "sound", // other characters that sound the same
  "typo", // one character wrong, missing, too many or out of place
  "near", // in the place typed, or in the one around it; what else was typed is not there
  "body", // the words stand in the text
  "fuzzy", // sounds that southern ears take for one another
];

/** Tiers that a page should say are not what was typed. */
export const APPROXIMATE = new Set(["sound", "typo", "near", "body", "fuzzy"]);
