/**
 * The search engine: pure, no DOM, no fetch, no clock; it runs the same in a page and in Node.
 *
 *     import { open } from "./engine.js";
 *     const engine = open(read);
 *     await engine.ready();                       // optional: on first focus
 *     const answer = await engine.search(text, { facets, offset, limit, signal });
 *
 * `read(name, signal?) → Promise<Uint8Array>` gives a file of the site's `search/` folder by its
 * name relative to it ("names/root.bin"); it rejects where the file cannot be had or the signal is
 * aborted. The engine keeps what it has read.
 *
 * `facets` are the values chosen: {collection: ["gi"], region: ["weicheng"], category: [], kind: [],
 * status: []}; any may be missing. Values of one facet are alternatives, facets all hold. With
 * facets chosen or not, an empty text answers with everything.
 *
 *     answer = {
 *       query,              // the text as it was given
 *       tier,               // of the best result: see TIERS in tiers.js; "none" without results
 *       total,              // entries in the whole result set, under the chosen facets
 *       approximate,        // true where a slip, a sound or single words were made do with
 *       results: [{
 *         key, collection, id,                    // "gi:weixian-luobo", "gi", "weixian-luobo"
 *         url,                                    // relative to the site's root: "gi/weixian-luobo/"
 *         name, label, place, summary,            // text, never HTML; label is the word for its kind
 *         status,                                 // "" | "withdrawn" | "revoked" | "suspended" | …
 *         tier,                                   // of this result
 *         marks: [[start, end], …],               // into name, UTF-16 units, in order, not touching
 *       }],
 *       facets: {           // over the whole result set; of one facet, as if none of it were chosen
 *         collection: [{value, label, count}], kind: […], status: […],
 *         category: [{value, label, count, depth}],
 *         region: [{value, label, count, depth}],  // the tree in its order, depth from 0
 *       },                  // entries that lack one are counted at value "-", label 未注明
 *     }
 *
 * `search` rejects only with what `read` rejected with.
 */

export const open = (read) => ({
  ready: async () => void read,
  search: async (text) => ({ query: text, tier: "none", total: 0, approximate: false, results: [], facets: {} }),
});
