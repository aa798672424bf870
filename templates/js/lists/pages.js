/** The entries on other lists of the site, read from their pages. */
import { turnBadges } from "../status/badges.js";
import { chinaDay } from "../status/china-day.js";
import { parseEntries, together } from "./entries.js";

const LINKS = ["href", "src", "srcset"];

/** An address as another page of the site spells it: without the host, which marks links that lead off the site. */
const fromRoot = (address, base) => {
  const { origin, pathname, search, hash, href } = new URL(address, base);
  return origin === location.origin ? pathname + search + hash : href;
};

/** Addresses in a page are relative to it; here they stand in another one. */
const absolute = (node, url) => {
  for (const name of LINKS) {
    for (const one of node.querySelectorAll(`[${name}]`)) {
      const parts = one.getAttribute(name).split(/,\s+/);
      const whole = parts.map((part) => part.trim().replace(/^\S+/, (address) => fromRoot(address, url)));
      one.setAttribute(name, whole.join(", "));
    }
  }
  return node;
};

/** The entries that stand in a list of the page at `url`: [{values, reading, …, key, node}, …]. */
const entriesIn = (children, text, url, facets) => {
  const entries = parseEntries(text, facets);
  return [...children].map((child, at) => {
    const node = absolute(document.importNode(child, true), url);
    turnBadges(node, chinaDay(Date.now()));
    return { ...entries[at], key: node.querySelector("a").href, node };
  });
};

const following = (page, url) => {
  const next = page.querySelector("a[rel=next]");
  return next && new URL(next.getAttribute("href"), url).href;
};

/** Reads lists, each once, over all their pages. */
export class Lists {
  constructor(facets) {
    this.facets = facets;
    this.read = new Map();
  }

  /** The entries of the list that begins at a URL. Rejects where a page cannot be had. */
  at(url) {
    return this.once(url, () => this.from(url));
  }

  /** Those of the list that begins on the page one is on: its children as it came, and what they have. */
  own(children, text) {
    const url = location.href;
    const here = () => entriesIn(children, text, url, this.facets);
    return this.once("", async () => together([here(), await this.from(following(document, url))]));
  }

  once(name, read) {
    if (!this.read.has(name)) {
      const reading = read();
      reading.catch(() => this.read.delete(name));
      this.read.set(name, reading);
    }
    return this.read.get(name);
  }

  async from(url) {
    const entries = [];
    for (let at = url; at; ) {
      const response = await fetch(at);
      if (!response.ok) throw new Error(`${response.status} at ${at}`);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const list = page.querySelector("[data-values]");
      if (!list) throw new Error(`no list at ${at}`);
      entries.push(...entriesIn(list.children, list.dataset.values, at, this.facets));
      at = following(page, at);
    }
    return entries;
  }
}
