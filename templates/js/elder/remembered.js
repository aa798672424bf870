/** Whether a reader wants the large letters, as this browser remembers it. A store may refuse. */

export const remembered = (store, key) => {
  try {
    return store().getItem(key) === "on";
  } catch {
    return false;
  }
};

export const remember = (store, key, on) => {
  try {
    if (on) store().setItem(key, "on");
    else store().removeItem(key);
  } catch {
    // The page at hand changes all the same.
  }
};
