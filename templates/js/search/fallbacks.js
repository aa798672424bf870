/**
 * The ways to understand a query that are tried last, loaded when the engine first needs one: numbers,
 * English, initials, slips, texts, southern sounds. Each gets a request {engine, query, signal}.
 */

import { english, numbered } from "./codes.js";
import {
  REGION,
  Match,
  aligned,
  beginning,
  bitCount,
  blurredRow,
  byNames,
  ending,
  isPlain,
  known,
  literal,
  merge,
  readAll,
} from "./shared.js";
import { distance, slipped } from "./slips.js";
import { saying, worded } from "./texts.js";

const LONGEST = 30;

/** Entries with a number that holds the code typed: {hits, sure}, `sure` where nothing else is meant. */
export const codes = async ({ engine, query, signal }) => {
  const hits = await numbered(engine, query.code, query.han.join(""), signal);
  const said = [...hits.values()].some((hit) => hit.said);
  const places = query.chars.map((_, at) => at).filter((at) => isPlain(query.chars[at]));
  const named = await byNames(engine, literal(query, places, engine.sounds), "name", signal);
  if (!query.rest && named.sure.size) return { hits: merge(hits, named.sure), sure: true };
  return { hits, sure: hits.size > 0 && (said || !query.rest) };
};

/** Puts members of a category whose texts have the word for it before the others. */
export const saidToo = async ({ engine, signal }, { match, offered, sure }) => {
  const runs = match.categories().map(({ mask }) => ({
    chars: match.elements.filter((_, at) => (mask >> at) & 1).map(({ char }) => char),
    weight: 1,
  }));
  const { docs, total } = await saying(engine, runs.filter(({ chars }) => chars.length > 1), signal);
  for (const id of total ? offered.keys() : []) sure.get(id).score += (10 * (docs.get(id)?.found ?? 0)) / total;
};

/** Sounds, slips, the words of texts with what is left of names, southern sounds, last characters. */
export const loosely = async (request, row, { match, sound }) => {
  const { engine, query, signal } = request;
  const { elements } = row;
  const docs = match.coverage();
  if (query.asked) {
    // What was left out as words of a question may be said so on a page.
    const said = await inTexts(request, row, docs);
    if ([...said.values()].some((hit) => hit.whole)) return { hits: said, row };
  }
  if (sound.size) return { hits: sound, row, whole: match.whole };
  const fits = elements.length >= 3 && elements.length <= LONGEST;
  const slips = fits ? await slipped(engine, elements, signal) : new Map();
  if (slips.size) return { hits: slips, row };
  const heard = match.full(docs, { sound: true });
  if (heard.size) return { hits: heard, row };
  const texts = await inTexts(request, row, docs);
  if (texts.size) return { hits: texts, row };
  if (query.digits) return word(request);
  return (await blurry(request, row)) ?? lasts(request, row);
};

/** Names that can be written with these letters: English, initials, southern sounds. */
export const otherwise = async (request, ways, first, numbers) => {
  const { engine, query, signal } = request;
  if (query.words.join("").length >= Math.max(3, 2 * query.digits) && !query.han.length) {
    const hits = await english(engine, query.words, signal);
    if (hits.size) return { hits };
  }
  const short = await shortened(request, ways);
  if (short) return short;
  if (numbers?.hits.size) return numbers;
  const row = literal(query, query.core, engine.sounds);
  const plain = await byNames(engine, row, "name", signal);
  if (plain.sure.size) return { hits: plain.sure, row };
  if (!first.match) {
    const said = await word(request);
    return said.hits.size || !ways.length ? said : partly(request, ways[0]);
  }
  // jian may be 江 misheard, or the two of 集安: the name that has more of it tells.
  const heard = (await Promise.all(first.rows.map((likely) => blurry(request, likely)))).filter(Boolean);
  if (heard.length) return { hits: merge(new Map(), ...heard.map(({ hits }) => hits)), row: heard[0].row };
  const found = await loosely(request, first.rows[0], { match: first.match, sound: new Map() });
  return found?.hits.size ? found : partly(request, first.rows[0]);
};

/** Names that hold more of the syllables of a row than others do, two at least. */
const partly = async ({ engine, signal }, row) => {
  const match = new Match(engine, row, "fuzzy", signal);
  await match.read();
  await match.fill();
  const full = row.elements.reduce((mask, element, at) => (element.full ? mask | (1 << at) : mask), 0);
  const heard = (doc) => bitCount((doc.mask | doc.sound) & full);
  const docs = [...match.coverage().values()];
  const most = Math.max(0, ...docs.map(heard));
  const best = docs.filter((doc) => most > 1 && heard(doc) === most);
  return { hits: new Map(best.map(({ id, group, score }) => [id, { id, group, score, tier: "fuzzy" }])), row };
};

