/**
 * The orders of a list, as its address says them: ?sort=newest. Equal entries stay in the order of names, as in the
 * tables that are there without scripts. No DOM here, so node --test can run it.
 */

/** The last part of an entry's address, by which those of one reading are told apart. */
const id = ({ key }) => key.replace(/\/(index\.html)?$/, "").replace(/.*\//, "");

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const byName = (one, other) => compare(one.reading, other.reading) || compare(id(one), id(other));

const ORDERS = {
  "": byName,
  newest: (one, other) => compare(other.newest, one.newest) || byName(one, other),
  region: (one, other) => one.place - other.place || byName(one, other),
};

/** The order that a query asks for, "" (that of names) where it asks for none there is. */
export const parseOrder = (query) =>
  new URLSearchParams(query).getAll("sort").find((order) => Object.keys(ORDERS).includes(order)) ?? "";

/** A query with an order added to it. */
export const withOrder = (query, order) => (order ? `${query}${query ? "&" : "?"}sort=${order}` : query);

export const inOrder = (entries, order) => [...entries].sort(ORDERS[order]);
