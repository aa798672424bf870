/** The order in which a query is understood: the surest way that finds something answers. */

import { english, numbered } from "./codes.js";
import { beginning, blurredRow, known } from "./latin.js";
import { isPlain } from "./fold.js";
import { Match, merge } from "./match.js";
import { aligned, ending, readAll } from "./lookup.js";
import { REGION } from "./postings.js";
import { literal, rows } from "./query.js";
import { slipped } from "./slips.js";
import { saying, worded } from "./texts.js";

const NOTHING = new Map();

/** {hits: Map of id to hit, whole, row}. */
export const find = async (engine, query, signal) => {
  const found = await surely(engine, query, signal);
  return found ?? { hits: NOTHING };
};

const surely = async (engine, query, signal) => {
  const { sounds } = engine;
  const digits = query.digits >= 2 && query.code.length >= 2;
  let codes = NOTHING;
  if (digits) {
    codes = await numbered(engine, query.code, query.han.join(""), signal);
    const said = [...codes.values()].some((hit) => hit.said);
    const places = query.chars.map((_, at) => at).filter((at) => isPlain(query.chars[at]));
    const named = await byNames(engine, literal(query, places, sounds), "name", signal);
    if (named.sure.size && !query.rest) return { hits: merge(new Map(), codes, named.sure) };
    if (codes.size && (said || (!query.rest && query.han.length))) return { hits: codes };
  }
  if (query.latin) return inLetters(engine, query, codes, signal);
  const whole = literal(query, query.chars.map((_, at) => at), sounds);
  if (query.asked) {
    const match = new Match(engine, { ...whole, breaks: new Set() }, "name", signal);
    if (await match.hold()) {
      const { exact } = match.phrases();
      if (exact.size) return { hits: exact, row: whole };
    }
  }
  const row = query.asked ? rows(query, query.core, sounds)[0] : rows(query, whole.elements.map((_, at) => at), sounds)[0];
  const named = await byNames(engine, row, "name", signal);
  if (named.sure.size || (codes.size && !query.rest)) {
    return { hits: merge(new Map(), named.sure, codes), whole: named.match.whole, row };
  }
  if (codes.size) return { hits: codes };
  if (named.sound.size) return { hits: named.sound, row };
  return loosely(engine, query, row, named.match, signal);
};

/**
 * Entries described by names, places and categories: {sure, sound, match}. What more has to be read
 * is read only where the surer ways find nothing. `strict` keeps to names that hold the whole row.
 */
const byNames = async (engine, row, tier, signal, strict = false) => {
  const match = new Match(engine, row, tier, signal);
  await match.read();
  let { exact, sound } = match.phrases();
  if (match.elements.length === 1) {
    if (!exact.size || match.categories().some((one) => one.own)) await members(match, exact, !exact.size);
    return { sure: exact, sound, match };
  }
  if (strict) return { sure: exact, sound, match };
  let full = NOTHING;
  const cover = (synonyms) => {
    full = match.full(match.coverage({ synonyms }));
    return exact.size + full.size;
  };
  const whole = (one) => one.mask === match.all;
  if (match.regions.some(whole) || match.categories().some((one) => one.own && whole(one))) await match.gather();
  if (!cover(false)) {
    await match.fill();
    ({ exact, sound } = match.phrases());
    if (!cover(false)) {
      if (!(await match.singles()) || !cover(false)) {
        if (match.placed()) {
          await match.gather();
          await match.endings();
        }
        if (cover(true)) await saidToo(engine, match, full, signal);
      }
    }
  }
  return { sure: merge(new Map(), exact, full), sound, match };
};

/** Puts members of a category whose texts have the word for it before the others. */
const saidToo = async (engine, match, hits, signal) => {
  const runs = match.categories().map(({ mask }) => ({
    chars: match.elements.filter((_, at) => (mask >> at) & 1).map(({ char }) => char),
    weight: 1,
  }));
  const { docs, total } = await saying(engine, runs.filter(({ chars }) => chars.length > 1), signal);
  for (const hit of hits.values()) hit.score += total ? (10 * (docs.get(hit.id)?.found ?? 0)) / total : 0;
};

/** Adds the members of the categories that the row names. */
const members = async (match, hits, synonyms) => {
  const named = match.categories().filter((one) => synonyms || one.own);
  if (!named.length) return;
  await match.gather();
  merge(hits, match.full(match.coverage({ synonyms })));
};

/** Slips, then the words of texts with what is left of names, then sounds, then last characters. */
const loosely = async (engine, query, row, match, signal) => {
  const typed = row.elements;
  const slips = typed.length >= 3 && typed.length <= 30 ? await slipped(engine, typed, signal) : NOTHING;
  if (slips.size) return { hits: slips, row };
  const docs = match.coverage();
  const heard = match.full(docs, { sound: true });
  if (heard.size) return { hits: heard, row };
  const texts = await inTexts(engine, query, row, docs, signal);
  if (texts.size) return { hits: texts, row };
  const said = query.digits ? await worded(engine, query.code, signal) : [];
  if (said.length) return { hits: new Map(said.map((one) => [one.id, { ...one, score: 100, tier: "body" }])), row };
  const fuzzy = await blurry(engine, row, signal);
  return fuzzy ? { hits: fuzzy, row } : lasts(engine, row, signal);
};

