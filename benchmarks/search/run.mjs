/**
 * Runs the browser's own search code against the files of a built site.
 *
 *     python -m benchmarks ask --site output --queries FILE.jsonl [--cold] [--totals]
 *
 * Prints one JSON line for each query and the totals last. With --cold each query is a new visitor's
 * first, who was sent the one-time files and nothing else; without it one visitor types them all.
 * --totals prints the totals only; --engine names another module with `open(read)`. A query at which
 * the engine throws has no results and an `error`; the exit code is then 1.
 */

import { parseArgs } from "node:util";
import { engineOf } from "./measuring/engine.mjs";
import { used } from "./measuring/memory.mjs";
import { readQueries } from "./measuring/queries.mjs";
import { totals } from "./measuring/scoring.mjs";
import { answers, countable, printed } from "./measuring/session.mjs";

const { values: asked } = parseArgs({
  options: {
    site: { type: "string" },
    queries: { type: "string" },
    engine: { type: "string" },
    cold: { type: "boolean", default: false },
    totals: { type: "boolean", default: false },
  },
});
if (!asked.site || !asked.queries) {
  console.error("用法: python -m benchmarks ask --site DIR --queries FILE.jsonl [--cold]");
  process.exit(2);
}

const queries = await readQueries(asked.queries);
const before = used();
const { start, traffic, script } = await engineOf(asked.site, asked.engine);
await start();
const once = { files: traffic.sent, bytes: traffic.bytes, script: script.bytes };
traffic.keep();

const lines = [];
for await (const answer of answers(queries, start, traffic, asked.cold)) {
  const line = printed(answer);
  lines.push(countable(line));
  if (!asked.totals) console.log(JSON.stringify(line));
}
const heap = used() - before;
console.log(
  JSON.stringify({
    totals: {
      ...totals(lines),
      once: { ...once, total: once.bytes + once.script },
      heap,
      cold: asked.cold,
      engine: script.file,
    },
  }),
);
// Asking for it here also keeps the set in memory until the heap is measured.
if (lines.length !== queries.length) throw new Error(`${queries.length} asked, ${lines.length} answered`);
process.exitCode = lines.some(({ failed }) => failed) ? 1 : 0;
