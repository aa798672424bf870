/** What a key does in a box with suggestions: pure, the element carries it out. */

/**
 * `active` is the suggestion at hand, -1 for the box itself. The answer may have a new `active`, an
 * `act` ("open", "close", "follow"), and `pass` where the browser should also do what it does.
 * Undefined: the key is none of ours.
 */
export const pressed = (key, { open, count, active }) => {
  switch (key) {
    case "ArrowDown":
      return open && count ? { active: active + 1 < count ? active + 1 : -1 } : { act: "open" };
    case "ArrowUp":
      return open && count ? { active: active < 0 ? count - 1 : active - 1 } : undefined;
    case "Enter":
      return open && active >= 0 ? { act: "follow" } : undefined;
    case "Escape":
      return open ? { act: "close" } : undefined;
    case "Home":
    case "End":
    case "ArrowLeft":
    case "ArrowRight":
      return { active: -1, pass: true };
    default:
      return undefined;
  }
};

/** Whether a key event asks for the search box: a plain "/" outside of any field. */
export const asksForSearch = ({ key, ctrlKey, metaKey, altKey, isComposing, target }) =>
  key === "/" &&
  !(ctrlKey || metaKey || altKey || isComposing) &&
  !target.closest?.("input, textarea, select, [contenteditable]");
