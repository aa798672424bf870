/**
 * From the lines of a run to its totals.
 *
 * A result is right where its `collection:id` is among the query's `ids`, or where its name, folded,
 * is one of the query's `names`. Queries without `ids` are run and timed, not scored.
 */

/** A name as two spellings of it are alike: half width, lower case, letters and digits only. */
export const fold = (name) =>
  name.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The position of the first right result, from 1; 0 where there is none. */
export function rankOf(query, results) {
  const ids = new Set(query.ids);
  const names = new Set((query.names ?? []).map(fold));
  const right = ({ collection, id, name }) =>
    ids.has(`${collection}:${id}`) || names.has(fold(name ?? ""));
  return results.findIndex(right) + 1;
}

/** The nearest-rank percentile of some numbers; 0 of none. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? 0;
}

/** Recall, MRR and zero rate of lines `{class, rank, found}`. */
export function quality(lines) {
  const part = (test) => rounded(lines.filter(test).length / lines.length);
  return {
    queries: lines.length,
    "recall@1": part(({ rank }) => rank === 1),
    "recall@5": part(({ rank }) => rank >= 1 && rank <= 5),
    mrr: rounded(lines.reduce((sum, { rank }) => sum + (rank ? 1 / rank : 0), 0) / lines.length),
    zero: part(({ found }) => found === 0),
  };
}

/** The totals of lines `{class?, rank?, found, bytes, requests, ms}`; `rank` only where scored. */
export function totals(lines) {
  const scored = lines.filter(({ rank }) => rank !== undefined);
  const classes = [...new Set(scored.map((line) => line.class ?? ""))].sort();
  const of = (name) => quality(scored.filter((line) => (line.class ?? "") === name));
  return {
    queries: lines.length,
    failed: lines.filter(({ failed }) => failed).length,
    ...(scored.length && { all: quality(scored) }),
    ...(scored.length && { classes: Object.fromEntries(classes.map((name) => [name, of(name)])) }),
    bytes: spread(lines.map(({ bytes }) => bytes)),
    requests: spread(lines.map(({ requests }) => requests)),
    ms: spread(lines.map(({ ms }) => ms)),
  };
}

const spread = (numbers) => ({
  p50: percentile(numbers, 0.5),
  p95: percentile(numbers, 0.95),
  max: percentile(numbers, 1),
});

export const rounded = (number) => Math.round(number * 10_000) / 10_000;
