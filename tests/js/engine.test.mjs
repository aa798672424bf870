/** What every site must hold to, on the built files of one: SEARCH_SITE is its search/ folder. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { around } from "../../templates/js/search/bound.js";
import { open } from "../../templates/js/search/engine.js";
import { facetted as count } from "../../templates/js/search/facets.js";
import { failure } from "../../templates/js/search/failure.js";
import { aligned } from "../../templates/js/search/lookup.js";
import { Match } from "../../templates/js/search/match.js";
import { MISREAD } from "../../templates/js/search/postings.js";
import { fold } from "../../templates/js/search/fold.js";
import { marks } from "../../templates/js/search/marks.js";
import { pieces } from "../../templates/js/search/words.js";
import { TIERS } from "../../templates/js/search/tiers.js";

const site = process.env.SEARCH_SITE;
const on = { skip: !site };
const read = async (name) => new Uint8Array(await readFile(`${site}/${name}`));
const engine = open(read);
/** [{key, name, folded, sounds, public}] of every entry, as the other half has them. */
const entries = site ? JSON.parse(await readFile(process.env.SEARCH_ENTRIES, "utf8")) : [];
const alone = (field) => {
  const counts = new Map();
  for (const entry of entries) for (const value of entry[field]) counts.set(value, (counts.get(value) ?? 0) + 1);
  return entries.filter((entry) => counts.get(entry[field][0]) === 1);
};

test("every entry is first by its exact name where no other is called so", on, async () => {
  for (const { key, name } of alone("folded")) {
    const { results, tier } = await engine.search(name);
    assert.equal(results[0]?.key, key, name);
    assert.equal(tier, "exact", name);
  }
});

test("every entry is first by its full pinyin where no other sounds so", on, async () => {
  for (const { key, sounds } of alone("sounds").filter((entry) => entry.spelt)) {
    const { results } = await engine.search(sounds[0]);
    assert.equal(results[0]?.key, key, sounds[0]);
  }
});

test("every two characters in a row of every name find it", on, async () => {
  const wanted = new Map();
  for (const { key, han } of entries) {
    for (let at = 0; at + 1 < han.length; at++) {
      const part = han.slice(at, at + 2);
      wanted.set(part, [...(wanted.get(part) ?? []), key]);
    }
  }
  for (const [part, keys] of wanted) {
    const found = new Set((await engine.search(part, { limit: 400 })).results.map(({ key }) => key));
    for (const key of keys) assert.ok(found.has(key), `${part} → ${key}`);
  }
});

test("a name that holds what was typed stands before another's everyday name that begins with it", on, async () => {
  for (const typed of ["luobo", "萝卜"]) {
    const keys = (await engine.search(typed)).results.map(({ key }) => key);
    assert.ok(keys.indexOf("gi:weixian-luobo") < keys.indexOf("products:shucai-fengzheng"), typed);
    assert.ok(keys.includes("gi:weixian-luobo"), typed);
  }
});

test("letters for syllables may follow syllables that could be read otherwise", on, async () => {
  const { results } = await engine.search("geergufenyouxiangs");
  assert.equal(results[0]?.key, "organizations:geer-gufen");
});

test("letters of which names answer for a part only are not answered with nothing", on, async () => {
  const { results, tier, approximate } = await engine.search("weixianluoqqx");
  assert.equal(results[0]?.key, "gi:weixian-luobo");
  assert.ok(approximate && tier === "fuzzy");
  assert.equal((await engine.search("qqqqzzzz")).tier, "none");
});

test("of names that hold as much of what was typed the shorter stands first", on, async () => {
  for (const [typed, name] of [["中国量奖", "中国质量奖"], ["地理标志产保护", "地理标志产品保护"]]) {
    const { results } = await engine.search(typed);
    assert.equal(results[0].name, name);
  }
});

test("a phrase goes on through a link and bold words", on, async () => {
  const keys = async (text) => (await engine.search(text)).results.map(({ key }) => key);
  assert.ok((await keys("织的是柳疃")).includes("gi:changyi-sichou"));
  assert.ok((await keys("传统样式见龙头")).includes("products:shucai-fengzheng"));
});

