/**
 * MiniSearch with bigrams of Chinese and fields of pinyin.
 *
 *     node minisearch.mjs build MODULES DOCUMENTS.jsonl INDEX.json    prints {seconds}
 *     node minisearch.mjs ask MODULES INDEX.json QUERIES.jsonl        prints answers, {heap} last
 */

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { used } from "../measuring/memory.mjs";
import { readQueries } from "../measuring/queries.mjs";

const [action, modules, input, second] = process.argv.slice(2);
const require = createRequire(join(modules, "here.js"));
const MiniSearch = require("minisearch");

const FIELDS = ["name", "aka", "pinyin", "syllables", "initials", "english", "place", "category", "numbers", "text"];
const OPTIONS = {
  idField: "key",
  fields: FIELDS,
  storeFields: ["name"],
  tokenize: tokens,
  processTerm: (term) => term,
};
const SEARCH = {
  boost: { name: 8, aka: 4, pinyin: 6, initials: 5, numbers: 3, place: 2, category: 1.5 },
  prefix: (term) => /^[a-z0-9]/.test(term),
  combineWith: "OR",
  tokenize: asked,
};

/** Of Han runs each character and each two in a row; other words whole. */
function tokens(text) {
  return runs(text).flatMap((run) => (isHan(run) ? [...run, ...pairs(run)] : [run]));
}

/** Of a query's Han runs the pairs only, where there is one. */
function asked(text) {
  return runs(text).flatMap((run) => (isHan(run) && run.length > 1 ? pairs(run) : [run]));
}

function runs(text) {
  return text.normalize("NFKC").toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu) ?? [];
}

function isHan(run) {
  return /^\p{Script=Han}/u.test(run);
}

function pairs(run) {
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}

if (action === "build") {
  const begin = performance.now();
  const lines = (await readFile(input, "utf8")).split("\n").filter(Boolean);
  const engine = new MiniSearch(OPTIONS);
  engine.addAll(lines.map((line) => JSON.parse(line)));
  await writeFile(second, JSON.stringify(engine));
  console.log(JSON.stringify({ seconds: (performance.now() - begin) / 1000 }));
} else {
  const queries = await readQueries(second);
  const before = used();
  const engine = MiniSearch.loadJSON(await readFile(input, "utf8"), OPTIONS);
  const heap = used() - before;
  for (const query of queries) {
    const begin = performance.now();
    const found = engine.search(query.q, SEARCH).slice(0, 10);
    const ms = performance.now() - begin;
    const results = found.map(({ id, name }) => {
      const [collection, ...rest] = id.split(":");
      return { collection, id: rest.join(":"), name };
    });
    console.log(JSON.stringify({ ...query, results, ms }));
  }
  console.log(JSON.stringify({ heap }));
}
