/**
 * What the fallbacks use of the engine's modules. Pages load the two as scripts of their own: there the
 * engine's script gives all this as `self.sitegenEngine.shared` (see ../build.mjs).
 */
export { isPlain } from "./fold.js";
export { beginning, blurredRow, known, readings } from "./latin.js";
export { Lookup, aligned, ending, pair, readAll } from "./lookup.js";
export { Match, bitCount, keep, merge } from "./match.js";
export { byNames } from "./names.js";
export { REGION, nameKey } from "./postings.js";
export { literal } from "./query.js";
export { APPROXIMATE } from "./tiers.js";
