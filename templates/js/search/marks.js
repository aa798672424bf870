/** Where a query stands in a text: the longest runs that both have, never overlapping; then single
 * Han characters of what the query has besides (安丘姜 in 安丘大姜). */

const HAN = /\p{Script=Han}/u;

/**
 * [[start, end], …] into the text whose folded form is given. `same(at, token)` says whether the
 * folded character at a place may be the query's token; there are `count` tokens.
 */
export const marks = (folded, count, same) => {
  const size = folded.chars.length;
  const least = count > 1 ? 2 : 1;
  const runs = [];
  for (let at = 0; at < size; at++) {
    let best = 0;
    let from = 0;
    for (let token = 0; token < count; token++) {
      let length = 0;
      while (at + length < size && token + length < count && same(at + length, token + length)) length++;
      if (length > best) [best, from] = [length, token];
    }
    if (best >= least) runs.push([at, at + best, from]);
  }
  runs.sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0]);
  const taken = [];
  for (const run of runs) {
    if (taken.every(([start, end]) => run[1] <= start || run[0] >= end)) taken.push(run);
  }
  const left = new Set(Array.from({ length: count }, (_, token) => token));
  for (const [start, end, from] of taken) for (let at = start; at < end; at++) left.delete(from + at - start);
  for (let at = 0; taken.length && at < size; at++) {
    if (!HAN.test(folded.chars[at]) || taken.some(([start, end]) => at >= start && at < end)) continue;
    const token = [...left].find((one) => same(at, one));
    if (token === undefined) continue;
    left.delete(token);
    taken.push([at, at + 1, token]);
  }
  const found = taken
    .sort((a, b) => a[0] - b[0])
    .map(([start, end]) => [folded.starts[start], folded.ends[end - 1]]);
  const joined = [];
  for (const mark of found) {
    const last = joined[joined.length - 1];
    if (last && last[1] >= mark[0]) last[1] = mark[1];
    else joined.push(mark);
  }
  return joined;
};
