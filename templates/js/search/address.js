/**
 * What a results page shows, as its address says it: ?q=…&collection=gi&region=anqiu&shown=40.
 * No DOM here, so node --test can run it.
 */

export const FACETS = ["collection", "region", "category", "kind", "status"];
/** Results are shown so many more at a time, up to so many in all. */
export const PAGE = 20;
const MOST_SHOWN = 400;
/**
 * Of a text so many characters count (the field takes 80), and so many values of a facet. An address may
 * come from anywhere, and the time of a search grows faster than its text: 16,000 letters stopped the tab.
 */
const LONGEST = 200;
const MOST_VALUES = 100;

/** The beginning of a text, whole characters only. */
const within = (text, most) => text.slice(0, most).replace(/[\ud800-\udbff]$/, "");

/** The text asked for. Links in pages that are written in GBK, as older portals are, ask in its bytes. */
const askedFor = (query, given) => {
  const text = given.get("q") ?? "";
  const [, written] = /[?&]q=([^&]*)/.exec(query) ?? [];
  if (!written || !text.includes("\ufffd")) return text;
  const bytes = Uint8Array.from(unescape(written.replace(/\+/g, " ")), (char) => char.charCodeAt(0));
  return new TextDecoder("gbk").decode(bytes);
};

export const parseState = (query) => {
  const given = new URLSearchParams(query);
  const shown = Math.ceil(Number.parseInt(given.get("shown"), 10) / PAGE) * PAGE;
  const values = (name) =>
    [...new Set(given.getAll(name))].filter((value) => value && value.length <= LONGEST);
  return {
    text: within(askedFor(query, given).trim(), LONGEST),
    facets: Object.fromEntries(FACETS.map((name) => [name, values(name).slice(0, MOST_VALUES)])),
    shown: shown > PAGE ? Math.min(shown, MOST_SHOWN) : PAGE,
  };
};

/** The query of an address, "" where there is nothing to say; equal states have equal queries. */
export const formatState = ({ text, facets = {}, shown = PAGE }) => {
  const said = new URLSearchParams();
  const asked = within(text.trim(), LONGEST);
  if (asked) said.set("q", asked);
  for (const name of FACETS) {
    for (const value of facets[name] ?? []) said.append(name, value);
  }
  if (shown > PAGE) said.set("shown", shown);
  const query = said.toString();
  return query && `?${query}`;
};

/** Whether there is anything to look for: signs and pictures are nothing, nor are facets alone. */
export const asksSomething = ({ text }) => /[\p{L}\p{N}]/u.test(text);
