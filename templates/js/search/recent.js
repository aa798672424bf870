/** The last searches of this reader, kept in this browser only. */

/**
 * `storage()` gives a Storage or throws, as browsers do in private windows and under some settings:
 * then nothing is kept and nothing fails.
 */
export const recentSearches = (storage, key, most = 6) => {
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
      const tidy = text.trim().slice(0, 60);
      if (tidy) keep([tidy, ...list().filter((one) => one !== tidy)].slice(0, most));
    },
    clear: () => keep([]),
  };
};
