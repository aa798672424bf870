/** What both search elements need of the page they stand in. */
import { asksForSearch } from "./keys.js";
import { loadScript, readerOf } from "./reader.js";
import { recentSearches } from "./recent.js";
import { pieces } from "./words.js";

const absolute = (address) => new URL(address, document.baseURI);

/**
 * What an element's site can be asked. Its engine is a script of its own, which sets
 * `self.sitegenEngine`; it is loaded, and the index read, when `search` or `ready` is first called.
 * Its fallbacks are one more script, which sets `self.sitegenFallbacks`.
 */
export const siteOf = ({ dataset: { root, files, engine, fallbacks } }) => {
  let opening;
  const open = async () => {
    if (!self.sitegenEngine) await loadScript(engine);
    const read = readerOf(absolute(files).href, {
      fetch: (url, options) => fetch(url, options),
      load: loadScript,
      packs: () => self.sitegenSearch,
    });
    return self.sitegenEngine.open(read, async () => {
      if (!self.sitegenFallbacks) await loadScript(fallbacks);
      return self.sitegenFallbacks;
    });
  };
  const opened = () =>
    (opening ??= open().catch((error) => {
      opening = undefined;
      throw error;
    }));
  return {
    /** Ahead of the first search; a failure shows when something is asked. */
    ready: () => opened().then((one) => one.ready()).catch(() => {}),
    search: async (text, options) => (await opened()).search(text, options),
    recent: recentSearches(() => localStorage, `search ${absolute(root).pathname}`),
    address: (url) => root + url,
  };
};

/** Nodes of a text with its marks. */
export const markedNodes = (text, marks) =>
  pieces(text, marks).map(([piece, marked]) => {
    if (!marked) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });

/** "/" puts the cursor into the field; `show` makes it visible first. */
export const openOnSlash = (field, show = () => {}) =>
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !asksForSearch(event)) return;
    event.preventDefault();
    show();
    field.focus();
    field.select();
  });

/**
 * Calls `changed()` for what is typed, not for what an input method still composes. The answer tells
 * whether a key or a submission belongs to a composition.
 */
export const whenTyped = (field, changed) => {
  let composing = false;
  field.addEventListener("compositionstart", () => (composing = true));
  field.addEventListener("compositionend", () => {
    composing = false;
    changed();
  });
  field.addEventListener("input", (event) => {
    if (!composing && !event.isComposing) changed();
  });
  // Safari ends a composition before it reports the key that ended it, with this old code.
  return (event) => composing || event?.isComposing || event?.keyCode === 229;
};
