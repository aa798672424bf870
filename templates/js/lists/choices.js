/**
 * What is chosen of the facets of a list, as its address says it: ?region=anqiu&region=qingzhou&year=2025.
 * No DOM here, so node --test can run it.
 */

/** {facet: [value, …]} of a query, which may come from anywhere: what the list does not have is passed over. */
export const parseChoices = (query, facets, has) => {
  const given = new URLSearchParams(query);
  const choices = {};
  for (const facet of facets) {
    const values = [...new Set(given.getAll(facet))].filter((value) => has(facet, value));
    if (values.length) choices[facet] = values;
  }
  return choices;
};

/** The query of an address, "" where nothing is chosen; equal choices have equal queries. */
export const formatChoices = (choices, facets) => {
  const said = new URLSearchParams();
  for (const facet of facets) for (const value of choices[facet] ?? []) said.append(facet, value);
  const query = said.toString();
  return query && `?${query}`;
};

/** The choices with one more value, or without it where it was chosen. */
export const toggled = (choices, facet, value) => {
  const held = choices[facet] ?? [];
  const values = held.includes(value) ? held.filter((one) => one !== value) : [...held, value];
  const { [facet]: _, ...others } = choices;
  return values.length ? { ...others, [facet]: values } : others;
};
