/**
 * The search engine: pure, no DOM, no fetch, no clock; it runs the same in a page and in Node.
 *
 *     import { open } from "./engine.js";
 *     const engine = open(read);
 *     await engine.ready();                       // optional: on first focus
 *     const answer = await engine.search(text, { facets, count, offset, limit, signal });
 *
 * `read(name, fresh) → Promise<Uint8Array>` gives a file of the site's `search/` folder by its name
 * relative to it ("names/root.json"), where `fresh` not from a cache; it rejects with a `failure` (failure.js)
 * where the file cannot be had. The engine keeps what it has read.
 *
 * `open(read, options)` may be given `loadFallbacks() → Promise` of what fallbacks.js exports, which has
 * what is seldom needed (initials, slips, texts …), where `import()` does not work: in pages; and
 * `scripts`, the addresses of the scripts that read the index, to be told of an index that is not theirs.
 *
 * `count` is what facets.js exports, given by whoever shows facets: without it none are counted, and
 * nothing may be chosen. `facets` are the values chosen: {collection: ["gi"], region: ["weicheng"], category: [], kind: [],
 * status: []}; any may be missing. Values of one facet are alternatives, facets all hold. With
 * facets chosen or not, an empty text answers with everything, one of signs alone with nothing.
 *
 *     answer = {
 *       query,              // the text as it was given
 *       tier,               // of the best result: see TIERS in tiers.js; "none" without results
 *       partial,            // true where `total` and `facets` count a part only: the list is very long
 *       total,              // entries in the whole result set, under the chosen facets
 *       approximate,        // true where a slip, a sound or single words were made do with
 *       results: [{
 *         key, collection, id,                    // "gi:weixian-luobo", "gi", "weixian-luobo"
 *         url,                                    // relative to the site's root: "gi/weixian-luobo/"
 *         name, label, place, summary,            // text, never HTML; label is the word for its kind
 *         status, standing,                       // "" | "withdrawn" | "revoked" | …, and the word for it
 *         tier,                                   // of this result
 *         marks: [[start, end], …],               // into name, UTF-16 units, in order, not touching
 *       }],
 *       facets: {           // null without `count`; over the whole result set; of one facet, as if none of it were chosen
 *         collection: [{value, label, count}], kind: […], status: […],
 *         category: [{value, label, count, depth}],
 *         region: [{value, label, count, depth}],  // the tree in its order, depth from 0
 *       },                  // entries that lack one are counted at value "-", label 未注明; what is
 *                           // chosen is listed even where no entry has it
 *     }
 *
 * `search` rejects with what `read` rejected with, with a failure, or where the signal is aborted.
 */
import { failure } from "./failure.js";
import { Files } from "./files.js";
import { find } from "./find.js";
import { fold } from "./fold.js";
import { marks } from "./marks.js";
import { postings } from "./postings.js";
import { parse } from "./query.js";
import { Releases } from "./releases.js";
import { Scope } from "./scope.js";
import { Index } from "./shards.js";
import { Sounds } from "./sounds.js";
import { APPROXIMATE } from "./tiers.js";

const NAMES = "names/";
const CARDS = "cards/";
const TEXTS = "texts/";
const ROOT = "root.json";
/** Of a list of everything no more files than these are read. */
const MOST_SHARDS = 8;
/** So many results are put in order by what their cards say. */
const REVIEWED = 10;
const USUAL_LIMIT = 20;
/** Bytes of the digest in the name of a file of cards. */
const STAMP = 3;

/** What the card of an entry adds to its score or takes away, see `rank`. */
const WITHOUT_CARD = -1e9;
const CHARACTERS_PER_POINT = 10; // one point for so many of the characters typed in the name
const LENGTH_PER_POINT = 1000; // one point less for a name so long: it only decides a tie
const NAME_AS_TYPED = 500;
const PER_SLIP_SPARED = 30; // for each change that the name needs less than MOST_SLIPS
const MOST_SLIPS = 6;
const LESS_FOR_ANOTHER_CHARACTER = 1500; // that has the hash of the one typed, but is not it

export const openWith = (read, options) => new Releases((fresh) => new Engine(read, options, fresh));

export const open = (read, options) =>
  openWith(read, { loadFallbacks: () => import("./fallbacks.js"), ...options });

