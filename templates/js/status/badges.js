/** Badges: the short name of a title and, unless it simply holds, " · status", which is put right on its days. */
import { dueOn, turnsOf } from "./turns-due.js";

/** The part of a class name that tells the tone, as in badge--current. */
const TONE = /--(?:current|notice|ended)\b/;

/** The class names of an element in another tone. */
export const retoned = (element, tone) => {
  element.className = element.className.replace(TONE, `--${tone}`);
};

const turnBadge = (badge, { status, tone, word }) => {
  retoned(badge, tone);
  badge.querySelector(".badge__status")?.remove();
  if (status === "valid") return;
  const shown = badge.ownerDocument.createElement("span");
  shown.className = "badge__status";
  shown.textContent = `· ${word}`;
  badge.append(" ", shown);
  // A plate shows only badges that say more than the title.
  if (badge.parentElement) badge.parentElement.hidden = false;
};

/** Puts right the badges in a part of a page by an ISO day; as often as one likes. */
export const turnBadges = (root, today) => {
  for (const badge of root.querySelectorAll(".badge[data-transitions]")) {
    const due = dueOn(turnsOf(badge.dataset.transitions), today);
    if (due) turnBadge(badge, due);
  }
};