/** Entries that have the word in their texts. */
const word = async ({ engine, query, signal }) => {
  const found = await worded(engine, query.code, signal);
  return { hits: new Map(found.map((one) => [one.id, { ...one, score: 100, tier: "body" }])) };
};

/** Entries by what they say, together with the part of the query that their names answer for. */
const inTexts = async ({ engine, query, signal }, row, named) => {
  const runs = [];
  const put = (places, weight) => {
    let last = null;
    for (const at of places) {
      const next = last !== null && at === last + 1 && !query.folded.breaks[at];
      if (!next) runs.push({ chars: [], weight });
      runs.at(-1).chars.push(query.chars[at]);
      last = at;
    }
  };
  put(query.chars.map((_, at) => at), query.asked ? 0.3 : 1);
  if (query.asked) put(query.core, 1);
  const { docs, total } = await saying(engine, runs.filter(({ chars }) => chars.length > 1), signal);
  const size = row.elements.length;
  const hits = new Map();
  for (const id of new Set([...docs.keys(), ...named.keys()])) {
    const doc = docs.get(id);
    const name = named.get(id);
    const { group } = doc ?? name;
    const said = total ? (doc?.found ?? 0) / total : 0;
    const part = name ? Math.min(1, name.score / (10 * size)) : 0;
    const whole = said > 0.999 ? 150 : 0;
    const score = whole + 100 * said + 120 * part + 2 * engine.scope.weight(group);
    if (score > 15) hits.set(id, { id, group, score, tier: "body", whole });
  }
  const best = Math.max(0, ...[...hits.values()].map((hit) => hit.score));
  for (const [id, hit] of hits) if (hit.score < best * 0.6) hits.delete(id);
  return hits;
};

/** What is left to offer: names that end with the last character. */
const lasts = async ({ engine, signal }, row) => {
  const lookup = ending(engine.indexes.b, row.elements, row.elements.length - 1);
  if (!lookup) return null;
  await readAll([lookup], signal);
  const hits = new Map();
  for (const one of aligned([lookup], row.elements)) {
    if (one.name === REGION || one.bad) continue;
    hits.set(one.id, { id: one.id, group: one.group, score: engine.scope.weight(one.group), tier: "fuzzy" });
  }
  return { hits, row };
};

/** Names that southern ears take for what was typed. */
const blurry = async ({ engine, signal }, row) => {
  const blurred = { ...row, elements: row.elements.map((element) => blurredRow(element, engine.sounds)) };
  const match = new Match(engine, blurred, "fuzzy", signal);
  await match.read();
  const { exact, sound } = match.phrases();
  const hits = merge(new Map(), exact, sound);
  for (const hit of hits.values()) hit.tier = "fuzzy";
  return hits.size ? { hits, row: blurred } : null;
};

/** Names by their initials: all letters as initials, and the likeliest mixtures with syllables. */
const shortened = async ({ engine, query, signal }, ways) => {
  const { sounds } = engine;
  const letters = query.core.map((at) => query.chars[at]);
  const all = letters.map((char) =>
    isPlain(char) ? beginning(char, sounds) : known(sounds.numberOf(char), sounds, char),
  );
  const plain = letters.length <= 8 && all.every(Boolean) ? [{ elements: all, breaks: new Set() }] : [];
  const hits = new Map();
  let found = null;
  // A lone vowel may be a syllable or the start of one; its element as a start is both.
  const open = (element) => {
    const name = element.char ? "" : (sounds.names[element.lo - 1] ?? "");
    return element.full && name.length === 1 ? beginning(name, sounds) : element;
  };
  const matches = [...plain, ...ways].slice(0, 10).map((way) => {
    const row = { ...way, elements: way.elements.map(open) };
    return new Match(engine, row, "initials", signal);
  });
  await Promise.all(matches.map((match) => match.read()));
  for (const match of matches) {
    const { row } = match;
    const { exact, sound } = match.phrases();
    const more = exact.size ? exact : sound;
    if (more.size) found ??= { hits, row, whole: match.whole };
    for (const hit of more.values()) hit.score += 2 * row.elements.length;
    merge(hits, more);
  }
  return found;
};

export { distance };
