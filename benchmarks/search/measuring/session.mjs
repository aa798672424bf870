/** Runs queries on an engine as one visitor types them, or each as a new visitor. */

import { rankOf } from "./scoring.mjs";

const SHOWN = 10;

/**
 * One line for each query, in their order.
 *
 * `start()` gives a ready engine `{search(text, options)}`; with `cold` it is called again before
 * each query, once all but the one-time files are forgotten.
 */
export async function* answers(queries, start, traffic, cold) {
  let engine = await start();
  for (const query of queries) {
    if (cold) {
      traffic.forget();
      engine = await start();
    }
    traffic.restart();
    const begin = performance.now();
    const { results } = await engine.search(query.q, { offset: 0, limit: SHOWN });
    const ms = Math.round((performance.now() - begin) * 100) / 100;
    yield { query, results, bytes: traffic.bytes, requests: traffic.requests, ms };
  }
}

/** A line as it is printed. */
export function printed({ query, results, bytes, requests, ms }) {
  const shown = results.map(({ collection, id, url, name, tier }) => ({
    id,
    collection,
    url,
    name,
    tier,
  }));
  const rank = query.ids && { class: query.class, rank: rankOf(query, results) };
  return { q: query.q, ...rank, results: shown, bytes, requests, ms };
}

/** Of a printed line what totals are made of; results are let go, or they would weigh as heap. */
export const countable = ({ class: name, rank, results, bytes, requests, ms }) => ({
  class: name,
  rank,
  found: results.length,
  bytes,
  requests,
  ms,
});