test("what is for eating is food, what tastes good asks for something else", on, async () => {
  const { results: food } = await engine.search("吃的");
  const there = food.filter(({ name }) => name.startsWith("青州")).map(({ key }) => key);
  for (const text of ["青州吃的", "青州有什么好吃的", "青州都有什么吃的"]) {
    const { results, tier } = await engine.search(text);
    assert.equal(tier, "place", text);
    assert.ok(there.length && there.every((key) => results.some((one) => one.key === key)), text);
  }
  const { results } = await engine.search("好吃的萝卜");
  assert.ok(results[0].name.includes("萝卜"), results[0].name);
});

test("the 都 of a place and words for goods are tried before they are left out as words of a question", on, async () => {
  const text = "成都有什么吃的";
  await engine.ready();
  const { core, fuller } = await engine.engine.parse(text);
  const words = (places) => places.map((at) => text[at]).join("");
  assert.equal(words(core), "成");
  assert.deepEqual(fuller.map(words), ["成都吃的", "成吃的", "成都"]);
  assert.deepEqual((await engine.engine.parse("成都都有什么")).core, [0, 1]);
});

test("the English word for a category finds what belongs to it", on, async () => {
  for (const [word, key] of [["kite", "heritage:weifang-fengzheng"], ["Tea", "gi:zhucheng-lvcha"]]) {
    const { results } = await engine.search(word);
    assert.ok(results.some((one) => one.key === key), word);
  }
});

test("English with figures in it is English, and letters that nobody has in full find their part", on, async () => {
  const { results } = await engine.search("Reconciliation: 13 announcements, 41 approvals, 39 names");
  assert.equal(results[0].key, "articles:reconciliation-2025");
  assert.ok((await engine.search("weixianluobuoo")).results.length);
});

test("a place and a word that sounds like its rank are no place", () => {
  const row = (text) => ({ elements: [...text].map((char) => ({ char })) });
  const regions = [2, 3].map((length) => ({ base: 0, node: 7, length }));
  const kept = (text) => {
    const match = { ...row(text), misheard: Match.prototype.misheard };
    return regions.filter((one) => !match.misheard(one, regions)).map(({ length }) => length);
  };
  assert.deepEqual(kept("福州石"), [2]);
  assert.deepEqual(kept("福州市"), [2, 3]);
});

test("initials read character by character are another name of an entry, but beside characters its own", () => {
  const element = (char) => ({ char, full: !!char, hash: 0 });
  const posting = (name) => ({ id: 4, name, at: 0, length: 4, group: 0, hash: 0 });
  const names = (char) => {
    const lookup = { at: 0, size: 3, index: { name: "i" }, postings: [posting(0), posting(MISREAD)] };
    return aligned([lookup], [element(char), element(""), element("")]).map(({ name }) => name);
  };
  assert.deepEqual(names(""), [0, MISREAD]);
  assert.deepEqual(names("长"), [0]);
});

test("an answer has the shape that pages rely on", on, async () => {
  const answer = await engine.search(entries[0].name, { count });
  const [first] = answer.results;
  assert.ok(TIERS.includes(answer.tier) && TIERS.includes(first.tier));
  assert.equal(`${first.collection}:${first.id}`, first.key);
  for (const field of ["url", "name", "label", "place", "summary", "status", "standing"]) assert.equal(typeof first[field], "string");
  for (const [start, end] of first.marks) assert.ok(start < end && end <= first.name.length);
  assert.deepEqual(Object.keys(answer.facets), ["collection", "region", "category", "kind", "status"]);
  assert.equal((await engine.search(entries[0].name)).facets, null);
});

test("facets count entries over the whole result set, also those that lack a value", on, async () => {
  const { total, facets } = await engine.search("", { count, limit: 1 });
  assert.equal(total, entries.length);
  for (const facet of ["collection", "kind", "status"]) {
    assert.equal(facets[facet].reduce((sum, { count }) => sum + count, 0), total, facet);
  }
  for (const row of facets.region.filter(({ depth, value }) => depth === 0 || value === "-")) {
    const chosen = await engine.search("", { facets: { region: [row.value] }, count, limit: 1 });
    assert.equal(chosen.total, row.count, row.value);
  }
});

