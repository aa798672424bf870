/** The order in which a query is understood: the surest way that finds something answers. */

import { byNames } from "./names.js";
import { Match, merge } from "./match.js";
import { literal, rows } from "./query.js";

const NOTHING = new Map();
/** From so many digits on a query may be a number of a notice or certificate. */
const FEWEST_DIGITS = 2;
/** What reads like a question is read in so many ways as a name too. */
const ROWS_OF_A_QUESTION = 2;
/** So many of the longer readings of letters are tried by southern sounds, with all of the shortest. */
const MOST_ROWS_BY_SOUND = 4;

/**
 * {hits: Map of id to hit, whole, row}. `whole` is false where a list was too long to read to its
 * end, `row` are the elements to mark. What is seldom needed is in fallbacks.js.
 */
export const find = async (engine, query, signal) => {
  const request = { engine, query, signal };
  const found = query.latin ? await letters(request) : await characters(request);
  return found ?? { hits: NOTHING };
};

const every = (query) => query.chars.map((_, at) => at);

const characters = async (request) => {
  const { engine, query, signal } = request;
  // It may be in Chinese figures: 二〇一三年第一百三十六号.
  const numbered = query.digits >= FEWEST_DIGITS || query.line.includes("号");
  const codes = numbered ? await (await engine.fallbacks()).codes(request) : null;
  if (codes?.sure) return codes;
  if (query.asked) {
    // What reads like a question may be a name all the same.
    const whole = literal(query, every(query), engine.sounds);
    const match = new Match(engine, { ...whole, breaks: new Set() }, "name", signal);
    const hits = (await match.hold()) ? match.phrases().exact : NOTHING;
    if (hits.size) return { hits, row: whole };
  }
  for (const places of query.fuller) {
    const row = rows(query, places, engine.sounds)[0];
    const { sure, match } = await byNames(engine, row, "name", signal);
    if (sure.size) return { hits: sure, whole: match.whole, row };
  }
  const row = rows(query, query.core, engine.sounds)[0];
  const named = await byNames(engine, row, "name", signal);
  if (named.offered) await (await engine.fallbacks()).saidToo(request, named);
  const { whole } = named.match;
  if (named.sure.size) return { hits: named.sure, whole, row };
  if (codes?.hits.size) return codes;
  if (named.sound.size && !query.asked) return { hits: named.sound, row, whole };
  return (await engine.fallbacks()).loosely(request, row, named);
};

/** Latin letters: pinyin in full; then English, pinyin shortened, letters as they are. */
const letters = async (request) => {
  const { engine, query, signal } = request;
  const { sounds } = engine;
  const ways = rows(query, query.core, sounds);
  if (query.asked) ways.unshift(...rows(query, every(query), sounds).slice(0, ROWS_OF_A_QUESTION));
  const codes = query.digits >= FEWEST_DIGITS ? await (await engine.fallbacks()).codes(request) : null;
  if (codes?.sure) return codes;
  const full = ways.filter((way) => way.full);
  const longer = (row) => row.cost > full[0].cost;
  const [likely, others] = [full.filter((row) => !longer(row)), full.filter(longer)];
  const first = { rows: full.filter((row, at) => at < MOST_ROWS_BY_SOUND || !longer(row)), match: null };
  const heard = (some, strict) =>
    Promise.all(some.map(async (row) => ({ row, ...(await byNames(engine, row, "pinyin", signal, strict)) })));
  let found = null;
  for (const { row, sure, sound, match } of await heard(likely, false)) {
    first.match ??= match;
    if (sure.size) {
      found ??= { hits: new Map(), row, whole: match.whole };
      merge(found.hits, sure);
    } else if (sound.size && query.han.length) {
      return { hits: sound, row };
    }
  }
  if (found) return found;
  for (const { row, sure, sound, match } of await heard(others, true)) {
    if (sure.size) return { hits: sure, row, whole: match.whole };
    if (sound.size && query.han.length) return { hits: sound, row };
  }
  return (await engine.fallbacks()).otherwise(request, ways.filter((way) => !way.full), first, codes);
};