/** Answers from one release of a site; `fresh` tells that no cache may answer for its roots. */
export class Engine {
  constructor(read, { loadFallbacks, scripts = [] }, fresh) {
    this.files = new Files((name, anew) => read(name, anew || (fresh && name.endsWith(ROOT))));
    this.loadFallbacks = loadFallbacks;
    this.scripts = scripts;
  }

  /** What fallbacks.js exports; `distance` is of it, and there by the time a slip is found. */
  fallbacks() {
    this.loadingFallbacks ??= this.loadFallbacks().then(
      (module) => {
        this.distance = module.distance;
        return module;
      },
      (error) => {
        this.loadingFallbacks = null;
        throw error;
      },
    );
    return this.loadingFallbacks;
  }

  /** Reads what every query needs, once. */
  ready() {
    this.loading ??= this.load().catch((error) => {
      this.loading = null;
      throw error;
    });
    return this.loading;
  }

  /** A root, which must belong to the scripts that run and fit the root of names, or the promise of it. */
  async root(bundle, names) {
    const root = await this.files.json(bundle + ROOT, "layout");
    const { layout, groups } = (await names) ?? root;
    const fits = root.layout === layout && (!root.groups || root.groups === groups);
    if (!fits || !this.scripts.every((one, at) => one.endsWith(root.scripts?.[at]))) throw failure("changed");
    return root;
  }

  async load() {
    const names = this.root(NAMES);
    const [root, cards] = await Promise.all([names, this.root(CARDS, names)]);
    this.scope = new Scope(root);
    this.sounds = new Sounds(root);
    this.cards = cards;
    this.stamps = atob(cards.stamps);
    this.indexes = indexesOf(NAMES, root, this.files);
  }

  /** The indexes of texts, read when first asked for. */
  async texts() {
    this.textIndexes ??= indexesOf(TEXTS, await this.root(TEXTS, this.scope), this.files);
    return this.textIndexes;
  }

  /** The entries of a range of ids as {list: [{id, group}], whole}; not whole where there are very many. */
  async everything(from, to) {
    const index = this.indexes.a;
    const found = await index.find(0, 0, from, to);
    const list = [];
    const give = (key, bytes) => {
      for (const { id, group } of postings("a", bytes)) if (id >= from && id <= to) list.push({ id, group });
    };
    await index.read(found.slice(0, MOST_SHARDS), 0, 0, give);
    return { list, whole: found.length <= MOST_SHARDS };
  }

  async search(text, { facets = {}, count, offset = 0, limit = USUAL_LIMIT, signal } = {}) {
    await this.ready();
    stopIfAborted(signal);
    const query = await this.parse(text);
    const found = await this.find(query, signal);
    stopIfAborted(signal);
    return this.answer(found.query ?? query, found, { facets, count, offset, limit, signal });
  }

  async find(query, signal) {
    if (query.chars.length) return find(this, query, signal);
    return query.text.trim() ? { hits: new Map() } : this.browse();
  }

  /** Reads the characters of the site's names that are not everyday ones. */
  async learn() {
    const { more } = this.scope;
    if (more.startsWith(":")) await this.files.parsed(NAMES + more.slice(1), (bytes) => this.sounds.addMore(bytes));
  }

  /** Reads these, the traditional characters and then the rare ones, for text that needs them. */
  async parse(text) {
    const { files, sounds, scope } = this;
    const tables = [
      () => this.learn(),
      () => files.parsed(NAMES + scope.old, (bytes) => sounds.addOld(bytes)),
      () => files.parsed(NAMES + scope.rest, (bytes) => sounds.addRest(bytes)),
    ];
    for (const learn of tables) {
      const query = parse(text, sounds);
      if (query.han.every((char) => sounds.knows(char))) return query;
      await learn();
    }
    return parse(text, sounds);
  }

  async browse() {
    const { list, whole } = await this.everything(0, this.indexes.a.ids - 1);
    const hits = new Map(list.map((one) => [one.id, { ...one, score: this.scope.weight(one.group), tier: "place" }]));
    return { hits, whole };
  }

  /** The card of an entry: [id, key, name, label, place, summary]. */
  async card(id) {
    const { perFile, together } = this.cards;
    const file = Math.floor(id / perFile);
    const at = Math.floor(file / together) * STAMP;
    const bytes = [...this.stamps.slice(at, at + STAMP)];
    const stamp = bytes.map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
    const rows = await this.files.json(`${CARDS}${file.toString(16)}-${stamp}.json`, "length");
    return rows.find(([own]) => own === id);
  }