test("a chosen facet narrows the results and leaves its own counts", on, async () => {
  const all = await engine.search("", { count, limit: 1 });
  const [{ value, count: own }] = all.facets.collection;
  const some = await engine.search("", { facets: { collection: [value] }, count, limit: 5 });
  assert.equal(some.total, own);
  assert.ok(some.results.every(({ collection }) => collection === value));
  assert.deepEqual(some.facets.collection, all.facets.collection);
});

test("pages of results follow one another", on, async () => {
  const all = await engine.search("", { limit: 30 });
  for (const [offset, limit] of [[0, 5], [5, 10], [10, 10], [20, 10]]) {
    const some = await engine.search("", { offset, limit });
    const keys = all.results.slice(offset, offset + limit).map(({ key }) => key);
    assert.deepEqual(some.results.map(({ key }) => key), keys);
  }
});

test("an empty query answers with everything; one of signs, or that nothing has, with nothing", on, async () => {
  assert.equal((await engine.search(" ")).total, entries.length);
  for (const text of ["…！", "？？", "🍎", "[(*+", "qqqqqqqqqqqq"]) {
    const none = await engine.search(text);
    assert.deepEqual([none.tier, none.total, none.results.length], ["none", 0, 0], text);
  }
});

const first = async (text) => (await engine.search(text)).results[0]?.name;

test("of one or two characters a name's end is what it is of, but a place comes first", on, async () => {
  assert.match(await first("姜"), /姜$/);
  assert.match(await first("羊"), /羊$/);
  assert.equal(await first("风筝"), "潍坊风筝");
  const { results } = await engine.search("寿光", { limit: 5 });
  assert.ok(results.every(({ name }) => name.startsWith("寿光")));
});

test("other words for a thing and English ones find it, beside a place too", on, async () => {
  for (const text of ["洋芋", "高密洋芋", "potato", "best jiaohe potatoes"]) {
    assert.match(await first(text), /土豆/, text);
  }
  assert.match(await first("临朐车厘子"), /樱桃/);
  assert.match(await first("weifang radish"), /萝卜/);
  assert.equal((await engine.search("weifang zzkqx radish")).approximate, false);
});

test("a place typed right binds before a slip elsewhere is thought of", on, async () => {
  const { results, tier, approximate } = await engine.search("安丘黄姜");
  assert.ok(/^安丘.*姜/.test(results[0].name) && approximate, tier);
});

test("of a place that lacks what was asked for its own things stand first", on, async () => {
  const { results, approximate } = await engine.search("安丘榴莲");
  assert.ok(results[0].name.startsWith("安丘") && approximate);
});

test("a place of which there is nothing is answered by the one around it", async () => {
  const members = [{ id: 3, group: 0 }];
  const scope = { regions: [["city", "", 0, 0, 8, 0, 3], ["other", "", 1, 0, 4, 1, 1], ["empty", "", 1, 4, 4, 2, 1]], weight: () => 0 };
  const match = { scope, regions: [{ id: 4, size: 4, node: 2, nodes: 1 }], row: "row" };
  match.gather = async () => {
    const [{ id, size }] = match.regions;
    match.members = members.filter((one) => one.id >= id && one.id < id + size);
  };
  const { hits } = await around(match);
  assert.deepEqual([...hits.values()].map(({ id, tier }) => [id, tier]), [[3, "near"]]);
  members.pop();
  match.regions = [{ id: 4, size: 4, node: 2, nodes: 1 }];
  assert.equal(await around(match), null);
});

test("a word for a thing is answered though its place is not known", on, async () => {
  const { results, approximate } = await engine.search("胶州洋芋");
  assert.ok(/土豆/.test(results[0].name) && approximate);
});

test("a number with its word finds the titles of that number, in Chinese figures too", on, async () => {
  const { total, results } = await engine.search("646号", { limit: 400 });
  assert.equal(total, 28);
  assert.ok(results.every(({ collection }) => collection === "gi"));
  assert.equal((await engine.search("公告第六百四十六号")).total, 28);
  assert.equal((await engine.search("第六四六号")).total, 28);
  const keys = async (text) => (await engine.search(text)).results.map(({ key }) => key);
  assert.deepEqual(await keys("二〇〇六年第一百二十四号"), await keys("2006年第124号"));
});

