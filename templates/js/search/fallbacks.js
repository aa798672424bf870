/**
 * The ways to understand a query that are tried last, loaded when the engine first needs one: numbers,
 * English, initials, slips, texts, southern sounds. Each gets a request {engine, query, signal}.
 */

import { english, numbered } from "./codes.js";
import { calledOtherwise, translated } from "./everyday.js";
import { withDigits } from "./figures.js";
import { around, headsOf, inPlace } from "./bound.js";
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

const CLOSED = /\d号$/;
/** From so many digits on a query may be a number. */
const FEWEST_DIGITS = 2;
/** Slips are looked for in rows of so many elements. */
const FEWEST_FOR_SLIPS = 3;
const MOST_FOR_SLIPS = 30;
/** Words are taken for English from so many letters on, and with so many letters for each digit. */
const SHORTEST_ENGLISH = 3;
const LETTERS_PER_DIGIT = 2;
/** Longer runs of letters are not tried as initials only. */
const MOST_INITIALS = 8;
/** So many ways to read letters as initials and syllables are tried. */
const MOST_WAYS = 10;
/** Added to the score of a name so found, for each element of the row. */
const PER_ELEMENT = 2;

/** Scores of entries by what their texts say. */
const WORD_SAID = 100; // a word of letters and digits
const QUERY_SAID = 100; // times the part of the query that the text has
const QUERY_SAID_WHOLE = 150; // added where it has all of it
const NEARLY_ALL = 0.999; // of the weights, whose sum is not exact
const QUERY_NAMED = 120; // times the part that names, places and categories answer for
const FULL_COVERAGE = 10; // of one element: roughly its part in the score of Match.coverage
const PER_CLASS_WEIGHT = 2;
const CATEGORY_SAID = 10; // added to a member of a category whose text has the word for it
/** What a run with the words of a question in it weighs against one without. */
const QUESTION_WEIGHT = 0.3;
/** Entries with less than this, or less than this part of the best score, are left out. */
const LEAST_SCORE = 15;
const LEAST_OF_BEST = 0.6;

/** Entries with a number that holds the code typed: {hits, sure}, `sure` where nothing else is meant. */
export const codes = async ({ engine, query: typed, signal }) => {
  const query = await engine.parse(withDigits(typed.text));
  if (query.digits < FEWEST_DIGITS) return null;
  const hits = await numbered(engine, query.code, query.han.join(""), signal);
  const said = !query.rest || [...hits.values()].some((hit) => hit.said);
  // Who types 646号 means the titles of that number, not what holds or names it.
  const titles = said && CLOSED.test(query.line) ? [...hits].filter(([, hit]) => hit.of) : [];
  if (titles.length) return { hits: new Map(titles), sure: true };
  if (!query.rest) {
    const places = query.chars.map((_, at) => at).filter((at) => isPlain(query.chars[at]));
    const { sure } = await byNames(engine, literal(query, places, engine.sounds), "name", signal);
    merge(hits, sure);
  }
  return { hits, sure: said && hits.size > 0 };
};

/** Puts members of a category whose texts have the word for it before the others. */
export const saidToo = async ({ engine, signal }, { match, offered, sure }) => {
  const runs = match.categories().map(({ mask }) => ({
    chars: match.elements.filter((_, at) => (mask >> at) & 1).map(({ char }) => char),
    weight: 1,
  }));
  const { docs, total } = await saying(engine, runs.filter(({ chars }) => chars.length > 1), signal);
  for (const id of total ? offered.keys() : []) sure.get(id).score += (CATEGORY_SAID * (docs.get(id)?.found ?? 0)) / total;
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
  const fits = elements.length >= FEWEST_FOR_SLIPS && elements.length <= MOST_FOR_SLIPS;
  const slips = fits ? await slipped(engine, elements, signal) : new Map();
  const near = inPlace(match, docs, slips);
  if (near.size) return { hits: near, row };
  // Without a place a name with a slip is surer than another word for a part of what was typed, unless a name
  // holds it all with that word.
  const unplaced = slips.size && !match.regions.length;
  const long = unplaced && elements.length > FEWEST_FOR_SLIPS;
  const named = await calledOtherwise(request, row, { whole: unplaced && !long, strict: long });
  if (named) return named;
  if (long) return { hits: slips, row };
  const heads = await headsOf(match);
  if (heads.size) return { hits: heads, row };
  if (slips.size) return { hits: slips, row };
  const heard = match.full(docs, { sound: true });
  if (heard.size) return { hits: heard, row };
  const texts = await inTexts(request, row, docs);
  if (texts.size) return { hits: texts, row };
  if (query.digits) return word(request);
  return (
    (await blurry(request, row)) ??
    (await around(match)) ??
    (await calledOtherwise(request, row, { alone: true })) ??
    (await misspelt(request, row)) ??
    lasts(request, row)
  );
};

