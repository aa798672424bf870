/** What was typed: tokens, the words around a question, the code in it, Latin words. */

import { fold, isPlain } from "./fold.js";
import { known, readings } from "./latin.js";

const EDGES = /^[买去有找]|[卖吗呢啊吧好]$/;
const BUYING = /^[去到在].{2,6}?买/;
/** Words around a question, each before those that it begins with. */
const ASKED = new RegExp(
  "请问(一下)?|想问(一下)?|我想[买要]|我要买|想买点?|想找(一下)?|帮我找|有没有|" +
    "哪里(有(卖的?)?|(能|可以)买到?|买得到|[买卖])?|哪儿(有卖|买)?|在哪[里儿]买?|去哪(里买?|儿)|" +
    "产地(在哪里?)?|多少钱(一斤)?|什么(价格|时候(上市)?|牌子好)|价格|是?真的假的|是真是假|" +
    "怎么([认样选吃买]|分辨|辨别)|是什么|是不是(地理标志)?|好(吃吗|不好吃|吗)|正宗的?|特产|有名的|" +
    "那边的|那种|产的|都?有(什么|哪些)(好?[吃喝用玩]的)?|都有|好?[吃喝用玩]的(?=.)|好(?=[吃喝用玩]的)|的",
  "g",
);
/** Of these words the ends of places, and words for goods such as food. */
const PERHAPS = /[^都]都(?=有)|[吃喝用玩]的$/g;
/** So many rows are kept that a query may be. */
const MOST_ROWS = 10;
const NUMBERING = /[第号年月日]|公告|证书|编号|注册|商标|信用代码/g;

/**
 * {folded, chars, core, fuller, code, rest …}: `chars` are all folded characters by place, `core` the
 * places that are not words of a question, `fuller` lists of the same with those that may belong to a
 * name all the same (成都有什么吃的), the longest first; `code` are the letters and digits, `rest` the
 * other characters that say more than that a number follows.
 */
export const parse = (text, sounds) => {
  const folded = fold(text, sounds.old);
  const { chars } = folded;
  const line = chars.join("");
  const bmp = line.length === chars.length;
  const asked = new Set();
  if (bmp) {
    for (const found of line.matchAll(ASKED)) {
      for (let at = 0; at < found[0].length; at++) asked.add(found.index + at);
    }
  }
  const buying = bmp && BUYING.exec(line);
  if (buying) asked.add(0).add(buying[0].length - 1);
  const left = () => chars.map((_, at) => at).filter((at) => !asked.has(at));
  for (let core = left(); asked.size && core.length > 2; core = left()) {
    const edge = EDGES.exec(core.map((at) => chars[at]).join(""));
    if (!edge) break;
    asked.add(core[edge.index]);
  }
  const core = left();
  const perhaps = [...line.matchAll(PERHAPS)].map(({ 0: found, index }) =>
    (found.endsWith("都") ? [index + 1] : [index, index + 1]).filter((at) => asked.has(at)),
  );
  const several = perhaps.length > 1 ? [perhaps.flat(), ...perhaps.reverse()] : perhaps;
  return {
    text,
    folded,
    chars,
    line,
    asked: core.length && asked.size ? asked : null,
    core: core.length ? core : chars.map((_, at) => at),
    fuller: several.map((places) => [...core, ...places].sort((a, b) => a - b)),
    code: chars.filter(isPlain).join(""),
    digits: chars.filter((char) => char >= "0" && char <= "9").length,
    latin: chars.some((char) => char >= "a" && char <= "z"),
    words: text.normalize("NFKD").toLowerCase().match(/[a-z]+/g) ?? [],
    rest: chars.filter((char) => !isPlain(char)).join("").replace(NUMBERING, ""),
    han: chars.filter((char) => !isPlain(char)),
  };
};

/**
 * The rows of elements that some of the characters may be: [{cost, elements, full, breaks}], the
 * likeliest first. `breaks` holds the places in the row before which something was left out.
 */
export const rows = (query, places, sounds) => {
  let found = [{ cost: 0, elements: [], breaks: new Set() }];
  const grow = (ways, gap) => {
    const grown = found.flatMap((row) =>
      ways.map((way) => ({
        cost: row.cost + way.cost,
        elements: [...row.elements, ...way.elements],
        breaks: gap ? new Set([...row.breaks, row.elements.length]) : row.breaks,
      })),
    );
    found = grown.sort((a, b) => a.cost - b.cost).slice(0, MOST_ROWS);
  };
  const { chars, breaks } = query.folded;
  for (let at = 0; at < places.length; ) {
    const place = places[at];
    const gap = at > 0 && (breaks[place] || places[at - 1] !== place - 1);
    let end = at + 1;
    if (/[a-z]/.test(chars[place])) {
      const goes = (next) =>
        places[next] === places[next - 1] + 1 && !breaks[places[next]] && /[a-z]/.test(chars[places[next]]);
      while (end < places.length && goes(end)) end++;
      const ways = readings(places.slice(at, end).map((one) => chars[one]).join(""), sounds);
      if (!ways.length) return [];
      grow(ways, gap);
    } else {
      grow([{ cost: 0, elements: [known(sounds.numberOf(chars[place]), sounds, chars[place])] }], gap);
    }
    at = end;
  }
  return found.map((row) => ({ ...row, full: row.elements.every((one) => one.full) }));
};

/** The row of some characters taken letter by letter, as names that are written so have it. */
export const literal = (query, places, sounds) => ({
  cost: 0,
  elements: places.map((at) => known(sounds.numberOf(query.chars[at]), sounds, query.chars[at])),
  breaks: new Set(),
  full: true,
});
