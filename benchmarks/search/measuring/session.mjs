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
    const { results, error } = await asked(engine, query.q);
    const ms = Math.round((performance.now() - begin) * 100) / 100;
    yield { query, results, error, bytes: traffic.bytes, requests: traffic.requests, ms };
  }
}

/** What the engine answers; an engine that throws has no results, and its line says why. */
async function asked(engine, text) {
  try {
    return await engine.search(text, { offset: 0, limit: SHOWN });
  } catch (error) {
    return { results: [], error: String(error.stack ?? error) };
  }
}

/** A line as it is printed. */
export function printed({ query, results, error, bytes, requests, ms }) {
  const shown = results.map(({ collection, id, url, name, tier }) => ({
    id,
    collection,
    url,
    name,
    tier,
  }));
  const rank = query.ids && { class: query.class, rank: rankOf(query, results) };
  return { q: query.q, ...rank, results: shown, bytes, requests, ms, ...(error && { error }) };
}

/** Of a printed line what totals are made of; results are let go, or they would weigh as heap. */
export const countable = ({ class: name, rank, results, bytes, requests, ms, error }) => ({
  class: name,
  rank,
  found: results.length,
  bytes,
  requests,
  ms,
  failed: error !== undefined,
});