/** Entries by what they say, together with the part of the query that their names answer for. */
const inTexts = async (engine, query, row, named, signal) => {
  const runs = [];
  query.chars.forEach((char, at) => {
    const asked = query.asked?.has(at) ?? false;
    const last = runs.at(-1);
    if (!last || query.folded.breaks[at]) runs.push({ chars: [char], weight: 1, asked });
    else last.chars.push(char);
  });
  if (query.asked) {
    for (const run of runs) run.weight = 0.3;
    query.core.forEach((place, at) => {
      const next = at > 0 && query.core[at - 1] === place - 1 && !query.folded.breaks[place];
      if (!next) runs.push({ chars: [], weight: 1 });
      runs.at(-1).chars.push(query.chars[place]);
    });
  }
  const { docs, total } = await saying(engine, runs.filter(({ chars }) => chars.length > 1), signal);
  const size = row.elements.length;
  const hits = new Map();
  for (const id of new Set([...docs.keys(), ...named.keys()])) {
    const doc = docs.get(id);
    const name = named.get(id);
    const group = (doc ?? name).group;
    const said = total ? (doc?.found ?? 0) / total : 0;
    const part = name ? Math.min(1, name.score / (10 * size)) : 0;
    const score = 100 * said + 120 * part + 2 * engine.scope.weight(group);
    if (score > 15) hits.set(id, { id, group, score, tier: "body" });
  }
  const best = Math.max(0, ...[...hits.values()].map((hit) => hit.score));
  for (const [id, hit] of hits) if (hit.score < best * 0.6) hits.delete(id);
  return hits;
};

/** What is left to offer: names that end with the last character. */
const lasts = async (engine, row, signal) => {
  const at = row.elements.length - 1;
  const lookup = ending(engine.indexes.b, row.elements, at);
  if (!lookup) return null;
  await readAll([lookup], signal);
  const hits = new Map();
  for (const one of aligned([lookup], row.elements)) {
    if (one.name === REGION || one.bad) continue;
    hits.set(one.id, { id: one.id, group: one.group, score: engine.scope.weight(one.group), tier: "fuzzy" });
  }
  return { hits, row };
};

const blurry = async (engine, row, signal) => {
  const blurred = { ...row, elements: row.elements.map((element) => blurredRow(element, engine.sounds)) };
  const match = new Match(engine, blurred, "fuzzy", signal);
  await match.read();
  const { exact, sound } = match.phrases();
  const hits = merge(new Map(), exact, sound);
  for (const hit of hits.values()) hit.tier = "fuzzy";
  return hits.size ? hits : null;
};

/** A query with Latin letters: pinyin in full, English, pinyin shortened, letters as they are. */
const inLetters = async (engine, query, codes, signal) => {
  const { sounds } = engine;
  const every = query.chars.map((_, at) => at);
  const ways = [
    ...(query.asked ? rows(query, every, sounds).slice(0, 2) : []),
    ...rows(query, query.core, sounds),
  ];
  const typed = query.han.length > 0;
  const full = ways.filter((way) => way.full);
  let heard = null;
  let first = null;
  for (const way of full) {
    const longer = way.cost > full[0].cost;
    if (longer && heard) break;
    const named = await byNames(engine, way, "pinyin", signal, longer);
    first ??= named.match;
    if (named.sure.size) {
      heard = { hits: merge(heard?.hits ?? new Map(), named.sure), row: heard?.row ?? way, whole: named.match.whole };
    } else if (named.sound.size && typed) {
      return { hits: named.sound, row: way };
    }
  }
  if (heard) return heard;
  if (query.words.join("").length >= 3 && !typed && !query.digits) {
    const hits = await english(engine, query.words, signal);
    if (hits.size) return { hits };
  }
  const short = await shortened(engine, query, ways.filter((way) => !way.full), signal);
  if (short) return short;
  if (codes.size) return { hits: codes };
  const letters = literal(query, query.core, sounds);
  const plain = await byNames(engine, letters, "name", signal);
  if (plain.sure.size) return { hits: plain.sure, row: letters };
  if (first) {
    const fuzzy = await blurry(engine, full[0], signal);
    if (fuzzy) return { hits: fuzzy, row: full[0] };
    return loosely(engine, query, full[0], first, signal);
  }
  const said = await worded(engine, query.code, signal);
  return said.length ? { hits: new Map(said.map((one) => [one.id, { ...one, score: 100, tier: "body" }])) } : null;
};

/** Names by their initials: all letters as initials, and the likeliest mixtures with syllables. */
const shortened = async (engine, query, ways, signal) => {
  const { chars, core } = query;
  const letters = core.map((at) => chars[at]);
  const all = letters.length <= 8 && letters.map((char) => initial(char, engine.sounds));
  const every = all && all.every(Boolean) ? [{ elements: all, breaks: new Set(), cost: 0 }, ...ways] : ways;
  const hits = new Map();
  let found = null;
  for (const way of every.slice(0, 6)) {
    const match = new Match(engine, way, "initials", signal);
    await match.read();
    const { exact, sound } = match.phrases();
    const more = exact.size ? exact : sound;
    if (more.size) found ??= { hits, row: way, whole: match.whole };
    for (const hit of more.values()) hit.score += 2 * way.elements.length;
    merge(hits, more);
  }
  return found;
};

const initial = (char, sounds) =>
  isPlain(char) ? beginning(char, sounds) : known(sounds.numberOf(char), sounds, char);
