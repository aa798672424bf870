/**
 * What the oldest browsers meant (templates/js/floor.json) know, by the data of MDN. Versions are
 * numbers here; a floor is {chrome, firefox, safari}.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const DATA = createRequire(import.meta.url)("@mdn/browser-compat-data");

const text = readFileSync(new URL("../../templates/js/floor.json", import.meta.url), "utf8");
export const FLOOR = Object.fromEntries(
  Object.entries(JSON.parse(text)).map(([name, version]) => [name, Number(version)]),
);

/** What MDN has at "css.properties.inset", or undefined. The parts of a name may hold dots themselves. */
export const at = (...path) => path.reduce((node, part) => node?.[part], DATA);

/** Version numbers; "≤79" is 79, what never came Infinity. */
const since = (version) => {
  if (typeof version !== "string" || version === "preview") return Infinity;
  return Number.parseFloat(version.replace("≤", ""));
};

/**
 * The first version of a browser that has a feature under its own name and by default. What has it
 * in part counts: the data say so of trifles, too.
 */
const arrival = (support) => {
  const ways = [support ?? []].flat().filter((one) => !one.prefix && !one.alternative_name && !one.flags);
  const followed = (one) => ways.some((other) => other.version_added === one.version_removed);
  const lasting = ways.filter((one) => !one.version_removed || followed(one));
  return Math.min(Infinity, ...lasting.map((one) => since(one.version_added)));
};

/** {chrome, firefox, safari}: the first versions with a feature; 0 where the data say nothing. */
export const arrivals = (node) =>
  Object.fromEntries(
    Object.keys(FLOOR).map((name) => [name, node?.__compat ? arrival(node.__compat.support[name]) : 0]),
  );

/** The browsers of a floor that lack a feature, as "Safari before 15", "" for none. */
export const lacking = (node, floor = FLOOR) => {
  const known = arrivals(node);
  return Object.keys(floor)
    .filter((name) => known[name] > floor[name])
    .map((name) => (known[name] === Infinity ? `no ${name}` : `${name} before ${known[name]}`))
    .join(", ");
};

/** The higher of two floors. */
export const raised = (floor, node) => {
  const known = arrivals(node);
  const higher = (name) => (known[name] === Infinity ? floor[name] : Math.max(floor[name], known[name]));
  return Object.fromEntries(Object.keys(floor).map((name) => [name, higher(name)]));
};
