/** Where a query stands in a text: the longest runs that both have, never overlapping. */

/**
 * [[start, end], …] into the text whose folded form is given. `same(at, token)` says whether the
 * folded character at a place may be the query's token; there are `count` tokens.
 */
export const marks = (folded, count, same) => {
  const size = folded.chars.length;
  const least = Math.min(2, count);
  const runs = [];
  for (let at = 0; at < size; at++) {
    let best = 0;
    for (let token = 0; token < count; token++) {
      let length = 0;
      while (at + length < size && token + length < count && same(at + length, token + length)) length++;
      best = Math.max(best, length);
    }
    if (best >= least) runs.push([at, at + best]);
  }
  runs.sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0]);
  const taken = [];
  for (const run of runs) {
    if (taken.every(([start, end]) => run[1] <= start || run[0] >= end)) taken.push(run);
  }
  const found = taken
    .sort((a, b) => a[0] - b[0])
    .map(([start, end]) => [folded.starts[start], folded.ends[end - 1]]);
  const joined = [];
  for (const mark of found) {
    if (joined.length && joined.at(-1)[1] >= mark[0]) joined.at(-1)[1] = mark[1];
    else joined.push(mark);
  }
  return joined;
};
