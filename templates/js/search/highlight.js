/** Marking a query in a text, by folding both. */

import { fold } from "./fold.js";
import { marks } from "./marks.js";

/**
 * highlight(text, query) → [[start, end], …] into `text`, in UTF-16 units, in order and apart.
 * `old` maps traditional characters to simplified ones; `engine.highlight` knows them.
 */
export const highlight = (text, query, old) => {
  const folded = fold(text, old);
  const { chars } = fold(query, old);
  return marks(folded, chars.length, (at, token) => folded.chars[at] === chars[token]);
};
