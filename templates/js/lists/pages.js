/** The entries on other lists of the site, read from their pages. */
import { parseEntries } from "./entries.js";

const LINKS = ["href", "src", "srcset"];

/** Addresses in a page are relative to it; here they stand in another one. */
const absolute = (node, url) => {
  for (const name of LINKS) {
    for (const one of node.querySelectorAll(`[${name}]`)) {
      const parts = one.getAttribute(name).split(/,\s+/);
      const whole = parts.map((part) => part.trim().replace(/^\S+/, (address) => new URL(address, url).href));
      one.setAttribute(name, whole.join(", "));
    }
  }
  return node;
};

/** The entries that stand on a page: [{values, reading, key, node}, …]. */
export const entriesOn = (page, url, facets) => {
  const list = page.querySelector("[data-values]");
  if (!list) throw new Error(`no list at ${url}`);
  const entries = parseEntries(list.dataset.values, facets);
  return [...list.children].map((child, at) => {
    const node = absolute(document.importNode(child, true), url);
    return { ...entries[at], key: node.querySelector("a").href, node };
  });
};

/** Reads lists, each once, over all their pages. */
export class Lists {
  constructor(facets) {
    this.facets = facets;
    this.read = new Map();
  }

  /** The entries of the list that begins at a URL. Rejects where a page cannot be had. */
  at(url) {
    if (!this.read.has(url)) {
      const reading = this.all(url);
      reading.catch(() => this.read.delete(url));
      this.read.set(url, reading);
    }
    return this.read.get(url);
  }

  async all(url) {
    const entries = [];
    for (let at = url; at; ) {
      const response = await fetch(at);
      if (!response.ok) throw new Error(`${response.status} at ${at}`);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      entries.push(...entriesOn(page, at, this.facets));
      const next = page.querySelector("a[rel=next]");
      at = next && new URL(next.getAttribute("href"), at).href;
    }
    return entries;
  }
}
