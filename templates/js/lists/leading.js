/** Links from a page that cannot be narrowed itself to the whole list, where several values can be chosen. */
import { formatChoices, parseChoices, toggled } from "./choices.js";
import { withOrder } from "./orders.js";

/** A link to the whole list at `whole` in place of what a value has, with the same words. */
const lead = (item, whole, query) => {
  const link = document.createElement("a");
  const given = item.firstElementChild;
  link.append(...given.childNodes);
  if (given.hasAttribute("aria-current")) link.setAttribute("aria-current", "true");
  link.setAttribute("href", whole + query);
  given.replaceWith(link);
};

/**
 * From a narrower list in some order, which goes along. The values below others are no boxes of the whole list: they keep their links, and so do
 * all where such a one is chosen.
 */
export const leadFromList = (element, whole, order) => {
  const facets = element.dataset.facets.split(" ");
  const chosen = {};
  const items = [...element.querySelectorAll("[data-value]")];
  const read = (item) => [item.closest("[data-facet]").dataset.facet, item.dataset.value];
  for (const item of items) {
    const [facet, value] = read(item);
    if (!item.querySelector("[aria-current]")) continue;
    if (item.dataset.depth) return;
    chosen[facet] = [value];
  }
  for (const item of items) {
    if (item.dataset.depth) continue;
    lead(item, whole, withOrder(formatChoices(toggled(chosen, ...read(item)), facets), order));
  }
};

/** From what a region, category or scheme has of one collection: what it is itself is chosen there, too. */
export const leadFromShare = (values) => {
  const { facet, whole, chosen } = values.dataset;
  const own = [...new URLSearchParams(chosen).keys()];
  const choices = parseChoices(chosen, own, () => true);
  for (const item of values.querySelectorAll("[data-value]")) {
    const { value } = item.dataset;
    lead(item, whole, formatChoices(toggled(choices, facet, value), [...own, facet]));
  }
};