/** Names that can be written with these letters: English, initials, southern sounds. */
export const otherwise = async (request, ways, first, numbers) => {
  const { engine, query, signal } = request;
  const fewest = Math.max(SHORTEST_ENGLISH, LETTERS_PER_DIGIT * query.digits);
  if (query.words.join("").length >= fewest && !query.han.length) {
    const hits = await english(engine, query.words, signal);
    if (hits.size) return { hits };
  }
  const said = query.han.length ? null : await translated(request);
  if (said) return said;
  const short = await shortened(request, ways);
  if (short) return short;
  if (numbers?.hits.size) return numbers;
  const row = literal(query, query.core, engine.sounds);
  const plain = await byNames(engine, row, "name", signal);
  if (plain.sure.size) return { hits: plain.sure, row };
  if (!first.match) {
    const texts = await word(request);
    return texts.hits.size || !ways.length ? texts : partly(request, ways[0]);
  }
  // jian may be 江 misheard, or the two of 集安: the name that has more of it tells.
  const heard = (await Promise.all(first.rows.map((likely) => blurry(request, likely)))).filter(Boolean);
  if (heard.length) return { hits: merge(new Map(), ...heard.map(({ hits }) => hits)), row: heard[0].row };
  const found = await loosely(request, first.rows[0], { match: first.match, sound: new Map() });
  if (found?.hits.size) return found;
  return partly(request, first.rows[0]);
};

/** Names of which one of two syllables is a letter away: luobu for 萝卜. slips.js has longer ones. */
const misspelt = async ({ engine, query, signal }, { elements }) => {
  const { names, number } = engine.sounds;
  if (query.han.length || elements.length !== FEWEST_FOR_SLIPS - 1) return null;
  const rows = elements.flatMap(({ lo }, at) => {
    const close = names.filter((name) => distance(name, names[lo - 1] ?? "") === 1);
    return close.map((name) => {
      const changed = known(number.get(name), engine.sounds);
      return { elements: elements.map((one, own) => (own === at ? changed : one)), breaks: new Set() };
    });
  });
  const found = await Promise.all(
    rows.map(async (row) => {
      const match = new Match(engine, row, "fuzzy", signal);
      await match.read();
      return match.phrases().exact;
    }),
  );
  const hits = merge(new Map(), ...found);
  return hits.size ? { hits } : null;
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
  return { hits: new Map(found.map((one) => [one.id, { ...one, score: WORD_SAID, tier: "body" }])) };
};

/** Entries by what they say, together with the part of the query that their names answer for. */
const inTexts = async ({ engine, query, signal }, row, named) => {
  const runs = [];
  const put = (places, weight) => {
    let last = null;
    for (const at of places) {
      const next = last !== null && at === last + 1 && !query.folded.breaks[at];
      if (!next) runs.push({ chars: [], weight });
      runs[runs.length - 1].chars.push(query.chars[at]);
      last = at;
    }
  };
  put(query.chars.map((_, at) => at), query.asked ? QUESTION_WEIGHT : 1);
  if (query.asked) put(query.core, 1);
  const { docs, total } = await saying(engine, runs.filter(({ chars }) => chars.length > 1), signal);
  const size = row.elements.length;
  const hits = new Map();
  for (const id of new Set([...docs.keys(), ...named.keys()])) {
    const doc = docs.get(id);
    const name = named.get(id);
    const { group } = doc ?? name;
    const said = total ? (doc?.found ?? 0) / total : 0;
    const part = name ? Math.min(1, name.score / (FULL_COVERAGE * size)) : 0;
    const whole = said > NEARLY_ALL ? QUERY_SAID_WHOLE : 0;
    const score = whole + QUERY_SAID * said + QUERY_NAMED * part + PER_CLASS_WEIGHT * engine.scope.weight(group);
    if (score > LEAST_SCORE) hits.set(id, { id, group, score, tier: "body", whole });
  }
  const best = Math.max(0, ...[...hits.values()].map((hit) => hit.score));
  for (const [id, hit] of hits) if (hit.score < best * LEAST_OF_BEST) hits.delete(id);
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
  const plain = letters.length <= MOST_INITIALS && all.every(Boolean) ? [{ elements: all, breaks: new Set() }] : [];
  const hits = new Map();
  let found = null;
  // A lone vowel may be a syllable or the start of one; its element as a start is both.
  const open = (element) => {
    const name = element.char ? "" : (sounds.names[element.lo - 1] ?? "");
    return element.full && name.length === 1 ? beginning(name, sounds) : element;
  };
  const matches = [...plain, ...ways].slice(0, MOST_WAYS).map((way) => {
    const row = { ...way, elements: way.elements.map(open) };
    return new Match(engine, row, "initials", signal);
  });
  await Promise.all(matches.map((match) => match.read()));
  for (const match of matches) {
    const { row } = match;
    const { exact, sound } = match.phrases();
    const more = exact.size ? exact : sound;
    if (more.size) found ??= { hits, row, whole: match.whole };
    for (const hit of more.values()) hit.score += PER_ELEMENT * row.elements.length;
    merge(hits, more);
  }
  return found;
};

export { distance };
