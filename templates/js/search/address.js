/**
 * What a results page shows, as its address says it: ?q=…&collection=gi&region=anqiu&shown=40.
 * No DOM here, so node --test can run it.
 */

export const FACETS = ["collection", "region", "category", "kind", "status"];
/** Results are shown so many more at a time, up to so many in all. */
export const PAGE = 20;
const MOST_SHOWN = 400;

export const parseState = (query) => {
  const given = new URLSearchParams(query);
  const shown = Math.ceil(Number.parseInt(given.get("shown"), 10) / PAGE) * PAGE;
  return {
    text: given.get("q") ?? "",
    facets: Object.fromEntries(
      FACETS.map((name) => [name, [...new Set(given.getAll(name))].filter(Boolean)]),
    ),
    shown: shown > PAGE ? Math.min(shown, MOST_SHOWN) : PAGE,
  };
};

/** The query of an address, "" where there is nothing to say; equal states have equal queries. */
export const formatState = ({ text, facets = {}, shown = PAGE }) => {
  const said = new URLSearchParams();
  if (text.trim()) said.set("q", text.trim());
  for (const name of FACETS) {
    for (const value of facets[name] ?? []) said.append(name, value);
  }
  if (shown > PAGE) said.set("shown", shown);
  const query = said.toString();
  return query && `?${query}`;
};

/** Whether there is anything to look for. */
export const asksSomething = ({ text, facets }) =>
  text.trim() !== "" || FACETS.some((name) => facets[name].length > 0);
