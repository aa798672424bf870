/** Which values of the facets are chosen, and which of many values a reader is shown at first. */
import { FACETS } from "./address.js";

export const LACKING = "-";
const FEW_ROWS = 8;
/** A button for so few more rows is not worth its place. */
const SPARED_ROWS = 2;

/** The choices with one more value, or without it where it was chosen. */
export const toggled = (facets, name, value) => {
  const held = facets[name] ?? [];
  const values = held.includes(value) ? held.filter((one) => one !== value) : [...held, value];
  return { ...facets, [name]: values };
};

/** [[facet, value], …] of all that is chosen, in the order of the facets. */
export const chosenPairs = (facets) =>
  FACETS.flatMap((name) => (facets[name] ?? []).map((value) => [name, value]));

/**
 * The rows of a facet that are shown before a reader asks for all: all where they are few; else the
 * largest of the upper level in their own order, what is chosen, what lies above and just below it.
 * `rows` are {value, count, depth?}, trees in preorder.
 */
export const fewRows = (rows, chosen, few = FEW_ROWS) => {
  if (rows.length <= few + SPARED_ROWS) return rows;
  const kept = new Set();
  const path = [];
  const roots = rows.filter((row) => !row.depth && row.value !== LACKING);
  const upper = roots.length === 1 ? 1 : 0;
  for (const row of rows) {
    const depth = row.depth ?? 0;
    path.length = depth;
    if (chosen.includes(row.value)) for (const one of [...path, row]) kept.add(one);
    if (chosen.includes(path[depth - 1]?.value) || depth < upper) kept.add(row);
    path.push(row);
  }
  rows
    .filter((row) => (row.depth ?? 0) === upper && !kept.has(row))
    .sort((one, other) => other.count - one.count)
    .slice(0, few)
    .forEach((row) => kept.add(row));
  return rows.filter((row) => kept.has(row));
};