  /** A hit may have a row of its own. */
  async answer(query, { hits, whole = true, row = null }, { facets, count, offset, limit, signal }) {
    const every = [...hits.values()].sort((a, b) => b.score - a.score || a.id - b.id);
    const counted = count ? await count(this, every, facets) : { hits: every, facets: null };
    const rate = async (hit) => {
      const card = await this.card(hit.id);
      if (card && ![...card[2]].every((char) => this.sounds.knows(char))) await this.learn();
      return { hit, card, rank: this.rank(query, hit.row ?? row, hit, card) };
    };
    const rateAll = (from, to) => Promise.all(counted.hits.slice(from, to).map(rate));
    // The first ones are put in order by what their cards say; so pages of results never overlap.
    const first = offset < REVIEWED ? await rateAll(0, REVIEWED) : Array(REVIEWED);
    first.sort((one, other) => other.rank - one.rank);
    const rest = await rateAll(Math.max(offset, REVIEWED), offset + limit);
    stopIfAborted(signal);
    const page = [...first.slice(offset, offset + limit), ...rest];
    const results = page.filter((one) => one?.card).map((one) => this.result(query, one.hit.row ?? row, one));
    const tier = results[0]?.tier ?? (counted.hits.length ? every[0].tier : "none");
    return {
      query: query.text,
      tier,
      total: counted.hits.length,
      approximate: APPROXIMATE.has(tier),
      partial: !whole,
      results,
      facets: counted.facets,
    };
  }

  /** What the characters themselves say of a hit, once its name is there to see. */
  rank(query, row, hit, card) {
    if (!card) return WITHOUT_CARD;
    const name = fold(card[2], this.sounds.old).chars.join("");
    const typed = query.core.map((at) => query.chars[at]).join("");
    // Of equals the one with more of the characters typed in its name, of these the shorter name.
    const shared = [...new Set(typed)].filter((char) => name.includes(char));
    let rank = hit.score + shared.length / CHARACTERS_PER_POINT - name.length / LENGTH_PER_POINT;
    if (name === query.line || name === typed) rank += NAME_AS_TYPED;
    else if (hit.tier === "typo") rank += PER_SLIP_SPARED * (MOST_SLIPS - Math.min(MOST_SLIPS, this.distance(name, typed)));
    else if (row?.elements.some(({ char }, at) => char && (hit.own >> at) & 1 && !name.includes(char))) rank -= LESS_FOR_ANOTHER_CHARACTER;
    return rank;
  }

  result(query, row, { hit, card }) {
    const [, key, name, label, place, summary] = card;
    const cut = key.indexOf(":");
    const collection = key.slice(0, cut);
    const id = key.slice(cut + 1);
    const address = collection === "pages" ? `${id}/` : `${collection}/${id}/`;
    const url = this.scope.indexHtml ? `${address}index.html` : address;
    const { status, standing } = this.scope.status(hit.group);
    const folded = fold(name, this.sounds.old);
    const exact = hit.tier === "exact" && folded.chars.join("") !== query.line ? "name" : hit.tier;
    return { key, collection, id, url, name, label, place, summary, status, standing, tier: exact, marks: this.marks(folded, query, row) };
  }

  marks(folded, query, row) {
    const elements = row?.elements;
    if (!elements?.length) {
      return marks(folded, query.chars.length, (at, token) => folded.chars[at] === query.chars[token]);
    }
    const numbers = folded.chars.map((char) => this.sounds.numberOf(char));
    return marks(folded, elements.length, (at, token) => {
      const { lo, hi, ok, char } = elements[token];
      return folded.chars[at] === char || (numbers[at] >= lo && numbers[at] <= hi && (!ok || ok.has(numbers[at])));
    });
  }
}

/** Throws where the signal is aborted; not every browser has a method for it. */
const stopIfAborted = (signal) => {
  if (signal?.aborted) throw signal.reason ?? new Error("aborted");
};

const indexesOf = (prefix, root, files) =>
  Object.fromEntries(
    Object.entries(root.indexes).map(([name, own]) => [name, new Index(prefix, name, own, files)]),
  );