test("one letter off in two syllables is heard all the same", on, async () => {
  const { results, tier } = await engine.search("luobu");
  assert.ok(results[0].name.includes("萝卜"));
  assert.equal(tier, "fuzzy");
});

/** A stream of numbers below a limit, the same in every run. */
const numbers = (seed) => (limit) => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return Math.floor((seed / 0x80000000) * limit);
};
const ODD = [..."潍县萝卜安丘大姜aAzZ019 ·（）【】?？!*+[", "🍎", "👨‍👩‍👧", "é", "e\u0301", "ｆ", "㈱", "ﬁ", "½", "⽔", "Ⅷ", "濰", "𠮷", "ü", "u\u0308", "ß", "İ", "ς", "\u200b", "\ud83c", ""];

test("marks never change a text, whatever it is and whatever was typed", () => {
  const next = numbers(20);
  const odd = () => Array.from({ length: next(9) }, () => ODD[next(ODD.length)]).join("");
  for (let round = 0; round < 20_000; round++) {
    const [text, query] = [odd() + odd(), odd()];
    const folded = fold(text);
    const { chars } = fold(query);
    const found = marks(folded, chars.length, (at, token) => folded.chars[at] === chars[token]);
    const parts = pieces(text, found);
    assert.equal(parts.map(([part]) => part).join(""), text, JSON.stringify([text, query]));
    assert.ok(found.every(([start, end]) => start < end), JSON.stringify([text, query]));
    assert.ok(chars.length || !found.length);
  }
});

test("names are shown as they are written, whatever was typed", on, async () => {
  const next = numbers(7);
  const texts = ODD.concat(entries.map(({ name }) => name));
  for (let round = 0; round < 150; round++) {
    const text = [0, 1, 2].map(() => texts[next(texts.length)].slice(0, 4)).join("");
    for (const { name, marks: found } of (await engine.search(text)).results) {
      assert.equal(pieces(name, found).map(([part]) => part).join(""), name, text);
    }
  }
});

test("an aborted search rejects and leaves the engine whole", on, async () => {
  const control = new AbortController();
  const waiting = open(read).search(entries[0].name, { signal: control.signal });
  control.abort();
  await assert.rejects(waiting, { name: "AbortError" });
  assert.ok((await engine.search(entries[0].name)).total > 0);
});

test("a file that could not be read is asked for again", on, async () => {
  let broken = true;
  const shaky = open((name) => (broken ? Promise.reject(new Error("offline")) : read(name)));
  await assert.rejects(shaky.search(entries[0].name), /offline/);
  broken = false;
  assert.ok((await shaky.search(entries[0].name)).total > 0);
});

test("two searches at once learn the same rare characters", on, async () => {
  const fresh = open(read);
  const answers = await Promise.all(["濰縣蘿蔔", "龘龘", "濰縣蘿蔔"].map((text) => fresh.search(text)));
  assert.equal(answers[0].results[0]?.key, answers[2].results[0]?.key);
  assert.equal((await fresh.search("濰縣蘿蔔")).tier, answers[0].tier);
});

/** A server that has these files instead of those of the site, or null for none; `asked` are [name, fresh]. */
const server = (own) => {
  const asked = [];
  const there = async (name, fresh) => {
    asked.push([name, fresh]);
    const given = typeof own === "function" ? await own(name, fresh, asked.length) : own[name];
    if (given === null) throw failure("missing", name, 404);
    return given ?? read(name);
  };
  return { asked, there };
};
const page = new TextEncoder().encode("<!doctype html><title>找不到网页</title>");
const altered = async (name, field) => {
  const root = JSON.parse(new TextDecoder().decode(await read(name)));
  return new TextEncoder().encode(JSON.stringify({ ...root, [field]: "another" }));
};

test("an index whose files are gone is opened anew, past every cache, and asked once more", on, async () => {
  const old = new Set(["names/root.json", "cards/root.json"]);
  // A cache answers with roots of a release of which the server has nothing else.
  const kept = async (name, fresh) => {
    if (!fresh && old.has(name)) {
      const root = JSON.parse(new TextDecoder().decode(await read(name)));
      if (root.stamps) root.stamps = root.stamps.replace(/./g, "A");
      return new TextEncoder().encode(JSON.stringify(root));
    }
    return /-000000/.test(name) ? null : undefined;
  };
  const { asked, there } = server(kept);
  const { results } = await open(there).search(entries[0].name);
  assert.equal(results[0].key, entries[0].key);
  assert.deepEqual(asked.filter(([name, fresh]) => fresh).map(([name]) => name).sort(), [...old].sort());
});

