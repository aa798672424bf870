/** Postings: what the bytes of a list say. See sitegen/search/names.py for what each index has. */

import { Reader } from "./bytes.js";

/** Values of `name` that say more than which of an entry's names it is. */
export const REGION = 7;
/** A name's initials read character by character, where it is read otherwise. */
export const MISREAD = 6;
const NAMES = 8;
/** The indexes whose postings have a hash, a place in a name, the character before a run of a text. */
const HASHED = "bnes";
const PLACED = "biscnew";
const SAID = "tl";
/** Stands for a place that does not fit into four bits and four for the length: it follows in two bytes. */
const LONG_PLACE = 0xf0;

/** One number for an entry's name, from the entry's id and which of its names it is. */
export const nameKey = ({ id, name }) => id * NAMES + name;

/**
 * The postings of a list: {id, hash, at, length, group, name}. A region's name (name is REGION) has
 * {size, node, nodes} instead of a group; what a text says has `before`, see `beforeOf` in texts.js.
 */
export const postings = (index, bytes) => {
  const reader = new Reader(bytes);
  const hashed = HASHED.includes(index);
  const placed = PLACED.includes(index);
  const said = SAID.includes(index);
  const found = [];
  for (let id = 0; reader.more; ) {
    const one = { id: (id += reader.number()), hash: 0, at: 0, length: 1, group: 0, name: 0 };
    if (hashed) one.hash = reader.byte();
    if (placed) {
      const place = reader.byte();
      one.at = place >> 4;
      one.length = place & 15;
      if (place === LONG_PLACE) {
        one.at = reader.byte();
        one.length = reader.byte();
      }
    }
    const called = reader.number();
    if (said) {
      one.before = called & 15;
      one.group = called >> 4;
    } else {
      one.name = called & 7;
      one.group = called >> 3;
    }
    if (one.name === REGION) {
      one.size = reader.number();
      one.node = reader.number();
      one.nodes = reader.number();
    }
    found.push(one);
  }
  return found;
};
