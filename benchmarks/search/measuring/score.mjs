/**
 * Totals of what another engine answered.
 *
 *     node benchmarks/search/measuring/score.mjs < answers.jsonl
 *
 * Each line is a query with its `results`, `bytes`, `requests` and `ms`.
 */

import { text } from "node:stream/consumers";
import { rankOf, totals } from "./scoring.mjs";

const lines = (await text(process.stdin)).split("\n").filter((line) => line.trim());
const scored = lines.map((line) => {
  const { class: name, results, bytes = 0, requests = 0, ms = 0, ...query } = JSON.parse(line);
  return { class: name, rank: rankOf(query, results), found: results.length, bytes, requests, ms };
});
console.log(JSON.stringify(totals(scored)));
