/**
 * <list-narrowing>: the facets of a list as check boxes of which several can be ticked, and its orders. The pages of
 * single values, which readers without scripts are led to, are where the entries and their numbers come from.
 */
import { closesOn, facetBox, showChips, showSee } from "../facets/parts.js";
import { formatChoices, parseChoices, toggled } from "./choices.js";
import { countsOf, narrowest, passes, together } from "./entries.js";
import { leadFromList, leadFromShare } from "./leading.js";
import { Listing } from "./listing.js";
import { parseOrder, withOrder } from "./orders.js";
import { Lists } from "./pages.js";
import { Sorting } from "./sorting.js";

export class ListNarrowing extends HTMLElement {
  connectedCallback() {
    if (!this.dataset.facets) this.querySelectorAll("[data-whole]").forEach(leadFromShare);
    else if (!this.values) this.begin();
  }

  begin() {
    const { whole } = this.dataset;
    this.facets = this.dataset.facets.split(" ");
    this.chips = this.querySelector(".narrowing__chosen");
    this.lists = new Lists(this.facets);
    this.values = new Map();
    this.counts = {};
    const [status, see, more] = this.querySelector("template").content.cloneNode(true).children;
    this.see = see;
    this.append(status, see);
    this.listing = new Listing(this.dataset, status, more);
    this.sorting = new Sorting(!whole, this.listing.isTable);
    this.sorting.listen((order) => this.change(this.choices, order), () => this.chosen().length);
    if (!whole) this.listen();
    addEventListener("popstate", () => this.start());
    this.start();
  }

  /** On the whole list: check boxes, and what goes with them. */
  listen() {
    this.carrying = [...document.querySelectorAll(".switch a")].map((link) => [link, link.getAttribute("href")]);
    for (const group of this.querySelectorAll("[data-facet]")) this.box(group);
    closesOn(this.see, this);
    for (const link of this.querySelectorAll(".narrowing__first a")) {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        // Of several values on one list it is that of the first facet.
        const { facet, value } = [...this.values.values()].find(({ url }) => url === link.href);
        this.change(toggled(this.choices, facet, value));
      });
    }
  }

  /** Check boxes in place of the links of a facet. */
  box(group) {
    const { facet } = group.dataset;
    this.counts[facet] = new Map();
    for (const item of group.querySelectorAll("[data-value]")) {
      const link = item.firstElementChild;
      const { value } = item.dataset;
      const [word, note] = [link.firstChild.textContent.trim(), link.querySelector(".note")];
      this.counts[facet].set(value, Number(note.textContent));
      const { label, box } = facetBox(facet, value, word, note);
      this.values.set(`${facet}/${value}`, { facet, value, word, box, note, item, url: link.href });
      link.replaceWith(label);
      box.addEventListener("change", () => this.change(toggled(this.choices, facet, value)));
    }
  }

  start() {
    const has = (facet, value) => this.counts[facet]?.has(value);
    this.set(parseChoices(location.search, this.facets, has), parseOrder(location.search));
  }

  change(choices, order = this.order) {
    this.set(choices, order);
    history.pushState(null, "", this.query(order === this.sorting.given ? "" : order) || location.pathname);
  }

  /** A long list is in another order only where it is narrowed. */
  set(choices, order) {
    const { isHere, isLong, given } = this.sorting;
    this.choices = choices;
    this.order = isHere && !(isLong && !this.chosen().length) ? order : given;
    this.update();
  }

  query(order) {
    return withOrder(formatChoices(this.choices, this.facets), order);
  }

  /** All entries that have one of the chosen values of the facet that narrows most. */
  async gathered(except) {
    const facet = narrowest(this.choices, this.counts, except);
    if (!facet) return null;
    const lists = this.chosen().filter((one) => one.facet === facet);
    return together(await Promise.all(lists.map(({ url }) => this.lists.at(url))));
  }

  chosen() {
    return [...this.values.values()].filter(({ facet, value }) => this.choices[facet]?.includes(value));
  }

  async update() {
    const { choices: asked, order, listing, sorting } = this;
    const isNarrowed = this.chosen().length > 0;
    this.showChosen();
    this.carry();
    sorting.show(order);
    listing.busy = true;
    try {
      let entries = await this.gathered();
      const counts = await Promise.all(this.facets.map((facet) => this.counted(facet)));
      if (!entries && order !== sorting.given) entries = await this.lists.own(listing.whole, listing.values);
      if (this.choices !== asked || this.order !== order) return;
      this.showCounts(counts);
      const found = entries && entries.filter((entry) => passes(entry, asked));
      listing.show(found, order, isNarrowed, sorting.said(order));
      showSee(this.see, isNarrowed && found.length, this.dataset.see);
    } catch {
      if (this.choices === asked) listing.fail();
    }
    listing.busy = false;
  }

  /** The entries with each value of a facet among what the other facets leave. */
  async counted(facet) {
    const entries = await this.gathered(facet);
    return entries
      ? countsOf(entries.filter((entry) => passes(entry, this.choices, facet)), facet)
      : this.counts[facet];
  }

  showCounts(counts) {
    for (const { facet, value, note, item, box } of this.values.values()) {
      const count = counts[this.facets.indexOf(facet)]?.get(value) ?? 0;
      note.textContent = count;
      item.hidden = !count && !box.checked;
    }
  }

  /** What is chosen goes along to the other forms and orders, and to the whole list. */
  carry() {
    const { isHere, given } = this.sorting;
    if (this.dataset.whole) leadFromList(this, this.dataset.whole, isHere ? this.order : "");
    for (const [link, address] of this.carrying ?? []) {
      const { sort } = link.dataset;
      const isSorted = isHere && sort !== undefined && this.chosen().length;
      const query = this.query(isSorted && sort !== given ? sort : "");
      link.setAttribute("href", (isSorted ? location.pathname : address) + query);
    }
  }

  showChosen() {
    for (const { facet, value, box } of this.values.values()) box.checked = !!this.choices[facet]?.includes(value);
    if (this.dataset.whole) return;
    const chips = this.chosen().map(({ facet, value, word }) => ({
      word,
      drop: () => {
        this.change(toggled(this.choices, facet, value));
        (this.chips.querySelector("button") ?? this.querySelector("summary")).focus();
      },
    }));
    showChips(this.chips, chips, this.dataset.remove);
  }
}
