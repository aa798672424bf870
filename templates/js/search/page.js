/** What both search elements need of the page they stand in. */
import { asksForSearch } from "./keys.js";
import { fetched, left, load } from "./loading.js";
import { recentSearches } from "./recent.js";
import { pieces } from "./words.js";

/** Whether this is one of the browsers meant, all of which have this (Chrome 86 the last to get it). */
export const atFloor = "replaceChildren" in document;

const absolute = (address) => new URL(address, document.baseURI);

/**
 * What an element's site can be asked. Its engine is a script of its own, which sets
 * `self.sitegenEngine`; it is loaded, and the index read, when `search` or `ready` is first called.
 * Its fallbacks are one more script, which sets `self.sitegenFallbacks`.
 */
export const siteOf = ({ dataset: { root, files, engine, fallbacks } }) => {
  let opening;
  const script = (name, address) => left(name, absolute(address).href);
  const open = async () =>
    (await script("sitegenEngine", engine)).open(absolute(files).href, {
      fetched,
      load,
      packs: () => self.sitegenSearch,
      loadFallbacks: () => script("sitegenFallbacks", fallbacks),
      scripts: [engine, fallbacks],
    });
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
 * Calls `changed()` for what is typed. What an input method still composes counts where it is Latin:
 * keyboards of phones keep every such word open until a space. The answer tells whether a key went to
 * the input method, which browsers give this old code; other keys and submissions are meant for us,
 * composing or not.
 */
export const whenTyped = (field, changed) => {
  field.addEventListener("compositionend", changed);
  field.addEventListener("input", ({ isComposing, data }) => {
    if (!isComposing || /^[\w' ]*$/.test(data)) changed();
  });
  return ({ keyCode }) => keyCode === 229;
};
