/** Entries described by names, places and categories, reading no more than what is needed. */

import { Match, merge } from "./match.js";

/**
 * {sure, sound, match, offered}. What more has to be read is read only where the surer ways find
 * nothing. `strict` keeps to names that hold the whole row; `offered` are the hits that rest on
 * synonyms of categories.
 */
export const byNames = async (engine, row, tier, signal, strict = false) => {
  const match = new Match(engine, row, tier, signal);
  await match.read();
  let { exact, sound } = match.phrases();
  if (match.elements.length === 1) {
    if (!exact.size || match.categories().some((one) => one.own)) await members(match, exact, !exact.size);
    return { sure: exact, sound, match };
  }
  if (strict) return { sure: exact, sound, match };
  if (exact.size) await match.heads(exact);
  let full;
  const cover = (synonyms) => {
    full = match.full(match.coverage({ synonyms }));
    return exact.size + full.size;
  };
  const whole = (one) => one.mask === match.all;
  let offered = null;
  if (match.regions.some(whole) || match.categories().some((one) => one.own && whole(one))) await match.gather();
  if (!cover(false)) {
    await match.fill();
    ({ exact, sound } = match.phrases());
    if (!cover(false) && !((await match.singles()) && cover(false))) {
      if (match.placed()) {
        await match.gather();
        await match.endings();
      }
      if (cover(true)) offered = full;
    }
  }
  return { sure: merge(new Map(), exact, full), sound, match, offered };
};

/** Adds the members of the categories that the row names. */
const members = async (match, hits, synonyms) => {
  const named = match.categories().filter((one) => synonyms || one.own);
  if (!named.length) return;
  await match.gather();
  merge(hits, match.full(match.coverage({ synonyms })));
};
