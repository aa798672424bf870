/** Counts of entries over a result set, by facet; and the result set under what is chosen. */

const LACKING = "未注明";
const NONE = "-";
const NAMES = "names/";
const FACETS = ["collection", "region", "category", "kind", "status"];

/** A test of a hit for each facet of which something is chosen. `regions` are the rows of regions known. */
const tests = (scope, chosen, regions) => {
  const found = {};
  for (const facet of FACETS) {
    const values = chosen?.[facet] ?? [];
    if (values.length) found[facet] = (hit) => values.some((value) => has(scope, facet, value, hit, regions));
  }
  return found;
};

const has = (scope, facet, value, hit, regions) => {
  const [collection, kind, categories, status] = scope.classes[hit.group];
  if (facet === "collection") return scope.collections[collection][0] === value;
  if (facet === "kind") return (scope.kinds[kind]?.[0] ?? NONE) === value;
  if (facet === "status") return (scope.statuses[status]?.[0] ?? NONE) === value;
  if (facet === "category") {
    if (value === NONE) return !categories.length;
    const place = scope.categories.findIndex(([id]) => id === value);
    return place >= 0 && scope.filed(hit.group, place);
  }
  if (value === NONE) return hit.id >= scope.homeless && !scope.nodes.has(hit.id);
  const row = regions.find(([id]) => id === value);
  return row !== undefined && scope.within(hit.id, rangeOf(row));
};

export const rangeOf = ([, , , id, size, node, nodes]) => ({ id, size, node, nodes });

/** The rows of regions to count by: the upper ones, and those below where few are concerned. */
const regionsOf = async ({ scope, files }, hits, chosen) => {
  const { regions, below = {} } = scope;
  const known = new Set(regions.map(([id]) => id));
  const all = chosen.some((id) => id !== NONE && !known.has(id));
  const concerned = Object.keys(below).filter((at) => {
    const [, , , start, size] = regions[at];
    return all || hits.some(({ id }) => id >= start && id < start + size);
  });
  if (!all && concerned.length > 1) return regions;
  const more = await Promise.all(concerned.map((at) => files.json(NAMES + below[at], "length")));
  const place = new Map(concerned.map((at, step) => [Number(at), more[step]]));
  return regions.flatMap((row, at) => [row, ...(place.get(at) ?? [])]);
};

/** {hits, facets}: the hits that pass, and for each facet its counts as if none of it were chosen. */
export const facetted = async (engine, hits, chosen) => {
  const { scope } = engine;
  const regions = await regionsOf(engine, hits, chosen.region ?? []);
  const asked = tests(scope, chosen, regions);
  const passing = (without) =>
    hits.filter((hit) => Object.entries(asked).every(([facet, test]) => facet === without || test(hit)));
  const facets = {};
  for (const facet of FACETS) {
    const rows = counted(scope, facet, passing(facet), regions);
    facets[facet] = rows.filter(({ count, value }) => count || chosen?.[facet]?.includes(value));
  }
  return { hits: passing(""), facets };
};

const counted = (scope, facet, hits, regions) => {
  if (facet === "region") return byRegion(scope, hits, regions);
  const groups = new Map();
  for (const { group } of hits) groups.set(group, (groups.get(group) ?? 0) + 1);
  if (facet === "category") return byCategory(scope, groups);
  const place = { collection: 0, kind: 1, status: 3 }[facet];
  const labels = { collection: scope.collections, kind: scope.kinds, status: scope.statuses }[facet];
  const counts = new Map();
  for (const [group, count] of groups) {
    const at = scope.classes[group][place];
    counts.set(at, (counts.get(at) ?? 0) + count);
  }
  const rows = labels.map(([value, label], at) => ({ value, label, count: counts.get(at) ?? 0 }));
  return [...rows, { value: NONE, label: LACKING, count: counts.get(-1) ?? 0 }];
};

const byCategory = (scope, groups) => {
  const rows = scope.categories.map(([value, label, depth], at) => {
    let count = 0;
    for (const [group, hits] of groups) if (scope.filed(group, at)) count += hits;
    return { value, label, count, depth };
  });
  let lacking = 0;
  for (const [group, hits] of groups) if (!scope.classes[group][2].length) lacking += hits;
  return [...rows, { value: NONE, label: LACKING, count: lacking, depth: 0 }];
};

const byRegion = (scope, hits, regions) => {
  const apart = hits.filter(({ id }) => scope.nodes.has(id));
  const ids = hits.map(({ id }) => id).sort((a, b) => a - b);
  const below = (limit) => {
    let start = 0;
    let end = ids.length;
    while (start < end) {
      const middle = (start + end) >> 1;
      if (ids[middle] < limit) start = middle + 1;
      else end = middle;
    }
    return start;
  };
  const rows = regions.map((row) => {
    const range = rangeOf(row);
    const last = range.id + range.size;
    const also = apart.filter(({ id }) => (id < range.id || id >= last) && scope.within(id, range));
    return { value: row[0], label: row[1], count: below(last) - below(range.id) + also.length, depth: row[2] };
  });
  const lacking = hits.filter(({ id }) => id >= scope.homeless && !scope.nodes.has(id)).length;
  return [...rows, { value: NONE, label: LACKING, count: lacking, depth: 0 }];
};
