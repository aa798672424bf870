/**
 * The entries of a list by the values they have, as data-values says it: entries with ";" between them,
 * the facets of one with "/", the values of a facet with ",". The last three are what it is sorted by: its reading, the
 * day of its latest title, the number of its place in the tree of regions.
 * No DOM here, so node --test can run it.
 */

/** [{values: {facet: [value, …]}, reading, newest, place}, …] of a text. */
export const parseEntries = (text, facets) =>
  text.split(";").map((entry) => {
    const parts = entry.split("/");
    const values = {};
    facets.forEach((facet, at) => (values[facet] = (parts[at] ?? "").split(",")));
    const [reading = "", newest = "", place] = parts.slice(facets.length);
    return { values, reading, newest, place: Number(place) };
  });

/** Whether an entry has one of the chosen values of each facet but `except`. */
export const passes = (entry, choices, except) =>
  Object.entries(choices).every(
    ([facet, chosen]) => facet === except || chosen.some((value) => entry.values[facet]?.includes(value)),
  );

/** How many entries have each value of a facet: a Map by value. */
export const countsOf = (entries, facet) => {
  const counts = new Map();
  for (const { values } of entries) for (const value of values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/**
 * The facet whose chosen values have the fewest entries: all that is asked for is on their lists. `counts`
 * are the entries of the whole list by facet and value; "" where nothing is chosen.
 */
export const narrowest = (choices, counts, except) => {
  let [best, least] = ["", Infinity];
  for (const [facet, chosen] of Object.entries(choices)) {
    if (facet === except) continue;
    const entries = chosen.reduce((sum, value) => sum + (counts[facet]?.get(value) ?? 0), 0);
    if (entries < least) [best, least] = [facet, entries];
  }
  return best;
};

/** Entries of several lists as one: each once, by `key`. */
export const together = (lists) => [...new Map(lists.flat().map((entry) => [entry.key, entry])).values()];