test("what stays gone is said with its file, after asking for the roots once more", on, async () => {
  const { asked, there } = server((name) => (name.startsWith("cards/") && !name.endsWith("root.json") ? null : undefined));
  await assert.rejects(open(there).search(entries[0].name), ({ reason, file, status }) =>
    reason === "missing" && file.startsWith("cards/") && status === 404);
  assert.equal(asked.filter(([name]) => name === "names/root.json").length, 2);
});

test("a page, half a file and a message of the server are told from every file of the index", on, async () => {
  const parts = [async () => page, async (bytes) => bytes.subarray(0, bytes.length / 2), async () => new TextEncoder().encode('{"code":404}')];
  for (const kind of [/^names\/root/, /^cards\/root/, /^names\/b/, /^cards\/\w+-/]) {
    for (const part of parts) {
      const { there } = server(async (name) => (kind.test(name) ? part(await read(name)) : undefined));
      await assert.rejects(open(there).search(entries[0].name), { reason: "wrong" }, `${kind}`);
    }
  }
});

test("wrong bytes that a cache has kept are asked for past it", on, async () => {
  const { there } = server((name, fresh) => (fresh ? undefined : page));
  assert.equal((await open(there).search(entries[0].name)).results[0].key, entries[0].key);
});

test("roots of two releases are no index", on, async () => {
  for (const [name, field] of [["cards/root.json", "layout"], ["texts/root.json", "layout"], ["texts/root.json", "groups"]]) {
    const own = { [name]: await altered(name, field) };
    await assert.rejects(open(server(own).there).search("见轻霜时采收"), { reason: "changed" }, `${name} ${field}`);
    // While the site is being put up the roots come one after the other.
    const once = (asked, fresh) => (asked === name && !fresh ? own[name] : undefined);
    assert.ok((await open(server(once).there).search("见轻霜时采收")).total > 0);
  }
});

test("an index that other scripts read is not read", on, async () => {
  const scripts = JSON.parse(new TextDecoder().decode(await read("names/root.json"))).scripts;
  assert.equal(scripts.length, 2);
  assert.ok((await open(read, { scripts: scripts.map((one) => `../assets/${one}`) }).search("")).total > 0);
  const other = scripts.map((one) => `../assets/${one.replace(/\w{12}/, "0".repeat(12))}`);
  await assert.rejects(open(read, { scripts: other }).search(""), { reason: "changed" });
});

test("where the network is gone the roots are not asked for again", on, async () => {
  const { asked, there } = server(() => Promise.reject(failure("offline")));
  await assert.rejects(open(there).search("x"), { reason: "offline" });
  assert.equal(asked.length, 2);
});

test("hostile queries do no harm", on, async () => {
  for (const text of ["<svg onload=1>", "[".repeat(50), "萝".repeat(500), "a".repeat(500), "\u0000", "__proto__", "9".repeat(300)]) {
    assert.ok(TIERS.concat("none").includes((await engine.search(text)).tier), text.slice(0, 20));
  }
});

test("marks are in the text's own units, by folding", () => {
  const highlight = (text, query) => {
    const folded = fold(text);
    const { chars } = fold(query);
    return marks(folded, chars.length, (at, token) => folded.chars[at] === chars[token]);
  };
  assert.deepEqual(highlight("𠮷（潍县）萝卜", "潍县萝卜"), [[3, 8]]);
  assert.deepEqual(highlight("产自ＮＦＣ果园", "nfc"), [[2, 5]]);
  assert.deepEqual(highlight("别的", "潍县"), []);
  assert.deepEqual(highlight("安丘大姜", "安丘姜"), [[0, 2], [3, 4]]);
  assert.deepEqual(highlight("大姜", "安丘姜"), []);
  assert.deepEqual(highlight("ba de", "abcd"), []);
});
