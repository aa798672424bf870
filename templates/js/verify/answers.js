/** What is answered to what was typed, without the DOM. */
import { statusWord } from "../search/words.js";
import { SAME, SAME_DIGITS, best, read } from "./spelling.js";

/** Tiers in which a name was typed as it is, or a part of it. */
const SURE = new Set(["exact", "name", "pinyin", "english"]);
/** Texts about things are no things. */
const TEXTS = new Set(["articles", "pages"]);
const MOST = 8;

/**
 * Of the results of the search those that answer to what was typed: the very name, else all that hold it. By a
 * number alone they may be found, too: of a trademark, which has no page of its own.
 */
const named = (typed, { results }) => {
  const sure = results
    .filter((one) => SURE.has(one.tier) || (one.tier === "number" && !typed.words))
    .filter((one) => !TEXTS.has(one.collection))
    .slice(0, MOST);
  const same = sure.filter((one) => read(one.name).plain === typed.plain);
  return same.length ? same : sure;
};

/**
 * The answer as {kind, lines, entries}. `kind` is "listed", "ended" (all that it had has ended), "several",
 * "similar" (of another issuer), "named", "none". `numbers` are {...read(text), slug, year, tone, line},
 * `search(text)` gives what the search of the site answers; `entries` are of its results.
 */
export const answerTo = async (text, numbers, search) => {
  const typed = read(text);
  const found = best(text, numbers);
  const lines = found.numbers.map(({ line }) => line);
  if (found.fit === SAME_DIGITS) return { kind: "similar", lines, entries: [] };
  // Words alone are a name, too.
  const isNumber = found.fit && (found.fit === SAME || typed.runs.length);
  const entries = isNumber ? [] : named(typed, await search(text));
  const answer = (kind) => ({ kind, lines, entries });
  if (lines.length + entries.length > 1) return answer("several");
  if (lines.length) return answer(found.numbers[0].tone === "ended" ? "ended" : "listed");
  if (entries.length) return answer(statusWord(entries[0]) ? "ended" : "named");
  return answer("none");
};
