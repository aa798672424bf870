/** The last searches of this reader, kept in this browser only. */

const MOST_SEARCHES = 6;
const LONGEST_TEXT = 60;

/**
 * `storage()` gives a Storage or throws, as browsers do in private windows and under some settings:
 * then nothing is kept and nothing fails.
 */
export const recentSearches = (storage, key, most = MOST_SEARCHES) => {
  const list = () => {
    try {
      const kept = JSON.parse(storage().getItem(key) ?? "[]");
      return kept.filter((text) => typeof text === "string" && text).slice(0, most);
    } catch {
      return [];
    }
  };
  const keep = (texts) => {
    try {
      if (texts.length) storage().setItem(key, JSON.stringify(texts));
      else storage().removeItem(key);
    } catch {
      // Nothing is kept.
    }
  };
  return {
    list,
    add(text) {
      const tidy = text.trim().slice(0, LONGEST_TEXT);
      if (tidy) keep([tidy, ...list().filter((one) => one !== tidy)].slice(0, most));
    },
    clear: () => keep([]),
  };
};
