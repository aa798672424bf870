/** Sentences with gaps, and text with marks: what pages say and show, without the DOM. */

/** "查看全部 {n} 条" with what stands in the braces; gaps without a value stay. */
export const said = (sentence, values) =>
  sentence.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

/** [[text, marked], …] of a text and the [start, end] of its marks, in order. */
export const pieces = (text, marks) => {
  const found = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) found.push([text.slice(at, start), false]);
    found.push([text.slice(start, end), true]);
    at = end;
  }
  if (at < text.length) found.push([text.slice(at), false]);
  return found;
};

/** Statuses that a result says of itself: its title holds no more, or not today. */
const ENDED = new Set(["withdrawn", "revoked", "suspended", "expired", "historic"]);

/** The word for a result's status where it must be said, else "". */
export const statusWord = ({ status, standing }) => (ENDED.has(status) ? standing : "");
