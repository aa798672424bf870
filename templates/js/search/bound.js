/** A place that is typed right binds: what is looked for besides is looked for there first. */

import { bitCount } from "./shared.js";

/** Of so many characters beside the place the last one may do. */
const MOST_BESIDE = 4;
/** After these the character before them says what it is: 李子, 梨儿. */
const SUFFIX = /[子儿]/;

/** The places of a row that say not all of it. */
const placesOf = (match) => match.regions.filter(({ mask }) => mask !== match.all);

/** Those hits that lie in a place typed, or have its name in theirs. `docs` as of Match.coverage. */
export const inPlace = (match, docs, hits) => {
  const there = ([id]) =>
    placesOf(match).some((one) => match.scope.within(id, one) || (docs.get(id)?.own & one.mask) === one.mask);
  return new Map([...hits].filter(there));
};

/** Names of a place typed that end as the row does: 沙县水柿 for 沙县柿子. */
export const headsOf = async (match) => {
  const hits = new Map();
  const { elements } = match;
  let last = elements.length - 1;
  if (SUFFIX.test(elements[last].char)) last--;
  for (const region of placesOf(match)) {
    if ((region.mask >> last) & 1 || elements.length - bitCount(region.mask) > MOST_BESIDE) continue;
    for (const one of await match.endingWith(last, region)) {
      hits.set(one.id, { ...one, score: match.scope.weight(one.group), tier: "near" });
    }
  }
  return hits;
};

/** All entries of a place typed, or of the nearest place around it that has any. */
export const around = async (match) => {
  const { scope, regions } = match;
  for (const typed of regions) {
    const above = scope.regions
      .map(([, , , id, size, node, nodes]) => ({ id, size, node, nodes }))
      .filter(({ node, nodes }) => node <= typed.node && node + nodes >= typed.node + typed.nodes);
    for (const place of [typed, ...above.reverse()]) {
      match.regions = [place];
      await match.gather();
      const hits = match.members.map((one) => [one.id, { ...one, score: scope.weight(one.group), tier: "near" }]);
      if (hits.length) return { hits: new Map(hits), row: match.row };
    }
  }
  return null;
};
